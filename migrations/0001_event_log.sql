-- The event log: one table, written through one function, changed by nobody.

-- Who may do what. The service works in this role; migrations run as the owner of the schema. Roles belong to the
-- whole server, so another database may be creating the same role at this very moment.
DO $$
DECLARE
    may_become boolean;
BEGIN
    IF to_regrole('whistle_service') IS NULL THEN
        BEGIN
            CREATE ROLE whistle_service NOLOGIN;
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN
                NULL; -- somebody else was faster
            WHEN insufficient_privilege THEN
                RAISE EXCEPTION 'the role whistle_service is missing and % may not create it', current_user
                    USING ERRCODE = 'insufficient_privilege',
                    HINT = format('As a superuser: CREATE ROLE whistle_service NOLOGIN; GRANT whistle_service TO %I;', current_user);
        END;
    END IF;
    -- From PostgreSQL 16 on, membership alone does not allow SET ROLE.
    IF current_setting('server_version_num')::integer >= 160000 THEN
        EXECUTE $q$ SELECT pg_has_role(current_user, 'whistle_service', 'SET') $q$ INTO may_become;
    ELSE
        may_become := pg_has_role(current_user, 'whistle_service', 'MEMBER');
    END IF;
    IF NOT may_become THEN
        BEGIN
            EXECUTE format('GRANT whistle_service TO %I', current_user);
        EXCEPTION
            WHEN unique_violation THEN
                NULL; -- granted at the same moment
            WHEN insufficient_privilege THEN
                RAISE EXCEPTION '% may not work as whistle_service', current_user
                    USING ERRCODE = 'insufficient_privilege',
                    HINT = format('As a superuser: GRANT whistle_service TO %I;', current_user);
        END;
    END IF;
END
$$;

-- Nothing that later migrations create is open by accident: each grants what it means to grant.
GRANT USAGE ON SCHEMA public TO whistle_service;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Fixed-width columns come first, so that a row carries no padding.
CREATE TABLE events (
    position        bigint      NOT NULL,
    occurred_at     timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL,
    version         integer     NOT NULL,
    command_ordinal smallint    NOT NULL,
    stream_id       uuid        NOT NULL,
    command_id      uuid        NOT NULL,
    stream_type     text        NOT NULL,
    event_type      text        NOT NULL,
    metadata        bytea       NOT NULL,
    payload         bytea       NOT NULL,
    leaf_hash       bytea       NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (position),
    CONSTRAINT events_stream_version_key UNIQUE (stream_id, version),
    CONSTRAINT events_counted_from_one CHECK (position >= 1 AND version >= 1 AND command_ordinal >= 0),
    CONSTRAINT events_leaf_hash_is_sha256 CHECK (octet_length(leaf_hash) = 32)
) WITH (autovacuum_freeze_min_age = 0); -- rows never change: the first vacuum may freeze them for good

-- One entry per command finds a repeated command; a table of commands would cost a third of the speed.
CREATE UNIQUE INDEX events_command_key ON events (command_id) WHERE command_ordinal = 0;

COMMENT ON TABLE events IS 'The append-only log. Positions are gap-free and grow in commit order.';
COMMENT ON COLUMN events.metadata IS 'Exact JSON bytes: {"actor":{"id","role","unit"?},"request"?: hex SHA-256 of the request}';
COMMENT ON COLUMN events.payload IS 'Exact JSON bytes of the event; jsonb would normalise them and no hash could be recomputed';
COMMENT ON COLUMN events.leaf_hash IS 'RFC 6962 leaf hash; the encoding is specified in crates/store/src/log/leaf.rs';

CREATE VIEW events_readable AS
SELECT position, stream_type, stream_id, version, event_type, occurred_at, recorded_at, command_id, command_ordinal,
       convert_from(metadata, 'UTF8')::jsonb AS metadata,
       convert_from(payload, 'UTF8')::jsonb AS payload,
       encode(leaf_hash, 'hex') AS leaf_hash
FROM events;
COMMENT ON VIEW events_readable IS 'The log for people';

-- Append-only for everybody, the owner included, also during replication. Statement triggers cost an INSERT nothing.
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the event log is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER events_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
ALTER TABLE events ENABLE ALWAYS TRIGGER events_are_never_changed;

