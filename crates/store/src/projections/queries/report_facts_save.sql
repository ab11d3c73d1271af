INSERT INTO report_facts (id, borne, case_id, subject, unit, area, category, level, counted_at, latest_at, running, fact)
SELECT id, borne, case_id, subject, unit, string_to_array(area, E'\x1f'), category, level, counted_at, latest_at, running, fact
FROM unnest($1::uuid[], $2::bool[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::timestamptz[], $10::timestamptz[], $11::bool[], $12::bytea[])
     AS fresh (id, borne, case_id, subject, unit, area, category, level, counted_at, latest_at, running, fact)
ON CONFLICT (id, borne) DO UPDATE
SET case_id = EXCLUDED.case_id, subject = EXCLUDED.subject, unit = EXCLUDED.unit, area = EXCLUDED.area,
    category = EXCLUDED.category, level = EXCLUDED.level, counted_at = EXCLUDED.counted_at,
    latest_at = EXCLUDED.latest_at, running = EXCLUDED.running, fact = EXCLUDED.fact
