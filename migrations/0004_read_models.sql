-- Read models: what lists, work lists and the backlog are answered from. Everything in here is derived from the log
-- and can be thrown away and rebuilt. No personal data in clear: texts are the shown (masked) ones.

-- How far each projection has come. The row is also its leadership: whoever holds its lock may write its tables.
CREATE TABLE projection_checkpoints (
    name        text        NOT NULL,
    position    bigint      NOT NULL DEFAULT 0,
    -- Why the projection stopped for good, if it did; cleared by the next step forward.
    halted      text,
    CONSTRAINT projection_checkpoints_pkey PRIMARY KEY (name),
    CONSTRAINT projection_checkpoints_position CHECK (position >= 0)
) WITH (fillfactor = 20); -- updated all the time: room for a heap-only update on the same page
INSERT INTO projection_checkpoints (name) VALUES ('cases'), ('dispatches'), ('backlog');

-- The case list: a row per case.
CREATE TABLE cases (
    id               uuid        NOT NULL,
    raised_at        timestamptz NOT NULL,
    issued_at        timestamptz,
    due_at           timestamptz,
    closed_at        timestamptz,
    subject          uuid        NOT NULL,
    raised_by        uuid,       -- the account; none for somebody without one
    position         bigint      NOT NULL,
    version          integer     NOT NULL,
    reworks          integer     NOT NULL,
    satisfaction     smallint,
    solved           boolean,
    confidential     boolean     NOT NULL,
    number           text        NOT NULL,
    status           text        NOT NULL,
    kind             text        NOT NULL,
    category         text        NOT NULL,
    title            text        NOT NULL,
    grid             text        NOT NULL,
    territorial_unit text        NOT NULL,
    area             text[]      NOT NULL,
    level            text        NOT NULL,
    source           text        NOT NULL,
    departments      text[]      NOT NULL,
    lead             text,
    -- Dispatches that the status waits for.
    awaiting_report   uuid[]     NOT NULL,
    awaiting_feedback uuid[]     NOT NULL,
    CONSTRAINT cases_pkey PRIMARY KEY (id)
);
CREATE INDEX cases_newest ON cases (raised_at DESC, id DESC);
CREATE INDEX cases_by_status ON cases (status, raised_at DESC, id DESC);
CREATE INDEX cases_by_grid ON cases (grid, raised_at DESC, id DESC);
CREATE INDEX cases_by_category ON cases (category, raised_at DESC, id DESC);
CREATE INDEX cases_by_number ON cases (number);
CREATE INDEX cases_by_subject ON cases (subject);
CREATE INDEX cases_by_raiser ON cases (raised_by);
-- Running clocks only: the lamps are looked for here.
CREATE INDEX cases_running ON cases (due_at) WHERE issued_at IS NOT NULL AND closed_at IS NULL;

-- The case list of a unit, in its order: a row per case that lies in the unit's area, or was dispatched to it. Arrays
-- under GIN know no order: the planner had to guess between sorting all of a unit's cases and walking everybody's, and
-- a unit with few cases paid for a wrong guess with the whole table.
CREATE TABLE case_units (
    listed_at timestamptz NOT NULL, -- cases.raised_at
    case_id   uuid        NOT NULL,
    relation  text        NOT NULL,
    unit      text        NOT NULL,
    CONSTRAINT case_units_pkey PRIMARY KEY (unit, relation, listed_at, case_id),
    CONSTRAINT case_units_relation CHECK (relation IN ('area', 'department'))
);

-- What a case can be found by. A table of its own, because it is written once: an update of the case would otherwise
-- put every term into the index again.
CREATE TABLE case_terms (
    case_id uuid   NOT NULL,
    terms   text[] NOT NULL,
    CONSTRAINT case_terms_pkey PRIMARY KEY (case_id)
);
CREATE INDEX case_terms_by_term ON case_terms USING gin (terms);

