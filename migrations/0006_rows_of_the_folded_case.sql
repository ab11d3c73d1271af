-- Read models are rows of the folded case: one projection writes them all, and what the three before it kept for
-- themselves is in the case. See docs/adr/0007-read-models-are-rows-of-the-folded-case.md.
--
-- Everything in here is derived: the service takes the log in anew at its next start. A process of the release before
-- finds its checkpoint or its tables gone, and waits; it writes nothing.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog;
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
DELETE FROM projection_checkpoints WHERE name IN ('dispatches', 'backlog');

DROP TABLE dispatch_cases, backlog_areas;
ALTER TABLE cases DROP COLUMN awaiting_report, DROP COLUMN awaiting_feedback;
-- All rows of a case are as old as its row in `cases`, which alone says how old that is.
ALTER TABLE dispatches DROP COLUMN position;
ALTER TABLE backlog DROP COLUMN position;
