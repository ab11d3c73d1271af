SELECT id, case_id AS "case!", reserved_at AS "reserved_at!"
FROM photos
WHERE case_id IS NOT NULL
  AND NOT settled
  AND reserved_at < $1
  AND ($2::timestamptz IS NULL OR (reserved_at, id) > ($2, $3::uuid))
ORDER BY reserved_at, id
LIMIT $4
