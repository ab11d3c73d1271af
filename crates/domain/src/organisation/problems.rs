//! What can be wrong with an organisation.

use std::collections::{HashMap, HashSet};

use super::{ORGANISATION_BYTES_MAX, OrganisationFile};
use crate::actor::{Code, Role};

/// The longest name that is accepted, in characters.
const NAME_CHARS_MAX: usize = 100;
/// The deepest tree that is accepted. It keeps the paths from the root short; no real tree comes near.
const DEPTH_MAX: usize = 64;
/// How many overlaps are listed: a map shifted by one column would otherwise fill the answer.
const OVERLAPS_LISTED_MAX: usize = 100;

/// Whether a code is 1–40 of `A-Z a-z 0-9 _ -`.
pub fn code_is_sound(code: &str) -> bool {
    (1..=40).contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// Whether a name says something, in at most a hundred characters and without control characters.
pub fn name_is_sound(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= NAME_CHARS_MAX && !name.chars().any(char::is_control)
}

/// Why an organisation is refused.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// Too long to be an organisation.
    #[error("the organisation has {0} bytes, at most {ORGANISATION_BYTES_MAX} are read")]
    TooLong(usize),
    /// Not TOML, or not in the shape of an organisation (an open or self-crossing polygon counts as that); the
    /// source names line and column.
    #[error("the organisation cannot be read")]
    Unreadable(#[source] Box<toml::de::Error>),
    /// It can be read, but contradicts itself.
    #[error("the organisation has {} problems, first: {}", .0.len(), .0[0])]
    Unsound(Vec<Problem>),
}

/// One thing that is wrong with an organisation. `what` is `unit`, `grid` or `person`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages name the fields")]
pub enum Problem {
    /// Not six digits.
    #[error("county code `{0}` must be 6 digits")]
    CountyCode(String),
    /// Not exactly one root.
    #[error("{0} units have no parent, exactly one must")]
    Roots(usize),
    /// The unit for orphan matters is not there.
    #[error("the fallback unit `{0}` does not exist")]
    UnknownFallback(Code),
    /// A code with other characters, or too long.
    #[error("{what} `{code}`: a code must be 1 to 40 letters, digits, `_` or `-`")]
    Code { what: &'static str, code: Code },
    /// A name that is empty or too long.
    #[error(
        "{what} `{code}`: the name is empty, longer than {NAME_CHARS_MAX} characters or holds control characters"
    )]
    Name { what: &'static str, code: Code },
    /// Two of a sort with one code.
    #[error("{what} `{code}` is there twice")]
    Twice { what: &'static str, code: Code },
    /// The parent does not exist.
    #[error("{what} `{code}`: unknown parent `{parent}`")]
    UnknownParent { what: &'static str, code: Code, parent: Code },
    /// It is its own ancestor.
    #[error("{what} `{code}` is its own ancestor")]
    Cycle { what: &'static str, code: Code },
    /// Deeper than any real organisation.
    #[error("{what} `{code}` stands more than {DEPTH_MAX} levels below the root")]
    TooDeep { what: &'static str, code: Code },
    /// A duty with an unsound code.
    #[error("unit `{unit}`: duty `{duty}` is named twice or not a sound code")]
    Duty { unit: Code, duty: Code },
    /// Two units serve the same territory with the same duty, so neither would be sure to answer.
    #[error("duty `{duty}` is carried by both `{first}` and `{second}` for the same territory")]
    DutyContested { duty: Code, first: Code, second: Code },
    /// The grid belongs to nobody.
    #[error("grid `{grid}`: unknown unit `{unit}`")]
    GridUnit { grid: Code, unit: Code },
    /// The grid belongs to something that has no territory.
    #[error("grid `{grid}`: unit `{unit}` has no territory")]
    GridUnitNotTerritorial { grid: Code, unit: Code },
    /// Two leaf grids share area.
    #[error("grids `{first}` and `{second}` overlap")]
    GridsOverlap { first: Code, second: Code },
    /// A post names a person, unit or grid that is not there.
    #[error("post {at}: unknown {what} `{code}`")]
    PostUnknown { at: usize, what: &'static str, code: Code },
    /// A post without a sound title.
    #[error("post {0}: the title is empty or too long")]
    PostTitle(usize),
    /// A post in a role that is not one of staff.
    #[error("post {0}: the role is not one of staff")]
    PostRole(usize),
    /// Answers for a grid without naming one.
    #[error("post {0}: responsible, but for no grid")]
    PostGridMissing(usize),
    /// A leader names a person or unit that is not there.
    #[error("leader {at}: unknown {what} `{code}`")]
    LeaderUnknown { at: usize, what: &'static str, code: Code },
    /// The same leader and unit twice.
    #[error("leader {0} is there twice")]
    LeaderTwice(usize),
}

impl OrganisationFile {
    /// Everything that is wrong with the file.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.county_code.len() != 6 || !self.county_code.bytes().all(|b| b.is_ascii_digit()) {
            problems.push(Problem::CountyCode(self.county_code.clone()));
        }
        if !name_is_sound(&self.name) {
            problems.push(Problem::Name { what: "district", code: self.county_code.clone() });
        }
        let roots = self.units.iter().filter(|unit| unit.parent.is_none()).count();
        if roots != 1 {
            problems.push(Problem::Roots(roots));
        }
        if !self.units.iter().any(|unit| unit.code == self.fallback_unit) {
            problems.push(Problem::UnknownFallback(self.fallback_unit.clone()));
        }
        named("unit", self.units.iter().map(|unit| (&unit.code, &unit.name)), &mut problems);
        named("grid", self.grids.iter().map(|grid| (&grid.code, &grid.name)), &mut problems);
        named("person", self.people.iter().map(|person| (&person.code, &person.name)), &mut problems);
        tree("unit", self.units.iter().map(|unit| (&unit.code, unit.parent.as_ref())), &mut problems);
        tree("grid", self.grids.iter().map(|grid| (&grid.code, grid.parent.as_ref())), &mut problems);
        self.duty_problems(&mut problems);
        self.grid_problems(&mut problems);
        self.post_problems(&mut problems);
        self.leader_problems(&mut problems);
        problems
    }

    fn duty_problems(&self, problems: &mut Vec<Problem>) {
        let mut served: HashMap<(&Code, &Code), &Code> = HashMap::new();
        for unit in &self.units {
            let territory = unit.parent.as_ref().filter(|_| !unit.kind.territorial()).unwrap_or(&unit.code);
            let mut seen = HashSet::new();
            for duty in &unit.duties {
                if !code_is_sound(duty) || !seen.insert(duty) {
                    problems.push(Problem::Duty { unit: unit.code.clone(), duty: duty.clone() });
                } else if let Some(&first) = served.get(&(duty, territory)) {
                    let (first, second) = (first.clone(), unit.code.clone());
                    problems.push(Problem::DutyContested { duty: duty.clone(), first, second });
                } else {
                    served.insert((duty, territory), &unit.code);
                }
            }
        }
    }

    fn grid_problems(&self, problems: &mut Vec<Problem>) {
        let kinds: HashMap<&Code, _> = self.units.iter().map(|unit| (&unit.code, unit.kind)).collect();
        for grid in &self.grids {
            let (code, unit) = (grid.code.clone(), grid.unit.clone());
            match kinds.get(&unit) {
                None => problems.push(Problem::GridUnit { grid: code, unit }),
                Some(kind) if !kind.territorial() => {
                    problems.push(Problem::GridUnitNotTerritorial { grid: code, unit });
                }
                Some(_) => {}
            }
        }
        problems.extend(self.overlaps());
    }

    /// Leaf grids that share area. Swept from west to east, so that only grids whose longitudes meet are
    /// compared.
    pub(super) fn overlaps(&self) -> Vec<Problem> {
        let mut leaves: Vec<_> = self.leaf_grids().into_iter().map(|at| &self.grids[at]).collect();
        leaves.sort_by(|a, b| a.polygon.bounds()[0].total_cmp(&b.polygon.bounds()[0]));
        let mut overlaps = Vec::new();
        for (at, grid) in leaves.iter().enumerate() {
            let east = grid.polygon.bounds()[2];
            for other in leaves[at + 1..].iter().take_while(|other| other.polygon.bounds()[0] < east) {
                if grid.polygon.overlaps(&other.polygon) {
                    let (first, second) = (grid.code.clone(), other.code.clone());
                    overlaps.push(Problem::GridsOverlap { first, second });
                }
                if overlaps.len() == OVERLAPS_LISTED_MAX {
                    return overlaps;
                }
            }
        }
        overlaps
    }

    fn post_problems(&self, problems: &mut Vec<Problem>) {
        let people: HashSet<&Code> = self.people.iter().map(|person| &person.code).collect();
        let units: HashSet<&Code> = self.units.iter().map(|unit| &unit.code).collect();
        let grids: HashSet<&Code> = self.grids.iter().map(|grid| &grid.code).collect();
        for (at, post) in self.posts.iter().enumerate() {
            let named = [
                ("person", &people, Some(&post.person)),
                ("unit", &units, Some(&post.unit)),
                ("grid", &grids, post.grid.as_ref()),
            ];
            for (what, known, code) in named {
                if let Some(code) = code.filter(|code| !known.contains(code)) {
                    problems.push(Problem::PostUnknown { at, what, code: code.clone() });
                }
            }
            if !name_is_sound(&post.title) {
                problems.push(Problem::PostTitle(at));
            }
            if matches!(post.role, Role::Resident | Role::System) {
                problems.push(Problem::PostRole(at));
            }
            if post.responsible && post.grid.is_none() {
                problems.push(Problem::PostGridMissing(at));
            }
        }
    }

    fn leader_problems(&self, problems: &mut Vec<Problem>) {
        let people: HashSet<&Code> = self.people.iter().map(|person| &person.code).collect();
        let units: HashSet<&Code> = self.units.iter().map(|unit| &unit.code).collect();
        let mut seen = HashSet::new();
        for (at, leader) in self.leaders.iter().enumerate() {
            for (what, known, code) in [("person", &people, &leader.person), ("unit", &units, &leader.unit)] {
                if !known.contains(code) {
                    problems.push(Problem::LeaderUnknown { at, what, code: code.clone() });
                }
            }
            if !seen.insert((&leader.person, &leader.unit)) {
                problems.push(Problem::LeaderTwice(at));
            }
        }
    }
}

fn named<'a>(
    what: &'static str,
    entries: impl Iterator<Item = (&'a Code, &'a String)>,
    problems: &mut Vec<Problem>,
) {
    let mut seen = HashSet::new();
    for (code, name) in entries {
        if !code_is_sound(code) {
            problems.push(Problem::Code { what, code: code.clone() });
        }
        if !name_is_sound(name) {
            problems.push(Problem::Name { what, code: code.clone() });
        }
        if !seen.insert(code) {
            problems.push(Problem::Twice { what, code: code.clone() });
        }
    }
}

/// Checks that every entry hangs from a root, by walking up from each until an entry that was reached before.
fn tree<'a>(
    what: &'static str,
    entries: impl Iterator<Item = (&'a Code, Option<&'a Code>)>,
    problems: &mut Vec<Problem>,
) {
    let entries: Vec<_> = entries.collect();
    let parents: HashMap<&Code, Option<&Code>> = entries.iter().copied().collect();
    let mut depths: HashMap<&Code, usize> = HashMap::new();
    for &(start, _) in &entries {
        let mut walk: Vec<&Code> = Vec::new();
        let mut on_walk: HashMap<&Code, usize> = HashMap::new();
        let mut step = Some(start);
        while let Some(code) = step.filter(|code| !depths.contains_key(code)) {
            if let Some(&from) = on_walk.get(code) {
                problems.extend(walk[from..].iter().map(|&code| Problem::Cycle { what, code: code.clone() }));
                break;
            }
            let Some(&parent) = parents.get(code) else {
                let (code, parent) = (walk.last().copied().unwrap_or(start).clone(), code.clone());
                problems.push(Problem::UnknownParent { what, code, parent });
                break;
            };
            on_walk.insert(code, walk.len());
            walk.push(code);
            step = parent;
        }
        let mut depth = step.and_then(|code| depths.get(code)).copied().unwrap_or(0);
        for code in walk.into_iter().rev() {
            depth += 1;
            depths.insert(code, depth);
            if depth == DEPTH_MAX + 1 {
                problems.push(Problem::TooDeep { what, code: code.clone() });
            }
        }
    }
}
