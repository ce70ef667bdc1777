-- One row: the first and the last year in which a period of the named indicators ends; an empty list means all indicators.
SELECT
    min(year) AS first_year,
    max(year) AS last_year
FROM facts
WHERE len($indicators) = 0 OR list_contains($indicators, indicator::VARCHAR);
