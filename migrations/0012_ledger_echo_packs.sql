-- Two more read models of the case: the ledger and the echo wall; see crates/store/src/projections/cases. Report packs
-- are streams of the log and need no table.

-- 台账: a row for the matter (line 0) and for each of its items. What a unit sees of it is joined from case_units.
CREATE TABLE ledger (
    case_id          uuid        NOT NULL,
    line             integer     NOT NULL,
    item             uuid,
    raised_at        timestamptz NOT NULL, -- of the case: the order of the ledger
    since            timestamptz NOT NULL,
    due_at           timestamptz,
    struck_off_at    timestamptz,          -- none: 未销号
    number           text        NOT NULL,
    problem          text        NOT NULL, -- personal data masked
    category         text        NOT NULL,
    grid             text        NOT NULL,
    territorial_unit text        NOT NULL,
    owner            text,
    measure          text,                 -- personal data masked
    reviewer_role    text,
    reviewer_unit    text,
    CONSTRAINT ledger_pkey PRIMARY KEY (case_id, line)
);
CREATE INDEX ledger_newest ON ledger (raised_at DESC, case_id DESC, line);
CREATE INDEX ledger_by_owner ON ledger (owner, raised_at DESC, case_id DESC, line);
CREATE INDEX ledger_open ON ledger (raised_at DESC, case_id DESC, line) WHERE struck_off_at IS NULL;

-- 回音壁: a row per case, with nothing in it that was written freely, except a wording that was checked and approved.
CREATE TABLE echo (
    case_id      uuid    NOT NULL,
    unit         text    NOT NULL, -- the neighbourhood
    month        text    NOT NULL, -- in which the case was raised, in Shanghai: 2026-11
    confidential boolean NOT NULL,
    category     text    NOT NULL,
    outcome      text    NOT NULL,
    department   text,             -- the unit that leads
    due_at       timestamptz,      -- by when it must be done, while its clock runs
    question     text,             -- the approved wording
    answer       text,
    published_at timestamptz,
    CONSTRAINT echo_pkey PRIMARY KEY (case_id)
);
CREATE INDEX echo_by_month ON echo (unit, month);

GRANT SELECT, INSERT, UPDATE, DELETE ON ledger, echo TO whistle_service;

-- They are filled like all others: the projection takes the log in anew at its next start.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog, case_registers, precedents, case_timers,
         report_facts, report_cells;
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
