//! The events of the organisation. They are kept for ever: fields are only added, and each has a golden file under
//! `crates/domain/golden/organisation/` that must stay readable.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::{Code, Role};
use crate::geography::{Coordinate, Polygon};
use crate::organisation::UnitKind;
use crate::privacy::Sealed;

/// Whatever can happen to the organisation. Names and numbers of people are in here only as [`Sealed`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum OrganisationEvent {
    /// 辖区.
    DistrictNamed(DistrictNamed),
    /// 设立单位.
    UnitEstablished(UnitFact),
    /// 单位变更; also back in service after it was retired.
    UnitChanged(UnitFact),
    /// 撤销单位.
    UnitRetired(UnitRetired),
    /// 划定网格.
    GridDrawn(GridFact),
    /// 网格调整; also back in service after it was retired.
    GridChanged(GridFact),
    /// 撤销网格.
    GridRetired(GridRetired),
    /// 人员登记.
    PersonRegistered(PersonFact),
    /// 人员变更; also back after they had left.
    PersonChanged(PersonFact),
    /// 人员离任.
    PersonLeft(PersonLeft),
    /// 任职.
    PostGiven(PostGiven),
    /// 免职.
    PostEnded(PostEnded),
    /// 包案领导、联点领导.
    LeaderLinked(LeaderLinked),
    /// 不再联点.
    LeaderUnlinked(LeaderUnlinked),
    /// 值班安排.
    DutyShiftSet(DutyShiftSet),
    /// 值班取消.
    DutyShiftCancelled(DutyShiftCancelled),
    /// 责任到人核查.
    ResponsibilityChecked(ResponsibilityChecked),
}

/// The district's own particulars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistrictNamed {
    /// Its name.
    pub name: String,
    /// Six digits, GB/T 2260.
    pub county_code: String,
    /// The unit that takes orphan matters.
    pub fallback_unit: Code,
    /// Since when.
    pub valid_from: DateTime<Utc>,
}

/// Everything about a unit from an instant on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitFact {
    /// Which unit.
    pub unit: Code,
    /// Shown to people.
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The unit above; only the root has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Code>,
    /// The duties that it carries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Code>,
    /// 二十四小时值班: whether its duty room is staffed day and night.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub round_the_clock: bool,
    /// Since when.
    pub valid_from: DateTime<Utc>,
    /// Until when, for what is temporary (临时单元).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<DateTime<Utc>>,
}

/// A unit is no more. History names it for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRetired {
    /// Which unit.
    pub unit: Code,
    /// Until when it was in force.
    pub valid_to: DateTime<Utc>,
}

/// Everything about a grid from an instant on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GridFact {
    /// Which grid.
    pub grid: Code,
    /// Shown to people.
    pub name: String,
    /// The territorial unit that it belongs to.
    pub unit: Code,
    /// The larger grid that it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Code>,
    /// Its outline, CGCS2000.
    pub polygon: Polygon,
    /// Since when.
    pub valid_from: DateTime<Utc>,
    /// Until when, for what is temporary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<DateTime<Utc>>,
}

/// A grid is no more. History names it for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRetired {
    /// Which grid.
    pub grid: Code,
    /// Until when it was in force.
    pub valid_to: DateTime<Utc>,
}

/// Somebody who holds posts. Who that is can only be read with the key of that very person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFact {
    /// Which person.
    pub person: Code,
    /// The data subject whose key seals what is sealed here.
    pub subject: Uuid,
    /// Their name.
    pub name: Sealed,
    /// Where they are reached on duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Sealed>,
    /// Since when.
    pub valid_from: DateTime<Utc>,
    /// Until when, for who is here for a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<DateTime<Utc>>,
}

/// Somebody has left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLeft {
    /// Who.
    pub person: Code,
    /// Until when they were here.
    pub valid_to: DateTime<Utc>,
}

