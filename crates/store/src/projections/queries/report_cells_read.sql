SELECT place AS "place!", tally, parts
FROM unnest($1::text[], $2::text[], $3::date[], $4::text[]) WITH ORDINALITY AS wanted (dimension, grain, start, code, place)
JOIN report_cells USING (dimension, grain, start, code)
