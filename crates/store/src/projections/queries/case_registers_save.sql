INSERT INTO case_registers (register, case_id, since, due_at, unit)
SELECT register, case_id, since, due_at, unit
FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::text[])
     AS fresh (register, case_id, since, due_at, unit)
ON CONFLICT (register, case_id) DO UPDATE SET
    since = EXCLUDED.since,
    due_at = EXCLUDED.due_at,
    unit = EXCLUDED.unit
