INSERT INTO closed_matters (case_id, closed_at, grid, category, address, lon, lat)
SELECT case_id, closed_at, grid, category, address, lon, lat
FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[])
     AS fresh (case_id, closed_at, grid, category, address, lon, lat)
ON CONFLICT (case_id) DO UPDATE SET
    closed_at = EXCLUDED.closed_at,
    grid = EXCLUDED.grid,
    category = EXCLUDED.category,
    address = EXCLUDED.address,
    lon = EXCLUDED.lon,
    lat = EXCLUDED.lat
