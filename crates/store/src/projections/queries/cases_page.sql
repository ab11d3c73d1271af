SELECT stream_id, version, position, stream_type, event_type, payload
FROM events
WHERE (stream_id, version) > ($1, $2) AND position <= $3
ORDER BY stream_id, version
LIMIT $4
