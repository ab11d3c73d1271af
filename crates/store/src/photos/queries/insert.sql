INSERT INTO photos (id, sealed_key, sha256, width, height, likeness, created_at, picture, thumbnail)
VALUES ($1, $2, $3, $4, $5, $6::bigint::bit(64), $7, $8, $9)
