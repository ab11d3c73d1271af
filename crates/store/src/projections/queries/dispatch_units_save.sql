INSERT INTO dispatch_units (listed_at, dispatch_id, unit)
SELECT coalesce(due_at, 'infinity'), dispatch_id, unit
FROM unnest($1::timestamptz[], $2::uuid[], $3::text[]) AS fresh (due_at, dispatch_id, unit)
ON CONFLICT DO NOTHING
