SELECT dispatch_id, case_id, issued_at, due_at, position, reworks, department, role, state, area
FROM backlog
WHERE case_id = ANY ($1)