-- The work lists of departments: a row per dispatch.
CREATE TABLE dispatches (
    id                uuid        NOT NULL,
    case_id           uuid        NOT NULL,
    issued_at         timestamptz NOT NULL,
    sign_due_at       timestamptz NOT NULL,
    report_due_at     timestamptz NOT NULL,
    contact_due_at    timestamptz,
    due_at            timestamptz, -- none for planned work, which has milestones instead
    signed_at         timestamptz,
    reported_at       timestamptz,
    accepted_at       timestamptz,
    fed_back_at       timestamptz,
    discharged_at     timestamptz,
    position          bigint      NOT NULL,
    measures          integer     NOT NULL,
    reworks           integer     NOT NULL,
    department        text        NOT NULL,
    role              text        NOT NULL,
    state             text        NOT NULL,
    instruction       text        NOT NULL,
    line_owner        text        NOT NULL,
    territorial_owner text        NOT NULL,
    number            text        NOT NULL,
    title             text        NOT NULL,
    category          text        NOT NULL,
    kind              text        NOT NULL,
    grid              text        NOT NULL,
    area              text[]      NOT NULL,
    CONSTRAINT dispatches_pkey PRIMARY KEY (id)
);
CREATE INDEX dispatches_by_case ON dispatches (case_id);
-- Work lists show what is due first, and last what is due never.
CREATE INDEX dispatches_by_due ON dispatches (coalesce(due_at, 'infinity'), id);
CREATE INDEX dispatches_by_department ON dispatches (department, coalesce(due_at, 'infinity'), id);
CREATE INDEX dispatches_by_state ON dispatches (state, coalesce(due_at, 'infinity'), id);
-- Running clocks only: somebody must act, and the case is not closed.
CREATE INDEX dispatches_running ON dispatches (coalesce(due_at, 'infinity'), id)
    WHERE discharged_at IS NULL AND role <> 'notified';
CREATE INDEX dispatches_running_by_department ON dispatches (department, coalesce(due_at, 'infinity'), id)
    WHERE discharged_at IS NULL AND role <> 'notified';

-- The dispatches in the area of a unit, in the order of the work list; see case_units.
CREATE TABLE dispatch_units (
    listed_at   timestamptz NOT NULL, -- dispatches.due_at, or infinity
    dispatch_id uuid        NOT NULL,
    unit        text        NOT NULL,
    CONSTRAINT dispatch_units_pkey PRIMARY KEY (unit, listed_at, dispatch_id)
);

-- What a later dispatch of the case copies from its report.
CREATE TABLE dispatch_cases (
    case_id  uuid   NOT NULL,
    number   text   NOT NULL,
    title    text   NOT NULL,
    category text   NOT NULL,
    kind     text   NOT NULL,
    grid     text   NOT NULL,
    area     text[] NOT NULL,
    CONSTRAINT dispatch_cases_pkey PRIMARY KEY (case_id)
);

-- What departments still have on their hands: a row per dispatch from its issue until its case is closed. Departments
-- that are merely notified owe nothing and have no row.
CREATE TABLE backlog (
    dispatch_id uuid        NOT NULL,
    case_id     uuid        NOT NULL,
    issued_at   timestamptz NOT NULL,
    due_at      timestamptz,
    position    bigint      NOT NULL,
    reworks     integer     NOT NULL,
    department  text        NOT NULL,
    role        text        NOT NULL,
    state       text        NOT NULL,
    area        text[]      NOT NULL,
    CONSTRAINT backlog_pkey PRIMARY KEY (dispatch_id)
);
CREATE INDEX backlog_by_case ON backlog (case_id);
CREATE INDEX backlog_by_department ON backlog (department);

-- The area of every case that may still be dispatched.
CREATE TABLE backlog_areas (
    case_id uuid   NOT NULL,
    area    text[] NOT NULL,
    CONSTRAINT backlog_areas_pkey PRIMARY KEY (case_id)
);

-- The lamp of a running clock, exactly as whistle_domain::lamp::Lamp::judge; null where nothing runs. An interval is
-- whole microseconds, and five times one is exact. Written as one expression of immutable parts, so that the planner
-- puts it in place of the call.
CREATE FUNCTION lamp(issued_at timestamptz, due_at timestamptz, reworks integer, at timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN issued_at IS NULL OR due_at IS NULL THEN NULL
        WHEN reworks >= 3 THEN 'purple'
        WHEN at > due_at THEN CASE WHEN at - due_at > due_at - issued_at THEN 'purple' ELSE 'red' END
        WHEN due_at - at <= interval '24 hours' AND 5 * (due_at - at) <= due_at - issued_at THEN 'yellow'
        ELSE 'green'
    END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE
    ON projection_checkpoints, cases, case_units, case_terms, dispatches, dispatch_units, dispatch_cases, backlog,
       backlog_areas
    TO whistle_service;
GRANT EXECUTE ON FUNCTION lamp TO whistle_service;
