INSERT INTO case_units (listed_at, case_id, relation, unit)
SELECT listed_at, case_id, relation, unit
FROM unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::text[]) AS fresh (listed_at, case_id, relation, unit)
ON CONFLICT DO NOTHING
