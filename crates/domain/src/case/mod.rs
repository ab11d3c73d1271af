//! The case: one reported problem from report to rating.
//!
//! [`Case::decide`] turns a command into events or a reason why not; [`Case::apply`](cqrs_es::Aggregate::apply)
//! takes an event in and cannot fail. Dispatches are entities inside the case's stream, each with clocks of its
//! own, which start when the dispatch is issued and not when somebody deigns to sign for it.

mod aggregate;
mod command;
mod decide;
mod dispatch;
mod error;
mod event;
mod evolve;
mod level;
mod number;
mod status;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

pub use command::*;
pub use dispatch::{Dispatch, DispatchClocks, DispatchRole, DispatchState};
pub use error::{CaseError, ErrorClass};
pub use event::*;
pub use level::Level;
pub use number::{case_number, case_number_is_sound, display_number};
pub use status::CaseStatus;

use crate::actor::{Actor, Code};
use crate::policy::{PolicyLibrary, PolicyVersion, WhistleKind};
use crate::privacy::{ProtectedText, Sealed};

/// Attempts to reach the resident, at different times, before a case may be closed without an answer
/// (guard 6 of the lifecycle).
pub const CALLBACK_ATTEMPTS_MIN: usize = 3;

/// What a decision may lean on besides the case itself.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The instant of the decision.
    pub now: DateTime<Utc>,
    /// Who gives the command.
    pub actor: Actor,
    /// Every version of the policy; a filed case is judged under the version that it pinned.
    pub policies: Arc<PolicyLibrary>,
}

/// The state of a case: the fold of its events.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Case {
    /// Where the case stands.
    pub status: CaseStatus,
    /// What was reported; there once the whistle was raised.
    pub report: Option<Report>,
    /// The level that holds the case now; only ever moves up.
    pub level: Level,
    /// The neighbourhood's endorsement.
    pub endorsement: Option<Endorsement>,
    /// How it was handled without departments.
    pub local_handling: Option<LocalHandling>,
    /// Category, kind and policy version under which the case is judged.
    pub filing: Option<Filing>,
    /// The dispatches, lead first, in the order in which they were issued.
    pub dispatches: Vec<Dispatch>,
    /// Times the handling was sent back, by a check or by the resident.
    pub reworks: u32,
    /// Callback attempts since the handling was last found good.
    pub callback: CallbackRecord,
    /// When and why the case was closed.
    pub closure: Option<Closure>,
    /// The resident's own verdict.
    pub rating: Option<Rating>,
}

/// What was reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The case number, unique for ever.
    pub number: String,
    /// One line.
    pub title: ProtectedText,
    /// The whole story.
    pub description: ProtectedText,
    /// Category as reported.
    pub category: Code,
    /// Kind of whistle as reported.
    pub kind: WhistleKind,
    /// Channel.
    pub source: String,
    /// Where it is.
    pub location: Location,
    /// Who reported it, sealed; `None` for an anonymous report.
    pub reporter: Option<Reporter>,
    /// Whose key seals what this case knows about its resident.
    pub subject: Uuid,
    /// Whether the reporter asked to stay unknown to departments.
    pub confidential: bool,
    /// The account that raised it.
    pub raised_by: Actor,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
}

/// A person who reports, in sealed form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporter {
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Sealed>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Sealed>,
}

/// The neighbourhood stands behind the whistle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Endorsement {
    /// Who endorsed.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// A case that needed no department: 小事不出楼栋.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LocalHandling {
    /// Who handled it.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Category, kind and policy version under which the case is judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Filing {
    /// Category after classification.
    pub category: Code,
    /// Kind after classification.
    pub kind: WhistleKind,
    /// The pinned policy version.
    pub policy_version: PolicyVersion,
    /// When the case was filed.
    pub at: DateTime<Utc>,
}

/// Callback attempts of the present round.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CallbackRecord {
    /// Instants at which nobody was reached.
    pub unanswered_at: Vec<DateTime<Utc>>,
    /// The answer, once somebody was reached.
    pub answer: Option<Verdict>,
}

/// Solved or not, and how satisfied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Whether the problem is gone.
    pub solved: bool,
    /// 1 (very dissatisfied) to 5 (very satisfied).
    pub satisfaction: u8,
}

/// The end of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Closure {
    /// When.
    pub at: DateTime<Utc>,
    /// The level at which it was resolved.
    pub resolved_at_level: Level,
}

/// The resident's own verdict, after closing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    /// Solved and satisfied?
    pub verdict: Verdict,
    /// When.
    pub at: DateTime<Utc>,
}

impl Case {
    /// Category in force: as filed, else as reported.
    pub fn category(&self) -> Option<&str> {
        self.filing
            .as_ref()
            .map(|filing| filing.category.as_str())
            .or_else(|| self.report.as_ref().map(|report| report.category.as_str()))
    }

    /// Kind in force: as filed, else as reported.
    pub fn kind(&self) -> Option<WhistleKind> {
        self.filing
            .as_ref()
            .map(|filing| filing.kind)
            .or_else(|| self.report.as_ref().map(|report| report.kind))
    }

    /// The dispatch with this id.
    pub fn dispatch(&self, id: Uuid) -> Option<&Dispatch> {
        self.dispatches.iter().find(|dispatch| dispatch.id == id)
    }

    /// The dispatch that leads.
    pub fn lead(&self) -> Option<&Dispatch> {
        self.dispatches.iter().find(|dispatch| dispatch.role == DispatchRole::Lead)
    }

    /// The instant by which the case must be closed: that of its lead. None before the dispatch, and for planned work.
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        self.lead().and_then(|lead| lead.clocks.due_at)
    }

    /// Dispatches that must be discharged before the case can be: everybody's but those merely notified.
    pub(crate) fn mandatory(&self) -> impl Iterator<Item = &Dispatch> {
        self.dispatches.iter().filter(|dispatch| dispatch.role.mandatory())
    }

    /// Whether this actor, or the unit in which they are posted, had a hand in the handling. A person may hold
    /// posts in several units, so both are asked. Having been notified is no hand in the handling.
    pub(crate) fn handled_by(&self, actor: &Actor) -> bool {
        let unit_handled = |unit: &str| self.mandatory().any(|dispatch| dispatch.department == unit);
        let person_handled = self.mandatory().any(|dispatch| dispatch.handlers.contains(&actor.id));
        actor.unit.as_deref().is_some_and(unit_handled) || (!actor.id.is_nil() && person_handled)
    }
}
