-- Facts of reports in the form of crates/store/src/fact_bytes.rs. As JSON they were half of all bytes of the read models, and
-- a report whose period begins in the middle of a day read thousands of them.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog, backlog_sums, case_registers, precedents, case_timers,
         provisional_deadlines, report_facts, report_cells, sum_changes, ledger, echo, closed_matters;
ALTER TABLE report_facts ALTER COLUMN fact TYPE bytea USING NULL;
-- They are filled like all others: the projection takes the log in anew at its next start.
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
