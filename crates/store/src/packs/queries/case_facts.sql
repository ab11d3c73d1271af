WITH raised AS (
    SELECT id FROM cases WHERE raised_at >= $1 AND raised_at < $2
)
SELECT fact AS "fact!: Json<Fact>"
FROM report_facts
WHERE subject = 'case'
  AND (counted_at >= $1 AND counted_at < $2 OR id IN (SELECT id FROM raised))
