//! What other systems are told of an event: that it happened, and where to read more. Nothing personal.

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;
use whistle_store::log::RecordedEvent;

/// One event of a delivery.
#[derive(Debug, Serialize)]
pub(super) struct Notice {
    position: i64,
    #[serde(rename = "type")]
    kind: String,
    case_id: Uuid,
    number: String,
    version: u32,
    /// The dispatch that it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    dispatch: Option<Uuid>,
    /// The unit of whoever acted; residents and the service have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    occurred_at: DateTime<Utc>,
    recorded_at: DateTime<Utc>,
    /// Where the case is read, by whoever has a key.
    link: String,
}

/// What is sent.
#[derive(Debug, Serialize)]
pub(super) struct Delivery<'a> {
    pub(super) delivery: Uuid,
    pub(super) integration: Uuid,
    /// Only in a trial: nothing has happened.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) test: bool,
    pub(super) events: &'a [Notice],
}

impl Notice {
    /// Of the event of a case with this number.
    pub(super) fn of(event: RecordedEvent, number: String) -> Self {
        Self {
            position: event.position,
            case_id: event.stream_id,
            number,
            version: event.version,
            dispatch: dispatch_in(&event.payload),
            unit: event.actor.unit,
            occurred_at: event.occurred_at,
            recorded_at: event.recorded_at,
            link: format!("/api/v1/cases/{}", event.stream_id),
            kind: event.event_type,
        }
    }
}

/// The dispatch that an event names, whatever else it says: events are kept as `{"Name": {fields}}`.
fn dispatch_in(payload: &[u8]) -> Option<Uuid> {
    let event: serde_json::Value = serde_json::from_slice(payload).ok()?;
    let fields = event.as_object()?.values().next()?;
    fields.get("dispatch")?.as_str()?.parse().ok()
}

impl Delivery<'_> {
    pub(super) fn body(&self) -> bytes::Bytes {
        serde_json::to_vec(self).expect("the keys are strings and nothing is a map").into()
    }
}
