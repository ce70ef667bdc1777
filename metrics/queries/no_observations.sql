-- observations: no row, for a snapshot that holds lists of neighbours only. The columns are those of data.observe.SCHEMA.
CREATE VIEW observations AS
SELECT
    NULL::VARCHAR AS source,
    NULL::VARCHAR AS release,
    NULL::DATE AS published_on,
    NULL::VARCHAR AS area_code,
    NULL::VARCHAR AS period,
    NULL::VARCHAR AS breakdown,
    NULL::VARCHAR AS measure,
    NULL::DOUBLE AS value,
    NULL::VARCHAR AS status,
    NULL::VARCHAR AS joint_with
WHERE false;
