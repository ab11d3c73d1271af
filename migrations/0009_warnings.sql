-- From when a clock is near its end is an instant of its own: it depends on the working days, which the read models do not
-- know. None where no clock ends.
ALTER TABLE cases ADD COLUMN warn_at timestamptz;
ALTER TABLE dispatches ADD COLUMN warn_at timestamptz;
ALTER TABLE backlog ADD COLUMN warn_at timestamptz;

-- The lamp of a running clock, exactly as whistle_domain::lamp::Lamp::judge; null where nothing runs. Written as one
-- expression of immutable parts, so that the planner puts it in place of the call.
DROP FUNCTION lamp(timestamptz, timestamptz, integer, timestamptz);
CREATE FUNCTION lamp(issued_at timestamptz, warn_at timestamptz, due_at timestamptz, reworks integer, at timestamptz)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN issued_at IS NULL OR due_at IS NULL THEN NULL
        WHEN reworks >= 3 THEN 'purple'
        WHEN at > due_at THEN CASE WHEN at - due_at > due_at - issued_at THEN 'purple' ELSE 'red' END
        WHEN at >= warn_at THEN 'yellow'
        ELSE 'green'
    END
$$;
GRANT EXECUTE ON FUNCTION lamp TO whistle_service;

-- They are filled like all others: the projection takes the log in anew at its next start.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog, case_registers, precedents, case_timers;
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
