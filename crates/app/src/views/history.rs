//! The complete history of a case, for those who audit it.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_store::log::RecordedEvent;

use crate::cases::CASE_STREAM;
use crate::words;
use crate::{App, AppError, AsOf, Caller, KnownAt, access::Operation};

/// One event, as it stands in the log. Sealed fields stay sealed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HistoryEntry {
    /// Where it stands in the whole log.
    pub position: i64,
    /// The version that it gave the case.
    pub version: u32,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: String,
    /// When it happened in the world.
    pub occurred_at: DateTime<Utc>,
    /// When the log took it.
    pub recorded_at: DateTime<Utc>,
    /// Who acted.
    pub actor: HistoryActor,
    /// The event itself.
    #[schema(value_type = Object)]
    pub data: serde_json::Value,
    /// SHA-256 over the event's canonical bytes, hexadecimal.
    pub leaf_hash: String,
}

/// Who acted.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HistoryActor {
    /// The account; nil for a resident without one.
    pub id: Uuid,
    /// In which role.
    #[schema(value_type = words::Role)]
    pub role: &'static str,
    /// In which unit.
    pub unit: Option<String>,
}

impl App {
    /// Every event of a case, oldest first. A case has a few dozen events at most, so there is no paging.
    #[boxed]
    pub async fn history(
        &self,
        caller: &Caller,
        id: Uuid,
        known: KnownAt,
    ) -> Result<Vec<HistoryEntry>, AppError> {
        Operation::ReadHistory.authorise(caller)?;
        self.visible_case(caller, id).await?;
        let moment = self.moment(AsOf { known, at: None }).await?;
        let events = self.log.read_stream(id, 0).await?;
        events
            .into_iter()
            .take_while(|event| moment.knows(event.position))
            .filter(|event| event.stream_type == CASE_STREAM)
            .map(entry)
            .collect()
    }
}

/// An event as it stands in the log.
pub(crate) fn entry(event: RecordedEvent) -> Result<HistoryEntry, AppError> {
    let mut payload: serde_json::Value =
        serde_json::from_slice(&event.payload).map_err(AppError::internal)?;
    // Payloads are tagged with their own type; the type has a field of its own here.
    let data = payload.get_mut(&event.event_type).map(serde_json::Value::take);
    Ok(HistoryEntry {
        position: event.position,
        version: event.version,
        data: data.unwrap_or(payload),
        kind: event.event_type,
        occurred_at: event.occurred_at,
        recorded_at: event.recorded_at,
        actor: HistoryActor { id: event.actor.id, role: event.actor.role.code(), unit: event.actor.unit },
        leaf_hash: hex::encode(event.leaf_hash),
    })
}
