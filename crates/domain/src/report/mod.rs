//! Reports: what a case contributes to a figure, how contributions add up, and what the figures are.
//!
//! [`Case::facts`](crate::case::Case::facts) takes a case apart into [`Fact`]s, a [`Tally`] counts them, and a [`Rate`]
//! divides two counts of a tally. There is no second definition of any figure: what the database keeps are facts and sums
//! of tallies. `docs/reports.md` says each formula and its source, `docs/adr/0011-reports-facts-and-tallies.md` why it is
//! so.

mod days;
mod durations;
mod fact;
mod facts;
mod groups;
mod rate;
mod score;
mod tally;
#[cfg(test)]
mod tests;
mod wilson;

pub use days::{DayPart, Grain, Run, runs};
pub use durations::{BUCKETS, Durations, Stage, bucket_of};
pub use fact::{Fact, Mark, Resident, Returns, Standing, Subject, Whistle};
pub use groups::{Dimension, Groups, Period};
pub use rate::{Band, Rate, Ratio, WhistleRate};
pub use score::{Deduction, Fault, Ranked, Score, ScoreTerm, WhistleScore, rank};
pub use tally::{COUNTS, Count, Tally};
pub use wilson::{Z_95, wilson_lower_bound};

/// 基本满意: satisfaction from which a resident counts as satisfied, of 1 to 5.
pub const SATISFIED_MIN: u8 = 3;
