-- One row per edition of the statistical neighbours, oldest first, with the day it was published.
SELECT
    edition,
    max(published_on) AS published_on
FROM neighbours
GROUP BY edition
ORDER BY edition;
