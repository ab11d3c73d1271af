SELECT id, case_id AS "case!", reserved_at AS "reserved_at!"
FROM photos
WHERE case_id IS NOT NULL
  AND NOT settled
  AND reserved_at < $1
ORDER BY reserved_at
LIMIT $2
