INSERT INTO backlog_sums (department, state, judged_at, counts)
SELECT department, state, $4, counts::bigint[]
FROM unnest($1::text[], $2::text[], $3::text[]) AS fresh (department, state, counts)
ON CONFLICT (department, state) DO UPDATE SET judged_at = EXCLUDED.judged_at, counts = EXCLUDED.counts
