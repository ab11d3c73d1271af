//! Checking the whole log against itself.
//!
//! What no look at the log alone can notice (a tail that was cut off, rows of two streams that changed places, a
//! history rewritten with its hashes) is what signed checkpoints are for.

use std::collections::HashMap;

use serde::Serialize;
use uuid::Uuid;

use super::read::Row;
use super::{EventLog, READ_EVENTS_MAX, ReadError};

/// What is wrong at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// No event has this position, though a later one exists; of a longer hole the first position is named.
    Missing,
    /// The event does not continue its stream: versions are 1, 2, 3 … in the order of positions.
    VersionOutOfOrder,
    /// The event is not the one that was recorded: its leaf hash differs.
    LeafHashMismatch,
}

/// Something wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where.
    pub position: i64,
    /// What.
    pub kind: ProblemKind,
}

/// The result of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// How many events were read.
    pub events: u64,
    /// Everything that is wrong, in the order of positions.
    pub problems: Vec<Problem>,
}

impl EventLog {
    /// Reads the log from its beginning to its present end, in pages, and checks positions, versions and leaf hashes.
    /// `progress` hears how many events were read so far. Keeps one number per stream in memory.
    pub async fn verify(&self, mut progress: impl FnMut(u64)) -> Result<Verification, ReadError> {
        let mut check = Check::default();
        loop {
            let rows = self.rows_after(check.position, READ_EVENTS_MAX).await?;
            if rows.is_empty() {
                return Ok(Verification { events: check.events, problems: check.problems });
            }
            // Hashing is the larger part of the work: it must not hold up the runtime.
            check = tokio::task::spawn_blocking(move || {
                for row in &rows {
                    check.row(row);
                }
                check
            })
            .await
            .expect("hashing cannot panic");
            progress(check.events);
        }
    }
}

/// A check under way.
#[derive(Default)]
struct Check {
    events: u64,
    position: i64,
    versions: HashMap<Uuid, u32>,
    problems: Vec<Problem>,
}

impl Check {
    fn row(&mut self, row: &Row) {
        let version = self.versions.entry(row.stream_id).or_insert(0);
        let faults = [
            (row.position != self.position + 1, self.position + 1, ProblemKind::Missing),
            (row.version() != *version + 1, row.position, ProblemKind::VersionOutOfOrder),
            (row.recomputed_leaf_hash() != *row.leaf_hash, row.position, ProblemKind::LeafHashMismatch),
        ];
        *version = row.version();
        self.position = row.position;
        self.events += 1;
        let found = faults.into_iter().filter(|(wrong, ..)| *wrong);
        self.problems.extend(found.map(|(_, position, kind)| Problem { position, kind }));
    }
}
