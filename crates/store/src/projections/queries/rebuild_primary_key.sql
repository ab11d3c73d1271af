SELECT quote_ident(conname) AS "name!", pg_get_constraintdef(oid) AS "definition!"
FROM pg_constraint
WHERE conrelid = ('public.' || quote_ident($1::text))::regclass AND contype = 'p'
