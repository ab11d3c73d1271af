//! What departments do with their dispatches.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::{Actor, Code};
use crate::calendar::Provisional;
use crate::policy::Limit;
use crate::privacy::{ProtectedText, Sealed};

/// Signed for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DispatchSigned {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// By which account.
    pub by: Uuid,
    /// 自动签收: nobody signed in time, so the service did. It counts against the unit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub automatic: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// The department reported for duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DepartmentReported {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// Where it reported: the site, or `online`.
    pub place: ProtectedText,
    /// Who reported, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Sealed>,
    /// When they arrived, as the department says; clocks are judged by `at`.
    pub arrived_at: DateTime<Utc>,
    /// By which account.
    pub by: Uuid,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// The department takes the matter as its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DispatchAccepted {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// By which account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// Something was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasureRecorded {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// What.
    pub measure: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// By which account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// The department says that it is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FeedbackSubmitted {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// The result.
    pub result: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// By which account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// 联系诉求人: the resident knows who looks after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResidentContacted {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// What was said.
    pub note: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 逾期说明: why it is late, what was done, what comes next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OverdueExplained {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// 逾期原因.
    pub reason: ProtectedText,
    /// 已采取的措施.
    pub measures_taken: ProtectedText,
    /// 下一步计划.
    pub next_plan: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 退单申请: not our duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReturnRequested {
    /// Identity of the request.
    pub request: Uuid,
    /// Which dispatch.
    pub dispatch: Uuid,
    /// The unit that asks.
    pub department: Code,
    /// The item of the duty list, or the fact of the boundary, that it rests on.
    pub basis: ProtectedText,
    /// Why.
    pub reason: ProtectedText,
    /// Whose duty it is instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_unit: Option<Code>,
    /// By when it is ruled on.
    pub ruling_due_at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// A ruling on a return request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReturnRuling {
    /// Which request.
    pub request: Uuid,
    /// Which dispatch.
    pub dispatch: Uuid,
    /// The unit that asked.
    pub department: Code,
    /// Whether the unit may hand it back.
    pub approved: bool,
    /// The unit whose duty it is found to be.
    pub unit: Code,
    /// Why; kept as a precedent.
    pub reason: ProtectedText,
    /// The unit to which the time of the dispute is counted: the one that lost it.
    pub borne_by: Code,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 延期申请.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExtensionRequested {
    /// Identity of the request.
    pub request: Uuid,
    /// Which dispatch.
    pub dispatch: Uuid,
    /// How much longer.
    pub length: Limit,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 延期批准; the resident is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExtensionApproved {
    /// Which request.
    pub request: Uuid,
    /// Which dispatch.
    pub dispatch: Uuid,
    /// The end of the clock before.
    pub previous_due_at: DateTime<Utc>,
    /// The end of the clock now.
    pub due_at: DateTime<Utc>,
    /// When the warning before it begins. Unknown in events from before there was a calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn_at: Option<DateTime<Utc>>,
    /// What the end is counted from, where it ran into a year that nobody had published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<Provisional>,
    /// Why; told to the resident.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 延期不予批准.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExtensionRefused {
    /// Which request.
    pub request: Uuid,
    /// Which dispatch.
    pub dispatch: Uuid,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}
