INSERT INTO policy_sets (version, document, loaded_at)
SELECT $1, $2, $3
WHERE NOT EXISTS (SELECT FROM policy_sets WHERE version >= $1)
ON CONFLICT (version) DO NOTHING
