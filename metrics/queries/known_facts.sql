-- facts_known(day, first): one row per indicator, breakdown, area and period, as known on a day or as first published.
CREATE MACRO facts_known(day, first_only) AS TABLE
SELECT
    indicator,
    breakdown,
    area_code,
    period,
    year,
    period_kind,
    numerator,
    denominator,
    value,
    status,
    published_value,
    release,
    published_on,
    joint_with
FROM facts
WHERE CASE WHEN first_only THEN is_first ELSE known_from <= day AND day < known_until END;
