//! From report to filing, and the ways in which a case ends before it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::{Actor, Code};
use crate::case::{Level, Photo, Reporter};
use crate::geography::Place;
use crate::policy::{PolicyVersion, WhistleKind};
use crate::privacy::ProtectedText;

/// A problem was reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhistleRaised {
    /// The case number.
    pub number: String,
    /// One line.
    pub title: ProtectedText,
    /// The whole story.
    pub description: ProtectedText,
    /// Category as reported.
    pub category: Code,
    /// Kind as reported.
    pub kind: WhistleKind,
    /// Channel: `resident`, `hotline`, `visit`, ….
    pub source: String,
    /// Where it is.
    pub location: Location,
    /// The data subject whose key seals what is sealed here.
    pub subject: Uuid,
    /// Who reported it; `None` for an anonymous report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Reporter>,
    /// Whether the reporter's identity stays with the intake.
    #[serde(default)]
    pub confidential: bool,
    /// The account that raised it.
    pub raised_by: Actor,
    /// When.
    pub raised_at: DateTime<Utc>,
    /// 重复诉求: the case that had been closed a short while before, about the same matter at the same place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Uuid>,
    /// Photographs of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

/// Where a problem is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// The leaf grid.
    pub grid: Code,
    /// The unit responsible for that grid at the time.
    pub territorial_unit: Code,
    /// The units from the district down to that unit at the time: whose area the case lies in.
    pub area: Vec<Code>,
    /// Address; to the building in clear, to the door sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<ProtectedText>,
    /// The point, where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// The neighbourhood stands behind the whistle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhistleEndorsed {
    /// Why.
    pub note: ProtectedText,
    /// What the neighbourhood tried itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_attempt: Option<ProtectedText>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The neighbourhood does not stand behind the whistle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhistleDeclined {
    /// Why; told to the resident.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Handled without departments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandledLocally {
    /// What was done.
    pub result: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// At which level.
    pub level: Level,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Passed up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EscalatedToLevel {
    /// From which level.
    pub from: Level,
    /// To which level.
    pub to: Level,
    /// Why.
    pub reason: ProtectedText,
    /// When.
    pub at: DateTime<Utc>,
}

/// Category, kind and policy version are pinned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseFiled {
    /// Category after classification.
    pub category: Code,
    /// Kind after classification.
    pub kind: WhistleKind,
    /// The policy version under which the case is judged from now on.
    pub policy_version: PolicyVersion,
    /// When.
    pub at: DateTime<Utc>,
}

/// The reporter put the report right; what it said before stays in the history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhistleAmended {
    /// The new line, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<ProtectedText>,
    /// The new story, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<ProtectedText>,
    /// Photographs that the reporter adds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The reporter took the whistle back before departments were sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhistleWithdrawn {
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 不予受理: not a matter for this service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseNotAccepted {
    /// On which ground.
    pub ground: NotAcceptedGround,
    /// In words; told to the resident.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 转引: another authority must be asked; the case stays on record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseDiverted {
    /// Which.
    pub to: Authority,
    /// Why; told to the resident.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why a matter is not accepted: the nine grounds of the hotlines (domain section 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAcceptedGround {
    /// 不属于受理范围.
    OutsideDuty,
    /// 应由 110、119、120 处理.
    EmergencyNumber,
    /// 党委、人大、政协、法院、检察院、军队事项.
    OtherBodies,
    /// 应通过诉讼、仲裁、复议解决.
    Litigation,
    /// 已进入上述程序.
    InProcedure,
    /// 涉及国家秘密、商业秘密或个人隐私.
    Secrets,
    /// 已办理且无新情况的重复诉求.
    AlreadyAnswered,
    /// 违法或恶意内容.
    Abusive,
    /// 其他.
    Other,
}

impl NotAcceptedGround {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::OutsideDuty,
        Self::EmergencyNumber,
        Self::OtherBodies,
        Self::Litigation,
        Self::InProcedure,
        Self::Secrets,
        Self::AlreadyAnswered,
        Self::Abusive,
        Self::Other,
    ];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OutsideDuty => "outside_duty",
            Self::EmergencyNumber => "emergency_number",
            Self::OtherBodies => "other_bodies",
            Self::Litigation => "litigation",
            Self::InProcedure => "in_procedure",
            Self::Secrets => "secrets",
            Self::AlreadyAnswered => "already_answered",
            Self::Abusive => "abusive",
            Self::Other => "other",
        }
    }
}

/// Where a matter is diverted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// 110.
    Police,
    /// 119.
    FireService,
    /// 120.
    Ambulance,
    /// 信访.
    Petition,
    /// 司法途径: court, arbitration, reconsideration.
    Court,
}

impl Authority {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Police, Self::FireService, Self::Ambulance, Self::Petition, Self::Court];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Police => "police",
            Self::FireService => "fire_service",
            Self::Ambulance => "ambulance",
            Self::Petition => "petition",
            Self::Court => "court",
        }
    }
}
