//! Projections: the read models, folded from the log.
//!
//! Each projection is one module with a fold, an exhaustive `match` over [`CaseEvent`]: a new event does not compile
//! until every read model has an answer to it. A batch of events is folded in memory, row by row, onto what the tables
//! hold, and written back at once; the checkpoint moves in the same transaction, so that every event counts exactly
//! once whatever happens in between. `docs/adr/0006-projections.md` says why.
//!
//! Architecture invariant: nothing else writes these tables, and nothing in here reads a clock.

mod backlog;
mod cases;
mod columns;
mod dispatches;
mod projection;
mod rebuild;
mod record;
mod runner;
mod status;
pub mod terms;
#[cfg(test)]
pub(crate) mod tests;

pub use projection::{BATCH_EVENTS_MAX, FoldError, Projection, ProjectionError, projection, projections};
pub use rebuild::{RebuildError, RebuildProgress, RebuildReport, rebuild};
pub use record::{CaseRecord, Poison};
pub use status::{ProjectionStatus, Projections, StatusError, WaitError};
