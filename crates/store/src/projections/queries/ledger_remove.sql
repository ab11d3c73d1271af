DELETE FROM ledger AS entry
USING unnest($1::uuid[], $2::integer[]) AS gone (case_id, line)
WHERE entry.case_id = gone.case_id
  AND entry.line = gone.line
