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
WHERE (len($indicators) = 0 OR f.indicator IN (SELECT TRY_CAST(unnest($indicators) AS indicator_id)))
    AND (len($areas) = 0 OR f.area_code IN (SELECT TRY_CAST(unnest($areas) AS area_id)))
    AND (len($breakdowns) = 0 OR f.breakdown IN (SELECT TRY_CAST(unnest($breakdowns) AS breakdown_name)))
ORDER BY f.indicator::VARCHAR, f.breakdown::VARCHAR, f.area_code::VARCHAR, f.year;
