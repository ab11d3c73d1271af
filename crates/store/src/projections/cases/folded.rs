//! A case as it stands after some of its events.

use std::sync::{Arc, OnceLock};

use uuid::Uuid;
use whistle_domain::case::Case;
use whistle_domain::report::Fact;

use super::super::projection::ProjectionError;
use super::super::record::CaseRecord;
use crate::log::ReadError;

/// The fold of the events of a case up to `version`. The log never changes, so it is right for ever.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The case.
    pub(super) id: Uuid,
    /// What the domain makes of its events.
    pub(super) case: Case,
    /// Version of the case; 0 before the first event.
    pub(super) version: i32,
    /// Place of its last event in the log; 0 before the first.
    pub(super) position: i64,
    /// What it contributes to reports, once somebody has asked: rows and sums are both made of it.
    facts: OnceLock<Vec<Arc<Fact>>>,
}

impl Folded {
    /// The case before its first event.
    pub(super) fn empty(id: Uuid) -> Self {
        Self { id, ..Self::default() }
    }

    /// A case at one of its versions.
    #[cfg(test)]
    pub(super) fn at(id: Uuid, case: Case, version: i32, position: i64) -> Self {
        Self { id, case, version, position, facts: OnceLock::new() }
    }

    /// The same case, to be taken further.
    fn onward(&self) -> Self {
        Self { case: self.case.clone(), facts: OnceLock::new(), ..*self }
    }

    /// What the case contributes to reports.
    pub(super) fn facts(&self) -> &[Arc<Fact>] {
        self.facts.get_or_init(|| self.case.facts(self.id).into_iter().map(Arc::new).collect())
    }

    /// Takes in the next event. One that does not follow the last tells of a damaged log.
    pub(super) fn take_in(&mut self, record: &CaseRecord) -> Result<(), ProjectionError> {
        if record.version != self.version + 1 {
            return Err(ReadError::Damaged { position: record.position, what: "version" }.into());
        }
        self.case.evolve(&record.event);
        self.facts = OnceLock::new();
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
        let now = known.onward();
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
            self.before = Arc::new(self.now.onward());
        }
        Ok(())
    }

    /// From what the tables hold to what was reached.
    pub(super) fn done(self) -> Change {
        Change { before: self.before, after: Arc::new(self.now) }
    }
}
