SELECT position, occurred_at, recorded_at, version, command_ordinal, stream_id, command_id,
       stream_type, event_type, metadata, payload, leaf_hash
FROM events
WHERE stream_id = $1 AND position <= $2
ORDER BY version
