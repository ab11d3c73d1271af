SELECT confidential AS "confidential!", category AS "category!", outcome AS "outcome!", department,
       coalesce(due_at < $3, false) AS "late!", question, answer, count(*) AS "count!"
FROM echo
WHERE unit = $1
  AND month = $2
GROUP BY confidential, category, outcome, department, coalesce(due_at < $3, false), question, answer
ORDER BY question IS NULL, count(*) DESC, category, outcome, department, question, answer
