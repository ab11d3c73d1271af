//! What a case went through beside its main line: petitions, plans, people, items, supervision.

use crate::words;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::case::{
    Case, Dispute, Ending, ExclusionRequested, ExtensionRequested, ForcedClosingRequested, Holding, Item,
    JointAction, Petition, Plan, ScoreAppealed, Supervision, Suspension,
};

/// How a case ended without having been handled.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EndingView {
    /// `not_accepted`, `diverted`, `merged` or `withdrawn`.
    #[schema(value_type = words::EndingKind)]
    pub kind: &'static str,
    /// The ground of a refusal or the authority of a diversion, in one word as it was given.
    pub code: Option<&'static str>,
    /// The case that it went into.
    pub into: Option<Uuid>,
    /// In words.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// 挂账.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SuspensionView {
    /// `requested`, `in_force`, `refused` or `lifted`.
    #[schema(value_type = words::SuspensionState)]
    pub state: &'static str,
    /// Which sort of obstacle: `engineering`, `season`, `funds`, `ownership` or `policy`.
    #[schema(value_type = words::SuspensionGround)]
    pub ground: &'static str,
    /// The obstacle.
    pub reason: String,
    /// When it must be looked at again.
    pub review_at: DateTime<Utc>,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
    /// Since when the case is parked.
    pub since: Option<DateTime<Utc>>,
    /// Until when it was.
    pub lifted_at: Option<DateTime<Utc>>,
    /// The unit of whoever asked.
    pub unit: Option<String>,
    /// The papers that prove the obstacle.
    pub proof: Vec<String>,
    /// When it was decided, either way.
    pub ruled_at: Option<DateTime<Utc>>,
    /// The unit of whoever decided.
    pub ruled_by: Option<String>,
    /// Why it was decided so.
    pub ruling_reason: Option<String>,
}

/// The stages of the work.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanView {
    /// The milestones, first due first.
    pub milestones: Vec<MilestoneView>,
    /// By when progress is reported next.
    pub progress_due_at: Option<DateTime<Utc>>,
}

/// A stage.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MilestoneView {
    /// Its number, counted from one.
    pub milestone: usize,
    /// What is to be reached.
    pub title: String,
    /// By when.
    pub due_at: DateTime<Utc>,
    /// When it was reached.
    pub reached_at: Option<DateTime<Utc>>,
}

/// 退单.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DisputeView {
    /// Identity of the request.
    pub request: Uuid,
    /// Which dispatch.
    pub dispatch: Uuid,
    /// The unit that asked.
    pub department: String,
    /// The duty item or fact that it rests on.
    pub basis: String,
    /// Why.
    pub reason: String,
    /// Whose duty it is, in its opinion.
    pub proposed_unit: Option<String>,
    /// When it asked.
    pub requested_at: DateTime<Utc>,
    /// By when it is ruled on.
    pub ruling_due_at: DateTime<Utc>,
    /// The ruling, once there is one.
    pub ruling: Option<RulingView>,
}

/// A ruling on a return.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RulingView {
    /// Whether the unit handed it back.
    pub approved: bool,
    /// Whose duty it was found to be.
    pub unit: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Something that was asked for and is decided by somebody else.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PetitionView {
    /// `extension`, `forced_closing`, `exclusion` or `score_appeal`.
    #[schema(value_type = words::PetitionKind)]
    pub kind: &'static str,
    /// Its identity, where several can be open at once.
    pub id: Option<Uuid>,
    /// Which dispatch, for an extension.
    pub dispatch: Option<Uuid>,
    /// How much longer, or on which ground.
    pub subject: Option<String>,
    /// Why.
    pub reason: String,
    /// The unit of whoever asked.
    pub unit: Option<String>,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
    /// Yes or no; nothing while it waits.
    pub approved: Option<bool>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// The unit of whoever decided.
    pub ruled_by: Option<String>,
    /// Why it was decided so.
    pub ruling_reason: Option<String>,
    /// The end that an extension gave the dispatch.
    pub due_at: Option<DateTime<Utc>>,
}

/// 督办.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SupervisionView {
    /// Identity.
    pub id: Uuid,
    /// Which rung: `reminder`, `yellow_card`, `red_card`, `written` or `elevated`.
    #[schema(value_type = words::SupervisionMeasure)]
    pub measure: &'static str,
    /// The unit that must move.
    pub department: String,
    /// Why.
    pub reason: String,
    /// Leaders who got a copy.
    pub copied_to: Vec<String>,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// By when an answer is due.
    pub reply_due_at: Option<DateTime<Utc>>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// When it was lifted.
    pub lifted_at: Option<DateTime<Utc>>,
}

/// 联合行动.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct JointActionView {
    /// Identity.
    pub id: Uuid,
    /// When they meet.
    pub meets_at: DateTime<Utc>,
    /// Where they meet.
    pub place: String,
    /// Who must come.
    pub units: Vec<String>,
    /// Who is there.
    pub signed_in: Vec<String>,
    /// When it was over.
    pub held_at: Option<DateTime<Utc>>,
    /// Units that had not come when it was over.
    pub absent: Vec<String>,
}

