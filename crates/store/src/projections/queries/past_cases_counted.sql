SELECT DISTINCT case_id
FROM report_facts
WHERE subject = $1 AND counted_at >= $2 AND counted_at < $3
LIMIT $4
