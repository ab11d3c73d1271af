-- Halving: recorded at `low` by $2 at the latest, at `high` later. Then back from there to the first that was by $1.
WITH RECURSIVE search (low, high) AS (
    SELECT 0::bigint, coalesce(max(position), 0) + 1 FROM events
    UNION ALL
    SELECT CASE WHEN probe.recorded_at <= $2 THEN probe.position ELSE low END,
           CASE WHEN probe.recorded_at <= $2 THEN high ELSE probe.position END
    FROM search
    JOIN events AS probe ON probe.position = (low + high) / 2
    WHERE high - low > 1
)
SELECT coalesce((
    SELECT position
    FROM events
    WHERE position <= (SELECT max(low) FROM search) AND recorded_at <= $1
    ORDER BY position DESC
    LIMIT 1
), 0) AS "position!"