-- Appends a batch of commands and answers one row per command, in the order given:
--   outcome 'appended'   first_position, stream_version (after the command), event_count
--   outcome 'duplicate'  the same three of the original command
--   outcome 'conflict'   stream_version = the version that the stream really has
-- Everything comes as parallel arrays with one entry per event, in command order: those of a command repeat for each of
-- its events, and the ordinal tells which of them it is, counted from 0.
-- Within a batch a stream and a command id occur once at most (a second one runs into a unique key).
--
-- The lock is taken after all input has arrived, and the server releases it: no client can hold it. Under READ
-- COMMITTED each statement after it sees everything that was committed before the lock was granted, so positions are
-- gap-free and their order is commit order. (REPEATABLE READ would judge by a snapshot older than the wait.)
--
-- Unnesting in the select list, in lock-step, avoids one tuplestore per array; a shorter array is filled up with NULL.
CREATE FUNCTION append_events(
    command_ids uuid[], ordinals smallint[], stream_types text[], stream_ids uuid[], expected_versions integer[],
    event_counts integer[], recorded_ats timestamptz[], metadatas bytea[],
    event_types text[], occurred_ats timestamptz[], payloads bytea[], leaf_hashes bytea[])
RETURNS TABLE (outcome text, first_position bigint, stream_version integer, event_count integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan
SET jit = off
SET enable_seqscan = off
SET enable_bitmapscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET enable_material = off
AS $$
#variable_conflict use_column
DECLARE
    head            bigint;
    recorded        boolean := false;
    versions_match  boolean; -- NULL when all streams are new
    outcomes        text[];
    positions       bigint[];           -- one per event; NULL for those of refused commands
    first_positions bigint[];
    stream_versions integer[];
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'append_events needs READ COMMITTED, not %', current_setting('transaction_isolation')
            USING ERRCODE = 'invalid_transaction_state';
    END IF;

    IF 1 > ANY (event_counts) THEN
        RAISE EXCEPTION 'a command without events' USING ERRCODE = 'data_exception';
    ELSIF (SELECT sum(c.event_count) FROM (SELECT unnest(event_counts) AS event_count, unnest(ordinals) AS ordinal) AS c
            WHERE c.ordinal = 0) IS DISTINCT FROM cardinality(event_types)
       OR cardinality(command_ids) IS DISTINCT FROM cardinality(event_types) THEN
        RAISE EXCEPTION 'the event counts do not add up to the number of events' USING ERRCODE = 'data_exception';
    END IF;

    PERFORM pg_advisory_xact_lock(7453010373646675827);
    SELECT coalesce(max(e.position), 0) INTO head FROM public.events e;

    -- The usual case: no duplicate and no conflict. The unique keys judge new streams and command ids at no extra cost.
    -- Streams that are to exist cost one probe each: no key would notice that a version is skipped, and a conflict,
    -- common on a stream that many write to, must not cost a vain attempt.
    SELECT bool_and(c.expected_version = coalesce((
               SELECT s.version FROM public.events s
                WHERE s.stream_id = c.stream_id ORDER BY s.version DESC LIMIT 1), 0))
      INTO versions_match
      FROM (SELECT unnest(stream_ids) AS stream_id, unnest(expected_versions) AS expected_version,
                   unnest(ordinals) AS ordinal) AS c
     WHERE c.expected_version <> 0 AND c.ordinal = 0;
    IF versions_match IS NOT FALSE THEN
        BEGIN
            INSERT INTO public.events (position, occurred_at, recorded_at, version, command_ordinal, stream_id,
                                       command_id, stream_type, event_type, metadata, payload, leaf_hash)
            SELECT e.position, e.occurred_at, e.recorded_at, e.expected_version + 1 + e.ordinal,
                   e.ordinal, e.stream_id, e.command_id,
                   e.stream_type, e.event_type, e.metadata, e.payload, e.leaf_hash
              FROM (SELECT generate_series(head + 1, head + cardinality(command_ids)) AS position,
                           unnest(ordinals) AS ordinal, unnest(command_ids) AS command_id,
                           unnest(stream_types) AS stream_type, unnest(stream_ids) AS stream_id,
                           unnest(expected_versions) AS expected_version, unnest(recorded_ats) AS recorded_at,
                           unnest(metadatas) AS metadata, unnest(event_types) AS event_type,
                           unnest(occurred_ats) AS occurred_at, unnest(payloads) AS payload,
                           unnest(leaf_hashes) AS leaf_hash) AS e;
            recorded := true;
        EXCEPTION WHEN unique_violation THEN
            NULL; -- judged one by one below
        END;
    END IF;
    IF recorded THEN
        RETURN QUERY
            SELECT 'appended'::text, c.position, c.expected_version + c.event_count, c.event_count
              FROM (SELECT generate_series(head + 1, head + cardinality(command_ids)) AS position,
                           unnest(ordinals) AS ordinal, unnest(expected_versions) AS expected_version,
                           unnest(event_counts) AS event_count) AS c
             WHERE c.ordinal = 0;
        RETURN;
    END IF;

    -- Some command is a duplicate or in conflict: find out which. LIMIT keeps each look-up a probe of its index;
    -- without it, a plan made while the table was small joins by reading all of it.
    SELECT array_agg(judged.outcome),
           array_agg(CASE judged.outcome WHEN 'appended' THEN head + judged.accepted END),
           array_agg(CASE judged.outcome
               WHEN 'appended' THEN head + judged.accepted
               WHEN 'duplicate' THEN judged.original_position END),
           array_agg(CASE judged.outcome
               WHEN 'appended' THEN judged.expected_version + judged.event_count
               WHEN 'duplicate' THEN judged.original_version - 1 + judged.original_count
               ELSE judged.current_version END),
           array_agg(CASE judged.outcome
               WHEN 'appended' THEN judged.event_count
               WHEN 'duplicate' THEN judged.original_count
               ELSE 0 END)
      INTO outcomes, positions, first_positions, stream_versions, event_counts
      FROM (
        SELECT found.*,
               count(*) FILTER (WHERE found.outcome = 'appended') OVER (ORDER BY found.no) AS accepted
          FROM (
            SELECT c.no, c.expected_version, c.event_count,
                   original.position AS original_position, original.version AS original_version,
                   CASE WHEN original.position IS NOT NULL THEN (
                       SELECT count(*)::integer FROM public.events o
                        WHERE o.stream_id = original.stream_id AND o.version >= original.version
                          AND o.command_id = c.command_id) END AS original_count,
                   coalesce(latest.version, 0) AS current_version,
                   CASE WHEN original.position IS NOT NULL THEN 'duplicate'
                        WHEN coalesce(latest.version, 0) = c.expected_version THEN 'appended'
                        ELSE 'conflict' END AS outcome
              FROM unnest(command_ids, stream_ids, expected_versions, event_counts)
                   WITH ORDINALITY AS c (command_id, stream_id, expected_version, event_count, no)
              LEFT JOIN LATERAL (
                   SELECT o.position, o.stream_id, o.version FROM public.events o
                    WHERE o.command_id = c.command_id AND o.command_ordinal = 0 LIMIT 1) AS original ON true
              LEFT JOIN LATERAL (
                   SELECT s.version FROM public.events s
                    WHERE s.stream_id = c.stream_id ORDER BY s.version DESC LIMIT 1) AS latest ON true
          ) AS found
         ORDER BY found.no
      ) AS judged;

    INSERT INTO public.events (position, occurred_at, recorded_at, version, command_ordinal, stream_id,
                               command_id, stream_type, event_type, metadata, payload, leaf_hash)
    SELECT e.position, e.occurred_at, e.recorded_at, e.expected_version + 1 + e.ordinal,
           e.ordinal, e.stream_id, e.command_id,
           e.stream_type, e.event_type, e.metadata, e.payload, e.leaf_hash
      FROM (SELECT unnest(positions) AS position,
                   unnest(ordinals) AS ordinal, unnest(command_ids) AS command_id,
                   unnest(stream_types) AS stream_type, unnest(stream_ids) AS stream_id,
                   unnest(expected_versions) AS expected_version, unnest(recorded_ats) AS recorded_at,
                   unnest(metadatas) AS metadata, unnest(event_types) AS event_type,
                   unnest(occurred_ats) AS occurred_at, unnest(payloads) AS payload,
                   unnest(leaf_hashes) AS leaf_hash) AS e
     WHERE e.position IS NOT NULL;

    RETURN QUERY
        SELECT c.outcome, c.first_position, c.stream_version, c.event_count
          FROM (SELECT unnest(outcomes) AS outcome, unnest(first_positions) AS first_position,
                       unnest(stream_versions) AS stream_version, unnest(event_counts) AS event_count,
                       unnest(ordinals) AS ordinal) AS c
         WHERE c.ordinal = 0;
END
$$;
REVOKE ALL ON FUNCTION append_events FROM PUBLIC;

GRANT SELECT ON events, events_readable TO whistle_service;
GRANT EXECUTE ON FUNCTION append_events TO whistle_service;
