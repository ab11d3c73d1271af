//! Why a command was refused.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{CaseStatus, DispatchState, Level};
use crate::policy::PolicyVersion;

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
        }
    }

    /// What kind of refusal it is.
    pub const fn class(&self) -> ErrorClass {
        match self {
            Self::NotFound | Self::DispatchNotFound => ErrorClass::NotFound,
            Self::OwnHandling => ErrorClass::Forbidden,
            Self::WrongStatus { .. }
            | Self::WrongDispatchState { .. }
            | Self::AlreadyRaised
            | Self::AlreadyAnswered
            | Self::AlreadyRated
            | Self::OnlyNotified
            | Self::CallbackMissing { .. } => ErrorClass::WrongState,
            Self::UnknownCategory(_)
            | Self::UnknownPolicy(_)
            | Self::NotUpwards { .. }
            | Self::NotOneLead
            | Self::DepartmentTwice(_)
            | Self::ArrivalOutOfRange { .. }
            | Self::NotReworkable(_)
            | Self::ReworkOfPassed
            | Self::SatisfactionOutOfRange(_) => ErrorClass::RuleBroken,
        }
    }
}

fn list(statuses: &[CaseStatus]) -> String {
    statuses.iter().map(|status| status.code()).collect::<Vec<_>>().join(" or ")
}

fn list_states(states: &[DispatchState]) -> String {
    states.iter().map(|state| state.code()).collect::<Vec<_>>().join(" or ")
}
