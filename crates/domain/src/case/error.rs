//! Why a command was refused.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{CaseStatus, DispatchState, ItemState, Level};
use crate::policy::{Limit, PolicyVersion};

/// A reason not to do what was asked. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// There is no such case.
    #[error("there is no such case")]
    NotFound,
    /// There is no such dispatch in this case.
    #[error("there is no such dispatch")]
    DispatchNotFound,
    /// The case is not where this command applies.
    #[error("the case is {}, but must be {}", found.code(), list(expected))]
    WrongStatus {
        /// Where it is.
        found: CaseStatus,
        /// Where the command applies.
        expected: &'static [CaseStatus],
    },
    /// The dispatch is not where this command applies.
    #[error("the dispatch is {}, but must be {}", found.code(), list_states(expected))]
    WrongDispatchState {
        /// Where it is.
        found: DispatchState,
        /// Where the command applies.
        expected: &'static [DispatchState],
    },
    /// The stream exists already.
    #[error("the case was raised already")]
    AlreadyRaised,
    /// One answer a round: satisfaction cannot be shopped for.
    #[error("the resident has answered already")]
    AlreadyAnswered,
    /// One rating a case.
    #[error("the case was rated already")]
    AlreadyRated,
    /// The category is not in the policy.
    #[error("category {0} is not in the policy")]
    UnknownCategory(String),
    /// The policy version that the case pinned is not at hand.
    #[error("policy version {0} is not known")]
    UnknownPolicy(PolicyVersion),
    /// Levels only go up.
    #[error("{} is not above {}", to.code(), from.code())]
    NotUpwards {
        /// The level that holds the case.
        from: Level,
        /// The level asked for.
        to: Level,
    },
    /// Somebody must lead, and only one can.
    #[error("a dispatch needs exactly one lead")]
    NotOneLead,
    /// A department can have only one part in a case.
    #[error("department {0} is named twice")]
    DepartmentTwice(String),
    /// A department merely notified has nothing to report, accept or feed back.
    #[error("a notified department only signs")]
    OnlyNotified,
    /// An arrival before the dispatch, or still to come.
    #[error("arrival {arrived_at} lies outside the time from dispatch to now")]
    ArrivalOutOfRange {
        /// The arrival that was claimed.
        arrived_at: DateTime<Utc>,
    },
    /// Nobody judges their own unit's handling.
    #[error("nobody judges their own unit's handling")]
    OwnHandling,
    /// Only the share of a department that had to act can be sent back.
    #[error("{0} is no dispatch that can be sent back")]
    NotReworkable(Uuid),
    /// What was found good is not sent back.
    #[error("a check that passes sends nothing back")]
    ReworkOfPassed,
    /// 1 to 5.
    #[error("satisfaction runs from 1 to 5, not {0}")]
    SatisfactionOutOfRange(u8),
    /// Closing needs an answer, or enough attempts to get one.
    #[error("the resident has not answered, and {attempts} of {required} attempts were made")]
    CallbackMissing {
        /// Attempts so far.
        attempts: usize,
        /// Attempts needed.
        required: usize,
    },
    /// The case is parked: only what concerns the parking can be done.
    #[error("the case is parked; it goes on when the suspension is lifted")]
    Suspended,
    /// The case is not parked.
    #[error("the case is not parked")]
    NotSuspended,
    /// Whoever asked does not decide.
    #[error("whoever asked for it does not decide it")]
    SamePerson,
    /// The policy gives this decision to others.
    #[error("the policy gives this decision to another level")]
    WrongLevel,
    /// 先处置后争议: emergencies are handled first.
    #[error("an emergency is handled first: no return, no extension, no parking")]
    NotForEmergencies,
    /// Nothing waits for this decision.
    #[error("nothing waits for this decision")]
    NothingPending,
    /// The same was asked for and not decided yet.
    #[error("the same was asked for already, and waits for its decision or was granted")]
    AlreadyPending,
    /// A unit asks only once in a case.
    #[error("the unit has asked to return a dispatch of this case before")]
    ReturnedAlready,
    /// The time for returning is over.
    #[error("a dispatch could be returned until {until}")]
    ReturnTooLate {
        /// Until when it could be.
        until: DateTime<Utc>,
    },
    /// 审定: the last word was spoken.
    #[error("the lead was finally determined")]
    Determined,
    /// A unit cannot propose itself.
    #[error("a unit that returns a dispatch cannot propose itself")]
    OwnUnitProposed,
    /// An approved return needs a unit that takes over.
    #[error("no unit is named, and none was proposed")]
    UnitMissing,
    /// The unit has it already.
    #[error("the unit has the dispatch already")]
    UnitUnchanged,
    /// Nothing runs out: planned work has milestones.
    #[error("the dispatch has no deadline")]
    NoDeadline,
    /// 延期 must be asked for before the clock runs out.
    #[error("the deadline has passed; more time is asked for before it")]
    AfterExpiry,
    /// Longer than the policy or the first limit allows.
    #[error("an extension is at most {max}, and never longer than the limit itself")]
    ExtensionTooLong {
        /// How much is possible.
        max: Limit,
    },
    /// No further extension is possible.
    #[error("a dispatch is extended at most {max} times")]
    ExtensionsExhausted {
        /// How much is possible.
        max: u32,
    },
    /// A parked case is looked at again in time.
    #[error("a parked case is reviewed within {days_max} days from now")]
    ReviewOutOfRange {
        /// Days at most.
        days_max: u32,
    },
    /// Milestones lie in the future, in order.
    #[error("milestones must lie in the future, each after the one before")]
    MilestonesUnordered,
    /// There is no such milestone.
    #[error("there is no milestone {0}")]
    MilestoneUnknown(u32),
    /// It was reached already.
    #[error("milestone {0} was reached already")]
    MilestoneReachedAlready(u32),
    /// The case has no plan.
    #[error("the case has no plan")]
    NoPlan,
    /// A case ends when its milestones are reached.
    #[error("milestones not reached yet: {0}")]
    MilestonesOpen(usize),
    /// A case ends when its items are struck off.
    #[error("items not struck off yet: {0}")]
    ItemsOpen(usize),
    /// There is no such item.
    #[error("there is no such item")]
    ItemUnknown,
    /// The item is not where this applies.
    #[error("the item is {}", found.code())]
    WrongItemState {
        /// Where it is.
        found: ItemState,
    },
    /// The order went to another unit.
    #[error("the order to put it right went to another unit")]
    OrderedFromOther,
    /// This needs something that shows it.
    #[error("nothing shows it: evidence is needed")]
    EvidenceMissing,
    /// The policy asks what the neighbourhood tried itself.
    #[error("the endorsement must say what the neighbourhood tried itself")]
    LocalAttemptMissing,
    /// A case lists only so many.
    #[error("a case has at most {max} of these")]
    TooMany {
        /// How much is possible.
        max: usize,
    },
    /// The command says nothing.
    #[error("nothing is given that changes anything")]
    Nothing,
    /// There is no such complainant.
    #[error("there is no such complainant")]
    ComplainantUnknown,
    /// They are in the case already.
    #[error("the complainant has joined already")]
    JoinedAlready,
    /// One vote per household.
    #[error("the household has voted already")]
    HouseholdVoted,
    /// A case has nothing to do with itself.
    #[error("a case cannot be linked to itself or merged into itself")]
    OwnCase,
    /// The cases are linked already.
    #[error("the cases belong together already")]
    LinkedAlready,
    /// A matter of many is not one person's to take back.
    #[error("others complain of the same; the matter goes on")]
    OthersComplain,
    /// There is no such joint action.
    #[error("there is no such joint action")]
    JointActionUnknown,
    /// The joint action is over.
    #[error("the joint action is over")]
    JointActionOver,
    /// The unit was not asked to come.
    #[error("the unit was not asked to come")]
    NotInvited,
    /// The unit is on the list already.
    #[error("the unit has signed in already")]
    SignedInAlready,
    /// Only what is late is explained.
    #[error("the dispatch is not overdue")]
    NotOverdue,
    /// There is no such supervision.
    #[error("there is no such supervision")]
    SupervisionUnknown,
    /// It was answered or lifted already.
    #[error("the supervision was answered or lifted already")]
    SupervisionOver,
    /// It is too early to see whether it holds.
    #[error("the case is looked at again from {from}")]
    LookBackTooEarly {
        /// From when.
        from: DateTime<Utc>,
    },
    /// There is no such appeal.
    #[error("there is no such appeal")]
    AppealUnknown,
    /// The unit has no part in the case.
    #[error("the unit was not sent in this case")]
    NotSent,
    /// The unit wants to hand it back.
    #[error("the return of the dispatch waits for its ruling")]
    ReturnPending,
    /// Only helping units are released.
    #[error("only a helping unit is released; a lead is transferred")]
    NotAnHelper,
    /// Who asked to stay unknown is not written about.
    #[error("the case is confidential: the wall counts it and says nothing of it")]
    Confidential,
    /// What is published names nobody.
    #[error("the wording holds personal data")]
    PersonalData,
    /// Nothing is on the wall but what the case says by itself.
    #[error("no wording of this case is published")]
    NotPublished,
}

