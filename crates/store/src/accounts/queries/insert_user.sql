INSERT INTO users (id, username, password_hash, role, unit, area_unit, display_name, subject, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (username) DO NOTHING
