DELETE FROM case_registers AS entry
USING unnest($1::text[], $2::uuid[]) AS gone (register, case_id)
WHERE entry.register = gone.register
  AND entry.case_id = gone.case_id
