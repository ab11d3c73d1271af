INSERT INTO people (code, name, phone, ordinal)
SELECT code, name, phone, ordinal
FROM ROWS FROM (
    jsonb_to_recordset($1) AS (code text, name text, phone text)
) WITH ORDINALITY AS given (code, name, phone, ordinal)
