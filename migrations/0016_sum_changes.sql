-- By how much the sums of reports and of the backlog change, step by step, until it is added to them. Rows that are written
-- over hundreds of times a second leave more dead versions than can be cleared away while somebody holds a transaction open.
CREATE TABLE sum_changes (
    position    bigint   NOT NULL, -- of the last event that was taken in
    -- Cells of reports, of days; one array for each column.
    dimensions  text[]   NOT NULL,
    codes       text[]   NOT NULL,
    days        date[]   NOT NULL,
    tallies     bytea[]  NOT NULL,
    -- Sums of the backlog; the numbers of one sum follow those of the other.
    departments text[]   NOT NULL,
    states      text[]   NOT NULL,
    counts      bigint[] NOT NULL,
    CONSTRAINT sum_changes_pkey PRIMARY KEY (position)
);
COMMENT ON TABLE sum_changes IS 'What waits to be added to report_cells and backlog_sums';
-- Read and gone within a second: compressing costs more than it saves.
ALTER TABLE sum_changes ALTER COLUMN dimensions SET STORAGE EXTERNAL, ALTER COLUMN codes SET STORAGE EXTERNAL,
    ALTER COLUMN tallies SET STORAGE EXTERNAL, ALTER COLUMN counts SET STORAGE EXTERNAL;
GRANT SELECT, INSERT, UPDATE, DELETE ON sum_changes TO whistle_service;
