//! The leaf hash: what makes a recorded event provable.
//!
//! `leaf_hash = SHA-256(0x00 ‖ encoding)` as in RFC 6962, where `position - 1` is the leaf's index. The encoding covers
//! every column but the position, in this order, without padding; integers are big-endian:
//!
//! | field | bytes |
//! |---|---|
//! | format | 1, always `0x01`; another encoding or hash gets another number |
//! | `stream_type` | u32 length, then UTF-8 |
//! | `stream_id` | 16 |
//! | `version` | u32 |
//! | `event_type` | u32 length, then UTF-8 |
//! | `occurred_at` | i64, microseconds since 1970-01-01T00:00:00Z |
//! | `recorded_at` | i64, likewise |
//! | `command_id` | 16 |
//! | `command_ordinal` | u16 |
//! | `metadata` | u32 length, then the stored bytes |
//! | `payload` | u32 length, then the stored bytes |
//!
//! This is written into history: it never changes, a new format number is added instead.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// RFC 6962's prefix of a leaf; inner nodes have `0x01`.
const LEAF_PREFIX: u8 = 0;
/// This encoding, with SHA-256.
const FORMAT: u8 = 1;

/// Every column of an event that the hash covers.
#[derive(Debug, Clone, Copy)]
pub struct Leaf<'a> {
    /// Kind of the stream.
    pub stream_type: &'a str,
    /// The stream.
    pub stream_id: Uuid,
    /// Place in the stream.
    pub version: u32,
    /// Name of the event.
    pub event_type: &'a str,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// When the log took it.
    pub recorded_at: DateTime<Utc>,
    /// The command behind it.
    pub command_id: Uuid,
    /// Place among the command's events, from 0.
    pub command_ordinal: u16,
    /// The stored metadata bytes.
    pub metadata: &'a [u8],
    /// The stored payload bytes.
    pub payload: &'a [u8],
}

impl Leaf<'_> {
    /// The leaf hash.
    pub fn hash(&self) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update([LEAF_PREFIX, FORMAT]);
        prefixed(&mut hasher, self.stream_type.as_bytes());
        hasher.update(self.stream_id.as_bytes());
        hasher.update(self.version.to_be_bytes());
        prefixed(&mut hasher, self.event_type.as_bytes());
        hasher.update(self.occurred_at.timestamp_micros().to_be_bytes());
        hasher.update(self.recorded_at.timestamp_micros().to_be_bytes());
        hasher.update(self.command_id.as_bytes());
        hasher.update(self.command_ordinal.to_be_bytes());
        prefixed(&mut hasher, self.metadata);
        prefixed(&mut hasher, self.payload);
        hasher.finalize().into()
    }
}

fn prefixed(hasher: &mut Sha256, bytes: &[u8]) {
    let length = u32::try_from(bytes.len()).expect("the log takes no command of 4 GiB");
    hasher.update(length.to_be_bytes());
    hasher.update(bytes);
}
