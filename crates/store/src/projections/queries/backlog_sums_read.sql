SELECT asked.place AS "place!", held.counts
FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (department, state, place)
JOIN backlog_sums AS held USING (department, state)