/// An item of the list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ItemView {
    /// Identity.
    pub id: Uuid,
    /// What and where.
    pub title: String,
    /// `general` or `major`, where it is a hazard.
    #[schema(value_type = Option<words::HazardLevel>)]
    pub hazard: Option<&'static str>,
    /// `open`, `claimed` or `struck_off`.
    #[schema(value_type = words::ItemState)]
    pub state: &'static str,
    /// The unit that must put it right.
    pub unit: Option<String>,
    /// By when.
    pub due_at: Option<DateTime<Utc>>,
    /// Reinspections that it did not pass.
    pub failures: u32,
    /// When it was struck off.
    pub struck_off_at: Option<DateTime<Utc>>,
}

/// Whose matter it is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PeopleView {
    /// Complainants beside the reporter.
    pub complainants: usize,
    /// Households, that of the reporter included.
    pub households: usize,
    /// Who speaks for them.
    pub representative: Option<Uuid>,
    /// Households that voted in this round.
    pub voted: usize,
    /// Of these, how many say that it is solved.
    pub solved: usize,
    /// Of these, how many are content (3 and better).
    pub content: usize,
}

/// A stretch of time and the unit that answers for it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HoldingView {
    /// The dispatch.
    pub dispatch: Uuid,
    /// The unit.
    pub unit: String,
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when; nothing while it goes on.
    pub to: Option<DateTime<Utc>>,
    /// Whether a ruling counts the time to this unit instead of the one that held the dispatch.
    pub disputed: bool,
}

impl From<&Ending> for EndingView {
    fn from(ending: &Ending) -> Self {
        let (kind, code, into, reason, at) = match ending {
            Ending::NotAccepted(ended) => {
                ("not_accepted", Some(ended.ground.code()), None, &ended.reason, ended.at)
            }
            Ending::Diverted(ended) => ("diverted", Some(ended.to.code()), None, &ended.reason, ended.at),
            Ending::Merged(ended) => ("merged", None, Some(ended.into), &ended.reason, ended.at),
            Ending::Withdrawn(ended) => ("withdrawn", None, None, &ended.reason, ended.at),
        };
        Self { kind, code, into, reason: reason.shown.clone(), at }
    }
}

impl EndingView {
    /// Why cases belong together is said among the staff, and the other case is not the resident's to see.
    pub(super) fn for_its_resident(self) -> Self {
        if self.into.is_some() { Self { into: None, reason: String::new(), ..self } } else { self }
    }
}

impl From<&Suspension> for SuspensionView {
    fn from(suspension: &Suspension) -> Self {
        let petition = &suspension.petition;
        let state = match (petition.granted(), petition.pending(), suspension.lifted_at) {
            (true, _, Some(_)) => "lifted",
            (true, _, None) => "in_force",
            (false, true, _) => "requested",
            (false, false, _) => "refused",
        };
        let granted = petition.ruling.as_ref().filter(|ruling| ruling.approved);
        Self {
            state,
            ground: petition.request.ground.code(),
            reason: petition.request.reason.shown.clone(),
            review_at: suspension.review_at,
            requested_at: petition.request.at,
            since: granted.map(|ruling| ruling.at),
            lifted_at: suspension.lifted_at,
            unit: petition.request.by.unit.clone(),
            proof: petition.request.proof.iter().map(|paper| paper.shown.clone()).collect(),
            ruled_at: petition.ruling.as_ref().map(|ruling| ruling.at),
            ruled_by: petition.ruling.as_ref().and_then(|ruling| ruling.by.unit.clone()),
            // The fold has no words; they are told to whoever may read them.
            ruling_reason: None,
        }
    }
}

impl SuspensionView {
    /// That the case rests, and until when; nothing of who asked and who decided.
    pub(super) fn for_its_resident(self) -> Option<Self> {
        self.since?;
        let reason = String::new();
        Some(Self { reason, unit: None, proof: Vec::new(), ruled_at: None, ruled_by: None, ..self })
    }
}

impl From<&Plan> for PlanView {
    fn from(plan: &Plan) -> Self {
        let milestone = |(at, planned): (usize, &whistle_domain::case::PlannedMilestone)| MilestoneView {
            milestone: at + 1,
            title: planned.milestone.title.shown.clone(),
            due_at: planned.milestone.due_at,
            reached_at: planned.reached_at,
        };
        Self {
            milestones: plan.milestones.iter().enumerate().map(milestone).collect(),
            progress_due_at: plan.progress_due_at,
        }
    }
}

