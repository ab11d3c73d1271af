-- The case's, or of it the one that was reserved at this instant.
UPDATE photos
SET case_id       = NULL,
    unit          = NULL,
    reserved_at   = NULL,
    given_back_at = $2
WHERE case_id = $1
  AND NOT settled
  AND ($3::uuid IS NULL OR (id = $3 AND reserved_at = $4::timestamptz))
