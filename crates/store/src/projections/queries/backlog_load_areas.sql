SELECT case_id, area
FROM backlog_areas
WHERE case_id = ANY ($1)
