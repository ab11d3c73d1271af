-- Makes the persons that are not there yet; a telephone number that is already known makes nobody.
INSERT INTO vault_subjects (subject, wrapped_key, key_id, phone_index)
SELECT proposed.subject, proposed.wrapped_key, $4, proposed.phone_index
FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS proposed (subject, wrapped_key, phone_index)
WHERE EXISTS (SELECT FROM vault_keys WHERE key_id = $4)
ON CONFLICT (phone_index) WHERE phone_index IS NOT NULL DO NOTHING
RETURNING subject
