SELECT cell.code, run.past AS "past!", wanted.dimension = $2 AS "total!", run.added AS "added!",
       array_agg(cell.tally) AS "tallies!"
FROM unnest($3::text[], $4::date[], $5::date[], $6::bool[], $7::bool[]) AS run (grain, first, last, added, past)
CROSS JOIN unnest($1::text[]) AS wanted (dimension)
-- Looked up run by run: what is asked for is a few hundred cells of tens of thousands, which the planner cannot know.
CROSS JOIN LATERAL (
    SELECT cells.code, CASE run.grain WHEN 'morning' THEN cells.morning ELSE cells.tally END AS tally
    FROM report_cells AS cells
    WHERE cells.dimension = wanted.dimension AND cells.grain = CASE run.grain WHEN 'morning' THEN 'day' ELSE run.grain END
      AND cells.start BETWEEN run.first AND run.last AND ($8::text IS NULL OR cells.code = $8)
    OFFSET 0
) AS cell
GROUP BY 1, 2, 3, 4
