SELECT id, case_id, issued_at, sign_due_at, report_due_at, contact_due_at, due_at, signed_at, reported_at,
       accepted_at, fed_back_at, discharged_at, position, measures, reworks, department, role, state, instruction,
       line_owner, territorial_owner, number, title, category, kind, grid, area
FROM dispatches
WHERE case_id = ANY ($1)
ORDER BY id
