-- Three more read models of the case, and the grey lamp; see crates/store/src/projections/cases.

-- 台账: the registers on which a case stands, in the order of what is due first.
CREATE TABLE case_registers (
    register text        NOT NULL,
    case_id  uuid        NOT NULL,
    since    timestamptz NOT NULL,
    due_at   timestamptz,
    unit     text,
    CONSTRAINT case_registers_pkey PRIMARY KEY (register, case_id)
);
CREATE INDEX case_registers_by_due ON case_registers (register, coalesce(due_at, 'infinity'), case_id);

-- 判例: every ruling on a return, offered when the same category comes again.
CREATE TABLE precedents (
    request          uuid        NOT NULL,
    case_id          uuid        NOT NULL,
    number           text        NOT NULL,
    category         text        NOT NULL,
    territorial_unit text        NOT NULL,
    department       text        NOT NULL, -- the unit that asked to return it
    approved         boolean     NOT NULL,
    unit             text        NOT NULL, -- the unit whose duty it was found to be
    final            boolean     NOT NULL, -- 审定
    reason           text        NOT NULL, -- personal data masked
    ruled_at         timestamptz NOT NULL,
    CONSTRAINT precedents_pkey PRIMARY KEY (request)
);
CREATE INDEX precedents_by_category ON precedents (category, ruled_at DESC, request);
CREATE INDEX precedents_by_territory ON precedents (category, territorial_unit, ruled_at DESC, request);

-- The next instant at which something happens to a case by itself.
CREATE TABLE case_timers (
    case_id uuid        NOT NULL,
    due_at  timestamptz NOT NULL,
    CONSTRAINT case_timers_pkey PRIMARY KEY (case_id)
);
CREATE INDEX case_timers_by_due ON case_timers (due_at, case_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON case_registers, precedents, case_timers TO whistle_service;

-- 灰灯: while a case is parked its clocks stand still.
ALTER TABLE cases ADD COLUMN parked boolean NOT NULL DEFAULT false;
ALTER TABLE dispatches ADD COLUMN parked boolean NOT NULL DEFAULT false;
ALTER TABLE backlog ADD COLUMN parked boolean NOT NULL DEFAULT false;

-- They are filled like all others: the projection takes the log in anew at its next start.
TRUNCATE cases, case_units, case_terms, dispatches, dispatch_units, backlog;
UPDATE projection_checkpoints SET position = 0, halted = NULL WHERE name = 'cases';
