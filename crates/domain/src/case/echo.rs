//! 回音壁: what the wall says of a case by itself, without a word that anybody wrote. Nothing is left unanswered: every
//! case has an outcome, also one that is not solved yet.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Case, CaseStatus, EchoProposed, SuspensionGround};

/// The wording of a case on the wall, and what waits for its decision.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Echo {
    /// Times a wording was proposed.
    pub proposals: u32,
    /// The wording that waits for its decision.
    pub pending: Option<EchoProposed>,
    /// The wording on the wall, and since when.
    pub published: Option<(EchoProposed, DateTime<Utc>)>,
}

/// How a matter stands, in the words of the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EchoOutcome {
    /// 已解决: done, and the resident says so.
    Resolved,
    /// 已办结: done, without an answer of the resident.
    Done,
    /// 已答复: closed although the resident is not content; nothing more can be done.
    Explained,
    /// 强制结案.
    ClosedByForce,
    /// 核实效果: handled, and being checked.
    Checking,
    /// 不满意: the resident is not content, and how it goes on is being decided.
    Dissatisfied,
    /// 办理中.
    InHand,
    /// 计划类: worked off by stages.
    Planned,
    /// 挂账: why it cannot be done now.
    Parked(SuspensionGround),
    /// 已受理: nobody was sent yet.
    Received,
    /// 不予支持.
    Declined,
    /// 不予受理.
    NotAccepted,
    /// 转引.
    Diverted,
    /// 并案.
    Merged,
    /// 已撤回.
    Withdrawn,
}

impl EchoOutcome {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Resolved,
        Self::Done,
        Self::Explained,
        Self::ClosedByForce,
        Self::Checking,
        Self::Dissatisfied,
        Self::InHand,
        Self::Planned,
        Self::Parked(SuspensionGround::Engineering),
        Self::Parked(SuspensionGround::Season),
        Self::Parked(SuspensionGround::Funds),
        Self::Parked(SuspensionGround::Ownership),
        Self::Parked(SuspensionGround::Policy),
        Self::Received,
        Self::Declined,
        Self::NotAccepted,
        Self::Diverted,
        Self::Merged,
        Self::Withdrawn,
    ];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Done => "done",
            Self::Explained => "explained",
            Self::ClosedByForce => "closed_by_force",
            Self::Checking => "checking",
            Self::Dissatisfied => "dissatisfied",
            Self::InHand => "in_hand",
            Self::Planned => "planned",
            Self::Parked(SuspensionGround::Engineering) => "parked_engineering",
            Self::Parked(SuspensionGround::Season) => "parked_season",
            Self::Parked(SuspensionGround::Funds) => "parked_funds",
            Self::Parked(SuspensionGround::Ownership) => "parked_ownership",
            Self::Parked(SuspensionGround::Policy) => "parked_policy",
            Self::Received => "received",
            Self::Declined => "declined",
            Self::NotAccepted => "not_accepted",
            Self::Diverted => "diverted",
            Self::Merged => "merged",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The outcome with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// Whether the promised end of the case still counts.
    pub const fn running(self) -> bool {
        matches!(self, Self::InHand | Self::Planned | Self::Checking | Self::Dissatisfied)
    }

    /// What the wall answers. `unit` is the name of the unit that leads, `late` whether the promised end has passed.
    pub fn answer(self, unit: Option<&str>, late: bool) -> String {
        let by = unit.map(|unit| format!("由{unit}")).unwrap_or_default();
        let late = if late && self.running() { "，已超过承诺时限，正在督促办理" } else { "" };
        match self {
            Self::Resolved => format!("已{by}办结，诉求人确认问题已解决。"),
            Self::Done => format!("已{by}办结。"),
            Self::Explained => "经研判，现阶段暂不能彻底解决，已向诉求人说明情况。".to_owned(),
            Self::ClosedByForce => "经审批结案，将按期开展回头看。".to_owned(),
            Self::Checking => format!("已{by}处置，正在核实效果{late}。"),
            Self::Dissatisfied => format!("尚未解决，诉求人对办理结果不满意，正在研究下一步办法{late}。"),
            Self::InHand => format!("尚未解决，正在{by}办理{late}。"),
            Self::Planned => format!("尚未解决，已列入计划，正在{by}分步实施{late}。"),
            Self::Parked(ground) => {
                format!("尚未解决，原因：{}。已挂账管理，条件具备后恢复办理。", obstacle(ground))
            }
            Self::Received => "尚未解决，已受理，正在核实交办。".to_owned(),
            Self::Declined => "经核实未予支持，已向诉求人说明理由。".to_owned(),
            Self::NotAccepted => "不属于本平台受理范围，已向诉求人说明理由。".to_owned(),
            Self::Diverted => "已告知诉求人向主管机关反映。".to_owned(),
            Self::Merged => "与他人反映的同一问题合并办理。".to_owned(),
            Self::Withdrawn => "诉求人已撤回。".to_owned(),
        }
    }
}

/// What the wall asks: nothing but the sort of the matter.
pub fn echo_question(category: &str) -> String {
    format!("居民反映{category}问题。")
}

const fn obstacle(ground: SuspensionGround) -> &'static str {
    match ground {
        SuspensionGround::Engineering => "工程条件暂不具备",
        SuspensionGround::Season => "受季节气候影响暂不能施工",
        SuspensionGround::Funds => "所需资金尚未落实",
        SuspensionGround::Ownership => "权属尚待厘清",
        SuspensionGround::Policy => "尚待政策明确",
    }
}

impl Case {
    /// What the wall says of the case by itself.
    pub fn echo_outcome(&self) -> EchoOutcome {
        if let Some(parked) = self.suspended() {
            return EchoOutcome::Parked(parked.petition.request.ground);
        }
        match self.status {
            CaseStatus::Unreported | CaseStatus::Raised | CaseStatus::Endorsed | CaseStatus::Filed => {
                EchoOutcome::Received
            }
            CaseStatus::HandledLocally | CaseStatus::Verification | CaseStatus::Callback => {
                EchoOutcome::Checking
            }
            CaseStatus::Dispatched | CaseStatus::InHandling => {
                let planned = self.plan.as_ref().is_some_and(|plan| !plan.by_policy)
                    || self.lead().is_some_and(|lead| lead.clocks.due_at.is_none());
                if planned { EchoOutcome::Planned } else { EchoOutcome::InHand }
            }
            CaseStatus::Dissatisfied => EchoOutcome::Dissatisfied,
            CaseStatus::Closed => self.echo_of_the_end(),
            CaseStatus::Declined => EchoOutcome::Declined,
            CaseStatus::NotAccepted => EchoOutcome::NotAccepted,
            CaseStatus::Diverted => EchoOutcome::Diverted,
            CaseStatus::Merged => EchoOutcome::Merged,
            CaseStatus::Withdrawn => EchoOutcome::Withdrawn,
        }
    }

    /// The resident's last word counts: the rating, else the answer to the callback. Whoever said after the closing that it is not
    /// solved is told of an explanation only when somebody has looked again.
    fn echo_of_the_end(&self) -> EchoOutcome {
        if self.closure.as_ref().is_some_and(|closure| closure.forced) {
            return EchoOutcome::ClosedByForce;
        }
        if self.called_back_at().is_some() {
            return EchoOutcome::Checking;
        }
        let rated = self.rating.as_ref().map(|rating| rating.verdict);
        match rated.or(self.callback.answer).map(|verdict| verdict.solved) {
            Some(true) => EchoOutcome::Resolved,
            Some(false) => EchoOutcome::Explained,
            None => EchoOutcome::Done,
        }
    }
}
