//! The complete history of a case, for those who audit it.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::actor::Actor;
use whistle_store::log::{RecordedEvent, RecordedLeaf};
use whistle_store::read::CaseScope;

use crate::access::{Operation, case_scope};
use crate::cases::CASE_STREAM;
use crate::words;
use crate::{App, AppError, AsOf, Caller, KnownAt};

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
    /// Who acted; null where the stored bytes that say so cannot be read.
    pub actor: Option<HistoryActor>,
    /// The event itself; null where its stored bytes cannot be read.
    #[schema(value_type = Option<Object>)]
    pub data: serde_json::Value,
    /// SHA-256 over the event's canonical bytes, hexadecimal, as it was recorded.
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
    ///
    /// Whoever audits is told of an event that was damaged, and not refused because of it.
    #[boxed]
    pub async fn history(
        &self,
        caller: &Caller,
        id: Uuid,
        known: KnownAt,
    ) -> Result<Vec<HistoryEntry>, AppError> {
        self.audits(caller, id).await?;
        let moment = self.moment(AsOf { known, at: None }).await?;
        let leaves = self.log.read_leaves_through(id, 0, u32::MAX).await?;
        let known = leaves.into_iter().take_while(|leaf| moment.knows(leaf.position));
        Ok(known.filter(|leaf| leaf.stream_type == CASE_STREAM).map(entry_of_leaf).collect())
    }

    /// Whether the caller may read the history of this case, and there is such a case. It need not be sound.
    #[boxed]
    pub(super) async fn audits(&self, caller: &Caller, id: Uuid) -> Result<(), AppError> {
        Operation::ReadHistory.authorise(caller)?;
        if case_scope(caller) != Some(CaseScope::Everything) {
            return self.visible_case(caller, id).await.map(drop);
        }
        let first = self.log.read_leaves_through(id, 0, 1).await?;
        let case = first.iter().any(|leaf| leaf.stream_type == CASE_STREAM);
        if case { Ok(()) } else { Err(AppError::NotFound) }
    }
}

/// An event as it stands in the log.
pub(crate) fn entry(event: RecordedEvent) -> Result<HistoryEntry, AppError> {
    Ok(HistoryEntry {
        position: event.position,
        version: event.version,
        data: told(&event.payload, &event.event_type).map_err(AppError::internal)?,
        kind: event.event_type,
        occurred_at: event.occurred_at,
        recorded_at: event.recorded_at,
        actor: Some(event.actor.into()),
        leaf_hash: hex::encode(event.leaf_hash),
    })
}

/// An event as it stands in the log, damaged or not.
fn entry_of_leaf(leaf: RecordedLeaf) -> HistoryEntry {
    HistoryEntry {
        position: leaf.position,
        version: leaf.version,
        actor: leaf.actor().map(HistoryActor::from),
        data: told(&leaf.payload, &leaf.event_type).unwrap_or_default(),
        kind: leaf.event_type,
        occurred_at: leaf.occurred_at,
        recorded_at: leaf.recorded_at,
        leaf_hash: hex::encode(leaf.leaf_hash),
    }
}

/// What a payload says. Payloads are tagged with their own type; the type has a field of its own here.
fn told(payload: &[u8], kind: &str) -> serde_json::Result<serde_json::Value> {
    let mut payload: serde_json::Value = serde_json::from_slice(payload)?;
    Ok(payload.get_mut(kind).map(serde_json::Value::take).unwrap_or(payload))
}

impl From<Actor> for HistoryActor {
    fn from(actor: Actor) -> Self {
        Self { id: actor.id, role: actor.role.code(), unit: actor.unit }
    }
}
