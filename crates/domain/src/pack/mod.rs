//! 报告包: the weekly list of the 碰头会, the monthly 汇报 and the quarterly 研判. A pack is frozen once, with its figures,
//! its text and the position of the log that they are true at; asking for that position later gives the same figures.

mod figures;
mod frozen;
#[cfg(test)]
mod tests;
mod text;
mod wording;

use serde::{Deserialize, Serialize};

use crate::period::Period;

pub use figures::{
    CategoryFigures, DepartmentFigures, HotSpot, OpenMatter, PackFigures, Share, Stretch, StretchOf,
    TrendPoint,
};
pub use frozen::{PackCommand, PackRefusal, ReportPack, ReportPackEvent, ReportPackFrozen};
pub use text::pack_text;

/// Which meeting a pack is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PackKind {
    /// 每周联席碰头: what is overdue, disputed and new.
    Weekly,
    /// 每月专题汇报.
    Monthly,
    /// 每季度专题研判: trend, hot spots, repeats.
    Quarterly,
}

impl PackKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Weekly, Self::Monthly, Self::Quarterly];

    /// The name on the wire and in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
        }
    }

    /// The kind with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether a pack of this kind is about a period of this length.
    pub const fn fits(self, period: Period) -> bool {
        matches!(
            (self, period),
            (Self::Weekly, Period::Week { .. })
                | (Self::Monthly, Period::Month(_))
                | (Self::Quarterly, Period::Quarter { .. })
        )
    }
}
