-- The definitions around the name of the table: CREATE INDEX … | ON public.cases | USING …
SELECT split_part(definition, place, 1) AS "head!", substr(definition, strpos(definition, place) + length(place)) AS "tail!"
FROM pg_index
CROSS JOIN LATERAL pg_get_indexdef(indexrelid) AS definition
CROSS JOIN LATERAL (SELECT format(' ON public.%I ', $1::text) AS place) AS naming
WHERE indrelid = ('public.' || quote_ident($1::text))::regclass AND NOT indisprimary
ORDER BY indexrelid
