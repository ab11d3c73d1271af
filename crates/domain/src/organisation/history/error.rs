//! Why the organisation stays as it is.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actor::Code;
use crate::organisation::Problem;

/// A reason not to do what was asked. Nothing was written. `what` is `unit`, `grid` or `person`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages name the fields")]
pub enum OrganisationRefusal {
    /// Everything begins with an import.
    #[error("no organisation has been loaded")]
    Absent,
    /// There is a history already.
    #[error("the organisation has a history already")]
    Begun,
    /// There is no such thing, and never was.
    #[error("there is no {what} `{code}`")]
    Unknown { what: &'static str, code: String },
    /// Something is named that is not in force then.
    #[error("the {what} `{code}` that is named here does not exist then")]
    UnknownReference { what: &'static str, code: Code },
    /// A code names one thing for ever.
    #[error("the {what} code `{code}` was given before")]
    CodeUsed { what: &'static str, code: Code },
    /// It was retired, ended or has left.
    #[error("the {what} `{code}` is not in force then")]
    NotInForce { what: &'static str, code: String },
    /// Something hangs from it.
    #[error("the {what} `{code}` still has {by}")]
    StillInUse { what: &'static str, code: Code, by: String },
    /// Something later was said about it already.
    #[error("something was said already about the time from {last} on")]
    BeforeLastChange { last: DateTime<Utc> },
    /// It would end before it begins.
    #[error("it would end before it begins")]
    PeriodBackwards,
    /// Further from now than anybody means it.
    #[error("{0} is too far from now")]
    InstantOutOfRange(DateTime<Utc>),
    /// Two people on duty for one unit: neither would be sure to answer.
    #[error("unit `{unit}` has another shift in that time, {other}")]
    ShiftsOverlap { unit: Code, other: Uuid },
    /// Nobody is on duty for so long.
    #[error("a shift has at most {days_max} days")]
    ShiftTooLong { days_max: i64 },
    /// The leader looks after the unit already.
    #[error("`{person}` looks after `{unit}` already")]
    AlreadyLinked { person: Code, unit: Code },
    /// The organisation would contradict itself.
    #[error("the organisation would have {} problems, first: {}", .0.len(), .0[0])]
    Unsound(Vec<Problem>),
}

impl OrganisationRefusal {
    /// A stable name for programs; the wording for people lives in the user interface.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Absent => "no_organisation",
            Self::Begun => "organisation_begun",
            Self::Unknown { .. } => "not_found",
            Self::UnknownReference { .. } => "unknown_reference",
            Self::CodeUsed { .. } => "code_used",
            Self::NotInForce { .. } => "not_in_force",
            Self::StillInUse { .. } => "still_in_use",
            Self::BeforeLastChange { .. } => "before_last_change",
            Self::PeriodBackwards => "period_backwards",
            Self::InstantOutOfRange(_) => "instant_out_of_range",
            Self::ShiftsOverlap { .. } => "shifts_overlap",
            Self::ShiftTooLong { .. } => "shift_too_long",
            Self::AlreadyLinked { .. } => "already_linked",
            Self::Unsound(_) => "unsound_organisation",
        }
    }

    /// What kind of refusal it is.
    pub const fn class(&self) -> crate::case::ErrorClass {
        use crate::case::ErrorClass;
        match self {
            Self::Unknown { .. } => ErrorClass::NotFound,
            Self::Absent
            | Self::Begun
            | Self::CodeUsed { .. }
            | Self::NotInForce { .. }
            | Self::StillInUse { .. }
            | Self::ShiftsOverlap { .. }
            | Self::AlreadyLinked { .. } => ErrorClass::WrongState,
            Self::UnknownReference { .. }
            | Self::BeforeLastChange { .. }
            | Self::PeriodBackwards
            | Self::InstantOutOfRange(_)
            | Self::ShiftTooLong { .. }
            | Self::Unsound(_) => ErrorClass::RuleBroken,
        }
    }
}
