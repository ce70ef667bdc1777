-- Of `joined`, keep every difference and, per area and period, the counts that limits are set on; $source names the source.
-- Large: the figure moved by more than 5 and by more than a quarter. Size orders revisions of unlike figures: a count moves by
-- about its square root without anything being wrong.
INSERT INTO differences
SELECT
    $source,
    area_code,
    period,
    breakdown,
    measure,
    kind,
    old_value,
    old_status,
    new_value,
    new_status,
    coalesce(abs(new_value - old_value) > 5 AND abs(new_value - old_value) > abs(old_value) / 4, FALSE) AS is_large,
    coalesce(abs(new_value - old_value) / sqrt(greatest(abs(new_value), abs(old_value), 1)), 0) AS size
FROM joined
WHERE kind <> 'same';

INSERT INTO counts
SELECT
    $source,
    area_code,
    period,
    count(*) FILTER (WHERE old_status IS NOT NULL),
    count(*) FILTER (WHERE new_status IS NOT NULL),
    count(*) FILTER (WHERE kind = 'added'),
    count(*) FILTER (WHERE kind = 'removed'),
    count(*) FILTER (WHERE kind = 'revised'),
    count(*) FILTER (WHERE is_restated),
    count(*) FILTER (WHERE is_left_out)
FROM joined
GROUP BY area_code, period;
