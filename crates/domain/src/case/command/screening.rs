//! Putting a report right, and ending a case before departments are sent.

use uuid::Uuid;

use crate::case::{Authority, Complainant, NotAcceptedGround, Photo};
use crate::privacy::ProtectedText;

/// Put the report right, or end the case before departments are sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Screening {
    /// 补充更正, by the reporter.
    Amend {
        /// The new line.
        title: Option<ProtectedText>,
        /// The new story.
        description: Option<ProtectedText>,
        /// Photographs that come along.
        photos: Vec<Photo>,
    },
    /// 撤回, by the reporter.
    Withdraw {
        /// Why.
        reason: ProtectedText,
    },
    /// 不予受理.
    NotAccept {
        /// On which ground.
        ground: NotAcceptedGround,
        /// In words; told to the resident.
        reason: ProtectedText,
    },
    /// 转引.
    Divert {
        /// Where to.
        to: Authority,
        /// Why; told to the resident.
        reason: ProtectedText,
    },
    /// 关联.
    Link {
        /// The other case.
        other: Uuid,
        /// How they have to do with each other.
        reason: ProtectedText,
    },
    /// 并案: become part of another case, which has absorbed this one already.
    MergeInto {
        /// This case.
        own: Uuid,
        /// The other case.
        into: Uuid,
        /// Its number.
        into_number: String,
        /// Why it is the same matter.
        reason: ProtectedText,
    },
    /// Take another case in, with everybody who complained there.
    Absorb {
        /// The other case.
        from: Uuid,
        /// Its number.
        from_number: String,
        /// Everybody who complained there.
        complainants: Vec<Complainant>,
    },
}
