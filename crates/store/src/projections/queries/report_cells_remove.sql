DELETE FROM report_cells AS cells
USING unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::bool[]) AS gone (dimension, grain, start, code, empty)
WHERE gone.empty AND cells.dimension = gone.dimension AND cells.grain = gone.grain AND cells.start = gone.start
  AND cells.code = gone.code
