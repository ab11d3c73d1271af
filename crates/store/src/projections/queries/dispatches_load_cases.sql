SELECT case_id, number, title, category, kind, grid, area
FROM dispatch_cases
WHERE case_id = ANY ($1)
