//! The leaves of a case: what its hashes were computed over, so that whoever looks computes them anew.

use async_recursion::async_recursion as boxed;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_store::log::RecordedLeaf;

use crate::cases::CASE_STREAM;
use crate::lists::PageRequest;
use crate::organisation::version_in;
use crate::{App, AppError, AsOf, Caller, KnownAt};

/// Everything that the leaf hash of an event covers, and the hash that was recorded with it.
///
/// `leaf_hash = SHA-256(0x00 0x01 ‖ stream_type ‖ stream_id ‖ version ‖ event_type ‖ occurred_at ‖ recorded_at ‖
/// command_id ‖ command_ordinal ‖ metadata ‖ payload)`: texts and bytes after their length as u32, ids as 16 bytes,
/// the version as u32, the ordinal as u16, instants as i64 in microseconds since 1970, all big-endian.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeafView {
    /// Where the event stands in the whole log. The hash does not cover it.
    pub position: i64,
    /// Kind of the stream.
    pub stream_type: String,
    /// The stream: the case.
    pub stream_id: Uuid,
    /// The version that it gave the case.
    pub version: u32,
    /// What happened.
    pub event_type: String,
    /// When it happened in the world, exact to the microsecond.
    pub occurred_at: DateTime<Utc>,
    /// When the log took it, exact to the microsecond.
    pub recorded_at: DateTime<Utc>,
    /// The command behind it.
    pub command_id: Uuid,
    /// Place among the command's events, from 0.
    pub command_ordinal: u16,
    /// The stored metadata bytes, base64: who acted, and a digest of the request that only the service can compute.
    #[schema(content_encoding = "base64")]
    pub metadata: String,
    /// The stored payload bytes, base64: the event as JSON. Personal data in it is sealed.
    #[schema(content_encoding = "base64")]
    pub payload: String,
    /// The SHA-256 that was recorded with the event, hexadecimal.
    pub leaf_hash: String,
}

/// A part of the leaves.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeafPage {
    /// The leaves of the part, oldest first.
    pub items: Vec<LeafView>,
    /// Where the next part begins; nothing after the last.
    pub next_cursor: Option<String>,
}

impl App {
    /// What the hashes of a case's history were computed over, oldest first, page by page: for whoever may read the
    /// history.
    #[boxed]
    pub async fn history_leaves(
        &self,
        caller: &Caller,
        id: Uuid,
        known: KnownAt,
        page: &PageRequest,
    ) -> Result<LeafPage, AppError> {
        self.audits(caller, id).await?;
        let after = page.cursor.as_deref().map_or(Ok(0), version_in)?;
        let moment = self.moment(AsOf { known, at: None }).await?;
        // One more than is shown, to know whether there is more.
        let through = after.saturating_add(page.limit).saturating_add(1);
        let leaves = self.log.read_leaves_through(id, after, through).await?;
        let mut known: Vec<RecordedLeaf> = leaves
            .into_iter()
            .take_while(|leaf| moment.knows(leaf.position))
            .filter(|leaf| leaf.stream_type == CASE_STREAM)
            .collect();
        let shown = usize::try_from(page.limit).unwrap_or(usize::MAX);
        let more = known.len() > shown;
        known.truncate(shown);
        let next_cursor = known.last().filter(|_| more).map(|last| last.version.to_string());
        Ok(LeafPage { items: known.into_iter().map(view).collect(), next_cursor })
    }
}

fn view(leaf: RecordedLeaf) -> LeafView {
    LeafView {
        position: leaf.position,
        stream_type: leaf.stream_type,
        stream_id: leaf.stream_id,
        version: leaf.version,
        event_type: leaf.event_type,
        occurred_at: leaf.occurred_at,
        recorded_at: leaf.recorded_at,
        command_id: leaf.command_id,
        command_ordinal: leaf.command_ordinal,
        metadata: BASE64.encode(leaf.metadata),
        payload: BASE64.encode(leaf.payload),
        leaf_hash: hex::encode(leaf.leaf_hash),
    }
}
