-- Photographs. They are no part of the log, which names them with their hash; see docs/adr/0016-photographs.md.
--
-- Like the tables of the vault, this one is left out of the backups of the log: what was erased or swept must not come back
-- with a restored log.
CREATE TABLE photos (
    id           uuid        PRIMARY KEY,
    -- Nonce (24), sealed data key of this picture (32), tag (16).
    sealed_key   bytea       NOT NULL CHECK (octet_length(sealed_key) = 72),
    -- The person under whose key that key is sealed; null while nobody has used the picture, and the key file holds it.
    subject      uuid,
    -- SHA-256 of the JPEG before it is sealed; events name it too.
    sha256       bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    width        integer     NOT NULL CHECK (width BETWEEN 1 AND 2048),
    height       integer     NOT NULL CHECK (height BETWEEN 1 AND 2048),
    -- A hash of how brightness changes from left to right; that of a picture scaled or compressed anew differs in few bits.
    likeness     bit(64)     NOT NULL,
    created_at   timestamptz NOT NULL,
    -- The case whose command named it, and the unit of whoever gave that command.
    case_id      uuid,
    unit         text,
    reserved_at  timestamptz,
    -- The log was asked and does name it. Until then the command may have come to nothing.
    settled      boolean     NOT NULL DEFAULT false,
    -- Sealed JPEGs.
    picture      bytea       NOT NULL,
    thumbnail    bytea       NOT NULL,
    CONSTRAINT photos_used_by_a_case_at_an_instant CHECK ((case_id IS NULL) = (reserved_at IS NULL)),
    CONSTRAINT photos_settled_when_used CHECK (case_id IS NOT NULL OR NOT settled)
);
-- What is sealed cannot be compressed: it is stored beside the row, as it is.
ALTER TABLE photos ALTER COLUMN picture SET STORAGE EXTERNAL, ALTER COLUMN thumbnail SET STORAGE EXTERNAL;
CREATE INDEX photos_unused ON photos (created_at) WHERE case_id IS NULL;
CREATE INDEX photos_unsettled ON photos (reserved_at) WHERE case_id IS NOT NULL AND NOT settled;
CREATE INDEX photos_of_case ON photos (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX photos_of_unit ON photos (unit) WHERE unit IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON photos TO whistle_service;
