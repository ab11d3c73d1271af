DELETE FROM provisional_deadlines AS held
USING unnest($1::uuid[], $2::uuid[], $3::text[]) AS gone (case_id, dispatch_id, clock)
WHERE held.case_id = gone.case_id AND held.dispatch_id = gone.dispatch_id AND held.clock = gone.clock
