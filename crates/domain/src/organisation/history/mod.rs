//! The organisation through time: every unit, grid, person, post, leader and shift with its dates, as the fold of the
//! events of one stream.
//!
//! [`OrganisationHistory::decide`] turns a command into events or a reason why not;
//! [`evolve`](OrganisationHistory::evolve) takes an event in and cannot fail. What held at an instant is answered by
//! [`at`](OrganisationHistory::at), whose [`Organisation`](super::Organisation) is fast to ask.

mod aggregate;
mod check;
mod command;
mod decide;
mod error;
mod escalation;
mod event;
mod evolve;
mod state;
#[cfg(test)]
mod tests;
mod validity;
mod view;

pub use check::{GAPS_LISTED_MAX, UNCOVERED_LISTED_MAX};
pub use command::{
    Before, GridChange, ImportOrganisation, ImportedPerson, OrganisationCommand, Period, PersonDetails,
    UnitChange,
};
pub use decide::SHIFT_DAYS_MAX;
pub use error::OrganisationRefusal;
pub use escalation::{ChainReason, ChainStep};
pub use event::*;
pub use state::{DutyShift, HeldPost, LinkedLeader, OrganisationHistory};
pub use validity::{Timeline, Validity};
pub use view::ViewError;

use chrono::{DateTime, Utc};

/// What a decision may lean on besides the organisation itself.
#[derive(Debug, Clone)]
pub struct OrganisationFacts {
    /// The instant of the decision.
    pub now: DateTime<Utc>,
}
