INSERT INTO ledger (case_id, line, item, raised_at, since, due_at, struck_off_at, number, problem, category, grid,
                    territorial_unit, owner, measure, reviewer_role, reviewer_unit)
SELECT case_id, line, item, raised_at, since, due_at, struck_off_at, number, problem, category, grid,
       territorial_unit, owner, measure, reviewer_role, reviewer_unit
FROM unnest($1::uuid[], $2::integer[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
            $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
            $15::text[], $16::text[])
     AS fresh (case_id, line, item, raised_at, since, due_at, struck_off_at, number, problem, category, grid,
               territorial_unit, owner, measure, reviewer_role, reviewer_unit)
ON CONFLICT (case_id, line) DO UPDATE SET
    item = EXCLUDED.item,
    raised_at = EXCLUDED.raised_at,
    since = EXCLUDED.since,
    due_at = EXCLUDED.due_at,
    struck_off_at = EXCLUDED.struck_off_at,
    number = EXCLUDED.number,
    problem = EXCLUDED.problem,
    category = EXCLUDED.category,
    grid = EXCLUDED.grid,
    territorial_unit = EXCLUDED.territorial_unit,
    owner = EXCLUDED.owner,
    measure = EXCLUDED.measure,
    reviewer_role = EXCLUDED.reviewer_role,
    reviewer_unit = EXCLUDED.reviewer_unit
