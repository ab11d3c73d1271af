SELECT name AS "name!"
FROM unnest($2::text[]) AS names (name)
ORDER BY pg_relation_size(format('%I.%I', $1::text, name)::regclass) DESC
