//! The case: one reported problem from report to rating.
//!
//! [`Case::decide`] turns a command into events or a reason why not; [`Case::apply`](cqrs_es::Aggregate::apply)
//! takes an event in and cannot fail. Dispatches are entities inside the case's stream, each with clocks of its
//! own, which start when the dispatch is issued and not when somebody deigns to sign for it.

mod aggregate;
mod command;
mod deadlines;
mod decide;
mod dispatch;
mod echo;
mod error;
mod event;
mod evolve;
mod ledger;
mod level;
mod number;
mod photo;
mod records;
mod registers;
mod repeats;
mod status;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::Arc;
use uuid::Uuid;

pub use command::*;
pub use deadlines::{Deadline, Signal, Struck};
pub use decide::Hypothesis;
pub use dispatch::{Dispatch, DispatchClocks, DispatchRole, DispatchState, Escalation, ProvisionalClocks};
pub use echo::{Echo, EchoOutcome, echo_question};
pub use error::{CaseError, ErrorClass};
pub use event::*;
pub use ledger::{LedgerLine, LedgerNotes};
pub use level::Level;
pub use number::{
    case_number, case_number_is_sound, category_is_imported, display_number, imported_number, meant_numbers,
};
pub use photo::{CasePhoto, NoPhoto, PHOTOS_MAX, Photo, PhotoStep};
pub use records::*;
pub use registers::{Register, RegisterEntry};
pub use repeats::{ClosedMatter, Spot};
pub use status::CaseStatus;

use crate::actor::{Actor, Code};
use crate::calendar::WorkCalendar;
use crate::policy::{Limit, PolicyLibrary, PolicyVersion, WhistleKind};
use crate::privacy::{ProtectedText, Sealed};

/// Most complainants of one case, the reporter not counted.
pub const COMPLAINANTS_MAX: usize = 1_000;
/// Most items on the list of one case.
pub const ITEMS_MAX: usize = 500;
/// Most milestones of one plan.
pub const MILESTONES_MAX: usize = 50;
/// Most of anything else that a case lists: dispatches, measures, attempts, joint actions, petitions, supervisions.
pub const ENTRIES_MAX: usize = 200;
/// Most amendments of a report.
pub const AMENDMENTS_MAX: usize = 20;
/// Events after which a case takes nothing more that does not end it: whatever else is bounded, a history must be too.
pub const EVENTS_MAX: usize = 10_000;

/// What a decision may lean on besides the case itself.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The instant of the decision.
    pub now: DateTime<Utc>,
    /// Who gives the command.
    pub actor: Actor,
    /// Every version of the policy; a filed case is judged under the version that it pinned.
    pub policies: Arc<PolicyLibrary>,
    /// Which days are working days.
    pub calendar: Arc<WorkCalendar>,
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
    /// How it ended without having been handled.
    pub ending: Option<Ending>,
    /// The unit that owns an orphan matter, and the one that had it first.
    pub orphan: Option<OrphanDeclared>,
    /// The dispatches in the order in which they were issued, lead first; those that were taken back stay.
    pub dispatches: Vec<Dispatch>,
    /// Times the handling was sent back, by a check or by the resident.
    pub reworks: u32,
    /// Checks that could judge nothing, since the handling was last fed back.
    pub impossible_checks: u32,
    /// Pieces of evidence recorded so far.
    pub recorded: Recorded,
    /// Callback attempts since the handling was last found good.
    pub callback: CallbackRecord,
    /// When and why the case was closed.
    pub closure: Option<Closure>,
    /// The resident's own verdict.
    pub rating: Option<Rating>,
    /// 退单: every return request and what became of it.
    pub disputes: Vec<Dispute>,
    /// 审定: the final determination; no dispatch is returned after it.
    pub determined: Option<ReturnRuling>,
    /// 延期: every request and its answer.
    pub extensions: Vec<Petition<ExtensionRequested>>,
    /// 挂账: every time that parking was asked for.
    pub suspensions: Vec<Suspension>,
    /// The stages of the work.
    pub plan: Option<Plan>,
    /// 不满意: each time, and the exit that was taken.
    pub dissatisfactions: Vec<(DissatisfactionRecorded, Option<DissatisfactionSettled>)>,
    /// 强制结案.
    pub forced_closings: Vec<Petition<ForcedClosingRequested>>,
    /// 剔除.
    pub exclusions: Vec<Petition<ExclusionRequested>>,
    /// 申诉.
    pub score_appeals: Vec<Petition<ScoreAppealed>>,
    /// 回头看.
    pub look_backs: Vec<LookBackDone>,
    /// Times it was reopened.
    pub reopenings: u32,
    /// How it was closed and rated before it was reopened, oldest first.
    pub rounds: Vec<Round>,
    /// 督办.
    pub supervisions: Vec<Supervision>,
    /// 联合行动.
    pub joint_actions: Vec<JointAction>,
    /// Other cases that have to do with this one.
    pub linked: Vec<Uuid>,
    /// Cases that became part of this one.
    pub absorbed: Vec<Uuid>,
    /// Everybody whose matter it is, beside the reporter.
    pub complainants: Vec<Complainant>,
    /// Who speaks for them.
    pub representative: Option<Uuid>,
    /// One vote per household, of the present round.
    pub votes: Vec<Vote>,
    /// 问题清单.
    pub items: Vec<Item>,
    /// The record of another system that the case began with.
    pub imported: Option<Box<CaseImported>>,
    /// What the clocks of the case as a whole have struck; those of dispatches are kept there.
    pub struck: Vec<Struck>,
    /// 红牌: the last one.
    pub red_card: Option<ClockSignal>,
    /// 台账.
    pub ledger: LedgerNotes,
    /// 回音壁.
    pub echo: Echo,
    /// The photographs, in the order in which they came.
    pub photos: Vec<CasePhoto>,
}

