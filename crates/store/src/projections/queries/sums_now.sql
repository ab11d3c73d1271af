-- The first by the key, and not just any: a scan would walk over every dead version of every row.
SELECT (SELECT judged_at FROM backlog_sums ORDER BY department, state LIMIT 1) AS judged_at,
       count(*) AS "steps!",
       coalesce(sum(cardinality(tallies) + cardinality(states)), 0)::bigint AS "changes!"
FROM sum_changes
