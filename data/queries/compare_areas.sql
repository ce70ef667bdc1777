-- One row per source and area, most revised first. The columns are the fields of data.compared.AreaChange.
SELECT
    c.source,
    c.area_code,
    sum(c.before)::BIGINT AS before,
    sum(c.now)::BIGINT AS now,
    sum(c.added)::BIGINT AS added,
    sum(c.removed)::BIGINT AS removed,
    sum(c.revised)::BIGINT AS revised,
    sum(c.restated)::BIGINT AS restated,
    sum(c.left_out)::BIGINT AS left_out,
    coalesce(any_value(l.large), 0) AS large
FROM counts AS c
LEFT JOIN (
    SELECT source, area_code, count(*) AS large FROM differences WHERE is_large GROUP BY source, area_code
) AS l
    ON l.source = c.source AND l.area_code = c.area_code
GROUP BY c.source, c.area_code
ORDER BY c.source, revised DESC, c.area_code;
