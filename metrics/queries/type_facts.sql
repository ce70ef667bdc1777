-- The text columns of `facts` as ENUM: a tenth of the memory, and comparisons of small integers. Same grain as before.
-- '' is in each, since a type cannot be without words: a snapshot may hold no table that the catalogue reads.
CREATE TYPE indicator_id AS ENUM (SELECT '' UNION SELECT indicator FROM facts ORDER BY 1);
CREATE TYPE breakdown_name AS ENUM (SELECT '' UNION SELECT breakdown FROM facts ORDER BY 1);
CREATE TYPE area_id AS ENUM (SELECT '' UNION SELECT area_code FROM facts ORDER BY 1);
CREATE TYPE period_name AS ENUM (SELECT '' UNION SELECT period FROM facts ORDER BY 1);
CREATE TYPE period_kind_name AS ENUM (SELECT '' UNION SELECT period_kind FROM facts ORDER BY 1);
CREATE TYPE status_word AS ENUM (SELECT '' UNION SELECT status FROM facts ORDER BY 1);
CREATE TYPE release_name AS ENUM (SELECT '' UNION SELECT release FROM facts ORDER BY 1);
CREATE TYPE joint_name AS ENUM (SELECT '' UNION SELECT joint_with FROM facts ORDER BY 1);
ALTER TABLE facts ALTER indicator TYPE indicator_id;
ALTER TABLE facts ALTER breakdown TYPE breakdown_name;
ALTER TABLE facts ALTER area_code TYPE area_id;
ALTER TABLE facts ALTER period TYPE period_name;
ALTER TABLE facts ALTER period_kind TYPE period_kind_name;
ALTER TABLE facts ALTER status TYPE status_word;
ALTER TABLE facts ALTER release TYPE release_name;
ALTER TABLE facts ALTER joint_with TYPE joint_name;

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
