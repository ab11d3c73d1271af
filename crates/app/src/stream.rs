//! What happens, as it happens, cut to what the caller may see.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_store::log;

use crate::access::{Operation, sees};
use crate::cases::CASE_STREAM;
use crate::{App, AppError, Caller};

/// Events looked at in one go.
const EVENTS_TOGETHER_MAX: u32 = 256;

/// Something happened. What exactly is read from the case itself.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventNotice {
    /// Where it stands in the log.
    pub position: i64,
    /// Which case.
    pub case_id: Uuid,
    /// The version that it gave the case.
    pub version: u32,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: String,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
}

/// Part of the stream.
#[derive(Debug, Clone)]
pub struct Notices {
    /// What the caller may see of it.
    pub seen: Vec<EventNotice>,
    /// How far it was looked at: where to go on.
    pub through: i64,
}

impl App {
    /// What happened after a position, a bounded part of it; empty when nothing has. What a caller may see is judged
    /// as of now, so a department that was just sent learns of the case's past as well.
    #[boxed]
    pub async fn events_after(&self, caller: &Caller, position: i64) -> Result<Notices, AppError> {
        Operation::WatchEvents.authorise(caller)?;
        let events = self.log.read_after(position, EVENTS_TOGETHER_MAX).await?;
        let mut notices = Notices { seen: Vec::new(), through: position };
        for event in events {
            notices.through = event.position;
            if event.stream_type != CASE_STREAM {
                continue;
            }
            let case = log::load(&self.log, &self.cases, event.stream_id).await?;
            if case.is_some_and(|(case, _)| sees(caller, &case)) {
                notices.seen.push(EventNotice {
                    position: event.position,
                    case_id: event.stream_id,
                    version: event.version,
                    kind: event.event_type,
                    occurred_at: event.occurred_at,
                });
            }
        }
        Ok(notices)
    }
}
