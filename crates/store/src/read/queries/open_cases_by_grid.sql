-- The statuses are those of the index cases_waiting.
SELECT grid AS "grid!", lamp, count(*) AS "open!", count(*) FILTER (WHERE overdue) AS "overdue!",
       min(raised_at) AS "oldest_raised_at!"
FROM (
    SELECT grid, raised_at, NOT parked AND due_at < $1 AS overdue,
           CASE WHEN issued_at IS NULL OR due_at IS NULL THEN NULL WHEN parked THEN 'grey'
                ELSE lamp(issued_at, coalesce(warn_at, due_at), due_at, reworks, $1) END AS lamp
    FROM cases
    WHERE status IN ('raised', 'endorsed', 'handled_locally', 'filed', 'dispatched', 'in_handling', 'verification',
                     'callback', 'dissatisfied')
      AND ($2::text IS NULL OR area @> ARRAY[$2]) AND ($3::text IS NULL OR departments @> ARRAY[$3])
      AND ($4::text IS NULL OR kind = $4)
) AS waiting
GROUP BY grid, lamp
ORDER BY grid
