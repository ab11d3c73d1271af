INSERT INTO echo (case_id, unit, month, confidential, category, outcome, department, due_at, question, answer, published_at)
SELECT case_id, unit, month, confidential, category, outcome, department, due_at, question, answer, published_at
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
            $9::text[], $10::text[], $11::timestamptz[])
     AS fresh (case_id, unit, month, confidential, category, outcome, department, due_at, question, answer, published_at)
ON CONFLICT (case_id) DO UPDATE SET
    unit = EXCLUDED.unit,
    month = EXCLUDED.month,
    confidential = EXCLUDED.confidential,
    category = EXCLUDED.category,
    outcome = EXCLUDED.outcome,
    department = EXCLUDED.department,
    due_at = EXCLUDED.due_at,
    question = EXCLUDED.question,
    answer = EXCLUDED.answer,
    published_at = EXCLUDED.published_at
