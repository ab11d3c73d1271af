-- Taking the row is taking the lead, until the transaction ends; no row when somebody else has it. The two settings
-- last as long: derived data need not wait for the disk, and a plan made while a table was small must not scan it
-- when it has grown.
SELECT position AS "position!",
       set_config('synchronous_commit', 'off', true) AS "commits_soon!",
       set_config('enable_seqscan', 'off', true) AS "uses_indexes!"
FROM projection_checkpoints
WHERE name = $1
FOR UPDATE SKIP LOCKED
