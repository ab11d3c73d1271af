//! The organisation file: everything about one district in one place.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Grid, OrganisationError, Person, Post, Unit};
use crate::actor::Code;

/// The longest organisation text that is read.
pub const ORGANISATION_BYTES_MAX: usize = 32 * 1024 * 1024;

/// An organisation as it is written. [`super::Organisation::from_file`] checks it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationFile {
    /// The name of the district.
    pub name: String,
    /// Six digits, GB/T 2260.
    pub county_code: String,
    /// The unit that takes orphan matters.
    pub fallback_unit: Code,
    /// The tree; exactly one unit has no parent.
    pub units: Vec<Unit>,
    /// The map.
    #[serde(default)]
    pub grids: Vec<Grid>,
    /// The people.
    #[serde(default)]
    pub people: Vec<Person>,
    /// Their posts.
    #[serde(default)]
    pub posts: Vec<Post>,
}

impl OrganisationFile {
    /// Reads an organisation file (TOML) without checking whether it is sound.
    pub fn parse(text: &str) -> Result<Self, OrganisationError> {
        if text.len() > ORGANISATION_BYTES_MAX {
            return Err(OrganisationError::TooLong(text.len()));
        }
        toml::from_str(text).map_err(|error| OrganisationError::Unreadable(Box::new(error)))
    }

    /// The indices of the grids that no other grid names as its parent.
    pub(super) fn leaf_grids(&self) -> Vec<usize> {
        let parents: HashSet<&Code> = self.grids.iter().filter_map(|grid| grid.parent.as_ref()).collect();
        (0..self.grids.len()).filter(|&at| !parents.contains(&self.grids[at].code)).collect()
    }
}
