SELECT case_id AS "case_id!", closed_at AS "closed_at!", address, lon, lat
FROM closed_matters
WHERE grid = $1
  AND category = $2
  AND closed_at > $3
  AND closed_at <= $4
  AND (address = $5 OR (lon BETWEEN $6 AND $7 AND lat BETWEEN $8 AND $9))
ORDER BY (address = $5) IS TRUE DESC, closed_at DESC, case_id DESC
LIMIT $10
