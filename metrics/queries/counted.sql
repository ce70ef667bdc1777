-- One row per authority, indicator, breakdown and year with both counts published: what the spread among authorities is made from.
SELECT
    f.indicator::VARCHAR AS indicator,
    f.breakdown::VARCHAR AS breakdown,
    f.year,
    f.area_code::VARCHAR AS area_code,
    f.joint_with::VARCHAR AS joint_with,
    f.numerator,
    f.denominator
FROM facts_known($day, $first) AS f
JOIN areas AS a
    ON a.area_code = f.area_code
WHERE a.level = 'Local authority'
    AND f.status = 'published'
    AND f.numerator IS NOT NULL
    AND f.denominator > 0
    AND list_contains($indicators, f.indicator::VARCHAR)
    AND list_contains($breakdowns, f.breakdown::VARCHAR)
    AND list_contains($years, f.year);
