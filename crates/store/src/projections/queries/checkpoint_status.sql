SELECT checkpoint.name, checkpoint.position, checkpoint.halted, log.head - checkpoint.position AS "lag_events!",
       oldest.recorded_at AS "waiting_since?"
FROM projection_checkpoints AS checkpoint
CROSS JOIN (SELECT coalesce(max(position), 0) AS head FROM events) AS log
LEFT JOIN events AS oldest ON oldest.position = checkpoint.position + 1
ORDER BY checkpoint.name
