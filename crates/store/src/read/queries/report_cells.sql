SELECT cell.code, run.past AS "past!", wanted.dimension = $2 AS "total!", run.added AS "added!", run.parts AS "parts!",
       array_agg(cell.tally) AS "tallies!"
FROM unnest($3::text[], $4::date[], $5::date[], $6::bool[], $7::bool[], $8::smallint[])
     AS run (grain, first, last, added, past, parts)
CROSS JOIN unnest($1::text[]) AS wanted (dimension)
-- Looked up run by run: what is asked for is a few hundred cells of tens of thousands, which the planner cannot know.
CROSS JOIN LATERAL (
    SELECT cells.code, CASE run.parts WHEN 0 THEN cells.tally ELSE cells.parts END AS tally
    FROM report_cells AS cells
    WHERE cells.dimension = wanted.dimension AND cells.grain = run.grain AND cells.start BETWEEN run.first AND run.last
      AND ($9::text IS NULL OR cells.code = $9)
    OFFSET 0
) AS cell
GROUP BY 1, 2, 3, 4, 5
