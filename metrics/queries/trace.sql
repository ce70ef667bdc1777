-- One row per observation that a figure is made of, as it was published: those with one of $measures and one of $breakdowns,
-- of one area and the year in which the period ends, in the newest release by $day. `observations` is the source's file.
SELECT
    source,
    release,
    published_on,
    area_code,
    period,
    breakdown,
    measure,
    value,
    status,
    joint_with
FROM observations
WHERE area_code = $area
    AND CAST(left(period, 4) AS INTEGER) + CAST(length(period) > 4 AS INTEGER) = $year
    AND list_contains($breakdowns, breakdown)
    AND list_contains($measures, measure)
    AND published_on <= $day
QUALIFY published_on = max(published_on) OVER ()
ORDER BY breakdown, measure;
