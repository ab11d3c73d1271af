INSERT INTO backlog (dispatch_id, case_id, issued_at, due_at, reworks, department, role, state, area, parked, warn_at, worst_at)
SELECT dispatch_id, case_id, issued_at, due_at, reworks, department, role, state, string_to_array(area, E'\x1f'), parked, warn_at, worst_at
FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::integer[], $6::text[], $7::text[],
            $8::text[], $9::text[], $10::boolean[],
            $11::timestamptz[], $12::timestamptz[])
     AS fresh (dispatch_id, case_id, issued_at, due_at, reworks, department, role, state, area, parked, warn_at, worst_at)
ON CONFLICT (dispatch_id) DO UPDATE SET
    case_id = EXCLUDED.case_id,
    issued_at = EXCLUDED.issued_at,
    due_at = EXCLUDED.due_at,
    reworks = EXCLUDED.reworks,
    department = EXCLUDED.department,
    role = EXCLUDED.role,
    state = EXCLUDED.state,
    area = EXCLUDED.area,
    parked = EXCLUDED.parked,
    warn_at = EXCLUDED.warn_at,
    worst_at = EXCLUDED.worst_at
