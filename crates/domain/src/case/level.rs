//! The rungs of 小事不出楼栋、大事不出小区.

use serde::{Deserialize, Serialize};

/// The level that holds a case, from the stairwell up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 楼栋.
    #[default]
    Building,
    /// 小区.
    Compound,
    /// 社区.
    Community,
    /// 街道.
    Street,
    /// 区县.
    District,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Self; 5] =
        [Self::Building, Self::Compound, Self::Community, Self::Street, Self::District];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Building => "building",
            Self::Compound => "compound",
            Self::Community => "community",
            Self::Street => "street",
            Self::District => "district",
        }
    }

    /// The level with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}
