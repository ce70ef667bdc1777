-- facts: one row per indicator, breakdown, area, period and vintage. A vintage is known from one day until the day before the next.
-- `wanted` (indicator, breakdown, role, terms, source, text, measure, years_before) says which observations make what;
-- `slices` (indicator, breakdown, period_kind, per, divides, decimals) says how; `weights` ranks the statuses.
CREATE TABLE facts AS
WITH observed AS (
    SELECT
        w.indicator,
        w.breakdown,
        w.role,
        o.source,
        o.area_code,
        o.period,
        CAST(left(o.period, 4) AS INTEGER) + CAST(length(o.period) > 4 AS INTEGER) + w.years_before AS year,
        o.published_on,
        any_value(o.release) AS release,
        CASE
            WHEN count(*) = any_value(w.terms) AND bool_and(o.status = 'published') THEN sum(o.value)
        END AS value,
        -- 'published' weighs least, so it is the word of a sum only where it is that of every part.
        CASE
            WHEN count(*) < any_value(w.terms)
                AND min(s.weight) > (SELECT weight FROM weights WHERE status = 'not_available') THEN 'not_available'
            ELSE arg_min(o.status, s.weight)
        END AS status,
        max(o.joint_with) AS joint_with
    FROM observations AS o
    JOIN wanted AS w
        ON w.source = o.source AND w.text = o.breakdown AND w.measure = o.measure
    JOIN weights AS s
        ON s.status = o.status
    GROUP BY ALL
),
held AS (
    SELECT
        observed.*,
        coalesce(
            lead(published_on) OVER (PARTITION BY indicator, breakdown, role, area_code, year ORDER BY published_on),
            DATE '9999-12-31'
        ) AS until
    FROM observed
),
joined AS (
    SELECT
        l.indicator,
        l.breakdown,
        l.area_code,
        l.period,
        l.year,
        p.period_kind,
        p.per,
        p.decimals,
        p.divides,
        l.role = 'numerator' AS is_count,
        l.value AS lead_value,
        l.status AS lead_status,
        d.value AS denominator,
        d.status AS denominator_status,
        r.value AS published_value,
        r.status AS published_status,
        d.source <> l.source AS from_elsewhere,
        l.release,
        l.published_on,
        greatest(l.published_on, coalesce(d.published_on, l.published_on)) AS known_from,
        CASE WHEN d.source IS DISTINCT FROM l.source THEN least(l.until, coalesce(d.until, l.until)) ELSE l.until END AS known_until,
        l.joint_with
    FROM held AS l
    JOIN slices AS p
        ON p.indicator = l.indicator AND p.breakdown = l.breakdown
    LEFT JOIN held AS d
        ON d.role = 'denominator'
        AND d.indicator = l.indicator
        AND d.breakdown = l.breakdown
        AND d.area_code = l.area_code
        AND d.year = l.year
        AND CASE
            WHEN d.source = l.source THEN d.published_on = l.published_on
            ELSE d.published_on < l.until AND l.published_on < d.until
        END
    LEFT JOIN held AS r
        ON r.role = 'published'
        AND r.indicator = l.indicator
        AND r.breakdown = l.breakdown
        AND r.area_code = l.area_code
        AND r.year = l.year
        AND r.published_on = l.published_on
    WHERE l.role IN ('numerator', 'value')
),
stated AS (
    SELECT
        joined.*,
        CASE
            WHEN lead_status <> 'published' THEN lead_status
            WHEN divides AND denominator_status IS NULL THEN 'not_available'
            WHEN divides AND denominator_status <> 'published' THEN denominator_status
            -- A share or a mean of nobody is no figure, though some publishers print 0.
            WHEN denominator = 0 THEN 'not_applicable'
            -- What its publisher hides is not worked out from the counts beside it.
            WHEN published_status = 'suppressed' THEN 'suppressed'
            ELSE 'published'
        END AS status,
        CASE WHEN divides THEN lead_value * per / nullif(denominator, 0) ELSE lead_value END AS recomputed
    FROM joined
    -- A figure made from two tables is not held before both are.
    QUALIFY denominator_status IS NOT NULL
        OR NOT bool_or(coalesce(from_elsewhere, false)) OVER (PARTITION BY indicator, breakdown, area_code, year)
)
SELECT
    indicator,
    breakdown,
    area_code,
    period,
    year,
    period_kind,
    CASE WHEN is_count THEN lead_value END AS numerator,
    denominator,
    CASE
        WHEN status <> 'published' THEN NULL
        -- Counts rounded to 10 cannot always give back the percentage made from exact ones: then the published one is right.
        WHEN round(recomputed, decimals) <> published_value THEN published_value
        ELSE recomputed
    END AS value,
    status,
    published_value,
    CASE WHEN status = 'published' AND published_value IS NOT NULL THEN round(recomputed, decimals) = published_value END AS agrees,
    release,
    published_on,
    known_from,
    known_until,
    known_from = min(known_from) OVER (PARTITION BY indicator, breakdown, area_code, period) AS is_first,
    joint_with
FROM stated
WHERE known_from < known_until
ORDER BY indicator, breakdown, area_code, period, known_from;
