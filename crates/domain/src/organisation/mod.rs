//! Who is there: the tree of units, the grids they answer for, and the people posted in them.
//!
//! Architecture invariant: the tree has any depth. Nothing here counts levels; a kind only tells what a unit
//! is, never how far from the root it stands.

use std::collections::HashMap;

use crate::actor::Code;
use crate::geography::{Coordinate, GeographyError};

mod file;
pub mod history;
mod problems;
#[cfg(test)]
mod tests;
mod unit;

pub use file::{ORGANISATION_BYTES_MAX, OrganisationFile};
pub use problems::{OrganisationError, Problem, code_is_sound, name_is_sound};
pub use unit::{Grid, Leader, Person, Post, Unit, UnitKind};

/// Why no grid was found for a position.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LocateError {
    /// The position itself makes no sense.
    #[error("the position cannot be read")]
    Position(#[from] GeographyError),
    /// No grid covers it.
    #[error("no grid of this district covers longitude {lon}, latitude {lat}")]
    Outside {
        /// Degrees east, CGCS2000.
        lon: f64,
        /// Degrees north, CGCS2000.
        lat: f64,
    },
}

/// A grid without exactly one person who answers for it (责任到人).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponsibilityGap {
    /// The leaf grid.
    pub grid: Code,
    /// How many people answer for it: none, or more than one.
    pub responsible: usize,
}

/// An organisation that has been read and found sound. Immutable; replaced as a whole, shared behind an `Arc`.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    file: OrganisationFile,
    units: HashMap<Code, usize>,
    grids: HashMap<Code, usize>,
    /// Indices into the file's units, from the root to the unit itself.
    paths: Vec<Vec<usize>>,
    children: Vec<Vec<usize>>,
    leaf_grids: Vec<usize>,
    /// Which units carry a duty, in the order of the file.
    carriers: HashMap<Code, Vec<usize>>,
}

impl Organisation {
    /// Checks a file and makes it fast to ask.
    pub fn from_file(file: OrganisationFile) -> Result<Self, OrganisationError> {
        let problems = file.problems();
        if !problems.is_empty() {
            return Err(OrganisationError::Unsound(problems));
        }
        let units: HashMap<Code, usize> = index(file.units.iter().map(|unit| &unit.code));
        let grids: HashMap<Code, usize> = index(file.grids.iter().map(|grid| &grid.code));
        let mut paths = Vec::with_capacity(file.units.len());
        let mut children = vec![Vec::new(); file.units.len()];
        let mut carriers: HashMap<Code, Vec<usize>> = HashMap::new();
        for (at, unit) in file.units.iter().enumerate() {
            let mut path = vec![at];
            let mut above = unit.parent.as_ref();
            while let Some(parent) = above {
                let parent_at = units[parent];
                path.push(parent_at);
                above = file.units[parent_at].parent.as_ref();
            }
            path.reverse();
            if let Some(&parent_at) = path.iter().rev().nth(1) {
                children[parent_at].push(at);
            }
            paths.push(path);
            for duty in &unit.duties {
                carriers.entry(duty.clone()).or_default().push(at);
            }
        }
        let leaf_grids = file.leaf_grids();
        Ok(Self { file, units, grids, paths, children, leaf_grids, carriers })
    }

    /// Reads and checks the text of an organisation file (TOML).
    pub fn parse(text: &str) -> Result<Self, OrganisationError> {
        Self::from_file(OrganisationFile::parse(text)?)
    }

    /// The file this was made from.
    pub const fn file(&self) -> &OrganisationFile {
        &self.file
    }

    /// The name of the district.
    pub fn name(&self) -> &str {
        &self.file.name
    }

    /// The six-digit county code (GB/T 2260) that case numbers begin with.
    pub fn county_code(&self) -> &str {
        &self.file.county_code
    }

    /// The unit that takes orphan matters (无头事项).
    pub fn fallback_unit(&self) -> &Unit {
        &self.file.units[self.units[&self.file.fallback_unit]]
    }

