-- What another case has taken meanwhile is left alone, and missing in the answer. The rows are locked in one order, so that
-- two commands that name the same photographs wait for each other instead of holding each other up.
WITH named AS (
    SELECT photos.id, given.sealed_key
    FROM unnest($1::uuid[], $2::bytea[]) AS given (id, sealed_key)
    JOIN photos ON photos.id = given.id
    ORDER BY photos.id
    FOR UPDATE OF photos
)
UPDATE photos
SET sealed_key  = named.sealed_key,
    subject     = $3,
    case_id     = $4,
    unit        = coalesce(photos.unit, $5),
    reserved_at = $6
FROM named
WHERE photos.id = named.id
  AND (photos.case_id IS NULL OR photos.case_id = $4)
RETURNING photos.id
