-- One row per indicator, breakdown, area and period, for the indicators and areas named; an empty list means all of them.
SELECT
    f.indicator,
    f.breakdown,
    f.area_code,
    a.la_number,
    a.name AS area_name,
    a.level AS area_level,
    f.period,
    f.period_kind,
    f.numerator,
    f.denominator,
    f.value,
    f.status,
    f.published_value,
    f.release,
    f.published_on
FROM facts_known($day, $first) AS f
JOIN areas AS a
    ON a.area_code = f.area_code
WHERE (len($indicators) = 0 OR list_contains($indicators, f.indicator::VARCHAR))
    AND (len($areas) = 0 OR list_contains($areas, f.area_code::VARCHAR))
    AND (len($breakdowns) = 0 OR list_contains($breakdowns, f.breakdown::VARCHAR))
ORDER BY f.indicator::VARCHAR, f.breakdown::VARCHAR, f.area_code::VARCHAR, f.year;
