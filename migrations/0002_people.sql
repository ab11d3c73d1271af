-- People: the keys that seal their personal data, and the accounts with which they come in.
--
-- vault_keys and vault_subjects are left out of the backups of the log on purpose: a restored log must not
-- bring back a person whose key was destroyed. See docs/adr/0005-personal-data.md.

-- The key files this database was written with. `proof` is a known text sealed by the file's key-encryption
-- key: it shows, at start, that the file at hand is the right one and is whole.
CREATE TABLE vault_keys (
    key_id     uuid        PRIMARY KEY,
    proof      bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- One row per person. Deleting the row erases the person from every event at once.
CREATE TABLE vault_subjects (
    subject     uuid        PRIMARY KEY,
    -- Nonce (24), sealed data key (32), tag (16).
    wrapped_key bytea       NOT NULL CHECK (octet_length(wrapped_key) = 72),
    key_id      uuid        NOT NULL,
    -- HMAC of the telephone number: finds the person again without keeping the number.
    phone_index bytea       CHECK (octet_length(phone_index) = 32),
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX vault_subjects_phone_index ON vault_subjects (phone_index) WHERE phone_index IS NOT NULL;

CREATE TABLE users (
    id            uuid        PRIMARY KEY,
    username      text        NOT NULL UNIQUE CHECK (username = lower(username) AND char_length(username) BETWEEN 2 AND 64),
    password_hash text,
    role          text        NOT NULL CHECK (role IN ('resident', 'grid_worker', 'community', 'hotline',
                                  'dispatcher', 'department', 'supervisor', 'auditor', 'admin')),
    -- The unit in which the account is posted.
    unit          text,
    -- The area whose cases the account sees; null means what its unit and role say.
    area_unit     text,
    display_name  text        CHECK (char_length(display_name) BETWEEN 1 AND 64),
    -- A resident's data subject in the vault.
    subject       uuid,
    created_at    timestamptz NOT NULL,
    disabled_at   timestamptz,
    -- A resident's name is personal data, and nothing here is sealed.
    CONSTRAINT users_resident_has_no_name CHECK (role <> 'resident' OR display_name IS NULL),
    CONSTRAINT users_only_residents_have_a_subject CHECK (role = 'resident' OR subject IS NULL),
    CONSTRAINT users_posted_unless_resident CHECK (role <> 'resident' OR unit IS NULL)
);

-- Bearer tokens. The token itself is never kept: 256 random bits need no slow hash.
CREATE TABLE tokens (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES users (id),
    digest     bytea       NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    label      text        NOT NULL CHECK (char_length(label) BETWEEN 1 AND 64),
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX tokens_of_user ON tokens (user_id);

-- Browser sessions: they end by themselves when unused, and at the latest at `expires_at`.
CREATE TABLE sessions (
    digest       bytea       PRIMARY KEY CHECK (octet_length(digest) = 32),
    user_id      uuid        NOT NULL REFERENCES users (id),
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

GRANT SELECT, INSERT ON vault_keys TO whistle_service;
GRANT SELECT, INSERT, DELETE ON vault_subjects TO whistle_service;
GRANT SELECT, INSERT, UPDATE ON users, tokens TO whistle_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO whistle_service;
