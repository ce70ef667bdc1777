-- One row per authority and statistical neighbour in one edition, nearest first.
SELECT
    area_code,
    neighbour_code,
    closeness
FROM neighbours
WHERE edition = $edition
ORDER BY area_code, position;
