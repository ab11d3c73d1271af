INSERT INTO posts (ordinal, person, unit, role, title, grid, responsible)
SELECT ordinal, person, unit, role, title, grid, coalesce(responsible, false)
FROM ROWS FROM (
    jsonb_to_recordset($1) AS (person text, unit text, role text, title text, grid text, responsible boolean)
) WITH ORDINALITY AS given (person, unit, role, title, grid, responsible, ordinal)
