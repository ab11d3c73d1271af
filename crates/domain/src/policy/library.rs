//! Every policy that was ever in force.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{PolicySet, PolicyVersion};

/// Why policies do not make a library.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LibraryError {
    /// There is no policy at all.
    #[error("there is no policy")]
    Empty,
    /// Two policies have the same version.
    #[error("policy version {0} is there twice")]
    Twice(PolicyVersion),
}

/// All policy versions. The newest is current; a case looks up the one it was filed under.
#[derive(Debug, Clone)]
pub struct PolicyLibrary {
    versions: BTreeMap<PolicyVersion, Arc<PolicySet>>,
    current: Arc<PolicySet>,
}

impl PolicyLibrary {
    /// A library of these policies; at least one.
    pub fn new(policies: impl IntoIterator<Item = PolicySet>) -> Result<Self, LibraryError> {
        let mut versions = BTreeMap::new();
        for policy in policies {
            let version = policy.version();
            if versions.insert(version, Arc::new(policy)).is_some() {
                return Err(LibraryError::Twice(version));
            }
        }
        let current = versions.values().next_back().cloned().ok_or(LibraryError::Empty)?;
        Ok(Self { versions, current })
    }

    /// The policy under which new cases are filed: the one with the greatest version.
    pub const fn current(&self) -> &Arc<PolicySet> {
        &self.current
    }

    /// The policy with this version.
    pub fn version(&self, version: PolicyVersion) -> Option<&Arc<PolicySet>> {
        self.versions.get(&version)
    }

    /// All of them, oldest first.
    pub fn versions(&self) -> impl Iterator<Item = &Arc<PolicySet>> {
        self.versions.values()
    }
}
