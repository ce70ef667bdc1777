-- One row per source compared, most revised first: which areas and periods it has observations for, and how many, before and now.
SELECT
    source,
    sum(before)::BIGINT AS before,
    sum(now)::BIGINT AS now,
    count(DISTINCT area_code) FILTER (WHERE before > 0) AS areas_before,
    count(DISTINCT area_code) FILTER (WHERE now > 0) AS areas_now,
    coalesce(list_sort(list(DISTINCT period) FILTER (WHERE before > 0)), []) AS periods_before,
    coalesce(list_sort(list(DISTINCT period) FILTER (WHERE now > 0)), []) AS periods_now
FROM counts
GROUP BY source
ORDER BY sum(revised) DESC, source;
