-- Words for the wall that wait to be checked stand on a register of their own: the read models are taken in anew.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog, backlog_sums, case_registers, precedents, case_timers,
         provisional_deadlines, report_facts, report_cells, sum_changes, ledger, echo, closed_matters;
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
