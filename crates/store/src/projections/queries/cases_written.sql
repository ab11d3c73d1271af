SELECT id, version
FROM cases
WHERE id = ANY ($1)
