INSERT INTO report_cells (dimension, grain, start, code, tally, quarters)
SELECT dimension, grain, start, code, tally, quarters
FROM unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::bytea[], $6::bytea[], $7::bool[])
     AS fresh (dimension, grain, start, code, tally, quarters, empty)
WHERE NOT empty
ON CONFLICT (dimension, grain, start, code) DO UPDATE SET tally = EXCLUDED.tally, quarters = EXCLUDED.quarters
