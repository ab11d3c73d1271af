INSERT INTO district (name, county_code, fallback_unit, replaced_at)
VALUES ($1, $2, $3, $4)
ON CONFLICT (only_row) DO UPDATE
SET name = excluded.name,
    county_code = excluded.county_code,
    fallback_unit = excluded.fallback_unit,
    replaced_at = excluded.replaced_at
