SELECT department, state, CASE WHEN parked AND due_at IS NOT NULL THEN 'grey' ELSE lamp(issued_at, due_at, reworks, $1) END AS lamp,
       -- One more than the bounds that its age has passed: the instants before which it was issued.
       width_bucket($1::timestamptz - issued_at, $4::interval[]) AS "age!",
       count(*) AS "dispatches!",
       min(issued_at) AS "oldest_issued_at!", count(*) FILTER (WHERE due_at < $1 AND NOT parked) AS "overdue!"
FROM backlog
WHERE ($2::text IS NULL OR area @> ARRAY[$2::text])
  AND ($3::text IS NULL OR department = $3)
GROUP BY department, state, lamp, 4
ORDER BY department
