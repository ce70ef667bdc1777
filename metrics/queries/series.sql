-- One row per area and period of one indicator and breakdown, oldest first, for the areas named.
SELECT
    f.indicator,
    f.breakdown,
    f.area_code,
    f.period,
    f.year,
    f.period_kind,
    f.numerator,
    f.denominator,
    f.value,
    f.status,
    f.published_value,
    f.release,
    f.published_on,
    f.joint_with
FROM facts_known($day, $first) AS f
WHERE f.indicator = $indicator
    AND f.breakdown = $breakdown
    AND list_contains($areas, f.area_code::VARCHAR)
    AND f.year BETWEEN $first_year AND $last_year
ORDER BY f.area_code::VARCHAR, f.year;
