SELECT id, raised_at, issued_at, due_at, closed_at, subject, raised_by, position, version, reworks, satisfaction,
       solved, confidential, number, status, kind, category, title, grid, territorial_unit, area, level, source,
       departments, lead, awaiting_report, awaiting_feedback
FROM cases
WHERE id = ANY ($1)