    /// The unit with this code.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.units.get(code).map(|&at| &self.file.units[at])
    }

    /// All units, in the order of the file.
    pub fn units(&self) -> &[Unit] {
        &self.file.units
    }

    /// The path from the root down to the unit, which comes last. Empty for an unknown unit.
    pub fn ancestors(&self, code: &str) -> Vec<&Unit> {
        let path = self.units.get(code).map_or(&[][..], |&at| &self.paths[at]);
        path.iter().map(|&at| &self.file.units[at]).collect()
    }

    /// The units directly below this one.
    pub fn children(&self, code: &str) -> Vec<&Unit> {
        let below = self.units.get(code).map_or(&[][..], |&at| &self.children[at]);
        below.iter().map(|&at| &self.file.units[at]).collect()
    }

    /// Whether `unit` is `root` or stands anywhere below it. False when either is unknown.
    pub fn within(&self, unit: &str, root: &str) -> bool {
        let (Some(&unit), Some(root)) = (self.units.get(unit), self.units.get(root)) else { return false };
        self.paths[unit].contains(root)
    }

    /// The grid with this code.
    pub fn grid(&self, code: &str) -> Option<&Grid> {
        self.grids.get(code).map(|&at| &self.file.grids[at])
    }

    /// All grids, in the order of the file.
    pub fn grids(&self) -> &[Grid] {
        &self.file.grids
    }

    /// The grids without grids below them; only these hold cases.
    pub fn leaf_grids(&self) -> impl Iterator<Item = &Grid> {
        self.leaf_grids.iter().map(|&at| &self.file.grids[at])
    }

    /// The one leaf grid that covers a CGCS2000 position. Leaf grids never overlap, and a position on a shared
    /// edge belongs to the eastern (northern) neighbour, so there is never a choice.
    pub fn locate(&self, lon: f64, lat: f64) -> Result<&Grid, LocateError> {
        let position = Coordinate::new(lon, lat)?;
        self.leaf_grids()
            .find(|grid| grid.polygon.contains(position))
            .ok_or(LocateError::Outside { lon, lat })
    }

    /// The unit that a grid is drawn for; nothing for an unknown grid.
    pub fn territorial_unit(&self, grid: &str) -> Option<&Unit> {
        self.grid(grid).and_then(|grid| self.unit(&grid.unit))
    }

    /// The unit that answers for a grid as 属地: the nearest community or village at or above the grid's unit,
    /// else the nearest street, else that unit itself.
    pub fn territorial_owner(&self, grid: &Grid) -> &Unit {
        let path = self.ancestors(&grid.unit);
        let nearest = |kinds: &[UnitKind]| path.iter().rev().find(|unit| kinds.contains(&unit.kind)).copied();
        nearest(&[UnitKind::Community, UnitKind::Village])
            .or_else(|| nearest(&[UnitKind::Street]))
            .unwrap_or_else(|| {
                self.unit(&grid.unit).expect("a sound organisation knows the units of its grids")
            })
    }

    /// The unit that carries `duty` for matters in the territory of `unit`.
    ///
    /// A territorial unit serves its own territory, any other unit that of its parent. Of the carriers whose
    /// territory holds `unit` the one with the smallest territory answers: a street's own police station
    /// before the district's police, a compound's property company and never that of another compound.
    pub fn carrier(&self, duty: &str, unit: &str) -> Option<&Unit> {
        let path = &self.paths[*self.units.get(unit)?];
        let candidates = self.carriers.get(duty)?.iter().filter_map(|&carrier| {
            let territory = self.territory(carrier);
            path.iter().position(|&step| step == territory).map(|depth| (depth, carrier))
        });
        // With equal depth the first in the file wins: `max_by_key` would keep the last.
        let nearest = candidates.reduce(|best, next| if next.0 > best.0 { next } else { best });
        nearest.map(|(_, carrier)| &self.file.units[carrier])
    }

    fn territory(&self, unit: usize) -> usize {
        let path = &self.paths[unit];
        if self.file.units[unit].kind.territorial() {
            unit
        } else {
            path.iter().rev().nth(1).copied().unwrap_or(unit)
        }
    }

    /// The person with this code.
    pub fn person(&self, code: &str) -> Option<&Person> {
        self.file.people.iter().find(|person| person.code == code)
    }

    /// The posts in a unit.
    pub fn posts_in<'a>(&'a self, unit: &'a str) -> impl Iterator<Item = &'a Post> {
        self.file.posts.iter().filter(move |post| post.unit == unit)
    }

    /// The posts for a grid.
    pub fn posts_for<'a>(&'a self, grid: &'a str) -> impl Iterator<Item = &'a Post> {
        self.file.posts.iter().filter(move |post| post.grid.as_deref() == Some(grid))
    }

    /// The leaders who look after a unit.
    pub fn leaders_of<'a>(&'a self, unit: &'a str) -> impl Iterator<Item = &'a Leader> {
        self.file.leaders.iter().filter(move |leader| leader.unit == unit)
    }

    /// The leaf grids that nobody, or more than one person, answers for. A district may live with gaps for a
    /// while, so they do not make it unsound.
    pub fn responsibility_gaps(&self) -> Vec<ResponsibilityGap> {
        self.file.responsibility_gaps()
    }
}

fn index<'a>(codes: impl Iterator<Item = &'a Code>) -> HashMap<Code, usize> {
    codes.enumerate().map(|(at, code)| (code.clone(), at)).collect()
}
