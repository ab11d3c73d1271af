//! Events of the log as projections take them.

use uuid::Uuid;
use whistle_domain::case::CaseEvent;

use crate::log::RecordedEvent;

/// The kind of the streams that projections follow.
const CASE_STREAMS: &str = "case";

/// An event of a case, with its place in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseRecord {
    /// Place in the log.
    pub position: i64,
    /// The case.
    pub case: Uuid,
    /// Version of the case with this event.
    pub version: i32,
    /// The event.
    pub event: CaseEvent,
}

/// An event that cannot be understood. The projection stands in front of it until a newer binary can.
#[derive(Debug, thiserror::Error)]
#[error("the {event_type} at position {position} cannot be read")]
pub struct Poison {
    /// Where it is.
    pub position: i64,
    /// What it is called.
    pub event_type: String,
    /// What is wrong with it.
    #[source]
    pub reason: serde_json::Error,
}

/// The events of cases among `events`, up to the first that cannot be understood.
pub(super) fn decode(events: &[RecordedEvent]) -> (Vec<CaseRecord>, Option<Poison>) {
    let mut records = Vec::with_capacity(events.len());
    for event in events.iter().filter(|event| event.stream_type == CASE_STREAMS) {
        match serde_json::from_slice(&event.payload) {
            Ok(decoded) => records.push(CaseRecord {
                position: event.position,
                case: event.stream_id,
                version: i32::try_from(event.version)
                    .expect("the log numbers versions with a 32-bit integer"),
                event: decoded,
            }),
            Err(reason) => {
                let poison =
                    Poison { position: event.position, event_type: event.event_type.clone(), reason };
                return (records, Some(poison));
            }
        }
    }
    (records, None)
}

/// The cases that a batch is about, each once.
pub(super) fn cases_of(batch: &[CaseRecord]) -> Vec<Uuid> {
    let mut cases: Vec<Uuid> = batch.iter().map(|record| record.case).collect();
    cases.sort_unstable();
    cases.dedup();
    cases
}
