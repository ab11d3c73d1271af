use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::{command, database, log_on, noon};
use crate::ids::new_id;
use crate::log::RecordedLeaf;
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

/// A leaf as the API gives it.
#[derive(Deserialize)]
struct GoldenLeaf {
    what: String,
    position: i64,
    stream_type: String,
    stream_id: Uuid,
    version: u32,
    event_type: String,
    occurred_at: DateTime<Utc>,
    recorded_at: DateTime<Utc>,
    command_id: Uuid,
    command_ordinal: u16,
    metadata: String,
    payload: String,
    leaf_hash: String,
}

/// The pages compute the same leaves (`web/src/desk/supervisor/history/proof`): neither can change without the other.
/// Written by a third hand, Python's `struct` and `hashlib`.
#[test]
fn the_golden_leaves_have_their_hashes() {
    let golden: Vec<GoldenLeaf> =
        serde_json::from_str(include_str!("../../../golden/leaves.json")).expect("leaves");
    assert_eq!(golden.len(), 6);
    for golden in golden {
        let leaf = RecordedLeaf {
            position: golden.position,
            stream_type: golden.stream_type,
            stream_id: golden.stream_id,
            version: golden.version,
            event_type: golden.event_type,
            occurred_at: golden.occurred_at,
            recorded_at: golden.recorded_at,
            command_id: golden.command_id,
            command_ordinal: golden.command_ordinal,
            metadata: BASE64.decode(golden.metadata).expect("base64"),
            payload: BASE64.decode(golden.payload).expect("base64"),
            leaf_hash: hex::decode(golden.leaf_hash).expect("hexadecimal"),
        };
        assert_eq!(leaf.leaf().hash().as_slice(), leaf.leaf_hash, "{}", golden.what);
    }
}

#[tokio::test]
async fn the_leaves_of_a_stream_come_in_order_and_hash_to_what_was_recorded() {
    let database = database().await;
    let log = log_on(&database);
    let (stream, other) = (new_id(), new_id());
    log.append(command(stream, 0, 2)).await.unwrap();
    log.append(command(other, 0, 1)).await.unwrap();
    log.append(command(stream, 2, 1)).await.unwrap();
    let leaves = log.read_leaves_through(stream, 0, u32::MAX).await.unwrap();
    let places: Vec<_> =
        leaves.iter().map(|leaf| (leaf.position, leaf.version, leaf.command_ordinal)).collect();
    assert_eq!(places, [(1, 1, 0), (2, 2, 1), (4, 3, 0)]);
    for leaf in &leaves {
        assert_eq!(leaf.leaf().hash().as_slice(), leaf.leaf_hash);
    }
    let events = log.read_stream(stream, 0).await.unwrap();
    let recorded: Vec<_> =
        events.iter().map(|event| (event.payload.clone(), event.leaf_hash.to_vec())).collect();
    let told: Vec<_> = leaves.iter().map(|leaf| (leaf.payload.clone(), leaf.leaf_hash.clone())).collect();
    assert_eq!(told, recorded);
    let part = log.read_leaves_through(stream, 1, 2).await.unwrap();
    assert_eq!(part, leaves[1..2]);
}