/// Counts of what is only counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Recorded {
    /// Events of the case.
    pub events: u32,
    /// Amendments of the report.
    pub amendments: u32,
    /// Pieces of evidence.
    pub evidence: u32,
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
    /// 重复诉求: the closed case that it repeats.
    pub repeats: Option<Uuid>,
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
    /// Whether it says what the neighbourhood tried itself.
    pub local_attempt: bool,
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

impl CallbackRecord {
    /// Attempts that count: those that lie `spacing` behind the one counted before.
    pub fn attempts(&self, spacing: Limit, calendar: &WorkCalendar) -> usize {
        let mut counted = 0;
        let mut last: Option<DateTime<Utc>> = None;
        for at in &self.unanswered_at {
            if last.is_none_or(|last| *at >= calendar.due(spacing, last).at) {
                counted += 1;
                last = Some(*at);
            }
        }
        counted
    }
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
    /// Whether it was closed by force, without the resident.
    #[serde(default)]
    pub forced: bool,
    /// When it is looked at again.
    #[serde(default)]
    pub look_back_at: Vec<DateTime<Utc>>,
}

/// A round that ended with a closing and was followed by another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// By when it had to be closed.
    pub due_at: Option<DateTime<Utc>>,
    /// How it was closed.
    pub closure: Closure,
    /// What the resident said of it.
    pub rating: Option<Rating>,
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
    /// When a closed case is looked at again: on its next day by the policy, and at once where its resident has said since
    /// that it is not solved.
    pub fn next_look_back(&self) -> Option<DateTime<Utc>> {
        let planned = &self.closure.as_ref()?.look_back_at;
        // One that came before its day, because the resident had called for it, does not stand for that day.
        let kept = self.look_backs.iter().fold(0, |kept, seen| {
            kept + usize::from(planned.get(kept).is_some_and(|planned_at| seen.at >= *planned_at))
        });
        planned.get(kept).copied().into_iter().chain(self.called_back_at()).min()
    }

    /// When the resident said after the closing that it is not solved, if nobody has looked since.
    pub(super) fn called_back_at(&self) -> Option<DateTime<Utc>> {
        let unsolved = self.rating.as_ref().filter(|rating| !rating.verdict.solved)?;
        let looked = self.look_backs.last().is_some_and(|seen| seen.at >= unsolved.at);
        (!looked).then_some(unsolved.at)
    }

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

    /// The dispatch that leads. A lead that was taken back leads no more.
    pub fn lead(&self) -> Option<&Dispatch> {
        self.dispatches.iter().find(|dispatch| dispatch.role == DispatchRole::Lead && dispatch.held())
    }

    /// The instant by which the case must be closed: that of its lead. None before the dispatch, and for planned work.
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        self.lead().and_then(|lead| lead.clocks.due_at)
    }

    /// When departments were first sent: where the clock of the whole case starts.
    pub fn first_issued_at(&self) -> Option<DateTime<Utc>> {
        self.dispatches.first().map(|dispatch| dispatch.issued_at)
    }

    /// Dispatches that must be discharged before the case can be: those that units hold, except the merely notified.
    pub fn awaited(&self) -> impl Iterator<Item = &Dispatch> {
        self.dispatches.iter().filter(|dispatch| dispatch.awaited())
    }

    /// The suspension that is in force. A parked case that ended, by withdrawal for instance, is parked no more.
    pub fn suspended(&self) -> Option<&Suspension> {
        let parked = self.suspensions.last().filter(|suspension| suspension.in_force());
        parked.filter(|_| !self.status.terminal())
    }

    /// 首接负责: the unit that stays in touch with the resident. The first recipient does, until another unit has
    /// accepted the lead, and that one until the next has; before any dispatch it is the unit of the territory.
    pub fn contact_unit(&self) -> Option<&str> {
        let leads = || self.dispatches.iter().filter(|dispatch| dispatch.role == DispatchRole::Lead);
        let accepted = leads().rfind(|lead| lead.accepted_at.is_some());
        let first = leads().next().map(|lead| lead.department.as_str());
        let received = self.orphan.as_ref().and_then(|orphan| orphan.first_recipient.as_deref()).or(first);
        let sent = accepted.map(|lead| lead.department.as_str()).or(received);
        sent.or_else(|| self.report.as_ref().map(|report| report.location.territorial_unit.as_str()))
    }

    /// Whether it was left out of the scores.
    pub fn excluded(&self) -> bool {
        self.exclusions.iter().any(Petition::granted)
    }

    /// Households that complained: equal ones once, and each complainant without one for themselves. The reporter is
    /// a household of their own.
    pub fn households(&self) -> usize {
        let known: HashSet<&str> =
            self.complainants.iter().filter_map(|complainant| complainant.household.as_deref()).collect();
        let unknown = self.complainants.iter().filter(|complainant| complainant.household.is_none()).count();
        1 + known.len() + unknown
    }

    /// Whether somebody of the complainant's household has voted in this round.
    pub fn has_voted(&self, complainant: &Complainant) -> bool {
        self.votes.iter().any(|vote| {
            vote.complainant == complainant.id
                || (vote.household.is_some() && vote.household == complainant.household)
        })
    }

    /// Which unit answers for which stretch of time. A dispatch counts to its unit from its issue until it was taken
    /// back or discharged, unless a ruling says that somebody else bears it.
    pub fn holdings(&self) -> Vec<Holding> {
        let awaited = self.dispatches.iter().filter(|dispatch| dispatch.role.mandatory());
        awaited
            .map(|dispatch| Holding {
                dispatch: dispatch.id,
                unit: dispatch.borne_by.clone().unwrap_or_else(|| dispatch.department.clone()),
                from: dispatch.issued_at,
                to: dispatch.discharged_at,
                disputed: dispatch.borne_by.is_some(),
            })
            .collect()
    }

    /// Whether this actor, or the unit in which they are posted, had a hand in the handling. A person may hold
    /// posts in several units, so both are asked. Having been notified is no hand in the handling, nor is having
    /// held a dispatch that was never accepted.
    pub(crate) fn handled_by(&self, actor: &Actor) -> bool {
        let handling = || {
            self.dispatches.iter().filter(|dispatch| {
                dispatch.role.mandatory() && (dispatch.held() || dispatch.accepted_at.is_some())
            })
        };
        let unit_handled = |unit: &str| handling().any(|dispatch| dispatch.department == unit);
        let person_handled = handling().any(|dispatch| dispatch.handlers.contains(&actor.id));
        actor.unit.as_deref().is_some_and(unit_handled) || (!actor.id.is_nil() && person_handled)
    }
}
