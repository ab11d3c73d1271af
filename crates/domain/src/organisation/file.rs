//! The organisation file: everything about one district in one place.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Grid, Leader, OrganisationError, Person, Post, ResponsibilityGap, Unit};
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
    /// Who looks after which unit.
    #[serde(default)]
    pub leaders: Vec<Leader>,
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

    /// The leaf grids that nobody, or more than one person, answers for.
    pub(super) fn responsibility_gaps(&self) -> Vec<ResponsibilityGap> {
        let mut responsible: HashMap<&Code, usize> = HashMap::new();
        for post in self.posts.iter().filter(|post| post.responsible) {
            if let Some(grid) = &post.grid {
                *responsible.entry(grid).or_default() += 1;
            }
        }
        let leaves = self.leaf_grids().into_iter().map(|at| &self.grids[at].code);
        let counted = leaves.map(|grid| ResponsibilityGap {
            grid: grid.clone(),
            responsible: responsible.get(grid).copied().unwrap_or(0),
        });
        counted.filter(|gap| gap.responsible != 1).collect()
    }
}
