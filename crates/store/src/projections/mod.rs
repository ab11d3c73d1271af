//! Projections: the read models, folded from the log.
//!
//! There is one projection for all read models of the case. It asks no event what it means: [`Case::evolve`] answers that
//! once, for everybody, and every row is a pure function of the folded case. A batch of events is folded in memory and
//! written at once; the checkpoint moves in the same transaction, so that every event counts exactly once whatever
//! happens in between. `docs/adr/0006-projections.md` and `docs/adr/0007-read-models-are-rows-of-the-folded-case.md` say
//! why.
//!
//! [`Case::evolve`]: whistle_domain::case::Case::evolve
//!
//! Architecture invariant: nothing else writes these tables, and nothing in here reads a clock.

mod cases;
mod columns;
mod copy;
mod projection;
mod rebuild;
mod record;
mod runner;
mod status;
pub mod terms;
#[cfg(test)]
pub(crate) mod tests;

pub use cases::past::{CASES_FOLDED_MAX, Models, Past, PastError};
pub(crate) use cases::report_cells::TOTAL as TOTAL_CELLS;
pub use projection::{
    BATCH_EVENTS_MAX, Projection, ProjectionError, ProjectionWriter, projection, projections,
};
pub use rebuild::{RebuildError, RebuildProgress, RebuildReport, rebuild};
pub use record::Poison;
pub use status::{ProjectionStatus, Projections, StatusError, WaitError};
