SELECT position, occurred_at, recorded_at, version, command_ordinal, stream_id, command_id,
       stream_type, event_type, metadata, payload, leaf_hash
FROM events
WHERE stream_id = $1 AND version > $2 AND version <= $3
ORDER BY version
