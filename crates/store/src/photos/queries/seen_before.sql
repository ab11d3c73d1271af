SELECT own.id AS photo, other.id AS other, other.case_id AS "other_case!"
FROM (
    SELECT id, unit, case_id, likeness
    FROM photos
    WHERE case_id = $1
      AND unit IS NOT NULL
    ORDER BY created_at DESC, id
    LIMIT $2
) AS own
CROSS JOIN LATERAL (
    SELECT latest.id, latest.case_id, latest.created_at
    FROM (
        SELECT id, case_id, likeness, created_at
        FROM photos
        WHERE unit = own.unit
        ORDER BY created_at DESC, id
        LIMIT $3
    ) AS latest
    WHERE latest.case_id <> own.case_id
      AND bit_count(latest.likeness # own.likeness) <= $4
    ORDER BY latest.created_at DESC, latest.id
    LIMIT $5
) AS other
ORDER BY own.id, other.created_at DESC, other.id
LIMIT $6
