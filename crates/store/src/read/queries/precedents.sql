SELECT request AS "request!", case_id AS "case_id!", number AS "number!", category AS "category!",
       territorial_unit AS "territorial_unit!", department AS "department!",
       approved AS "approved!", unit AS "unit!", final AS "last_word!", reason AS "reason!", ruled_at AS "ruled_at!"
FROM (
    (SELECT * FROM precedents WHERE category = $1 AND territorial_unit = $2 ORDER BY ruled_at DESC, request LIMIT $3)
    UNION ALL
    (SELECT * FROM precedents WHERE category = $1 AND territorial_unit <> $2 ORDER BY ruled_at DESC, request LIMIT $3)
) AS found
ORDER BY territorial_unit = $2 DESC, ruled_at DESC, request
LIMIT $3
