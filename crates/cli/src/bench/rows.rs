//! The rows that the yardsticks write: the same events as the log's, decided and encoded beforehand, so that the
//! yardsticks pay for nothing but writing.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use serde_json::json;
use uuid::Uuid;
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::case::{Case, Facts};
use whistle_domain::policy::PolicyLibrary;
use whistle_domain::stored::StoredEvent;
use whistle_store::ids::new_id;

use super::walk::{COMMANDS_PER_CASE, Walk};

/// An event, as far as it is the same in every case.
pub struct RowTemplate {
    /// Place among that command's events.
    pub ordinal: i16,
    /// Its name.
    pub event_type: &'static str,
    /// Actor, in stored form.
    pub metadata: Vec<u8>,
    /// The event, in stored form.
    pub payload: Vec<u8>,
    /// As long as a hash.
    pub leaf_hash: [u8; 32],
}

/// The events of one whole case.
pub fn templates(policies: &Arc<PolicyLibrary>, now: DateTime<Utc>) -> anyhow::Result<Vec<RowTemplate>> {
    let mut walk = Walk::new(new_id);
    let mut case = Case::default();
    let mut rows = Vec::new();
    for _command in 0..COMMANDS_PER_CASE {
        let step = walk.next(now);
        let facts = Facts {
            now,
            actor: step.actor,
            policies: Arc::clone(policies),
            calendar: WorkCalendar::embedded(),
        };
        let metadata = serde_json::to_vec(&json!({ "actor": facts.actor }))?;
        for (ordinal, event) in (0..).zip(case.decide(step.command, &facts)?) {
            rows.push(RowTemplate {
                ordinal,
                event_type: event.name(),
                metadata: metadata.clone(),
                payload: event.written()?,
                leaf_hash: *new_id().as_bytes().repeat(2).first_chunk().expect("twice sixteen are 32"),
            });
            case.apply(event);
        }
    }
    Ok(rows)
}

/// A row to be written.
pub struct Row {
    /// Place in the table.
    pub position: i64,
    /// Place in its stream.
    pub version: i32,
    /// Its stream.
    pub stream_id: Uuid,
    /// Its command.
    pub command_id: Uuid,
    /// Its place in the case.
    template: usize,
}

/// Rows without end: the events of one case after another.
pub struct Rows {
    templates: Arc<Vec<RowTemplate>>,
    position_last: Arc<AtomicI64>,
    next: usize,
    stream_id: Uuid,
    command_id: Uuid,
}

impl Rows {
    /// Rows from `templates`; `position_last` is shared by all who write to the same table.
    pub fn new(templates: Arc<Vec<RowTemplate>>, position_last: Arc<AtomicI64>) -> Self {
        Self { templates, position_last, next: 0, stream_id: new_id(), command_id: new_id() }
    }

    /// The next row.
    pub fn next(&mut self) -> Row {
        let at = self.next;
        self.next = (at + 1) % self.templates.len();
        if at == 0 {
            self.stream_id = new_id();
        }
        if self.templates[at].ordinal == 0 {
            self.command_id = new_id();
        }
        Row {
            position: self.position_last.fetch_add(1, Ordering::Relaxed) + 1,
            version: i32::try_from(at + 1).expect("a case has few events"),
            stream_id: self.stream_id,
            command_id: self.command_id,
            template: at,
        }
    }

    /// What a row shares with those of other cases.
    pub fn template(&self, row: &Row) -> &RowTemplate {
        &self.templates[row.template]
    }
}
