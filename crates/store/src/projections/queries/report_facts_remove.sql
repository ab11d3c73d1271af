DELETE FROM report_facts
USING unnest($1::uuid[], $2::bool[]) AS gone (id, borne)
WHERE report_facts.id = gone.id AND report_facts.borne = gone.borne
