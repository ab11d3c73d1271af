SELECT change.code AS "code!", change.start < $5 AS "past!", change.dimension = $2 AS "total!", TRUE AS "added!",
       0::smallint AS "parts!", array_agg(change.tally) AS "tallies!"
FROM sum_changes, unnest(dimensions, codes, starts, tallies) AS change (dimension, code, start, tally)
WHERE change.dimension = ANY ($1::text[]) AND change.start >= $3 AND change.start < $4
  AND ($6::text IS NULL OR change.code = $6)
GROUP BY 1, 2, 3
