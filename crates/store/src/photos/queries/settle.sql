UPDATE photos
SET settled     = $3,
    case_id     = CASE WHEN $3 THEN case_id END,
    unit        = CASE WHEN $3 THEN unit END,
    reserved_at = CASE WHEN $3 THEN reserved_at END
WHERE id = $1
  AND NOT settled
  AND reserved_at = $2
