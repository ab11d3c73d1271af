//! The leaves of a stream: everything that the hash of an event covers, as it is stored.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_domain::actor::Actor;

use super::event::Metadata;
use super::leaf::Leaf;
use super::read::Row;
use super::{EventLog, ReadError};

/// Every column of an event, as it is stored: whoever has it computes the hash anew. Nothing in it is read, so that an
/// event that was damaged is shown as it is, and not refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedLeaf {
    /// Place in the log. The hash does not cover it: the leaf's index in the log does.
    pub position: i64,
    /// Kind of the stream.
    pub stream_type: String,
    /// The stream.
    pub stream_id: Uuid,
    /// Place in the stream.
    pub version: u32,
    /// Name of the event.
    pub event_type: String,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// When the log took it.
    pub recorded_at: DateTime<Utc>,
    /// The command behind it.
    pub command_id: Uuid,
    /// Place among the command's events, from 0.
    pub command_ordinal: u16,
    /// The stored metadata bytes: who acted, and the keyed digest of the request.
    pub metadata: Vec<u8>,
    /// The stored payload bytes; personal data in them is sealed.
    pub payload: Vec<u8>,
    /// The hash that was recorded with the event.
    pub leaf_hash: Vec<u8>,
}

impl RecordedLeaf {
    /// Who acted; none where the stored bytes that say so cannot be read.
    pub fn actor(&self) -> Option<Actor> {
        Metadata::decode(&self.metadata).map(|(actor, _)| actor)
    }

    /// What the hash is computed over.
    pub fn leaf(&self) -> Leaf<'_> {
        Leaf {
            stream_type: &self.stream_type,
            stream_id: self.stream_id,
            version: self.version,
            event_type: &self.event_type,
            occurred_at: self.occurred_at,
            recorded_at: self.recorded_at,
            command_id: self.command_id,
            command_ordinal: self.command_ordinal,
            metadata: &self.metadata,
            payload: &self.payload,
        }
    }
}

impl EventLog {
    /// The leaves of a stream after `after_version` up to and including `through_version`, in order.
    #[boxed]
    pub async fn read_leaves_through(
        &self,
        stream: Uuid,
        after_version: u32,
        through_version: u32,
    ) -> Result<Vec<RecordedLeaf>, ReadError> {
        let rows = self.stream_rows(stream, after_version, through_version).await?;
        Ok(rows.into_iter().map(Row::into_leaf).collect())
    }
}
