-- A probe of the key per case: the sort within keeps the planner from joining by reading all of the log.
SELECT event.stream_id, event.version, event.position, event.stream_type, event.event_type, event.payload
FROM unnest($1::uuid[], $2::integer[], $3::integer[]) AS wanted (stream_id, after, through)
CROSS JOIN LATERAL (
    SELECT stream_id, version, position, stream_type, event_type, payload
    FROM events
    WHERE stream_id = wanted.stream_id AND version > wanted.after AND version <= wanted.through
    ORDER BY version
) AS event
