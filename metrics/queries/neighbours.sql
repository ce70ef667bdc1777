-- One row per statistical neighbour of one authority in one edition, nearest first.
SELECT
    position,
    neighbour_code,
    closeness
FROM neighbours
WHERE edition = $edition AND area_code = $area
ORDER BY position;
