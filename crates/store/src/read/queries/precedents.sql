SELECT number, territorial_unit, department, approved, unit, final AS last_word, reason, ruled_at
FROM precedents
WHERE category = $1
ORDER BY territorial_unit = $2 DESC, ruled_at DESC
LIMIT $3
