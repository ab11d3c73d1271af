INSERT INTO report_cells (dimension, grain, start, code, tally, parts)
SELECT dimension, grain, start, code, tally, parts
FROM unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::bytea[], $6::bytea[], $7::bool[])
     AS fresh (dimension, grain, start, code, tally, parts, empty)
WHERE NOT empty
ON CONFLICT (dimension, grain, start, code) DO UPDATE SET tally = EXCLUDED.tally, parts = EXCLUDED.parts
