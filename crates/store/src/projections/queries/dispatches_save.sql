INSERT INTO dispatches (id, case_id, issued_at, sign_due_at, report_due_at, contact_due_at, due_at, signed_at,
                        reported_at, accepted_at, fed_back_at, discharged_at, position, measures, reworks, department,
                        role, state, instruction, line_owner, territorial_owner, number, title, category, kind, grid,
                        area)
SELECT id, case_id, issued_at, sign_due_at, report_due_at, contact_due_at, due_at, signed_at,
       reported_at, accepted_at, fed_back_at, discharged_at, position, measures, reworks, department,
       role, state, instruction, line_owner, territorial_owner, number, title, category, kind, grid,
       string_to_array(area, E'\x1f')
FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
            $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[],
            $12::timestamptz[], $13::bigint[], $14::integer[], $15::integer[], $16::text[], $17::text[], $18::text[],
            $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[], $25::text[], $26::text[],
            $27::text[])
     AS fresh (id, case_id, issued_at, sign_due_at, report_due_at, contact_due_at, due_at, signed_at,
               reported_at, accepted_at, fed_back_at, discharged_at, position, measures, reworks, department,
               role, state, instruction, line_owner, territorial_owner, number, title, category, kind, grid, area)
-- What was dispatched stays; only the answer moves.
ON CONFLICT (id) DO UPDATE SET
    signed_at = EXCLUDED.signed_at,
    reported_at = EXCLUDED.reported_at,
    accepted_at = EXCLUDED.accepted_at,
    fed_back_at = EXCLUDED.fed_back_at,
    discharged_at = EXCLUDED.discharged_at,
    position = EXCLUDED.position,
    measures = EXCLUDED.measures,
    reworks = EXCLUDED.reworks,
    state = EXCLUDED.state
