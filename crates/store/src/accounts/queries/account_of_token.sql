SELECT users.id, users.username, users.role, users.unit, users.area_unit, users.subject, users.display_name,
       tokens.id AS key, tokens.expires_at
FROM tokens
JOIN users ON users.id = tokens.user_id
WHERE tokens.digest = $1
  AND tokens.revoked_at IS NULL
  AND users.disabled_at IS NULL
