-- One row per indicator, kind of area and answer: how many facts, of every vintage, round to the published figure and how many do not.
SELECT
    f.indicator::VARCHAR AS indicator,
    a.level,
    f.agrees,
    count(*) AS facts
FROM facts AS f
JOIN areas AS a
    ON a.area_code = f.area_code::VARCHAR
WHERE f.agrees IS NOT NULL
GROUP BY ALL
ORDER BY ALL;
