-- joined: one row per observation of one source, of the periods in $periods, that either snapshot holds as now: the newest release of each area, period,
-- breakdown and measure. The views old_observations and new_observations are the source's files; either may be empty.
CREATE OR REPLACE TEMP TABLE joined AS
WITH old AS (
    SELECT
        area_code,
        period,
        breakdown,
        measure,
        max_by({'value': value, 'status': status}, published_on) AS figure,
        max(published_on) AS published_on
    FROM old_observations
    WHERE list_contains($periods, period)
    GROUP BY ALL
),
new AS (
    SELECT
        area_code,
        period,
        breakdown,
        measure,
        max_by({'value': value, 'status': status}, published_on) AS figure,
        max(published_on) AS published_on
    FROM new_observations
    WHERE list_contains($periods, period)
    GROUP BY ALL
),
-- What a newer release states again in some areas, and the release that stated it last: an area of that release which is not in
-- the newer one was left out. A label that is not printed any more, anywhere, is not.
restated AS (
    SELECT
        period,
        breakdown,
        measure,
        max(old.published_on) AS last_published_on
    FROM new
    JOIN old
        USING (area_code, period, breakdown, measure)
    WHERE new.published_on > old.published_on
    GROUP BY period, breakdown, measure
)
SELECT
    coalesce(new.area_code, old.area_code) AS area_code,
    coalesce(new.period, old.period) AS period,
    coalesce(new.breakdown, old.breakdown) AS breakdown,
    coalesce(new.measure, old.measure) AS measure,
    old.figure.value AS old_value,
    old.figure.status AS old_status,
    new.figure.value AS new_value,
    new.figure.status AS new_status,
    CASE
        WHEN old.figure IS NULL THEN 'added'
        WHEN new.figure IS NULL THEN 'removed'
        WHEN new.figure IS DISTINCT FROM old.figure THEN 'revised'
        ELSE 'same'
    END AS kind,
    coalesce(new.published_on > old.published_on, FALSE) AS is_restated,
    coalesce(new.published_on <= old.published_on AND old.published_on = restated.last_published_on, FALSE) AS is_left_out
FROM old
FULL JOIN new
    USING (area_code, period, breakdown, measure)
LEFT JOIN restated
    USING (period, breakdown, measure);
