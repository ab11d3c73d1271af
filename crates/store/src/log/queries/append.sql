SELECT outcome AS "outcome!", first_position, stream_version AS "stream_version!", event_count AS "event_count!"
FROM append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
