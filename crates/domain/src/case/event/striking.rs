//! Clocks that strike: what is recorded when a clock comes to its reminder, its warning or its end.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::Code;

/// A clock has come to its reminder (催办), its warning (黄牌) or its end (红牌): which of them is the event's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockSignal {
    /// Which clock.
    pub clock: DeadlineKind,
    /// The dispatch to which it is counted; none where the unit holds none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispatch: Option<Uuid>,
    /// Which stage of the plan, counted from one, where it is the clock of a stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<u32>,
    /// Which supervision, where it is the clock of an answer to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervision: Option<Uuid>,
    /// The unit that owes at that moment.
    pub unit: Code,
    /// The end of the clock.
    pub due_at: DateTime<Utc>,
    /// The instant that the clock had come to.
    pub struck_at: DateTime<Utc>,
    /// When it was recorded: later than it struck where the service had stood still.
    pub at: DateTime<Utc>,
}

/// The clocks of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// 签收.
    SignIn,
    /// 报到.
    Report,
    /// 联系诉求人.
    Contact,
    /// 办结, of a dispatch.
    Close,
    /// 结案: the case's own, while it waits for its check, its callback or its closing.
    CaseClose,
    /// 节点.
    Milestone,
    /// 进展.
    Progress,
    /// 督办回复.
    Supervision,
}

impl DeadlineKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::SignIn,
        Self::Report,
        Self::Contact,
        Self::Close,
        Self::CaseClose,
        Self::Milestone,
        Self::Progress,
        Self::Supervision,
    ];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Report => "report",
            Self::Contact => "contact",
            Self::Close => "close",
            Self::CaseClose => "case_close",
            Self::Milestone => "milestone",
            Self::Progress => "progress",
            Self::Supervision => "supervision",
        }
    }

    /// Whether a dispatch has this clock, and not the case as a whole.
    pub const fn of_dispatch(self) -> bool {
        matches!(self, Self::SignIn | Self::Report | Self::Contact | Self::Close)
    }

    /// Whether half of it is announced.
    pub const fn reminds(self) -> bool {
        matches!(self, Self::Close | Self::CaseClose)
    }

    /// Whether its end is announced. What is owed beside the handling itself is only found late.
    pub const fn warns(self) -> bool {
        self.of_dispatch() || matches!(self, Self::CaseClose)
    }
}
