-- inspections: no row, for a snapshot that holds none, with the columns that questions read.
SELECT
    '' AS list,
    DATE '1970-01-01' AS published_on,
    '' AS area_code,
    DATE '1970-01-01' AS inspected_on,
    DATE '1970-01-01' AS reported_on,
    '' AS overall,
    '' AS children_in_care,
    '' AS care_leavers
WHERE false