/// Somebody holds a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostGiven {
    /// Identity of the post.
    pub post: Uuid,
    /// Who.
    pub person: Code,
    /// Where.
    pub unit: Code,
    /// What they may do in the service.
    pub role: Role,
    /// What the post is called.
    pub title: String,
    /// The grid that they look after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<Code>,
    /// 主责任人: answers for the grid.
    #[serde(default)]
    pub responsible: bool,
    /// Since when.
    pub valid_from: DateTime<Utc>,
    /// Until when, where that is known beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<DateTime<Utc>>,
}

/// Somebody holds a post no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostEnded {
    /// Which post.
    pub post: Uuid,
    /// Until when it was held.
    pub valid_to: DateTime<Utc>,
}

/// A leader looks after a unit: red cards are copied to them, and they are called when the unit stays silent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaderLinked {
    /// Who.
    pub person: Code,
    /// Which unit.
    pub unit: Code,
    /// Since when.
    pub valid_from: DateTime<Utc>,
    /// Until when, where that is known beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<DateTime<Utc>>,
}

/// A leader looks after a unit no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaderUnlinked {
    /// Who.
    pub person: Code,
    /// Which unit.
    pub unit: Code,
    /// Until when.
    pub valid_to: DateTime<Utc>,
}

/// Somebody is on duty for a unit (值班), with a leader in charge (带班).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyShiftSet {
    /// Identity of the shift.
    pub shift: Uuid,
    /// For which unit.
    pub unit: Code,
    /// Who is on duty.
    pub person: Code,
    /// Who is in charge of the shift.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<Code>,
    /// Its beginning.
    pub from: DateTime<Utc>,
    /// Its end, which belongs to the next shift.
    pub to: DateTime<Utc>,
}

/// A shift does not take place, or ends early.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyShiftCancelled {
    /// Which shift.
    pub shift: Uuid,
    /// From when on it does not count.
    pub at: DateTime<Utc>,
}

/// Whether every grid has its one responsible person, and every point its one grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResponsibilityChecked {
    /// The instant that was looked at.
    pub at: DateTime<Utc>,
    /// How many leaf grids there were.
    pub leaf_grids: usize,
    /// Leaf grids without exactly one person who answers for them; the first so many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<GridGap>,
    /// How many there are altogether.
    pub gaps_total: usize,
    /// Pairs of leaf grids that share area; the first so many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overlapping: Vec<[Code; 2]>,
    /// Points inside the map that no leaf grid covers, CGCS2000; the first so many that were found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uncovered: Vec<Coordinate>,
}

/// A leaf grid that nobody, or more than one person, answers for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridGap {
    /// Which grid.
    pub grid: Code,
    /// How many people answer for it.
    pub responsible: usize,
}

impl ResponsibilityChecked {
    /// Whether there is nothing to complain of.
    pub const fn sound(&self) -> bool {
        self.gaps_total == 0 && self.overlapping.is_empty() && self.uncovered.is_empty()
    }
}

impl OrganisationEvent {
    /// The type under which the event is kept.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DistrictNamed(_) => "DistrictNamed",
            Self::UnitEstablished(_) => "UnitEstablished",
            Self::UnitChanged(_) => "UnitChanged",
            Self::UnitRetired(_) => "UnitRetired",
            Self::GridDrawn(_) => "GridDrawn",
            Self::GridChanged(_) => "GridChanged",
            Self::GridRetired(_) => "GridRetired",
            Self::PersonRegistered(_) => "PersonRegistered",
            Self::PersonChanged(_) => "PersonChanged",
            Self::PersonLeft(_) => "PersonLeft",
            Self::PostGiven(_) => "PostGiven",
            Self::PostEnded(_) => "PostEnded",
            Self::LeaderLinked(_) => "LeaderLinked",
            Self::LeaderUnlinked(_) => "LeaderUnlinked",
            Self::DutyShiftSet(_) => "DutyShiftSet",
            Self::DutyShiftCancelled(_) => "DutyShiftCancelled",
            Self::ResponsibilityChecked(_) => "ResponsibilityChecked",
        }
    }
}
