-- The sums, with what waits to be added to them, and beside them each dispatch that may have to be judged anew: one of whose instants, or one of the ends of
-- its bands of age, lies between the instant of the sums and that of the question. One statement, and so one state.
-- Hours, and not days: a day is as long as the time zone of the connection says.
-- 13 numbers are those of one sum.
WITH changed AS MATERIALIZED (
    SELECT change.department, change.state, counts[13 * change.place - 12 : 13 * change.place] AS counts
    FROM sum_changes, unnest(departments, states) WITH ORDINALITY AS change (department, state, place)
), span AS MATERIALIZED (
    SELECT least(min(judged_at), $1) AS since, greatest(min(judged_at), $1) AS until
    FROM backlog_sums
    WHERE judged_at BETWEEN $1 - interval '168 hours' AND $1 + interval '168 hours'
), oldest AS MATERIALIZED (
    SELECT department, (SELECT min(issued_at) FROM backlog AS row WHERE row.department = unit.department) AS issued_at
    FROM (SELECT department FROM changed UNION SELECT department FROM backlog_sums) AS unit
)
SELECT sums.department AS "department!", sums.state AS "state!", coalesce(oldest.issued_at, $1) AS "issued_at!",
       sums.judged_at, sums.counts AS numbers,
       NULL::timestamptz AS warn_at, NULL::timestamptz AS due_at, NULL::timestamptz AS worst_at,
       NULL::integer AS reworks, NULL::boolean AS parked
FROM (SELECT department, state, judged_at, counts FROM backlog_sums
      UNION ALL SELECT department, state, NULL, counts FROM changed) AS sums
JOIN oldest USING (department)
UNION ALL
SELECT department, state, issued_at, NULL, NULL, warn_at, due_at, worst_at, reworks, parked
FROM backlog
WHERE warn_at BETWEEN (SELECT since FROM span) AND (SELECT until FROM span)
   OR due_at BETWEEN (SELECT since FROM span) AND (SELECT until FROM span)
   OR worst_at BETWEEN (SELECT since FROM span) AND (SELECT until FROM span)
   OR issued_at BETWEEN (SELECT since - interval '24 hours' FROM span) AND (SELECT until - interval '24 hours' FROM span)
   OR issued_at BETWEEN (SELECT since - interval '72 hours' FROM span) AND (SELECT until - interval '72 hours' FROM span)
   OR issued_at BETWEEN (SELECT since - interval '168 hours' FROM span) AND (SELECT until - interval '168 hours' FROM span)
   OR issued_at BETWEEN (SELECT since - interval '360 hours' FROM span) AND (SELECT until - interval '360 hours' FROM span)
   OR issued_at BETWEEN (SELECT since - interval '720 hours' FROM span) AND (SELECT until - interval '720 hours' FROM span)
