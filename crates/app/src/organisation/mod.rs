//! Units, grids, people, posts, leaders and the duty roster, as administrators keep them.

mod duty;
mod gaps;
mod history;
mod people;
mod request;
mod staff;
mod territory;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_domain::organisation::history::{
    OrganisationCommand, OrganisationEvent, OrganisationHistory, OrganisationRefusal,
};
use whistle_domain::organisation::{code_is_sound, name_is_sound};
use whistle_domain::privacy::redact;
use whistle_store::log::ExecuteError;
use whistle_store::reference::{ORGANISATION_STREAM, ReferenceStamp};

pub use duty::{CalledView, CancelShift, DutyShiftView, NewShift, OfficerView, RosterView};
pub use gaps::{GapView, GapsView, ResponsibilityView};
pub(crate) use history::version_in;
pub use history::{HistoryPage, Order};
pub use people::{LeaderLink, LeaderUnlink, NewPerson, NewPost, OtherPerson};
pub use request::{Ending, GridCode, New, OrganisationRequest, PersonCode, PostId, ShiftId, UnitCode};
pub use staff::{DutyItem, LeadershipItem, PeoplePage, PersonItem, PostItem};
pub use territory::{NewGrid, NewUnit, OtherGrid, OtherUnit};

use crate::cases::CommandContext;
use crate::protect::Fields;
use crate::{App, AppError, Caller, Reference};

/// A command on the organisation that is durable in the log.
#[derive(Debug, Clone)]
pub struct OrganisationCommitted {
    /// What it was about: a code, or the identity of a post or shift.
    pub id: String,
    /// What happened; nothing when everything was so already.
    pub events: Vec<OrganisationEvent>,
    /// The version of the organisation's stream.
    pub version: u32,
    /// Where the last of its events stands in the log.
    pub position: i64,
}

impl App {
    /// Gives a command on the organisation, exactly once for its id, and puts what came of it in force.
    async fn organise(
        &self,
        caller: &Caller,
        id: String,
        command: OrganisationCommand,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        let now = self.clock.now();
        let meta = self.meta(caller, context);
        let executed = self.organisation.execute(command, now, meta).await?;
        let version = executed.appended.version;
        if !executed.appended.duplicate {
            self.in_force(executed.aggregate, version, now)?;
        }
        let id = told_before(&executed.events).unwrap_or(id);
        Ok(OrganisationCommitted {
            id,
            events: executed.events,
            version,
            position: executed.appended.last_position,
        })
    }

    fn in_force(
        &self,
        history: OrganisationHistory,
        version: u32,
        now: DateTime<Utc>,
    ) -> Result<(), AppError> {
        let known = self.reference();
        let stamp = ReferenceStamp { organisation: version, ..known.stamp };
        let reference =
            Reference::new(Arc::new(history), known.policies.clone(), known.calendar.clone(), stamp, now);
        self.reference.replace(reference.map_err(AppError::internal)?);
        Ok(())
    }

    /// The organisation through time, as fresh as the log, and its version.
    async fn organisation_now(&self) -> Result<(OrganisationHistory, u32), AppError> {
        Ok(self.organisation.load().await?)
    }
}

/// The identity that a post or shift got when the command was first given: a repeated request draws another one.
fn told_before(events: &[OrganisationEvent]) -> Option<String> {
    events.iter().find_map(|event| match event {
        OrganisationEvent::PostGiven(given) => Some(given.post.to_string()),
        OrganisationEvent::DutyShiftSet(set) => Some(set.shift.to_string()),
        _ => None,
    })
}

/// The identity of a post or shift in a path.
fn identity(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

impl Fields {
    /// A code that can be given.
    fn code(&mut self, pointer: &str, code: &str) -> String {
        if !code_is_sound(code) {
            self.refuse(pointer, "bad_code", "a code has 1 to 40 letters, digits, `_` or `-`");
        }
        code.to_owned()
    }

    /// A name of a unit, a grid or a post: published, so nothing personal may be in it.
    fn public_name(&mut self, pointer: &str, name: &str) -> String {
        if !name_is_sound(name) {
            self.refuse(pointer, "bad_name", "a name has 1 to 100 characters, and no control characters");
        } else if redact(name).shown != name {
            self.refuse(pointer, "personal_data", "this is shown to everybody and may hold nothing personal");
        }
        name.to_owned()
    }
}

impl From<ExecuteError<OrganisationRefusal>> for AppError {
    fn from(error: ExecuteError<OrganisationRefusal>) -> Self {
        AppError::of_execution(error, |refusal| match refusal {
            OrganisationRefusal::Unknown { .. } => Self::NotFound,
            refusal => Self::OrganisationRefused(refusal),
        })
    }
}

/// The stream's history is that of the organisation alone.
pub(crate) const STREAM: Uuid = ORGANISATION_STREAM;
