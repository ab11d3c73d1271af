SELECT due_at, case_id
FROM case_timers
WHERE due_at <= $1
  AND (due_at, case_id) > ($2, $3)
ORDER BY due_at, case_id
LIMIT $4
