-- The backlog, added up: what a question about everything costs must not grow with the district. See
-- crates/store/src/backlog_counts.rs and crates/store/src/projections/cases/backlog_sums.rs.

-- From when a clock is overdue by more than its limit: with the others below it tells by comparison alone what a clock is.
ALTER TABLE backlog ADD COLUMN worst_at timestamptz;

-- The dispatches of one department that are in one state, counted as they were at `judged_at`. That is the same in all rows.
CREATE TABLE backlog_sums (
    department text        NOT NULL,
    state      text        NOT NULL,
    judged_at  timestamptz NOT NULL,
    counts     bigint[]    NOT NULL, -- in the order of whistle_store's Counts
    CONSTRAINT backlog_sums_pkey PRIMARY KEY (department, state)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON backlog_sums TO whistle_service;

-- What is to be judged anew, since the sums were taken: that of which something is told by an instant in between.
CREATE INDEX backlog_by_issue ON backlog (issued_at);
CREATE INDEX backlog_by_warning ON backlog (warn_at);
CREATE INDEX backlog_by_due ON backlog (due_at);
CREATE INDEX backlog_by_worst ON backlog (worst_at);
-- The oldest of a department.
DROP INDEX backlog_by_department;
CREATE INDEX backlog_by_department ON backlog (department, issued_at);

-- They are filled like all others: the projection takes the log in anew at its next start.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog, case_registers, precedents, case_timers,
         provisional_deadlines, report_facts, report_cells, ledger, echo, closed_matters;
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
