INSERT INTO backlog (dispatch_id, case_id, issued_at, due_at, position, reworks, department, role, state, area)
SELECT dispatch_id, case_id, issued_at, due_at, position, reworks, department, role, state,
       string_to_array(area, E'\x1f')
FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::bigint[], $6::integer[], $7::text[],
            $8::text[], $9::text[], $10::text[])
     AS fresh (dispatch_id, case_id, issued_at, due_at, position, reworks, department, role, state, area)
ON CONFLICT (dispatch_id) DO UPDATE SET
    position = EXCLUDED.position,
    reworks = EXCLUDED.reworks,
    state = EXCLUDED.state
