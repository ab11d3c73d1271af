SELECT command_id, position, metadata
FROM events
WHERE command_id = ANY ($1) AND command_ordinal = 0
