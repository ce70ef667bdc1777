-- One row per indicator, breakdown, area and period, oldest first: what every comparison is made from. $indicators, $breakdowns,
-- $first_years and $last_years go together, one of each a series; no areas named means all of them.
-- The columns are the fields of metrics.results.Fact, in their order.
WITH wanted AS (
    SELECT
        TRY_CAST(unnest($indicators) AS indicator_id) AS indicator,
        TRY_CAST(unnest($breakdowns) AS breakdown_name) AS breakdown,
        unnest($first_years)::SMALLINT AS first_year,
        unnest($last_years)::SMALLINT AS last_year
),
places AS (
    SELECT TRY_CAST(unnest($areas) AS area_id) AS area_code
)
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
JOIN wanted AS w
    ON w.indicator = f.indicator AND w.breakdown = f.breakdown AND f.year BETWEEN w.first_year AND w.last_year
WHERE len($areas) = 0 OR f.area_code IN (SELECT area_code FROM places)
ORDER BY f.year;
