-- One row per period that either file of a source holds observations of, with how many, in order.
SELECT
    period,
    count(*) AS observations
FROM (
    SELECT period FROM old_observations
    UNION ALL
    SELECT period FROM new_observations
)
GROUP BY period
ORDER BY period;
