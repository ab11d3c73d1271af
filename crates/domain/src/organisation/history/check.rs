//! 责任到人: whether every point has one grid and every grid one person who answers for it.

use chrono::{DateTime, Utc};

use super::{GridGap, OrganisationHistory, ResponsibilityChecked};
use crate::geography::Coordinate;
use crate::organisation::{Grid, OrganisationFile, Problem, ResponsibilityGap};

/// Gaps that an event lists; all are counted.
pub const GAPS_LISTED_MAX: usize = 200;
/// Points without a grid that an event lists.
pub const UNCOVERED_LISTED_MAX: usize = 20;
/// The map is looked at in at most so many places from west to east, and from south to north.
const STEPS_MAX: usize = 128;

impl OrganisationHistory {
    /// What is wrong with the responsibility at an instant; nothing before there was an organisation.
    pub fn responsibility_at(&self, at: DateTime<Utc>) -> Option<ResponsibilityChecked> {
        let file = self.file_at(at)?;
        let gaps = file.responsibility_gaps();
        let overlapping = file.overlaps().into_iter().filter_map(|problem| match problem {
            Problem::GridsOverlap { first, second } => Some([first, second]),
            _ => None,
        });
        Some(ResponsibilityChecked {
            at,
            leaf_grids: file.leaf_grids().len(),
            gaps_total: gaps.len(),
            overlapping: overlapping.collect(),
            uncovered: uncovered(&file),
            gaps: gaps.into_iter().take(GAPS_LISTED_MAX).map(GridGap::from).collect(),
        })
    }
}

impl From<ResponsibilityGap> for GridGap {
    fn from(gap: ResponsibilityGap) -> Self {
        Self { grid: gap.grid, responsible: gap.responsible }
    }
}

/// Points that ought to lie in a leaf grid and do not, of those that are looked at: points of a larger grid that none
/// of its parts covers, and holes, which have grids to their west, east, south and north.
fn uncovered(file: &OrganisationFile) -> Vec<Coordinate> {
    let leaves: Vec<&Grid> = file.leaf_grids().into_iter().map(|at| &file.grids[at]).collect();
    let parents: Vec<&Grid> =
        file.grids.iter().filter(|grid| !leaves.iter().any(|leaf| std::ptr::eq(*leaf, *grid))).collect();
    let points = lattice(&file.grids);
    let covered: Vec<Vec<bool>> =
        points.iter().map(|row| row.iter().map(|point| inside(&leaves, *point)).collect()).collect();
    let hole = |y: usize, x: usize| {
        let column = |ys: std::ops::Range<usize>| ys.into_iter().any(|y| covered[y][x]);
        covered[y][..x].contains(&true)
            && covered[y][x + 1..].contains(&true)
            && column(0..y)
            && column(y + 1..covered.len())
    };
    let mut found = Vec::new();
    for (y, row) in points.iter().enumerate() {
        for (x, point) in row.iter().enumerate().filter(|(x, _)| !covered[y][*x]) {
            if hole(y, x) || inside(&parents, *point) {
                found.push(*point);
            }
            if found.len() == UNCOVERED_LISTED_MAX {
                return found;
            }
        }
    }
    found
}

fn inside(grids: &[&Grid], point: Coordinate) -> bool {
    let near = |grid: &&&Grid| {
        let [west, south, east, north] = grid.polygon.bounds();
        (west..=east).contains(&point.lon()) && (south..=north).contains(&point.lat())
    };
    grids.iter().filter(near).any(|grid| grid.polygon.contains(point))
}

/// The middles of the cells of a lattice over the whole map, row by row from the south. Its lines run through the
/// westernmost, easternmost, southernmost and northernmost points of the grids, so that cells are small where grids are.
fn lattice(grids: &[Grid]) -> Vec<Vec<Coordinate>> {
    let bounds: Vec<[f64; 4]> = grids.iter().map(|grid| grid.polygon.bounds()).collect();
    let middles = |sides: [usize; 2]| {
        let mut lines: Vec<f64> = bounds.iter().flat_map(|bounds| sides.map(|side| bounds[side])).collect();
        lines.sort_unstable_by(f64::total_cmp);
        lines.dedup();
        let middles: Vec<f64> = lines.windows(2).map(|pair| f64::midpoint(pair[0], pair[1])).collect();
        let every = middles.len().div_ceil(STEPS_MAX).max(1);
        middles.into_iter().step_by(every).collect::<Vec<f64>>()
    };
    let (lons, lats) = (middles([0, 2]), middles([1, 3]));
    let point = |lon, lat| Coordinate::new(lon, lat).expect("between coordinates there are only coordinates");
    lats.iter().map(|&lat| lons.iter().map(|&lon| point(lon, lat)).collect()).collect()
}
