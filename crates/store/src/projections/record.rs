//! Events of the log as the projection of cases takes them.

use cqrs_es::Aggregate;
use uuid::Uuid;
use whistle_domain::case::{Case, CaseEvent};
use whistle_domain::stored::StoredEvent;

use crate::log::RecordedEvent;

/// An event of a case, with its place in the log.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CaseRecord {
    /// Place in the log.
    pub(super) position: i64,
    /// The case.
    pub(super) case: Uuid,
    /// Version of the case with this event.
    pub(super) version: i32,
    /// The event.
    pub(super) event: CaseEvent,
}

/// The columns of an event that a case is folded from.
#[derive(Debug)]
pub(super) struct EventRow {
    pub(super) stream_id: Uuid,
    pub(super) version: i32,
    pub(super) position: i64,
    pub(super) stream_type: String,
    pub(super) event_type: String,
    pub(super) payload: Vec<u8>,
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

impl EventRow {
    /// The event of a case; nothing when the stream is not one.
    pub(super) fn decoded(&self) -> Result<Option<CaseRecord>, Poison> {
        let place = (self.position, self.stream_id, self.version);
        of_case(place, &self.stream_type, &self.event_type, &self.payload)
    }
}

/// The events of cases among `events`, up to the first that cannot be understood, and the position reached. There is
/// at least one event; it is an error if the first is the one.
pub(super) fn understood(events: &[RecordedEvent]) -> Result<(Vec<CaseRecord>, i64), Poison> {
    let mut records = Vec::with_capacity(events.len());
    let mut reached = None;
    for event in events {
        let version = i32::try_from(event.version).expect("the log numbers versions with a 32-bit integer");
        let place = (event.position, event.stream_id, version);
        match of_case(place, &event.stream_type, &event.event_type, &event.payload) {
            Ok(record) => records.extend(record),
            Err(poison) => return Ok((records, reached.ok_or(poison)?)),
        }
        reached = Some(event.position);
    }
    Ok((records, reached.expect("a step without events ends before")))
}

/// Streams of other kinds are somebody else's, whatever is in them.
fn of_case(
    (position, case, version): (i64, Uuid, i32),
    stream_type: &str,
    event_type: &str,
    payload: &[u8],
) -> Result<Option<CaseRecord>, Poison> {
    if stream_type != Case::TYPE {
        return Ok(None);
    }
    match CaseEvent::read(payload) {
        Ok(event) => Ok(Some(CaseRecord { position, case, version, event })),
        Err(reason) => Err(Poison { position, event_type: event_type.to_owned(), reason }),
    }
}
