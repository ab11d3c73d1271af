//! What goes into the log and what comes out of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use whistle_domain::actor::Actor;

/// A stream: everything that ever happened to one thing. The id alone is unique across all kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StreamId {
    /// What the thing is, for example `case`.
    pub kind: &'static str,
    /// Which one it is.
    pub id: Uuid,
}

/// An event that is not recorded yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// The name of the event in the past tense.
    pub event_type: String,
    /// When it happened in the world. Microseconds are kept.
    pub occurred_at: DateTime<Utc>,
    /// The event itself: JSON, kept byte by byte.
    pub payload: Vec<u8>,
}

/// One command's events, to be recorded together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// Names the command for ever: the same id is recorded once, however often it is sent.
    pub command_id: Uuid,
    /// The stream that grows.
    pub stream: StreamId,
    /// The version that the stream must still have; 0 for a stream that must not exist yet.
    pub expected_version: u32,
    /// Who gave the command.
    pub actor: Actor,
    /// SHA-256 of the request behind the command, so that a reuse of the id for another request is noticed.
    pub request_digest: Option<[u8; 32]>,
    /// At least one event.
    pub events: Vec<NewEvent>,
}

/// Where a command's events stand in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// Position of the first event.
    pub first_position: i64,
    /// Position of the last event.
    pub last_position: i64,
    /// Version of the stream after the last event.
    pub version: u32,
    /// The command had been recorded before, and this is its original result.
    pub duplicate: bool,
}

/// An event as the log keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedEvent {
    /// Place in the log: 1, 2, 3 … without a gap, in commit order.
    pub position: i64,
    /// Kind of the stream.
    pub stream_type: String,
    /// The stream.
    pub stream_id: Uuid,
    /// Place in the stream: 1, 2, 3 … without a gap.
    pub version: u32,
    /// Name of the event.
    pub event_type: String,
    /// The command that led to it.
    pub command_id: Uuid,
    /// When it happened in the world.
    pub occurred_at: DateTime<Utc>,
    /// When the log took it.
    pub recorded_at: DateTime<Utc>,
    /// Who gave the command.
    pub actor: Actor,
    /// SHA-256 of the request behind the command, if there was one.
    pub request_digest: Option<[u8; 32]>,
    /// The event itself: the exact JSON bytes that were appended.
    pub payload: Vec<u8>,
    /// RFC 6962 leaf hash, see [`super::leaf`].
    pub leaf_hash: [u8; 32],
}

/// The `metadata` column. Field order is part of the stored format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Metadata {
    actor: Actor,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<String>,
}

impl Metadata {
    /// The exact bytes that are stored.
    pub(super) fn encode(actor: &Actor, request_digest: Option<&[u8; 32]>) -> Vec<u8> {
        let metadata = Self { actor: actor.clone(), request: request_digest.map(hex::encode) };
        serde_json::to_vec(&metadata).expect("an actor has no key that is not a string")
    }

    /// Actor and request digest, or nothing when these bytes were not written by [`Metadata::encode`].
    pub(super) fn decode(bytes: &[u8]) -> Option<(Actor, Option<[u8; 32]>)> {
        let metadata: Self = serde_json::from_slice(bytes).ok()?;
        let Some(text) = metadata.request else { return Some((metadata.actor, None)) };
        let mut digest = [0; 32];
        hex::decode_to_slice(text, &mut digest).ok()?;
        Some((metadata.actor, Some(digest)))
    }
}
