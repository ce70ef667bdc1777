-- One row: whether there are facts of this indicator and breakdown.
SELECT count(*) > 0 AS held
FROM facts
WHERE indicator::VARCHAR = $indicator AND breakdown::VARCHAR = $breakdown;
