-- One row per indicator, breakdown, area and period, oldest first, for those named: what every comparison is made from.
-- The columns are the fields of metrics.results.Fact, in their order.
SELECT
    f.indicator::VARCHAR AS indicator,
    f.breakdown::VARCHAR AS breakdown,
    f.area_code::VARCHAR AS area_code,
    f.period::VARCHAR AS period,
    f.year,
    f.period_kind::VARCHAR AS period_kind,
    f.numerator,
    f.denominator,
    f.value,
    f.status::VARCHAR AS status,
    f.published_value,
    f.release::VARCHAR AS release,
    f.published_on,
    f.joint_with::VARCHAR AS joint_with
FROM facts_known($day, $first) AS f
WHERE list_contains($indicators, f.indicator::VARCHAR)
    AND list_contains($breakdowns, f.breakdown::VARCHAR)
    AND (len($areas) = 0 OR list_contains($areas, f.area_code::VARCHAR))
    AND f.year BETWEEN $first_year AND $last_year
ORDER BY f.year;
