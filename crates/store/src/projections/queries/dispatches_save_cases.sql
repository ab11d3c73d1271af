INSERT INTO dispatch_cases (case_id, number, title, category, kind, grid, area)
SELECT case_id, number, title, category, kind, grid, string_to_array(area, E'\x1f')
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     AS fresh (case_id, number, title, category, kind, grid, area)
-- What the report said stays; the filing may correct the rest.
ON CONFLICT (case_id) DO UPDATE SET
    category = EXCLUDED.category,
    kind = EXCLUDED.kind
