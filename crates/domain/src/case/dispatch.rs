//! A dispatch: one department's share of a case, with clocks of its own.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{RecallCause, Struck};
use crate::actor::Code;
use crate::calendar::Provisional;
use crate::privacy::ProtectedText;

/// One department's share of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dispatch {
    /// Identity inside and outside the case.
    pub id: Uuid,
    /// The unit that must act.
    pub department: Code,
    /// Lead, co-handler or notified.
    pub role: DispatchRole,
    /// What is asked of it.
    pub instruction: ProtectedText,
    /// The unit responsible by trade (行业主管) when it was issued.
    pub line_owner: Code,
    /// The unit responsible by territory (属地管理) when it was issued.
    pub territorial_owner: Code,
    /// How far it has come.
    pub state: DispatchState,
    /// When it was issued: the instant at which its clocks started.
    pub issued_at: DateTime<Utc>,
    /// The instants by which it must have moved.
    pub clocks: DispatchClocks,
    /// Whether the unit signs and reports by the clock, because its duty room is staffed day and night.
    #[serde(default)]
    pub round_the_clock: bool,
    /// By when it was to be done when it was issued: what an extension is measured by.
    pub first_due_at: Option<DateTime<Utc>>,
    /// When it was signed for.
    pub signed_at: Option<DateTime<Utc>>,
    /// When the department reported for duty.
    pub reported_at: Option<DateTime<Utc>>,
    /// When the department accepted the matter as its own.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When the result was last fed back.
    pub fed_back_at: Option<DateTime<Utc>>,
    /// When the resident was contacted.
    pub contacted_at: Option<DateTime<Utc>>,
    /// 自动签收: nobody signed in time.
    pub signed_automatically: bool,
    /// How far up the chain it was called.
    pub escalated: Option<Escalation>,
    /// Why it ended for its unit before it was done.
    pub recalled: Option<RecallCause>,
    /// The unit to which its time is counted, where it is not its own.
    pub borne_by: Option<Code>,
    /// Extensions granted.
    pub extensions: u32,
    /// 逾期说明 given.
    pub overdue_explained: u32,
    /// When nothing more was asked of it.
    pub discharged_at: Option<DateTime<Utc>>,
    /// Times the resident was contacted.
    pub contacts: u32,
    /// Measures recorded so far.
    pub measures: u32,
    /// Times it was sent back for rework.
    pub reworks: u32,
    /// Accounts that acted on it: none of them may judge the result, unless they merely took notice.
    pub handlers: Vec<Uuid>,
    /// Whether it was taken over from another system. Nothing is known then of signing and reporting for duty: no
    /// clock but the deadline means anything, and none strikes.
    pub imported: bool,
    /// Since when its clocks run as they do: the issue, or the last time that an end was moved.
    pub clocked_at: DateTime<Utc>,
    /// 黄牌 that count to it.
    pub yellow_cards: u32,
    /// 红牌 that count to it.
    pub red_cards: u32,
    /// What its clocks have struck.
    pub struck: Vec<Struck>,
}

impl Dispatch {
    /// Whether the unit still holds it.
    pub const fn held(&self) -> bool {
        !matches!(self.state, DispatchState::Recalled)
    }

    /// Whether the case waits for it.
    pub const fn awaited(&self) -> bool {
        self.role.mandatory() && self.held()
    }

    /// Whether the department still owes a step. One merely notified owes nothing: nobody waits for its signature.
    pub const fn owes_something(&self) -> bool {
        use DispatchState::{Accepted, Issued, Reported, Rework, Signed};
        self.role.mandatory() && matches!(self.state, Issued | Signed | Reported | Accepted | Rework)
    }
}

/// How far up the chain an emergency was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// Steps of the chain that were called; none yet where the first is still due.
    pub step: u32,
    /// The unit that was called last.
    pub unit: Code,
    /// The person on duty there, by code.
    pub person: Option<Code>,
    /// Why it was them.
    pub why: String,
    /// When they were called.
    pub at: DateTime<Utc>,
    /// When the next is called; none at the end of the chain.
    pub next_at: Option<DateTime<Utc>>,
}

/// The instants by which a dispatch must have moved, all counted from the instant of issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispatchClocks {
    /// 签收: signed for.
    pub sign_due_at: DateTime<Utc>,
    /// 报到: reported for duty.
    pub report_due_at: DateTime<Utc>,
    /// 联系: the resident contacted, where that is limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_due_at: Option<DateTime<Utc>>,
    /// 办结: done. Planned work has milestones instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// 黄灯: when the warning before [`due_at`](Self::due_at) begins. Unknown in events from before there was a calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn_at: Option<DateTime<Utc>>,
    /// Which of these ran into a year that nobody had published.
    #[serde(default, skip_serializing_if = "ProvisionalClocks::none")]
    pub provisional: ProvisionalClocks,
}

/// Which clocks ended in a year of which the working days were unknown, and what they were counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProvisionalClocks {
    /// 签收.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_in: Option<Provisional>,
    /// 报到.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Provisional>,
    /// 联系.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Provisional>,
    /// 办结.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close: Option<Provisional>,
}

impl ProvisionalClocks {
    /// Whether every end is certain.
    pub fn none(&self) -> bool {
        *self == Self::default()
    }
}

impl DispatchClocks {
    /// The same, to be closed when `other` is.
    pub(super) fn closing_like(self, other: Option<&Self>) -> Self {
        let close = other.and_then(|other| other.provisional.close);
        Self {
            due_at: other.and_then(|other| other.due_at),
            warn_at: other.and_then(|other| other.warn_at),
            provisional: ProvisionalClocks { close, ..self.provisional },
            ..self
        }
    }
}

/// Which part a department plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DispatchRole {
    /// 主办.
    Lead,
    /// 协办.
    CoHandler,
    /// 知会: signs that it knows, and need not act.
    Notified,
}

impl DispatchRole {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Lead, Self::CoHandler, Self::Notified];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::CoHandler => "co_handler",
            Self::Notified => "notified",
        }
    }

    /// Whether the case waits for this dispatch.
    pub const fn mandatory(self) -> bool {
        !matches!(self, Self::Notified)
    }
}

/// How far a dispatch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DispatchState {
    /// 待签收.
    Issued,
    /// 已签收.
    Signed,
    /// 已报到.
    Reported,
    /// 已接单: the department works on it.
    Accepted,
    /// 已反馈.
    FeedbackSubmitted,
    /// 返工.
    Rework,
    /// 核查通过.
    Verified,
    /// 已收回: returned, transferred or released; nothing more is asked of the unit.
    Recalled,
    /// 已办结: the case is closed, and nothing more is asked, not even of those merely notified.
    Discharged,
}

impl DispatchState {
    /// Every state, in order.
    pub const ALL: [Self; 9] = [
        Self::Issued,
        Self::Signed,
        Self::Reported,
        Self::Accepted,
        Self::FeedbackSubmitted,
        Self::Rework,
        Self::Verified,
        Self::Recalled,
        Self::Discharged,
    ];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Signed => "signed",
            Self::Reported => "reported",
            Self::Accepted => "accepted",
            Self::FeedbackSubmitted => "feedback_submitted",
            Self::Rework => "rework",
            Self::Verified => "verified",
            Self::Recalled => "recalled",
            Self::Discharged => "discharged",
        }
    }

    /// The state with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}
