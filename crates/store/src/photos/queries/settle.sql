UPDATE photos
SET settled    = true,
    subject    = $3,
    sealed_key = $4
WHERE id = $1
  AND NOT settled
  AND reserved_at = $2
