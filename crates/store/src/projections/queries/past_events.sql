-- Case by case, each in its order: a probe of the key per case, see cases_history.sql.
SELECT event.stream_id, event.version, event.position, event.stream_type, event.event_type, event.payload
FROM unnest($1::uuid[]) AS wanted (stream_id)
CROSS JOIN LATERAL (
    SELECT stream_id, version, position, stream_type, event_type, payload
    FROM events
    WHERE stream_id = wanted.stream_id AND position <= $2
    ORDER BY version
) AS event