impl From<&Dispute> for DisputeView {
    fn from(dispute: &Dispute) -> Self {
        let request = &dispute.request;
        Self {
            request: request.request,
            dispatch: request.dispatch,
            department: request.department.clone(),
            basis: request.basis.shown.clone(),
            reason: request.reason.shown.clone(),
            proposed_unit: request.proposed_unit.clone(),
            requested_at: request.at,
            ruling_due_at: request.ruling_due_at,
            ruling: dispute.ruling.as_ref().map(|ruling| RulingView {
                approved: ruling.approved,
                unit: ruling.unit.clone(),
                reason: ruling.reason.shown.clone(),
                at: ruling.at,
            }),
        }
    }
}

/// Every petition of the case, in the order of their kinds.
pub(super) fn petitions(case: &Case) -> Vec<PetitionView> {
    let extensions = case.extensions.iter().map(|held: &Petition<ExtensionRequested>| {
        let asked = &held.request;
        let view = petition("extension", held, &asked.reason.shown, asked.by.unit.as_ref(), asked.at);
        PetitionView {
            id: Some(asked.request),
            dispatch: Some(asked.dispatch),
            subject: Some(asked.length.to_string()),
            ..view
        }
    });
    let forced = case.forced_closings.iter().map(|held: &Petition<ForcedClosingRequested>| {
        let asked = &held.request;
        petition("forced_closing", held, &asked.reason.shown, asked.by.unit.as_ref(), asked.at)
    });
    let exclusions = case.exclusions.iter().map(|held: &Petition<ExclusionRequested>| {
        let asked = &held.request;
        let view = petition("exclusion", held, &asked.reason.shown, asked.by.unit.as_ref(), asked.at);
        PetitionView { subject: Some(asked.ground.code().to_owned()), ..view }
    });
    let appeals = case.score_appeals.iter().map(|held: &Petition<ScoreAppealed>| {
        let asked = &held.request;
        let view = petition("score_appeal", held, &asked.reason.shown, Some(&asked.department), asked.at);
        PetitionView { id: Some(asked.appeal), ..view }
    });
    extensions.chain(forced).chain(exclusions).chain(appeals).collect()
}

fn petition<R>(
    kind: &'static str,
    held: &Petition<R>,
    reason: &str,
    unit: Option<&Code>,
    requested_at: DateTime<Utc>,
) -> PetitionView {
    PetitionView {
        kind,
        id: None,
        dispatch: None,
        subject: None,
        reason: reason.to_owned(),
        unit: unit.cloned(),
        requested_at,
        approved: held.ruling.as_ref().map(|ruling| ruling.approved),
        decided_at: held.ruling.as_ref().map(|ruling| ruling.at),
        ruled_by: held.ruling.as_ref().and_then(|ruling| ruling.by.unit.clone()),
        // The fold has no words; they are told to whoever may read them.
        ruling_reason: None,
        due_at: None,
    }
}

impl From<&Supervision> for SupervisionView {
    fn from(held: &Supervision) -> Self {
        Self {
            id: held.issued.supervision,
            measure: held.issued.measure.code(),
            department: held.issued.department.clone(),
            reason: held.issued.reason.shown.clone(),
            copied_to: held.issued.copied_to.clone(),
            issued_at: held.issued.at,
            reply_due_at: held.issued.reply_due_at,
            answered_at: held.answered_at,
            lifted_at: held.lifted_at,
        }
    }
}

impl From<&JointAction> for JointActionView {
    fn from(action: &JointAction) -> Self {
        Self {
            absent: action.held_at.map(|_| action.absent().cloned().collect()).unwrap_or_default(),
            id: action.scheduled.action,
            meets_at: action.scheduled.meets_at,
            place: action.scheduled.place.shown.clone(),
            units: action.scheduled.units.clone(),
            signed_in: action.signed_in.iter().map(|(unit, _)| unit.clone()).collect(),
            held_at: action.held_at,
        }
    }
}

impl From<&Item> for ItemView {
    fn from(item: &Item) -> Self {
        Self {
            id: item.listed.id,
            title: item.listed.title.shown.clone(),
            hazard: item.listed.hazard.map(whistle_domain::case::HazardLevel::code),
            state: item.state.code(),
            unit: item.order.as_ref().map(|order| order.unit.clone()),
            due_at: item.order.as_ref().map(|order| order.due_at),
            failures: item.failures,
            struck_off_at: item.struck_off_at,
        }
    }
}

impl From<&Case> for PeopleView {
    fn from(case: &Case) -> Self {
        let count = |good: fn(&whistle_domain::case::Verdict) -> bool| {
            case.votes.iter().filter(|vote| good(&vote.verdict)).count()
        };
        Self {
            complainants: case.complainants.len(),
            households: case.households(),
            representative: case.representative,
            voted: case.votes.len(),
            solved: count(|verdict| verdict.solved),
            content: count(|verdict| verdict.satisfaction >= 3),
        }
    }
}

impl From<Holding> for HoldingView {
    fn from(held: Holding) -> Self {
        let Holding { dispatch, unit, from, to, disputed } = held;
        Self { dispatch, unit, from, to, disputed }
    }
}
