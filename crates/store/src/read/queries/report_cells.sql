SELECT cell.code, piece.past AS "past!", cell.dimension = $2 AS "total!", cell.tally
FROM unnest($3::text[], $4::date[], $5::bool[]) AS piece (grain, start, past)
CROSS JOIN unnest(ARRAY[$1::text, $2::text]) AS wanted (dimension)
JOIN report_cells AS cell ON cell.dimension = wanted.dimension AND cell.grain = piece.grain AND cell.start = piece.start
WHERE $6::text IS NULL OR cell.code = $6
