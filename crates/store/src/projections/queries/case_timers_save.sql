INSERT INTO case_timers (case_id, due_at)
SELECT case_id, due_at
FROM unnest($1::uuid[], $2::timestamptz[]) AS fresh (case_id, due_at)
ON CONFLICT (case_id) DO UPDATE SET due_at = EXCLUDED.due_at
