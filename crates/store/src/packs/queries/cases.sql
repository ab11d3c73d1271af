SELECT cases.raised_at AS "raised_at!", cases.category AS "category!", cases.territorial_unit AS "territorial_unit!",
       entry.fact AS "fact: KeptFact"
FROM cases
LEFT JOIN report_facts AS entry ON entry.id = cases.id AND entry.subject = 'case'
WHERE cases.raised_at >= $1
  AND cases.raised_at < $2
UNION ALL
SELECT cases.raised_at, cases.category, cases.territorial_unit, entry.fact
FROM cases
JOIN report_facts AS entry ON entry.id = cases.id
WHERE entry.subject = 'case'
  AND entry.counted_at >= $1
  AND entry.counted_at < $2
  AND NOT (cases.raised_at >= $1 AND cases.raised_at < $2)
