DELETE FROM photos
WHERE id IN (
    SELECT id
    FROM photos
    WHERE case_id IS NULL
      AND created_at < $1
    ORDER BY created_at
    LIMIT $2
    FOR UPDATE SKIP LOCKED
)
