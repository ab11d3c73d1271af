SELECT subject, sealed_key, sha256, CASE WHEN $2 THEN thumbnail ELSE picture END AS "bytes!"
FROM photos
WHERE id = $1
