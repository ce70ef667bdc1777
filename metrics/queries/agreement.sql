-- One row per indicator and level of area: how many facts, of every vintage, round to the published figure, how many miss it
-- by no more than counts rounded to 10 allow, and how many differ for another reason.
WITH compared AS (
    SELECT
        f.indicator::VARCHAR AS indicator,
        a.level,
        f.agrees,
        -- Each count may be up to 5 away from the one that the publisher divided.
        NOT f.agrees
            AND a.level <> 'Local authority'
            AND f.published_value + s.half_unit >= (f.numerator - 5) / (f.denominator + 5) * s.per
            AND f.published_value - s.half_unit <= (f.numerator + 5) / (f.denominator - 5) * s.per AS within_rounding
    FROM facts AS f
    JOIN areas AS a
        ON a.area_code = f.area_code::VARCHAR
    JOIN (SELECT slices.*, 0.5 / 10 ** decimals AS half_unit FROM slices) AS s
        ON s.indicator = f.indicator::VARCHAR AND s.breakdown = f.breakdown::VARCHAR
    WHERE f.agrees IS NOT NULL
)
SELECT
    indicator,
    level,
    count(*) FILTER (WHERE agrees) AS agree,
    count(*) FILTER (WHERE within_rounding) AS within_rounding,
    count(*) FILTER (WHERE NOT agrees AND NOT coalesce(within_rounding, false)) AS differ
FROM compared
GROUP BY indicator, level
ORDER BY indicator, level;
