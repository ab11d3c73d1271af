-- Sums of parts of days and of ten days (crates/domain/src/report/days.rs), and what cases are found by as numbers
-- (crates/store/src/projections/terms.rs): the read models are taken in anew.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog, backlog_sums, case_registers, precedents, case_timers,
         provisional_deadlines, report_facts, report_cells, sum_changes, ledger, echo, closed_matters;
ALTER TABLE report_cells ADD COLUMN parts bytea NOT NULL; -- what of a day's tally is of which part; nothing for longer ones
ALTER TABLE sum_changes DROP COLUMN days, ADD COLUMN starts timestamptz[] NOT NULL; -- of parts of days
COMMENT ON COLUMN report_cells.grain IS 'day, ten_days, month, year';
ALTER TABLE case_terms ALTER COLUMN terms TYPE bigint[] USING '{}';
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
