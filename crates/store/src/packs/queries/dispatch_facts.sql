SELECT fact AS "fact!: KeptFact"
FROM report_facts
WHERE subject = 'dispatch'
  AND counted_at < $2
  AND (counted_at >= $1 OR running OR latest_at >= $2)
