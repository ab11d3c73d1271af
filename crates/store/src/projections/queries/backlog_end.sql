WITH without_area AS (
    DELETE FROM backlog_areas WHERE case_id = ANY ($1)
)
DELETE FROM backlog WHERE case_id = ANY ($1)
