-- Other systems that are told what happens, and when a key was last used. See docs/adr/0018-integrations.md.

-- 系统对接: one row for each system. What administrators did with it is in the stream `access` of the log; the address, the name
-- and the secret are here only.
CREATE TABLE integrations (
    id              uuid        PRIMARY KEY,
    name            text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 64),
    url             text        NOT NULL CHECK (char_length(url) BETWEEN 1 AND 500),
    -- The unit whose cases are told of; null: everybody's.
    unit            text,
    -- The types of events that are told; none: every type.
    event_types     text[]      NOT NULL,
    state           text        NOT NULL CHECK (state IN ('active', 'paused', 'closed')),
    -- Who paused it: an administrator (asked), or the service, because nothing was taken for too long (failing).
    pause_cause     text        CHECK (pause_cause IN ('asked', 'failing')),
    created_at      timestamptz NOT NULL,
    paused_at       timestamptz,
    closed_at       timestamptz,
    -- The secret with which deliveries are signed, sealed by the key file; and the one before, for as long as both sign.
    secret          bytea,
    former_secret   bytea,
    former_until    timestamptz,
    -- Everything up to here was taken, or was nothing for this system.
    delivered       bigint      NOT NULL CHECK (delivered >= 0),
    -- The delivery that was begun and is not known to be taken: it goes out again as it is, under the same id.
    in_hand         uuid,
    in_hand_through bigint,
    -- Which process has it in hand, and until when the others leave it alone.
    in_hand_by      uuid,
    in_hand_until   timestamptz,
    last_attempt_at timestamptz,
    last_success_at timestamptz,
    -- What came back at the last attempt: a status of HTTP, or a word for why there was none.
    last_status     smallint,
    last_error      text,
    -- Attempts without success since the last one with.
    failures        integer     NOT NULL DEFAULT 0,
    failing_since   timestamptz,
    next_attempt_at timestamptz,
    CONSTRAINT integrations_secret_while_open CHECK ((state = 'closed') = (secret IS NULL)),
    CONSTRAINT integrations_in_hand_whole CHECK ((in_hand IS NULL) = (in_hand_through IS NULL))
);
-- Two open ones of the same name could not be told apart.
CREATE UNIQUE INDEX integrations_open_name ON integrations (name) WHERE state <> 'closed';
GRANT SELECT, INSERT, UPDATE ON integrations TO whistle_service;

-- To the minute, at best: uses are collected in memory.
ALTER TABLE tokens ADD COLUMN last_used_at timestamptz;
