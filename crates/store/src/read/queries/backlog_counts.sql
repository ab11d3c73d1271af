-- What a clock is, is told by instants that are compared, and not by lengths of time, wherever that is possible: a
-- comparison costs a tenth. Those that run and are not late, not warned of and not often reworked are what is left.
SELECT department, state, count(*) AS "dispatches!", min(issued_at) AS "oldest_issued_at!",
       count(*) FILTER (WHERE issued_at < $4) AS "older_than_first!",
       count(*) FILTER (WHERE issued_at < $5) AS "older_than_second!",
       count(*) FILTER (WHERE issued_at < $6) AS "older_than_third!",
       count(*) FILTER (WHERE issued_at < $7) AS "older_than_fourth!",
       count(*) FILTER (WHERE issued_at < $8) AS "older_than_fifth!",
       count(*) FILTER (WHERE due_at IS NOT NULL AND parked) AS "parked!",
       count(*) FILTER (WHERE due_at IS NOT NULL AND NOT parked) AS "running!",
       count(*) FILTER (WHERE due_at < $1 AND NOT parked) AS "overdue!",
       count(*) FILTER (WHERE due_at IS NOT NULL AND NOT parked AND reworks >= 3) AS "reworked!",
       count(*) FILTER (WHERE due_at < $1 AND NOT parked AND reworks < 3) AS "late!",
       count(*) FILTER (WHERE due_at < $1 AND NOT parked AND reworks < 3 AND $1 - due_at > due_at - issued_at) AS "too_late!",
       count(*) FILTER (WHERE due_at >= $1 AND NOT parked AND reworks < 3 AND warn_at <= $1) AS "warned!"
FROM backlog
WHERE ($2::text IS NULL OR area @> ARRAY[$2::text])
  AND ($3::text IS NULL OR department = $3)
GROUP BY department, state
ORDER BY department
