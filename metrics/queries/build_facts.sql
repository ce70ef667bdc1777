-- facts: one row per indicator, breakdown, area, period and vintage. A vintage is known from one day until the day before the next.
-- `wanted` (slice, role, terms, source, text, measure, years_before) says which observations make what; `slices` (slice,
-- indicator, breakdown, period_kind, per, divides, decimals) says how; `weights` ranks the statuses, the weightiest first.
-- Text becomes ENUM before anything is joined: small integers to compare, and a tenth of the memory.
-- '' is in each type, since a type cannot be without words: a snapshot may hold no table that the catalogue reads.
CREATE TYPE indicator_id AS ENUM (SELECT '' UNION SELECT indicator FROM slices ORDER BY 1);
CREATE TYPE breakdown_name AS ENUM (SELECT '' UNION SELECT breakdown FROM slices ORDER BY 1);
CREATE TYPE period_kind_name AS ENUM (SELECT '' UNION SELECT period_kind FROM slices ORDER BY 1);
CREATE TYPE source_id AS ENUM (SELECT '' UNION SELECT source FROM wanted ORDER BY 1);
CREATE TYPE area_id AS ENUM (SELECT '' UNION SELECT area_code FROM observations ORDER BY 1);
CREATE TYPE period_name AS ENUM (SELECT '' UNION SELECT period FROM observations ORDER BY 1);
CREATE TYPE release_name AS ENUM (SELECT '' UNION SELECT release FROM observations ORDER BY 1);
CREATE TYPE joint_name AS ENUM (SELECT '' UNION SELECT joint_with FROM observations WHERE joint_with IS NOT NULL ORDER BY 1);
CREATE TYPE status_word AS ENUM (SELECT status FROM weights ORDER BY weight);

-- One row per slice, role, area, period and release: what an observation is to an indicator.
CREATE TABLE terms AS
SELECT
    w.slice,
    w.role,
    w.terms,
    o.source::source_id AS source,
    o.area_code::area_id AS area_code,
    o.period::period_name AS period,
    (CAST(left(o.period, 4) AS INTEGER) + CAST(length(o.period) > 4 AS INTEGER) + w.years_before)::SMALLINT AS year,
    o.published_on,
    o.release::release_name AS release,
    o.value,
    o.status::status_word AS status,
    o.joint_with::joint_name AS joint_with
FROM observations AS o
JOIN wanted AS w
    ON w.source = o.source AND w.text = o.breakdown AND w.measure = o.measure;

-- One row per slice, role, area, period and release: labels that are summed are one, unknown if any part is hidden or not there.
CREATE TABLE held AS
WITH observed AS (
    SELECT slice, role, source, area_code, period, year, published_on, release, value, status, joint_with
    FROM terms
    WHERE terms = 1
    UNION ALL
    SELECT
        slice,
        role,
        source,
        area_code,
        period,
        year,
        published_on,
        any_value(release),
        CASE WHEN count(*) = any_value(terms) AND bool_and(status = 'published') THEN sum(value) END,
        -- 'published' weighs least, so it is the word of a sum only where it is that of every part.
        CASE WHEN count(*) < any_value(terms) THEN least(min(status), 'not_available'::status_word) ELSE min(status) END,
        max(joint_with)
    FROM terms
    WHERE terms > 1
    GROUP BY slice, role, source, area_code, period, year, published_on
)
SELECT
    slice,
    role,
    source,
    area_code,
    period,
    year,
    published_on,
    release,
    value,
    status,
    joint_with,
    coalesce(
        lead(published_on) OVER (PARTITION BY slice, role, area_code, year ORDER BY published_on), DATE '9999-12-31'
    ) AS until
FROM observed;
DROP TABLE terms;

CREATE TABLE facts AS
WITH joined AS (
    SELECT
        l.slice,
        l.area_code,
        l.period,
        l.year,
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
        ON p.slice = l.slice
    LEFT JOIN held AS d
        ON d.role = 'denominator'
        AND d.slice = l.slice
        AND d.area_code = l.area_code
        AND d.year = l.year
        AND CASE
            WHEN d.source = l.source THEN d.published_on = l.published_on
            ELSE d.published_on < l.until AND l.published_on < d.until
        END
    LEFT JOIN held AS r
        ON r.role = 'published'
        AND r.slice = l.slice
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
            WHEN divides AND denominator_status IS NULL THEN 'not_available'::status_word
            WHEN divides AND denominator_status <> 'published' THEN denominator_status
            -- A share or a mean of nobody is no figure, though some publishers print 0.
            WHEN denominator = 0 THEN 'not_applicable'::status_word
            -- What its publisher hides is not worked out from the counts beside it.
            WHEN published_status = 'suppressed' THEN 'suppressed'::status_word
            ELSE 'published'::status_word
        END AS status,
        CASE WHEN divides THEN lead_value * per / nullif(denominator, 0) ELSE lead_value END AS recomputed
    FROM joined
    -- A figure made from two tables is not held before both are.
    QUALIFY denominator_status IS NOT NULL
        OR NOT bool_or(coalesce(from_elsewhere, false)) OVER (PARTITION BY slice, area_code, year)
)
SELECT
    p.indicator::indicator_id AS indicator,
    p.breakdown::breakdown_name AS breakdown,
    s.area_code,
    s.period,
    s.year,
    p.period_kind::period_kind_name AS period_kind,
    CASE WHEN s.is_count THEN s.lead_value END AS numerator,
    s.denominator,
    CASE
        WHEN s.status <> 'published' THEN NULL
        -- Counts rounded to 10 cannot always give back the percentage made from exact ones: then the published one is right.
        -- An exact half may be rounded either way by its publisher; the margin is for the last bit of a float.
        WHEN abs(s.recomputed - s.published_value) > 0.5 / 10 ** s.decimals + 1e-9 THEN s.published_value
        ELSE s.recomputed
    END AS value,
    s.status,
    s.published_value,
    CASE
        WHEN s.status = 'published' AND s.published_value IS NOT NULL
            THEN abs(s.recomputed - s.published_value) <= 0.5 / 10 ** s.decimals + 1e-9
    END AS agrees,
    s.release,
    s.published_on,
    s.known_from,
    s.known_until,
    s.known_from = min(s.known_from) OVER (PARTITION BY s.slice, s.area_code, s.period) AS is_first,
    s.joint_with
FROM stated AS s
JOIN slices AS p
    ON p.slice = s.slice
WHERE s.known_from < s.known_until
ORDER BY s.slice, s.area_code, s.year, s.known_from;
DROP TABLE held;