/// What kind of refusal it is, for whoever must translate it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// No such thing.
    NotFound,
    /// The actor may not do this.
    Forbidden,
    /// The case has moved on, or not far enough.
    WrongState,
    /// What was asked breaks a rule.
    RuleBroken,
}

impl CaseError {
    /// A stable name for programs; the wording for people lives in the user interface.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "case_not_found",
            Self::DispatchNotFound => "dispatch_not_found",
            Self::WrongStatus { .. } => "wrong_status",
            Self::WrongDispatchState { .. } => "wrong_dispatch_state",
            Self::AlreadyRaised => "already_raised",
            Self::AlreadyAnswered => "already_answered",
            Self::AlreadyRated => "already_rated",
            Self::UnknownCategory(_) => "unknown_category",
            Self::UnknownPolicy(_) => "unknown_policy",
            Self::NotUpwards { .. } => "not_upwards",
            Self::NotOneLead => "not_one_lead",
            Self::DepartmentTwice(_) => "department_twice",
            Self::OnlyNotified => "only_notified",
            Self::ArrivalOutOfRange { .. } => "arrival_out_of_range",
            Self::OwnHandling => "own_handling",
            Self::NotReworkable(_) => "not_reworkable",
            Self::ReworkOfPassed => "rework_of_passed",
            Self::SatisfactionOutOfRange(_) => "satisfaction_out_of_range",
            Self::CallbackMissing { .. } => "callback_missing",
            Self::Suspended => "suspended",
            Self::NotSuspended => "not_suspended",
            Self::SamePerson => "same_person",
            Self::WrongLevel => "wrong_level",
            Self::NotForEmergencies => "not_for_emergencies",
            Self::NothingPending => "nothing_pending",
            Self::AlreadyPending => "already_pending",
            Self::ReturnedAlready => "returned_already",
            Self::ReturnTooLate { .. } => "return_too_late",
            Self::Determined => "determined",
            Self::OwnUnitProposed => "own_unit_proposed",
            Self::UnitMissing => "unit_missing",
            Self::UnitUnchanged => "unit_unchanged",
            Self::NoDeadline => "no_deadline",
            Self::AfterExpiry => "after_expiry",
            Self::ExtensionTooLong { .. } => "extension_too_long",
            Self::ExtensionsExhausted { .. } => "extensions_exhausted",
            Self::ReviewOutOfRange { .. } => "review_out_of_range",
            Self::MilestonesUnordered => "milestones_unordered",
            Self::MilestoneUnknown(_) => "milestone_unknown",
            Self::MilestoneReachedAlready(_) => "milestone_reached_already",
            Self::NoPlan => "no_plan",
            Self::MilestonesOpen(_) => "milestones_open",
            Self::ItemsOpen(_) => "items_open",
            Self::ItemUnknown => "item_unknown",
            Self::WrongItemState { .. } => "wrong_item_state",
            Self::OrderedFromOther => "ordered_from_other",
            Self::EvidenceMissing => "evidence_missing",
            Self::LocalAttemptMissing => "local_attempt_missing",
            Self::TooMany { .. } => "too_many",
            Self::Nothing => "nothing_given",
            Self::ComplainantUnknown => "complainant_unknown",
            Self::JoinedAlready => "joined_already",
            Self::HouseholdVoted => "household_voted",
            Self::OwnCase => "own_case",
            Self::LinkedAlready => "linked_already",
            Self::OthersComplain => "others_complain",
            Self::JointActionUnknown => "joint_action_unknown",
            Self::JointActionOver => "joint_action_over",
            Self::NotInvited => "not_invited",
            Self::SignedInAlready => "signed_in_already",
            Self::NotOverdue => "not_overdue",
            Self::SupervisionUnknown => "supervision_unknown",
            Self::SupervisionOver => "supervision_over",
            Self::LookBackTooEarly { .. } => "look_back_too_early",
            Self::AppealUnknown => "appeal_unknown",
            Self::NotSent => "not_sent",
            Self::ReturnPending => "return_pending",
            Self::NotAnHelper => "not_a_helper",
            Self::Confidential => "confidential",
            Self::PersonalData => "personal_data",
            Self::NotPublished => "not_published",
        }
    }

    /// What kind of refusal it is.
    pub const fn class(&self) -> ErrorClass {
        match self {
            Self::NotFound
            | Self::DispatchNotFound
            | Self::ItemUnknown
            | Self::ComplainantUnknown
            | Self::JointActionUnknown
            | Self::SupervisionUnknown
            | Self::AppealUnknown => ErrorClass::NotFound,
            Self::OwnHandling
            | Self::SamePerson
            | Self::WrongLevel
            | Self::OrderedFromOther
            | Self::NotInvited => ErrorClass::Forbidden,
            Self::WrongStatus { .. }
            | Self::WrongDispatchState { .. }
            | Self::AlreadyRaised
            | Self::AlreadyAnswered
            | Self::AlreadyRated
            | Self::OnlyNotified
            | Self::OthersComplain
            | Self::CallbackMissing { .. }
            | Self::Suspended
            | Self::NotSuspended
            | Self::NotForEmergencies
            | Self::NothingPending
            | Self::AlreadyPending
            | Self::ReturnedAlready
            | Self::ReturnTooLate { .. }
            | Self::Determined
            | Self::NoDeadline
            | Self::AfterExpiry
            | Self::ExtensionsExhausted { .. }
            | Self::MilestoneReachedAlready(_)
            | Self::NoPlan
            | Self::MilestonesOpen(_)
            | Self::ItemsOpen(_)
            | Self::WrongItemState { .. }
            | Self::JoinedAlready
            | Self::HouseholdVoted
            | Self::LinkedAlready
            | Self::JointActionOver
            | Self::SignedInAlready
            | Self::NotOverdue
            | Self::SupervisionOver
            | Self::LookBackTooEarly { .. }
            | Self::ReturnPending
            | Self::NotPublished => ErrorClass::WrongState,
            Self::UnknownCategory(_)
            | Self::UnknownPolicy(_)
            | Self::NotUpwards { .. }
            | Self::NotOneLead
            | Self::DepartmentTwice(_)
            | Self::ArrivalOutOfRange { .. }
            | Self::NotReworkable(_)
            | Self::ReworkOfPassed
            | Self::SatisfactionOutOfRange(_)
            | Self::OwnUnitProposed
            | Self::UnitMissing
            | Self::UnitUnchanged
            | Self::ExtensionTooLong { .. }
            | Self::ReviewOutOfRange { .. }
            | Self::MilestonesUnordered
            | Self::MilestoneUnknown(_)
            | Self::EvidenceMissing
            | Self::LocalAttemptMissing
            | Self::TooMany { .. }
            | Self::Nothing
            | Self::OwnCase
            | Self::NotSent
            | Self::NotAnHelper
            | Self::Confidential
            | Self::PersonalData => ErrorClass::RuleBroken,
        }
    }
}

fn list(statuses: &[CaseStatus]) -> String {
    statuses.iter().map(|status| status.code()).collect::<Vec<_>>().join(" or ")
}

fn list_states(states: &[DispatchState]) -> String {
    states.iter().map(|state| state.code()).collect::<Vec<_>>().join(" or ")
}
