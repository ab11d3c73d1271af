INSERT INTO cases (id, raised_at, issued_at, due_at, closed_at, subject, raised_by, position, version, reworks,
                   satisfaction, solved, confidential, number, status, kind, category, title, grid,
                   territorial_unit, area, level, source, departments, lead)
SELECT id, raised_at, issued_at, due_at, closed_at, subject, raised_by, position, version, reworks,
       satisfaction, solved, confidential, number, status, kind, category, title, grid,
       territorial_unit, string_to_array(area, E'\x1f'), level, source, string_to_array(departments, E'\x1f'), lead
FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::uuid[],
            $7::uuid[], $8::bigint[], $9::integer[], $10::integer[], $11::smallint[], $12::boolean[], $13::boolean[],
            $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[],
            $22::text[], $23::text[], $24::text[], $25::text[])
     AS fresh (id, raised_at, issued_at, due_at, closed_at, subject, raised_by, position, version, reworks,
               satisfaction, solved, confidential, number, status, kind, category, title, grid,
               territorial_unit, area, level, source, departments, lead)
ON CONFLICT (id) DO UPDATE SET
    raised_at = EXCLUDED.raised_at,
    issued_at = EXCLUDED.issued_at,
    due_at = EXCLUDED.due_at,
    closed_at = EXCLUDED.closed_at,
    subject = EXCLUDED.subject,
    raised_by = EXCLUDED.raised_by,
    position = EXCLUDED.position,
    version = EXCLUDED.version,
    reworks = EXCLUDED.reworks,
    satisfaction = EXCLUDED.satisfaction,
    solved = EXCLUDED.solved,
    confidential = EXCLUDED.confidential,
    number = EXCLUDED.number,
    status = EXCLUDED.status,
    kind = EXCLUDED.kind,
    category = EXCLUDED.category,
    title = EXCLUDED.title,
    grid = EXCLUDED.grid,
    territorial_unit = EXCLUDED.territorial_unit,
    area = EXCLUDED.area,
    level = EXCLUDED.level,
    source = EXCLUDED.source,
    departments = EXCLUDED.departments,
    lead = EXCLUDED.lead
WHERE cases.version < EXCLUDED.version -- no row goes backward, whatever a writer believes
