SELECT cases.number AS "number!", entry.unit, entry.due_at, count(*) OVER () AS "total!"
FROM case_registers AS entry
JOIN cases ON cases.id = entry.case_id
WHERE entry.register = 'disputed'
ORDER BY entry.due_at NULLS LAST, cases.number
LIMIT $1
