SELECT change.code AS "code!", change.day < $5 AS "past!", change.dimension = $2 AS "total!", TRUE AS "added!",
       array_agg(change.tally) AS "tallies!"
FROM sum_changes, unnest(dimensions, codes, days, tallies) AS change (dimension, code, day, tally)
WHERE change.dimension = ANY ($1::text[]) AND change.day >= $3 AND change.day < $4 AND ($6::text IS NULL OR change.code = $6)
GROUP BY 1, 2, 3
