-- The first key file of a database without any. A database that already sealed for somebody has lost its list
-- of key files, and must not take a new one for the old.
INSERT INTO vault_keys (key_id, proof)
SELECT $1, $2
WHERE NOT EXISTS (SELECT FROM vault_keys)
  AND NOT EXISTS (SELECT FROM vault_subjects)
ON CONFLICT (key_id) DO NOTHING
