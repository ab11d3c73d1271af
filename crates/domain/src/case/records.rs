//! What a case remembers beside its main line: petitions and their rulings, plans, lists, people. Most of it is the
//! event itself, kept as it was recorded.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    CaseDiverted, CaseMerged, CaseNotAccepted, JointActionScheduled, ListedItem, Milestone,
    RectificationClaimed, RectificationOrdered, ReturnRequested, ReturnRuling, SupervisionIssued,
    SuspensionRequested, Verdict, WhistleWithdrawn,
};
use crate::actor::{Actor, Code};

/// Something that one person asks for and another decides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Petition<R> {
    /// What was asked for, by whom and why.
    pub request: R,
    /// The answer, once there is one.
    pub ruling: Option<Ruling>,
}

/// The answer to a petition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// Yes or no.
    pub approved: bool,
    /// Who decided.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

impl<R> Petition<R> {
    /// A petition that waits for its answer.
    pub(super) const fn open(request: R) -> Self {
        Self { request, ruling: None }
    }

    /// Whether somebody must still decide.
    pub const fn pending(&self) -> bool {
        self.ruling.is_none()
    }

    /// Whether it was granted.
    pub fn granted(&self) -> bool {
        self.ruling.as_ref().is_some_and(|ruling| ruling.approved)
    }
}

/// 退单: a request to hand a dispatch back, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dispute {
    /// The request.
    pub request: ReturnRequested,
    /// The ruling.
    pub ruling: Option<ReturnRuling>,
}

/// 挂账: from the request to the lifting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suspension {
    /// The request and its answer.
    pub petition: Petition<SuspensionRequested>,
    /// When it must be looked at again.
    pub review_at: DateTime<Utc>,
    /// Times it was looked at again.
    pub reviews: u32,
    /// When work went on.
    pub lifted_at: Option<DateTime<Utc>>,
}

impl Suspension {
    /// Whether the case is parked by it now.
    pub fn in_force(&self) -> bool {
        self.petition.granted() && self.lifted_at.is_none()
    }
}

/// The ways in which a case ends without having been handled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理.
    NotAccepted(CaseNotAccepted),
    /// 转引.
    Diverted(CaseDiverted),
    /// 并案.
    Merged(CaseMerged),
    /// 撤回.
    Withdrawn(WhistleWithdrawn),
}

/// The stages of the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The milestones, first due first.
    pub milestones: Vec<PlannedMilestone>,
    /// Whether the policy gave the stages; otherwise people agreed on them, and the case waits for them.
    pub by_policy: bool,
    /// When it was agreed.
    pub agreed_at: DateTime<Utc>,
    /// Times a plan was drawn up for the case.
    pub drawn_up: u32,
    /// By when progress is reported next; only for planned work.
    pub progress_due_at: Option<DateTime<Utc>>,
    /// Reports so far.
    pub progress_reports: u32,
}

/// A stage, and when it was reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlannedMilestone {
    /// What, and by when.
    pub milestone: Milestone,
    /// When it was reached.
    pub reached_at: Option<DateTime<Utc>>,
}

impl Plan {
    /// Agreed stages that are not reached yet: what the case waits for.
    pub fn awaited_milestones(&self) -> usize {
        if self.by_policy { 0 } else { self.open_milestones() }
    }

    /// Whether a stage, or the report on its progress, is late.
    pub fn late_at(&self, now: DateTime<Utc>) -> bool {
        let late =
            |planned: &PlannedMilestone| planned.reached_at.is_none() && now > planned.milestone.due_at;
        self.milestones.iter().any(late) || self.progress_due_at.is_some_and(|due_at| now > due_at)
    }

    /// The case was parked meanwhile: what was not late yet has as much time left as before. What was agreed while it
    /// was parked knew of it, and gains no more than was left of the parking.
    pub(super) fn stood_still(&mut self, since: DateTime<Utc>, until: DateTime<Utc>) {
        let since = since.max(self.agreed_at);
        let open = self.milestones.iter_mut().filter(|planned| planned.reached_at.is_none());
        let ends = open.map(|planned| &mut planned.milestone.due_at);
        for due_at in ends.chain(&mut self.progress_due_at).filter(|due_at| **due_at > since) {
            *due_at += until - since;
        }
    }

    /// Stages that are not reached yet.
    pub fn open_milestones(&self) -> usize {
        self.milestones.iter().filter(|planned| planned.reached_at.is_none()).count()
    }
}

/// 督办, from its issue to its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Supervision {
    /// As it was issued.
    pub issued: SupervisionIssued,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// When it was lifted.
    pub lifted_at: Option<DateTime<Utc>>,
}

/// 联合行动, with its sign-in list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JointAction {
    /// As it was scheduled.
    pub scheduled: JointActionScheduled,
    /// Who was there, and since when.
    pub signed_in: Vec<(Code, DateTime<Utc>)>,
    /// When it was over.
    pub held_at: Option<DateTime<Utc>>,
}

impl JointAction {
    /// Units that were asked to come and have not signed in.
    pub fn absent(&self) -> impl Iterator<Item = &Code> {
        let came = |unit: &Code| self.signed_in.iter().any(|(present, _)| present == unit);
        self.scheduled.units.iter().filter(move |unit| !came(unit))
    }
}

/// An item of the list: 问题, 隐患, or one of many lifts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    pub listed: ListedItem,
    /// When it was listed.
    pub listed_at: DateTime<Utc>,
    /// How far it has come.
    pub state: ItemState,
    /// The order to put it right.
    pub order: Option<RectificationOrdered>,
    /// The claim that it is put right.
    pub claim: Option<RectificationClaimed>,
    /// Reinspections that it did not pass.
    pub failures: u32,
    /// When it was struck off.
    pub struck_off_at: Option<DateTime<Utc>>,
}

/// How far an item has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// 未销号: nobody has put it right yet.
    Open,
    /// 待复查: a unit says that it is put right.
    Claimed,
    /// 已销号.
    StruckOff,
}

impl ItemState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Claimed, Self::StruckOff];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Claimed => "claimed",
            Self::StruckOff => "struck_off",
        }
    }
}

/// What a household said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// Who said it.
    pub complainant: Uuid,
    /// The household, by its digest; one without is a household of its own.
    pub household: Option<String>,
    /// Solved and satisfied?
    pub verdict: Verdict,
    /// When.
    pub at: DateTime<Utc>,
}

/// 责任时段: a stretch of time and the unit that answers for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// The dispatch.
    pub dispatch: Uuid,
    /// The unit that answers for the time.
    pub unit: Code,
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when; none while it goes on.
    pub to: Option<DateTime<Utc>>,
    /// Whether the unit that held the dispatch won a dispute, so that the time counts to somebody else.
    pub disputed: bool,
}
