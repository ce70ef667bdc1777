-- One row per indicator, breakdown and area in one year each, for the areas named: what stands beside an authority's latest figures.
-- $indicators, $breakdowns and $years go together. The columns are the fields of metrics.results.Fact, in their order.
WITH wanted AS (
    SELECT
        TRY_CAST(unnest($indicators) AS indicator_id) AS indicator,
        TRY_CAST(unnest($breakdowns) AS breakdown_name) AS breakdown,
        unnest($years)::SMALLINT AS year
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
    ON w.indicator = f.indicator AND w.breakdown = f.breakdown AND w.year = f.year
JOIN places AS p
    ON p.area_code = f.area_code;
