//! 回音壁.

use crate::privacy::ProtectedText;

/// What the neighbourhood is told about a matter.
#[derive(Debug, Clone, PartialEq)]
pub enum Echoing {
    /// Propose a wording.
    Propose {
        /// What residents asked.
        question: String,
        /// What came of it.
        answer: String,
    },
    /// Decide on the wording that somebody else proposed.
    Rule {
        /// Yes or no.
        approve: bool,
        /// Why.
        reason: ProtectedText,
    },
    /// Take the published wording down.
    Retract {
        /// Why.
        reason: ProtectedText,
    },
}
