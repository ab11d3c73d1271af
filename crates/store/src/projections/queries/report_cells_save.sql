INSERT INTO report_cells (dimension, grain, start, code, tally)
SELECT dimension, grain, start, code, tally
FROM unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::bytea[], $6::bool[])
     AS fresh (dimension, grain, start, code, tally, empty)
WHERE NOT empty
ON CONFLICT (dimension, grain, start, code) DO UPDATE SET tally = EXCLUDED.tally
