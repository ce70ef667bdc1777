-- One row per difference: revisions first, the largest of them in front, then what was removed, then what was added.
-- An empty $source means all of them; $most is how many rows are wanted. The columns are the fields of data.compared.Difference.
SELECT
    source,
    area_code,
    period,
    breakdown,
    measure,
    kind,
    old_value,
    old_status,
    new_value,
    new_status
FROM differences
WHERE ($source = '' OR source = $source)
    AND ($area_code = '' OR area_code = $area_code)
    AND ($kind = '' OR kind = $kind)
ORDER BY
    array_position(['revised', 'removed', 'added'], kind),
    is_large DESC,
    size DESC,
    source,
    area_code,
    period,
    breakdown,
    measure
LIMIT $most;
