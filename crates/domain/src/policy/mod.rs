//! Policy as data: categories, duties, time limits and how a matter finds the units that answer for it.
//!
//! A policy is one versioned file. A case stores the version under which it is judged, so that a newer policy
//! never changes an old verdict.

use std::collections::HashMap;
use std::sync::Arc;

use crate::actor::Code;

mod book;
mod category;
mod file;
mod kind;
mod library;
mod limit;
mod routing;
mod rules;
#[cfg(test)]
mod tests;

pub use book::{PolicyAdopted, PolicyBook, PolicyCommand, PolicyEvent, PolicyRefusal};
pub use category::{Basis, Category, Clocks, Stage, Step, UrgentStep};
pub use file::{DefaultClocks, Duty, POLICY_BYTES_MAX, PolicyError, PolicyFile, PolicyProblem};
pub use kind::WhistleKind;
pub use library::{LibraryError, PolicyLibrary};
pub use limit::{LIMIT_COUNT_MAX, Limit, LimitUnreadable};
pub use routing::{Routing, RoutingError};
pub use rules::{Approvals, Rules, Scoring};

/// The number of a policy; a newer policy has a greater one.
pub type PolicyVersion = u32;

/// A policy that has been read and found sound. Immutable; shared behind an [`Arc`].
#[derive(Debug, Clone, PartialEq)]
pub struct PolicySet {
    file: PolicyFile,
    categories: HashMap<Code, usize>,
    duties: HashMap<Code, usize>,
}

impl PolicySet {
    /// Reads and checks the text of a policy file (TOML).
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        Self::from_file(PolicyFile::parse(text)?)
    }

    /// Checks a policy file that has been read.
    pub fn from_file(file: PolicyFile) -> Result<Self, PolicyError> {
        let problems = file.problems();
        if !problems.is_empty() {
            return Err(PolicyError::Unsound(problems));
        }
        let categories =
            file.categories.iter().enumerate().map(|(at, category)| (category.code.clone(), at)).collect();
        let duties = file.duties.iter().enumerate().map(|(at, duty)| (duty.code.clone(), at)).collect();
        Ok(Self { file, categories, duties })
    }

    /// The version that a case stores.
    pub const fn version(&self) -> PolicyVersion {
        self.file.version
    }

    /// The rules beside the limits.
    pub const fn rules(&self) -> &Rules {
        &self.file.rules
    }

    /// The title shown to people.
    pub fn title(&self) -> &str {
        &self.file.title
    }

    /// The category with this code.
    pub fn category(&self, code: &str) -> Option<&Category> {
        self.categories.get(code).map(|&at| &self.file.categories[at])
    }

    /// All categories, in the order of the file.
    pub fn categories(&self) -> &[Category] {
        &self.file.categories
    }

    /// The duty with this code.
    pub fn duty(&self, code: &str) -> Option<&Duty> {
        self.duties.get(code).map(|&at| &self.file.duties[at])
    }

    /// All duties, in the order of the file.
    pub fn duties(&self) -> &[Duty] {
        &self.file.duties
    }

    /// The limits of a kind of whistle, where the category has none of its own.
    pub const fn clocks_of(&self, kind: WhistleKind) -> Clocks {
        self.file.clocks.of(kind)
    }

    /// The limits for a case of this category raised as this kind of whistle; nothing for an unknown category.
    ///
    /// An emergency runs on the emergency clocks, sharpened by the category's own steps (on site, feedback).
    /// Anything else that is about supply runs on the utilities' clocks, the rest on those of its kind. The
    /// category's own limit wins for closing: an emergency takes the urgent one, unless the category is
    /// staged, where that one only makes things safe; everything else takes the ordinary one, if it has one.
    pub fn clocks_for(&self, category: &str, kind: WhistleKind) -> Option<Clocks> {
        let category = self.category(category)?;
        let defaults = &self.file.clocks;
        let urgent = category.urgent_limit(Step::Resolve);
        if kind == WhistleKind::Emergency {
            let base = defaults.emergency;
            let own =
                if category.staged { category.ordinary.or(urgent) } else { urgent.or(category.ordinary) };
            return Some(Clocks {
                sign_in: base.sign_in,
                report: category.urgent_limit(Step::OnSite).unwrap_or(base.report),
                contact: category.urgent_limit(Step::Feedback).or(base.contact),
                close: own.or(base.close),
            });
        }
        let base = if category.utility { defaults.utility } else { defaults.of(kind) };
        // Planned work without a limit closes by milestones, even where an urgent turn of it has a limit.
        let close = category.ordinary.or(if category.planned { None } else { urgent.or(base.close) });
        Some(Clocks { close, ..base })
    }
}

/// A policy shared by everybody who judges by it.
pub type SharedPolicy = Arc<PolicySet>;
