-- One row per indicator, breakdown and period of one authority: its fact, and its neighbours, region and England beside it.
-- A neighbour without a figure counts in neither n nor the benchmark; `among` has the ten values, nearest first, NULL where missing.
WITH known AS (
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
    WHERE list_contains($indicators, f.indicator::VARCHAR)
        AND list_contains($breakdowns, f.breakdown::VARCHAR)
        AND f.year BETWEEN $first_year AND $last_year
),
own AS (
    SELECT known.* FROM known WHERE known.area_code = $area
),
listed AS (
    SELECT
        own.indicator,
        own.breakdown,
        own.year,
        own.value AS own_value,
        n.position,
        k.value,
        k.numerator,
        k.denominator
    FROM own
    CROSS JOIN neighbours AS n
    LEFT JOIN known AS k
        ON k.indicator = own.indicator
        AND k.breakdown = own.breakdown
        AND k.year = own.year
        AND k.area_code::VARCHAR = n.neighbour_code
    WHERE n.edition = $edition AND n.area_code = $area
),
beside AS (
    SELECT
        indicator,
        breakdown,
        year,
        count(*) AS of_neighbours,
        count(value) AS n,
        median(value) AS median,
        avg(value) AS mean,
        sum(numerator) FILTER (WHERE denominator > 0 AND value IS NOT NULL)
            / nullif(sum(denominator) FILTER (WHERE numerator IS NOT NULL AND value IS NOT NULL), 0) AS pooled_share,
        count(*) FILTER (WHERE value < own_value) AS lower_n,
        count(*) FILTER (WHERE value = own_value) AS same_n,
        count(*) FILTER (WHERE value > own_value) AS higher_n,
        list(value ORDER BY position) AS among
    FROM listed
    GROUP BY indicator, breakdown, year
)
SELECT
    own.*,
    coalesce(b.of_neighbours, 0) AS of_neighbours,
    coalesce(b.n, 0) AS n,
    b.median,
    b.mean,
    b.pooled_share * s.per AS pooled,
    coalesce(b.lower_n, 0) AS lower_n,
    coalesce(b.same_n, 0) AS same_n,
    coalesce(b.higher_n, 0) AS higher_n,
    b.among,
    r.value AS region_value,
    r.status AS region_status,
    e.value AS england_value,
    e.status AS england_status
FROM own
JOIN slices AS s
    ON s.indicator = own.indicator::VARCHAR AND s.breakdown = own.breakdown::VARCHAR
LEFT JOIN beside AS b
    ON b.indicator = own.indicator AND b.breakdown = own.breakdown AND b.year = own.year
LEFT JOIN known AS r
    ON r.area_code::VARCHAR = $region AND r.indicator = own.indicator AND r.breakdown = own.breakdown AND r.year = own.year
LEFT JOIN known AS e
    ON e.area_code::VARCHAR = $england AND e.indicator = own.indicator AND e.breakdown = own.breakdown AND e.year = own.year
ORDER BY own.indicator::VARCHAR, own.breakdown::VARCHAR, own.year;
