-- Which command was carried out last: one that was written down and not carried out is told from one that was.
ALTER TABLE integrations ADD COLUMN replayed_position bigint NOT NULL DEFAULT 0, ADD COLUMN secret_position bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN integrations.replayed_position IS 'Position of the event by which it was last replayed';
COMMENT ON COLUMN integrations.secret_position IS 'Position of the event by which its secret was last replaced';
