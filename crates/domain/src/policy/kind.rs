//! The kinds of whistle.

use serde::{Deserialize, Serialize};

/// 哨型. What kind of answer a whistle asks for; it decides the default time limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhistleKind {
    /// 民生诉求哨: a resident's everyday need.
    Appeal,
    /// 综合执法哨: a breach that departments must act on together.
    Law,
    /// 应急处置哨: danger; continuous clocks in minutes.
    Emergency,
    /// 重点工作哨: planned work with milestones.
    Key,
    /// 矛盾纠纷: a dispute to be mediated.
    Mediation,
}

impl WhistleKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Appeal, Self::Law, Self::Emergency, Self::Key, Self::Mediation];

    /// The name on the wire and in policy files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Appeal => "appeal",
            Self::Law => "law",
            Self::Emergency => "emergency",
            Self::Key => "key",
            Self::Mediation => "mediation",
        }
    }

    /// The kind with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The letter in a case number.
    pub const fn letter(self) -> char {
        match self {
            Self::Appeal => 'S',
            Self::Law => 'F',
            Self::Emergency => 'J',
            Self::Key => 'D',
            Self::Mediation => 'T',
        }
    }

    /// The kind with this letter in a case number.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.letter() == letter)
    }

    /// The name shown to people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Appeal => "民生诉求哨",
            Self::Law => "综合执法哨",
            Self::Emergency => "应急处置哨",
            Self::Key => "重点工作哨",
            Self::Mediation => "矛盾纠纷",
        }
    }
}
