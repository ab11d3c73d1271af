INSERT INTO grids (code, name, unit, parent, polygon, ordinal, retired_at)
SELECT code, name, unit, parent, polygon, ordinal, NULL
FROM ROWS FROM (
    jsonb_to_recordset($1) AS (code text, name text, unit text, parent text, polygon jsonb)
) WITH ORDINALITY AS given (code, name, unit, parent, polygon, ordinal)
ON CONFLICT (code) DO UPDATE
SET name = excluded.name,
    unit = excluded.unit,
    parent = excluded.parent,
    polygon = excluded.polygon,
    ordinal = excluded.ordinal,
    retired_at = NULL
