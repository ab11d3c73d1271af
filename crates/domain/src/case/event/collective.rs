//! Many people, many items.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::{Actor, Code};
use crate::case::{Reporter, Verdict};
use crate::privacy::ProtectedText;

/// 关联: another case has to do with this one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseLinked {
    /// Which.
    pub other: Uuid,
    /// How.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 并案: this case goes on as part of another; its complainants went there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseMerged {
    /// Which.
    pub into: Uuid,
    /// Its number.
    pub into_number: String,
    /// Why it is the same matter.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Another case about the same matter became part of this one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DuplicateAbsorbed {
    /// Which.
    pub from: Uuid,
    /// Its number.
    pub from_number: String,
    /// Everybody who complained there; none is lost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complainants: Vec<Complainant>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Somebody whose matter it is, beside the reporter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Complainant {
    /// Identity within the case.
    pub id: Uuid,
    /// Whose key seals what is known of them.
    pub subject: Uuid,
    /// Who, sealed; none for somebody anonymous.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Reporter>,
    /// A digest of the household, equal for equal households of this case and telling nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<String>,
    /// The case in which they complained, where it was another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_case: Option<Uuid>,
}

/// 联名: somebody joined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComplainantJoined {
    /// Who.
    pub complainant: Complainant,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 诉求代表.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RepresentativeChosen {
    /// Which of the complainants.
    pub complainant: Uuid,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// One vote per household.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HouseholdVoted {
    /// Who voted for it.
    pub complainant: Uuid,
    /// Solved and satisfied?
    pub verdict: Verdict,
    /// In their words.
    pub comment: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 问题清单: the items that are struck off one by one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemsListed {
    /// The items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ListedItem>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// An item of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListedItem {
    /// Identity within the case.
    pub id: Uuid,
    /// What and where.
    pub title: ProtectedText,
    /// How dangerous, where it is a hazard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hazard: Option<HazardLevel>,
}

/// 隐患等级.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HazardLevel {
    /// 一般隐患.
    General,
    /// 重大隐患.
    Major,
}

impl HazardLevel {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::General, Self::Major];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Major => "major",
        }
    }
}

/// 责令限期整改.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RectificationOrdered {
    /// Which item.
    pub item: Uuid,
    /// The unit that must put it right.
    pub unit: Code,
    /// What is asked.
    pub requirement: ProtectedText,
    /// By when.
    pub due_at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The unit says that it is put right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RectificationClaimed {
    /// Which item.
    pub item: Uuid,
    /// What was done.
    pub result: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 复查: somebody outside the unit looked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemReinspected {
    /// Which item.
    pub item: Uuid,
    /// Whether it is put right.
    pub passed: bool,
    /// What was seen.
    pub note: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 销号.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemStruckOff {
    /// Which item.
    pub item: Uuid,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 恢复: a struck-off item is open again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemRestored {
    /// Which item.
    pub item: Uuid,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}
