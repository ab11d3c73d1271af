//! Units, grids, people and posts.

use serde::{Deserialize, Serialize};

use crate::actor::{Code, Role};
use crate::geography::Polygon;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 区、县.
    District,
    /// 中心: where several departments sit together, such as the dispatch centre.
    Centre,
    /// 委办局、职能部门.
    Department,
    /// 公共服务企业: water, power, gas, heat, telecommunications.
    Utility,
    /// 街道、乡镇.
    Street,
    /// 社区.
    Community,
    /// 村.
    Village,
    /// 小区、院落、屋场.
    Compound,
    /// 楼栋.
    Building,
    /// 物业公司.
    PropertyCompany,
    /// 业委会、调解委员会 and other bodies.
    Committee,
}

impl UnitKind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::District,
        Self::Centre,
        Self::Department,
        Self::Utility,
        Self::Street,
        Self::Community,
        Self::Village,
        Self::Compound,
        Self::Building,
        Self::PropertyCompany,
        Self::Committee,
    ];

    /// The name on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::Centre => "centre",
            Self::Department => "department",
            Self::Utility => "utility",
            Self::Street => "street",
            Self::Community => "community",
            Self::Village => "village",
            Self::Compound => "compound",
            Self::Building => "building",
            Self::PropertyCompany => "property_company",
            Self::Committee => "committee",
        }
    }

    /// The kind with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether the unit is itself a piece of the map (块), rather than something that serves one (条).
    pub const fn territorial(self) -> bool {
        matches!(
            self,
            Self::District | Self::Street | Self::Community | Self::Village | Self::Compound | Self::Building
        )
    }
}

/// A unit of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Stable for ever.
    pub code: Code,
    /// Shown to people.
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The unit above; only the root has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Code>,
    /// The duties that it carries, by the codes of the policy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Code>,
    /// 二十四小时值班: whether its duty room is staffed day and night, so that what it owes within working time it owes
    /// around the clock (signing, reporting).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub round_the_clock: bool,
}

/// 网格: a piece of the map that somebody answers for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// Stable for ever.
    pub code: Code,
    /// Shown to people.
    pub name: String,
    /// The territorial unit that it belongs to.
    pub unit: Code,
    /// The larger grid that it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Code>,
    /// Its outline, CGCS2000.
    pub polygon: Polygon,
}

/// Somebody who holds posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Stable for ever.
    pub code: Code,
    /// Their name.
    pub name: String,
    /// Where they are reached on duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// A post that a person holds in a unit; one person may hold several (交叉任职).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Who.
    pub person: Code,
    /// Where.
    pub unit: Code,
    /// What they may do in the service.
    pub role: Role,
    /// What the post is called: 网格长, 楼栋长, 经办人.
    pub title: String,
    /// The grid that they look after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<Code>,
    /// 主责任人: answers for the grid. Every leaf grid should have exactly one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub responsible: bool,
}

/// 包案领导、联点领导: a person who looks after a unit. Red cards of the unit are copied to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leader {
    /// Who.
    pub person: Code,
    /// Which unit.
    pub unit: Code,
}
