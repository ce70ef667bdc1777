-- One row per vintage of one indicator, breakdown, area and period, oldest first: from which day it was known, and until when.
-- `chosen` marks the one that is known on $day, or the first where $first.
SELECT
    numerator,
    denominator,
    value,
    status::VARCHAR AS status,
    published_value,
    release::VARCHAR AS release,
    published_on,
    known_from,
    known_until,
    joint_with::VARCHAR AS joint_with,
    CASE WHEN $first THEN is_first ELSE known_from <= $day AND $day < known_until END AS chosen
FROM facts
WHERE indicator::VARCHAR = $indicator
    AND breakdown::VARCHAR = $breakdown
    AND area_code::VARCHAR = $area
    AND period::VARCHAR = $period
ORDER BY known_from;
