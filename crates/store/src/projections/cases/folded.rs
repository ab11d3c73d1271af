//! A case as it stands after some of its events.

use std::sync::Arc;

use uuid::Uuid;
use whistle_domain::case::Case;

use super::super::projection::ProjectionError;
use super::super::record::CaseRecord;
use crate::log::ReadError;

/// The fold of the events of a case up to `version`. The log never changes, so it is right for ever.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    /// The case.
    pub(super) id: Uuid,
    /// What the domain makes of its events.
    pub(super) case: Case,
    /// Version of the case; 0 before the first event.
    pub(super) version: i32,
    /// Place of its last event in the log; 0 before the first.
    pub(super) position: i64,
}

impl Folded {
    /// The case before its first event.
    pub(super) fn empty(id: Uuid) -> Self {
        Self { id, ..Self::default() }
    }

    /// Takes in the next event. One that does not follow the last tells of a damaged log.
    pub(super) fn take_in(&mut self, record: &CaseRecord) -> Result<(), ProjectionError> {
        if record.version != self.version + 1 {
            return Err(ReadError::Damaged { position: record.position, what: "version" }.into());
        }
        self.case.evolve(&record.event);
        (self.version, self.position) = (record.version, record.position);
        Ok(())
    }
}

/// A case as its rows have it, and as they are to have it.
#[derive(Debug)]
pub(super) struct Change {
    /// What the tables hold: nothing of a case without events.
    pub(super) before: Arc<Folded>,
    /// What they are to hold.
    pub(super) after: Arc<Folded>,
}

/// A case on its way from the version that the tables hold to a later one. The way may begin earlier.
#[derive(Debug)]
pub(super) struct Advance {
    written: i32,
    before: Arc<Folded>,
    now: Folded,
}

impl Advance {
    /// Begins at `known`, which is not later than `written`, the version that the tables hold.
    pub(super) fn starting_at(known: Arc<Folded>, written: i32) -> Self {
        let now = Folded::clone(&known);
        Self { written, before: known, now }
    }

    /// The version reached.
    pub(super) const fn version(&self) -> i32 {
        self.now.version
    }

    /// Takes in an event, unless it has been.
    pub(super) fn take_in(&mut self, record: &CaseRecord) -> Result<(), ProjectionError> {
        if record.version <= self.now.version {
            return Ok(());
        }
        self.now.take_in(record)?;
        if self.now.version == self.written {
            self.before = Arc::new(self.now.clone());
        }
        Ok(())
    }

    /// From what the tables hold to what was reached.
    pub(super) fn done(self) -> Change {
        Change { before: self.before, after: Arc::new(self.now) }
    }
}
