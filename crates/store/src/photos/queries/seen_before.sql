SELECT own.id AS photo, other.id AS other, other.case_id AS "other_case!"
FROM photos AS own
CROSS JOIN LATERAL (
    SELECT photos.id, photos.case_id
    FROM photos
    WHERE photos.unit = own.unit
      AND photos.case_id <> own.case_id
      AND bit_count(photos.likeness # own.likeness) <= $2
    ORDER BY photos.created_at DESC, photos.id
    LIMIT $3
) AS other
WHERE own.case_id = $1
ORDER BY own.id
