//! Who is sent, and who takes over.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::{Actor, Code};
use crate::case::{DispatchClocks, DispatchRole};
use crate::policy::WhistleKind;
use crate::privacy::{ProtectedText, Sealed};

/// A department must report for duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DispatchIssued {
    /// Identity of the dispatch.
    pub dispatch: Uuid,
    /// The unit that must act.
    pub department: Code,
    /// Lead, co-handler or notified.
    pub role: DispatchRole,
    /// What is asked of it.
    pub instruction: ProtectedText,
    /// The unit responsible by trade (行业主管).
    pub line_owner: Code,
    /// The unit responsible by territory (属地管理).
    pub territorial_owner: Code,
    /// By when.
    pub clocks: DispatchClocks,
    /// Whether the unit signs and reports by the clock, because its duty room is staffed day and night.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub round_the_clock: bool,
    /// When: the start of every clock.
    pub at: DateTime<Utc>,
}

/// 重新归类: category or kind were wrong. The policy version stays pinned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseReclassified {
    /// Category from now on.
    pub category: Code,
    /// Kind from now on.
    pub kind: WhistleKind,
    /// Why.
    pub reason: ProtectedText,
    /// The clocks of the dispatches that are out, counted from their issue as before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<Reclocked>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// A dispatch with other clocks than before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reclocked {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// By when it must have moved now.
    pub clocks: DispatchClocks,
}

/// 无头事项: no unit is found whose duty it is. The owner leads until one is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrphanDeclared {
    /// The unit that owns it meanwhile.
    pub owner: Code,
    /// The unit that had it first, which stays in touch with the resident (首接负责).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_recipient: Option<Code>,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// A dispatch has ended for its unit before it was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DispatchRecalled {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// Why, in one word.
    pub cause: RecallCause,
    /// Why, in words.
    pub reason: ProtectedText,
    /// The unit to which the time so far is counted, where it is not the one that held the dispatch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub borne_by: Option<Code>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why a dispatch was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecallCause {
    /// 退单: its return was approved.
    Returned,
    /// 改派: another unit takes over.
    Transferred,
    /// Its help is not needed.
    Released,
    /// No unit is found whose duty it is.
    Orphaned,
}

impl RecallCause {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Returned, Self::Transferred, Self::Released, Self::Orphaned];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Transferred => "transferred",
            Self::Released => "released",
            Self::Orphaned => "orphaned",
        }
    }
}

/// 联合行动: units meet on site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JointActionScheduled {
    /// Identity of the joint action.
    pub action: Uuid,
    /// When they meet.
    pub meets_at: DateTime<Utc>,
    /// Where they meet.
    pub place: ProtectedText,
    /// What for.
    pub purpose: ProtectedText,
    /// The units that must come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Code>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 签到: a unit is there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JointActionSignedIn {
    /// Which joint action.
    pub action: Uuid,
    /// Which unit.
    pub unit: Code,
    /// Who came, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Sealed>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The joint action is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JointActionHeld {
    /// Which joint action.
    pub action: Uuid,
    /// What came of it.
    pub result: ProtectedText,
    /// Units that did not sign in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<Code>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// An emergency was not answered in time: the next of the chain is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DutyEscalated {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// Which step of the chain, counted from one.
    pub step: u32,
    /// The unit that is called.
    pub unit: Code,
    /// The person on duty there, by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Code>,
    /// Why it is them, by the organisation's word for it.
    pub why: String,
    /// When the next of the chain is called, if the unit has not reported by then; none at its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<DateTime<Utc>>,
    /// When.
    pub at: DateTime<Utc>,
}
