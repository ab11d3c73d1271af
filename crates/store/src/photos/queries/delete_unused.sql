DELETE FROM photos
WHERE id IN (
    SELECT id
    FROM photos
    WHERE case_id IS NULL
      AND created_at < $1
      AND (given_back_at IS NULL OR given_back_at < $2)
    ORDER BY created_at
    LIMIT $3
    FOR UPDATE SKIP LOCKED
)
