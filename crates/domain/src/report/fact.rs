//! What one case, or one dispatch of it, contributes to a report.

use chrono::serde::{ts_microseconds, ts_microseconds_option};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::Code;
use crate::case::{Level, Verdict};
use crate::policy::WhistleKind;

/// What one case, or one dispatch of it, contributes. Plain data: whoever has it needs no case to count it.
///
/// Departments are counted by dispatch; areas, categories and levels by case.
///
/// The read models keep it field by field in this order, without names, and each of its enums by the place of the variant:
/// whoever changes them empties the read models with a migration.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that happened or did not")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// The dispatch, or the case where that is the subject.
    pub id: Uuid,
    /// What is counted.
    pub subject: Subject,
    /// The case.
    pub case: Uuid,
    /// Its number.
    pub number: String,
    /// The unit that answers for it; none for a case, for which its area does.
    pub unit: Option<Code>,
    /// Whether the unit never held the dispatch, and a ruling laid its time on it. Such a fact stands beside the one of
    /// the unit that held it: the two have one id.
    pub borne: bool,
    /// The units from the district down to the territorial one, as they were when the whistle was raised.
    pub area: Vec<Code>,
    /// The unit of the territory.
    pub territorial_unit: Code,
    /// Category in force.
    pub category: Code,
    /// Kind in force.
    pub kind: WhistleKind,
    /// 化解层级: where it was resolved; while it is open, the level that holds it.
    pub level: Level,
    /// Channel.
    pub source: String,
    /// In which way it counts.
    pub standing: Standing,
    /// The instant that puts it into a period: when it was due, and for what had no end, when it ended.
    #[serde(with = "ts_microseconds")]
    pub counted_at: DateTime<Utc>,
    /// Where its time began: the issue of a dispatch, the report of a case.
    #[serde(with = "ts_microseconds")]
    pub started_at: DateTime<Utc>,
    /// By when it was to be done.
    #[serde(with = "ts_microseconds_option")]
    pub due_at: Option<DateTime<Utc>>,
    /// When it was done: fed back, for a department; closed, for a case. None while it is open.
    #[serde(with = "ts_microseconds_option")]
    pub closed_at: Option<DateTime<Utc>>,
    /// 签收. None where no signature is counted.
    pub signing: Option<Mark>,
    /// 响应: reported for duty, or the resident contacted. None where no response is counted.
    pub response: Option<Mark>,
    /// 自动签收: the service signed.
    pub signed_automatically: bool,
    /// 挂账: parked now.
    pub parked: bool,
    /// 剔除.
    pub excluded: bool,
    /// 强制结案.
    pub forced: bool,
    /// From the records of another system, which know no signature and no response.
    pub imported: bool,
    /// Dispatches issued: one, or for a case all that had to be answered. None that the unit never held.
    pub issued: u32,
    /// 退单.
    pub returns: Returns,
    /// Times it was fed back.
    pub feedbacks: u32,
    /// 返工: times it was sent back for rework.
    pub reworks: u32,
    /// What the resident was asked, and said.
    pub resident: Resident,
    /// 回头看: whether the problem was back; none while nobody has looked.
    pub relapsed: Option<bool>,
    /// 虚假办结: said to be done, and then reopened, back at the look-back, or not solved for the resident.
    pub false_closure: bool,
    /// 红牌 that the unit was given for it.
    pub red_cards: u32,
    /// 申诉 upheld: what the case cost the unit is not deducted.
    pub appeal_upheld: bool,
    /// 重复诉求: whether the same matter had been closed at the same place a short while before. None of what another system
    /// recorded, where nobody looked, and of dispatches.
    pub repeats: Option<bool>,
    /// 就地化解: handled without departments.
    pub local: bool,
    /// 吹哨: what the neighbourhood did for it; none where no whistle was blown for departments, and for dispatches.
    pub whistle: Option<Whistle>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A case.
    Case,
    /// One department's share of it.
    Dispatch,
}

impl Subject {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Case, Self::Dispatch];

    /// The name in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Dispatch => "dispatch",
        }
    }
}

/// In which way a fact counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It had to be done.
    Owed,
    /// A dispatch that was taken back before it had run out: it was issued, and nothing was missed.
    HandedOn,
    /// A case that departments never had to do with: declined, not accepted, diverted, merged, withdrawn.
    TurnedAway,
}

/// A step with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// By when.
    #[serde(with = "ts_microseconds")]
    pub due_at: DateTime<Utc>,
    /// When it was done.
    #[serde(with = "ts_microseconds_option")]
    pub done_at: Option<DateTime<Utc>>,
}

impl Mark {
    /// When it was done, as far as it was at the instant `at`.
    pub fn done_by(&self, at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        self.done_at.filter(|done_at| at.is_none_or(|at| *done_at <= at))
    }
}

/// 退单: requests to hand a dispatch back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Returns {
    /// Asked for.
    pub asked: u32,
    /// Approved.
    pub approved: u32,
}

/// 回访: what the resident was asked, and said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Resident {
    /// Whether it had come so far that they were to be asked.
    pub due: bool,
    /// The answer at the callback; where there is none, the resident's own rating.
    pub verdict: Option<Verdict>,
}

/// 双考核: the whistle as the neighbourhood blew it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whistle {
    /// Turned away although the neighbourhood stood behind it.
    pub rejected: bool,
    /// Whether it says what the neighbourhood tried itself.
    pub local_attempt: bool,
}

impl Fact {
    /// The greatest instant at which something happened to it. Whoever judges at a later one sees all of it.
    pub fn latest_at(&self) -> DateTime<Utc> {
        let done = |mark: &Option<Mark>| mark.and_then(|mark| mark.done_at);
        let happened = [self.closed_at, done(&self.signing), done(&self.response)];
        happened.into_iter().flatten().fold(self.started_at, DateTime::max)
    }

    /// Whether its clock runs: owed, not done, not parked, not excluded.
    pub fn running(&self) -> bool {
        self.standing == Standing::Owed && self.closed_at.is_none() && !self.parked && !self.excluded
    }
}
