INSERT INTO units (code, name, kind, parent, duties, ordinal, retired_at)
SELECT code, name, kind, parent, coalesce(duties, '{}'), ordinal, NULL
FROM ROWS FROM (
    jsonb_to_recordset($1) AS (code text, name text, kind text, parent text, duties text[])
) WITH ORDINALITY AS given (code, name, kind, parent, duties, ordinal)
ON CONFLICT (code) DO UPDATE
SET name = excluded.name,
    kind = excluded.kind,
    parent = excluded.parent,
    duties = excluded.duties,
    ordinal = excluded.ordinal,
    retired_at = NULL
