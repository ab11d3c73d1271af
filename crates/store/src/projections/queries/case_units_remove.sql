DELETE FROM case_units AS listed
USING unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::text[]) AS gone (listed_at, case_id, relation, unit)
WHERE listed.unit = gone.unit
  AND listed.relation = gone.relation
  AND listed.listed_at = gone.listed_at
  AND listed.case_id = gone.case_id
