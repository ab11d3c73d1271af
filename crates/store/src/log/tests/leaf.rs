use uuid::Uuid;

use super::noon;
use crate::log::leaf::Leaf;

fn sample() -> Leaf<'static> {
    Leaf {
        stream_type: "case",
        stream_id: Uuid::from_u128(0x0102_0304_0506_0708_090a_0b0c_0d0e_0f10),
        version: 3,
        event_type: "WhistleRaised",
        occurred_at: noon(),
        recorded_at: noon() + chrono::Duration::microseconds(1),
        command_id: Uuid::from_u128(0xffff_0000),
        command_ordinal: 1,
        metadata: br#"{"actor":{"id":"00000000-0000-0000-0000-000000000000","role":"resident"}}"#,
        payload: "{\"title\":\"路灯不亮\"}".as_bytes(),
    }
}

/// Computed independently from the table in `leaf.rs`, with Python's `struct` and `hashlib`. It may never change.
#[test]
fn the_leaf_hash_is_that_of_the_specification() {
    assert_eq!(
        hex::encode(sample().hash()),
        "c7d8a09518eab65f9b5f3d1095b9e29f07f8c1c98facb11f00678b9429b874db"
    );
}

#[test]
fn every_field_counts() {
    let altered = [
        Leaf { stream_type: "unit", ..sample() },
        Leaf { stream_id: Uuid::nil(), ..sample() },
        Leaf { version: 4, ..sample() },
        Leaf { event_type: "WhistleRaiser", ..sample() },
        Leaf { occurred_at: sample().recorded_at, ..sample() },
        Leaf { recorded_at: noon(), ..sample() },
        Leaf { command_id: Uuid::nil(), ..sample() },
        Leaf { command_ordinal: 0, ..sample() },
        Leaf { metadata: b"{}", ..sample() },
        Leaf { payload: b"{}", ..sample() },
        // A byte that moves over the border between two neighbours.
        Leaf { metadata: b"", payload: b"ab", ..sample() },
        Leaf { metadata: b"a", payload: b"b", ..sample() },
    ];
    let mut hashes: Vec<_> = altered.iter().map(Leaf::hash).chain([sample().hash()]).collect();
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), altered.len() + 1);
}
