SELECT id, username, role, unit, area_unit, subject, display_name, created_at, disabled_at
FROM users
WHERE username > $1
  AND ($2::text IS NULL OR strpos(username, $2) > 0 OR strpos(lower(display_name), $2) > 0)
  AND ($3::text IS NULL OR role = $3)
  AND ($4::boolean IS NULL OR (disabled_at IS NULL) = $4)
ORDER BY username
LIMIT $5
