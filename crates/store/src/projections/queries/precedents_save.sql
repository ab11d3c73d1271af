INSERT INTO precedents (request, case_id, number, category, territorial_unit, department, approved, unit, final, reason,
                        ruled_at)
SELECT request, case_id, number, category, territorial_unit, department, approved, unit, final, reason, ruled_at
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[],
            $9::boolean[], $10::text[], $11::timestamptz[])
     AS fresh (request, case_id, number, category, territorial_unit, department, approved, unit, final, reason,
               ruled_at)
ON CONFLICT (request) DO UPDATE SET
    case_id = EXCLUDED.case_id,
    number = EXCLUDED.number,
    category = EXCLUDED.category,
    territorial_unit = EXCLUDED.territorial_unit,
    department = EXCLUDED.department,
    approved = EXCLUDED.approved,
    unit = EXCLUDED.unit,
    final = EXCLUDED.final,
    reason = EXCLUDED.reason,
    ruled_at = EXCLUDED.ruled_at
