-- What a clock is, is told by instants that are compared, and not by lengths of time: subtracting costs ten times as much.
-- The numbers are those of Counts, in its order.
SELECT department AS "department!", state AS "state!", min(issued_at) AS "oldest_issued_at!",
       ARRAY[
           count(*),
           count(*) FILTER (WHERE issued_at < $4),
           count(*) FILTER (WHERE issued_at < $5),
           count(*) FILTER (WHERE issued_at < $6),
           count(*) FILTER (WHERE issued_at < $7),
           count(*) FILTER (WHERE issued_at < $8),
           count(*) FILTER (WHERE due_at IS NOT NULL AND parked),
           count(*) FILTER (WHERE due_at IS NOT NULL AND NOT parked),
           count(*) FILTER (WHERE due_at < $1 AND NOT parked),
           count(*) FILTER (WHERE due_at IS NOT NULL AND NOT parked AND reworks >= 3),
           count(*) FILTER (WHERE due_at < $1 AND NOT parked AND reworks < 3),
           count(*) FILTER (WHERE due_at < $1 AND NOT parked AND reworks < 3 AND worst_at < $1),
           count(*) FILTER (WHERE due_at >= $1 AND NOT parked AND reworks < 3 AND warn_at <= $1)
       ] AS "numbers!"
FROM backlog
WHERE ($2::text IS NULL OR area @> ARRAY[$2::text])
  AND ($3::text IS NULL OR department = $3)
GROUP BY department, state
ORDER BY department
