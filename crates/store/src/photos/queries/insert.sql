-- Only where those that nobody uses leave room. Several at once may each find the last place: by as many the bound is exceeded.
INSERT INTO photos (id, sealed_key, sha256, width, height, likeness, created_at, picture, thumbnail)
SELECT $1::uuid, $2::bytea, $3::bytea, $4::integer, $5::integer, $6::bigint::bit(64), $7::timestamptz, $8::bytea, $9::bytea
FROM (
    SELECT count(*) AS photos, coalesce(sum(octet_length(picture) + octet_length(thumbnail)), 0) AS bytes
    FROM (SELECT picture, thumbnail FROM photos WHERE case_id IS NULL LIMIT $10) AS counted
) AS unused
WHERE unused.photos < $10
  AND unused.bytes < $11::bigint
