//! Many people, many items.

use uuid::Uuid;

use crate::actor::Code;
use crate::case::{Complainant, ListedItem, Verdict};
use crate::policy::Limit;
use crate::privacy::ProtectedText;

/// Many people, many items.
#[derive(Debug, Clone, PartialEq)]
pub enum Collecting {
    /// 联名.
    Join {
        /// Who.
        complainant: Complainant,
    },
    /// 推选代表.
    ChooseRepresentative {
        /// Which of the complainants.
        complainant: Uuid,
    },
    /// One vote per household.
    Vote {
        /// Who votes.
        complainant: Uuid,
        /// Solved and satisfied?
        verdict: Verdict,
        /// In their words.
        comment: ProtectedText,
    },
    /// 问题清单.
    ListItems {
        /// The items.
        items: Vec<ListedItem>,
    },
    /// 责令限期整改.
    OrderRectification {
        /// Which item.
        item: Uuid,
        /// The unit that must put it right.
        unit: Code,
        /// What is asked.
        requirement: ProtectedText,
        /// Within which time.
        within: Limit,
    },
    /// The unit says that it is put right.
    ClaimRectified {
        /// Which item.
        item: Uuid,
        /// What was done.
        result: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
    },
    /// 复查.
    Reinspect {
        /// Which item.
        item: Uuid,
        /// Whether it is put right.
        passed: bool,
        /// What was seen.
        note: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
    },
    /// 恢复.
    RestoreItem {
        /// Which item.
        item: Uuid,
        /// Why.
        reason: ProtectedText,
    },
}
