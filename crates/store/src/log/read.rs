//! Reading the log.

use std::collections::HashMap;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::event::Metadata;
use super::leaf::Leaf;
use super::leaves::RecordedLeaf;
use super::{EventLog, ReadError, RecordedEvent};

/// The longest page that [`EventLog::read_after`] gives.
pub const READ_EVENTS_MAX: u32 = 8192;

/// The most commands that [`EventLog::known_commands`] looks for at once.
pub const COMMANDS_ASKED_MAX: usize = 1024;

impl EventLog {
    /// Up to `limit` events (at most [`READ_EVENTS_MAX`]) after `position`, in order; 0 is before the first. They
    /// follow `position` without a hole, or it is an error.
    #[boxed]
    pub async fn read_after(&self, position: i64, limit: u32) -> Result<Vec<RecordedEvent>, ReadError> {
        let rows = self.rows_after(position, limit).await?;
        let mut previous = position;
        for row in &rows {
            if row.position != previous + 1 {
                return Err(ReadError::Hole { previous, found: row.position });
            }
            previous = row.position;
        }
        rows.into_iter().map(RecordedEvent::try_from).collect()
    }

    /// The events of a stream after `after_version`, in order; 0 is before the first.
    pub async fn read_stream(
        &self,
        stream: Uuid,
        after_version: u32,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.read_stream_through(stream, after_version, u32::MAX).await
    }

    /// The events of a stream after `after_version` up to and including `through_version`.
    #[boxed]
    pub async fn read_stream_through(
        &self,
        stream: Uuid,
        after_version: u32,
        through_version: u32,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let rows = self.stream_rows(stream, after_version, through_version).await?;
        rows.into_iter().map(RecordedEvent::try_from).collect()
    }

    /// The events of a stream that the log had at `position`, in order.
    #[boxed]
    pub async fn read_stream_as_of(
        &self,
        stream: Uuid,
        position: i64,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let rows = sqlx::query_file_as!(Row, "src/log/queries/read_stream_as_of.sql", stream, position);
        rows.fetch_all(self.pool()).await?.into_iter().map(RecordedEvent::try_from).collect()
    }

    /// The version that a stream had at `position`; 0 when it did not exist.
    #[boxed]
    pub async fn stream_version_as_of(&self, stream: Uuid, position: i64) -> Result<u32, ReadError> {
        let version = sqlx::query_scalar!(
            "SELECT version FROM events WHERE stream_id = $1 AND position <= $2 ORDER BY version DESC LIMIT 1",
            stream,
            position
        );
        let version = version.fetch_optional(self.pool()).await?.unwrap_or(0);
        Ok(u32::try_from(version).expect("the table holds positive versions only"))
    }

