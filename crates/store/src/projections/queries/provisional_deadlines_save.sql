INSERT INTO provisional_deadlines (case_id, dispatch_id, clock, year, open_until)
SELECT case_id, dispatch_id, clock, year, open_until
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::timestamptz[])
    AS fresh (case_id, dispatch_id, clock, year, open_until)
ON CONFLICT (case_id, dispatch_id, clock) DO UPDATE SET year = EXCLUDED.year, open_until = EXCLUDED.open_until
