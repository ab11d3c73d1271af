SELECT id, subject, sealed_key, sha256, case_id
FROM photos
WHERE id = ANY ($1)
