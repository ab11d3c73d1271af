INSERT INTO backlog_areas (case_id, area)
SELECT case_id, string_to_array(area, E'\x1f')
FROM unnest($1::uuid[], $2::text[]) AS fresh (case_id, area)
ON CONFLICT (case_id) DO NOTHING
