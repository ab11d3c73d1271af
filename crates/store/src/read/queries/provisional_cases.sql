SELECT DISTINCT case_id
FROM provisional_deadlines
WHERE year = ANY ($1)
  AND open_until >= $2
  AND case_id > $3
ORDER BY case_id
LIMIT $4
