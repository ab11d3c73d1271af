INSERT INTO case_terms (case_id, terms)
SELECT case_id, string_to_array(terms, E'\x1f')::bigint[]
FROM unnest($1::uuid[], $2::text[]) AS fresh (case_id, terms)
ON CONFLICT (case_id) DO UPDATE SET
    terms = EXCLUDED.terms
