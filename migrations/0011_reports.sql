-- Reports: what each case contributes, and the sums of it; see crates/domain/src/report and
-- crates/store/src/projections/cases/{fact_rows,report_cells}.rs.

-- What each case, and each dispatch that had to be answered, contributes. `fact` is whole; the columns beside it are what
-- it is looked for by.
CREATE TABLE report_facts (
    id         uuid        NOT NULL, -- the case or the dispatch
    borne      boolean     NOT NULL, -- laid on a unit that never held the dispatch
    case_id    uuid        NOT NULL,
    subject    text        NOT NULL, -- case, dispatch
    unit       text,
    area       text[]      NOT NULL,
    category   text        NOT NULL,
    level      text        NOT NULL,
    counted_at timestamptz NOT NULL, -- puts it into a period
    latest_at  timestamptz NOT NULL, -- whoever judges at a later instant sees all of it
    running    boolean     NOT NULL, -- owed, and neither done nor parked nor excluded
    fact       json        NOT NULL,
    CONSTRAINT report_facts_pkey PRIMARY KEY (id, borne)
);
CREATE INDEX report_facts_by_instant ON report_facts (subject, counted_at, id, borne);
CREATE INDEX report_facts_by_unit ON report_facts (unit, counted_at, id, borne) WHERE unit IS NOT NULL;
CREATE INDEX report_facts_by_category ON report_facts (category, counted_at, id, borne) WHERE subject = 'case';
CREATE INDEX report_facts_running ON report_facts (subject, counted_at) WHERE running;
CREATE INDEX report_facts_by_latest ON report_facts (latest_at);

-- Sums of tallies over a day, a month or a year of Asia/Shanghai. The encoding of `tally` is that of
-- crates/store/src/projections/cases/report_cells.rs.
CREATE TABLE report_cells (
    dimension text  NOT NULL, -- department, area, category, level, total
    grain     text  NOT NULL, -- day, month, year
    start     date  NOT NULL,
    code      text  NOT NULL,
    tally     bytea NOT NULL,
    CONSTRAINT report_cells_pkey PRIMARY KEY (dimension, grain, start, code)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON report_facts, report_cells TO whistle_service;

-- They are filled like all others: the projection takes the log in anew at its next start.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog, case_registers, precedents, case_timers;
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
