-- A secret that is replaced signs for another day, also when the one after it is replaced within that day. The columns
-- former_secret and former_until keep the one that was replaced last; these keep those before it, the newest first.
ALTER TABLE integrations
    ADD COLUMN earlier_secrets bytea[] NOT NULL DEFAULT '{}',
    ADD COLUMN earlier_until timestamptz[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN integrations.earlier_secrets IS 'Sealed secrets replaced before former_secret, the newest first';
COMMENT ON COLUMN integrations.earlier_until IS 'Until when each of earlier_secrets signs';
