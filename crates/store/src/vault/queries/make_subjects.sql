-- The persons of telephone numbers that are known already, and new persons for the rest. A number that another
-- process is making at this moment gives no row: its person is younger than this statement's snapshot, and is
-- found by asking again.
WITH known AS (
    SELECT subject, wrapped_key, key_id, phone_index
    FROM vault_subjects
    WHERE phone_index = ANY ($3::bytea[])
), made AS (
    INSERT INTO vault_subjects (subject, wrapped_key, key_id, phone_index)
    SELECT proposed.subject, proposed.wrapped_key, $4, proposed.phone_index
    FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS proposed (subject, wrapped_key, phone_index)
    WHERE EXISTS (SELECT FROM vault_keys WHERE key_id = $4)
      AND NOT EXISTS (SELECT FROM known WHERE known.phone_index = proposed.phone_index)
    ON CONFLICT (phone_index) WHERE phone_index IS NOT NULL DO NOTHING
    RETURNING subject, wrapped_key, key_id, phone_index
)
SELECT subject AS "subject!", wrapped_key AS "wrapped_key!", key_id AS "key_id!", phone_index
FROM (TABLE known UNION ALL TABLE made) AS people
