-- Clocks that run towards an end in a year of which nobody knew the working days: they are counted again when the year is
-- published. `open_until` is the end, and infinite while the case is parked. Events from before there was a calendar lead
-- to no such row, so the table begins empty and right.
CREATE TABLE provisional_deadlines (
    case_id     uuid        NOT NULL,
    dispatch_id uuid        NOT NULL,
    clock       text        NOT NULL,
    year        integer     NOT NULL,
    open_until  timestamptz NOT NULL,
    CONSTRAINT provisional_deadlines_pkey PRIMARY KEY (case_id, dispatch_id, clock),
    CONSTRAINT provisional_deadlines_clock_known CHECK (clock IN ('sign_in', 'report', 'contact', 'close'))
);
CREATE INDEX provisional_deadlines_by_year ON provisional_deadlines (year, case_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON provisional_deadlines TO whistle_service;
