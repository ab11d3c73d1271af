SELECT position, occurred_at, recorded_at, version, command_ordinal, stream_id, command_id,
       stream_type, event_type, metadata, payload, leaf_hash
FROM unnest($1::uuid[], $2::integer[]) AS wanted (stream, after)
JOIN events ON stream_id = wanted.stream AND version > wanted.after
ORDER BY stream_id, version
