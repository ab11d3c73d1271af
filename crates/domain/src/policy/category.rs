//! What a case can be about, and how long each step of it may take.

use serde::{Deserialize, Serialize};

use super::{Limit, WhistleKind};
use crate::actor::Code;

/// 事项: a leaf of the classification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Four digits: two of the major class, two of the minor one.
    pub code: Code,
    /// 大类.
    pub major: String,
    /// 小类.
    pub minor: String,
    /// The kind of whistle that it usually is.
    pub kind: WhistleKind,
    /// The duty whose unit leads.
    pub lead: Code,
    /// Duties that lead instead of `lead`, depending on what is broken; the dispatcher chooses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead_alternatives: Vec<Code>,
    /// Duties whose units help.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_handlers: Vec<Code>,
    /// What an urgent case asks for, first step first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urgent: Vec<UrgentStep>,
    /// The limit for closing an ordinary case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordinary: Option<Limit>,
    /// The urgent limit only makes things safe (or stops the breach); repair and closing follow in the
    /// ordinary limit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub staged: bool,
    /// The stages that the case goes through, each with its own limit from the dispatch (制止、处罚、拆除).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// 计划类: worked off by milestones.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
    /// Supply of water, power, gas or heat: the quick clocks of utilities apply.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub utility: bool,
    /// Emergency numbers that the resident must be sent to at once (119, 110).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub divert: Vec<String>,
    /// The limits as they were worded, where the wording says more than a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_note: Option<String>,
    /// What must be shown before the case may be closed.
    pub evidence: String,
    /// Where code, duty and limits come from.
    pub basis: Vec<Basis>,
}

/// A step that an urgent case asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrgentStep {
    /// What must be done.
    pub step: Step,
    /// Within which time.
    pub limit: Limit,
    /// The condition under which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// A stage of the handling with a limit of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Shown to people.
    pub title: String,
    /// Until when, counted from the dispatch.
    pub limit: Limit,
}

/// What can be asked for in an urgent case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// 解决、恢复: done.
    Resolve,
    /// 到场: somebody is there.
    OnSite,
    /// 反馈: the resident hears what is happening.
    Feedback,
    /// 警戒: the place is cordoned off.
    Cordon,
    /// 制止、停工: the breach has stopped.
    Stop,
    /// 受理: taken on.
    Accept,
    /// 报告: reported to the authority above.
    ReportUp,
}

/// Where an entry of the classification comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The code is one of a published standard.
    CodeSourced,
    /// Limit or duty were found in a published rule.
    LimitOrDutySourced,
    /// The limit is our own proposal, for the district to decide.
    LimitProposed,
}

impl Category {
    /// The limit of a step in an urgent case; where a step has several, the one listed first.
    pub fn urgent_limit(&self, step: Step) -> Option<Limit> {
        self.urgent.iter().find(|urgent| urgent.step == step).map(|urgent| urgent.limit)
    }
}

/// The limits of the four clocks of a dispatch. A missing one is not limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clocks {
    /// 签收: until the unit has signed for the dispatch.
    pub sign_in: Limit,
    /// 报到: until the unit has reported for duty.
    pub report: Limit,
    /// 联系: until the resident has been contacted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Limit>,
    /// 办结: until the case is closed. Planned work has milestones instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close: Option<Limit>,
}

impl Clocks {
    /// The limits for a unit whose duty room is staffed day and night: it signs and reports by the clock. What is promised
    /// to the resident keeps the calendar.
    #[must_use]
    pub const fn round_the_clock(self) -> Self {
        Self { sign_in: self.sign_in.round_the_clock(), report: self.report.round_the_clock(), ..self }
    }
}
