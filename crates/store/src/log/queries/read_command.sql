-- The events of a command stand together: the first is found by the command's index, the rest by the stream's.
SELECT e.position, e.occurred_at, e.recorded_at, e.version, e.command_ordinal, e.stream_id, e.command_id,
       e.stream_type, e.event_type, e.metadata, e.payload, e.leaf_hash
FROM events AS first
JOIN events AS e ON e.stream_id = first.stream_id AND e.version >= first.version AND e.command_id = first.command_id
WHERE first.command_id = $1 AND first.command_ordinal = 0
ORDER BY e.version