    /// The version of a stream; 0 when it does not exist.
    #[boxed]
    pub(super) async fn stream_version(&self, stream: Uuid) -> Result<u32, ReadError> {
        let version = sqlx::query_scalar!(r#"SELECT max(version) FROM events WHERE stream_id = $1"#, stream);
        let version = version.fetch_one(self.pool()).await?.unwrap_or(0);
        Ok(u32::try_from(version).expect("the table holds positive versions only"))
    }

    /// The events that a command led to, in order; none when the log does not know the command.
    #[boxed]
    pub async fn read_command(&self, command_id: Uuid) -> Result<Vec<RecordedEvent>, ReadError> {
        let rows = sqlx::query_file_as!(Row, "src/log/queries/read_command.sql", command_id);
        rows.fetch_all(self.pool()).await?.into_iter().map(RecordedEvent::try_from).collect()
    }

    /// Which of these commands the log knows, each with the digest of its request. At most
    /// [`COMMANDS_ASKED_MAX`] are looked for.
    pub async fn known_commands(
        &self,
        command_ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Option<[u8; 32]>>, ReadError> {
        let asked = &command_ids[..command_ids.len().min(COMMANDS_ASKED_MAX)];
        let rows = sqlx::query_file!("src/log/queries/known_commands.sql", asked);
        let rows = rows.fetch_all(self.pool()).await?;
        let known = rows.into_iter().map(|row| {
            let damaged = || ReadError::Damaged { position: row.position, what: "metadata" };
            let (_, digest) = Metadata::decode(&row.metadata).ok_or_else(damaged)?;
            Ok((row.command_id, digest))
        });
        known.collect()
    }

    /// Rows of a stream as they are stored, damaged or not.
    pub(super) async fn stream_rows(
        &self,
        stream: Uuid,
        after_version: u32,
        through_version: u32,
    ) -> Result<Vec<Row>, ReadError> {
        let (after, through) = (i32::try_from(after_version), i32::try_from(through_version));
        let (after, through) = (after.unwrap_or(i32::MAX), through.unwrap_or(i32::MAX));
        let rows = sqlx::query_file_as!(Row, "src/log/queries/read_stream.sql", stream, after, through);
        Ok(rows.fetch_all(self.pool()).await?)
    }

    /// Rows of several streams as they are stored, damaged or not: of each those after the version beside it. Sorted by
    /// stream and version.
    pub(super) async fn rows_of_streams(
        &self,
        streams: &[Uuid],
        after_versions: &[i32],
    ) -> Result<Vec<Row>, ReadError> {
        let rows = sqlx::query_file_as!(Row, "src/log/queries/read_streams.sql", streams, after_versions);
        Ok(rows.fetch_all(self.pool()).await?)
    }

    /// A page of rows as they are stored, damaged or not.
    pub(super) async fn rows_after(&self, position: i64, limit: u32) -> Result<Vec<Row>, ReadError> {
        let limit = i64::from(limit.min(READ_EVENTS_MAX));
        let rows = sqlx::query_file_as!(Row, "src/log/queries/read_after.sql", position, limit);
        Ok(rows.fetch_all(self.pool()).await?)
    }
}

/// A row of the table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) position: i64,
    occurred_at: DateTime<Utc>,
    recorded_at: DateTime<Utc>,
    version: i32,
    command_ordinal: i16,
    pub(super) stream_id: Uuid,
    command_id: Uuid,
    stream_type: String,
    event_type: String,
    metadata: Vec<u8>,
    payload: Vec<u8>,
    pub(super) leaf_hash: Vec<u8>,
}

impl Row {
    /// The version, or 0 for a damaged one.
    pub(super) fn version(&self) -> u32 {
        u32::try_from(self.version).unwrap_or(0)
    }

    /// The leaf hash of what the row says now.
    pub(super) fn recomputed_leaf_hash(&self) -> [u8; 32] {
        Leaf {
            stream_type: &self.stream_type,
            stream_id: self.stream_id,
            version: self.version(),
            event_type: &self.event_type,
            occurred_at: self.occurred_at,
            recorded_at: self.recorded_at,
            command_id: self.command_id,
            command_ordinal: self.command_ordinal(),
            metadata: &self.metadata,
            payload: &self.payload,
        }
        .hash()
    }

    /// The place among the command's events, or one that no command has for a damaged one.
    fn command_ordinal(&self) -> u16 {
        u16::try_from(self.command_ordinal).unwrap_or(u16::MAX)
    }

    /// What the hash of the row covers, with the hash.
    pub(super) fn into_leaf(self) -> RecordedLeaf {
        RecordedLeaf {
            position: self.position,
            version: self.version(),
            command_ordinal: self.command_ordinal(),
            stream_type: self.stream_type,
            stream_id: self.stream_id,
            event_type: self.event_type,
            occurred_at: self.occurred_at,
            recorded_at: self.recorded_at,
            command_id: self.command_id,
            metadata: self.metadata,
            payload: self.payload,
            leaf_hash: self.leaf_hash,
        }
    }
}

impl TryFrom<Row> for RecordedEvent {
    type Error = ReadError;

    fn try_from(row: Row) -> Result<Self, ReadError> {
        let damaged = |what| ReadError::Damaged { position: row.position, what };
        let (actor, request_digest) = Metadata::decode(&row.metadata).ok_or_else(|| damaged("metadata"))?;
        let leaf_hash = row.leaf_hash.as_slice().try_into().map_err(|_length| damaged("leaf hash"))?;
        let version = u32::try_from(row.version).map_err(|_negative| damaged("version"))?;
        Ok(Self {
            position: row.position,
            stream_type: row.stream_type,
            stream_id: row.stream_id,
            version,
            event_type: row.event_type,
            command_id: row.command_id,
            occurred_at: row.occurred_at,
            recorded_at: row.recorded_at,
            actor,
            request_digest,
            payload: row.payload,
            leaf_hash,
        })
    }
}
