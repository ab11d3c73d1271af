-- 重复诉求: one more read model of the case, in which a report that comes in looks for closed cases that it repeats; see
-- crates/domain/src/case/repeats.rs. A closed case has a row when its place can be recognised. No address in it is one of
-- which something is sealed.
CREATE TABLE closed_matters (
    case_id   uuid        NOT NULL,
    closed_at timestamptz NOT NULL,
    grid      text        NOT NULL,
    category  text        NOT NULL,
    address   text,             -- as addresses are compared
    lon       double precision, -- CGCS2000, like the latitude
    lat       double precision,
    CONSTRAINT closed_matters_pkey PRIMARY KEY (case_id)
);
CREATE INDEX closed_matters_by_place ON closed_matters (grid, category, closed_at DESC, case_id DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON closed_matters TO whistle_service;

-- It is filled like all others: the projection takes the log in anew at its next start.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog, case_registers, precedents, case_timers,
         provisional_deadlines, report_facts, report_cells, ledger, echo;
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
