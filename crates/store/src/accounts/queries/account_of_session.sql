SELECT users.id, users.username, users.role, users.unit, users.area_unit, users.subject, users.display_name,
       sessions.last_seen_at, sessions.expires_at
FROM sessions
JOIN users ON users.id = sessions.user_id
WHERE sessions.digest = $1
  AND users.disabled_at IS NULL
