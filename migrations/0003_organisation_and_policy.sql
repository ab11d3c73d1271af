-- Who is there (units, grids, people, posts) and by which rules it is judged (policies).
--
-- Units and grids are never deleted: history names them for ever. One that is gone has a `retired_at` and
-- keeps its name for old cases. People and posts can go, because their names and numbers are personal data.

-- The one district that this database serves.
CREATE TABLE district (
    only_row      boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    name          text        NOT NULL,
    county_code   text        NOT NULL CHECK (county_code ~ '^[0-9]{6}$'),
    fallback_unit text        NOT NULL,
    replaced_at   timestamptz NOT NULL
);

CREATE TABLE units (
    code       text        PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9_-]{1,40}$'),
    name       text        NOT NULL,
    kind       text        NOT NULL,
    -- Deferred, so that a tree can be written in any order.
    parent     text        REFERENCES units DEFERRABLE INITIALLY DEFERRED,
    duties     text[]      NOT NULL,
    -- The place in the file: among equals the earlier unit comes first.
    ordinal    integer     NOT NULL,
    retired_at timestamptz
);

ALTER TABLE district
    ADD FOREIGN KEY (fallback_unit) REFERENCES units DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE grids (
    code       text        PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9_-]{1,40}$'),
    name       text        NOT NULL,
    unit       text        NOT NULL REFERENCES units DEFERRABLE INITIALLY DEFERRED,
    parent     text        REFERENCES grids DEFERRABLE INITIALLY DEFERRED,
    -- A closed ring [[lon, lat], …], CGCS2000.
    polygon    jsonb       NOT NULL,
    ordinal    integer     NOT NULL,
    retired_at timestamptz
);

CREATE TABLE people (
    code    text    PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9_-]{1,40}$'),
    name    text    NOT NULL,
    phone   text,
    ordinal integer NOT NULL
);

CREATE TABLE posts (
    ordinal     integer PRIMARY KEY,
    person      text    NOT NULL REFERENCES people ON DELETE CASCADE,
    unit        text    NOT NULL REFERENCES units DEFERRABLE INITIALLY DEFERRED,
    role        text    NOT NULL,
    title       text    NOT NULL,
    grid        text    REFERENCES grids DEFERRABLE INITIALLY DEFERRED,
    responsible boolean NOT NULL
);
CREATE INDEX posts_person_idx ON posts (person);

-- Every policy that was ever in force, word for word. The greatest version is current; a case names the one it
-- is judged by, so a row is never changed.
CREATE TABLE policy_sets (
    version   integer     PRIMARY KEY CHECK (version > 0),
    document  text        NOT NULL,
    loaded_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON district, units, grids TO whistle_service;
GRANT SELECT, INSERT, DELETE ON people, posts TO whistle_service;
GRANT SELECT, INSERT ON policy_sets TO whistle_service;
