-- One row per authority named: its latest inspection in the newest list, with the date and the judgements that matter here.
SELECT
    area_code,
    inspected_on,
    reported_on,
    overall,
    children_in_care,
    care_leavers
FROM inspections
WHERE list = 'latest' AND published_on <= $day AND list_contains($areas, area_code)
QUALIFY row_number() OVER (PARTITION BY area_code ORDER BY published_on DESC) = 1;
