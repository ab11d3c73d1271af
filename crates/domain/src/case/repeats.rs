//! 重复诉求: whether a report raises again what was closed a short while before.
//!
//! It repeats an earlier case when that one has the same category, lay at the same place, and was closed within the days
//! that the policy says before the report. The place is the same when it lies in the same grid, and the addresses read the
//! same or the points lie near each other. An address of which something is sealed says nothing: to compare what is behind
//! a door, doors would have to be opened.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Case, Location, category_is_imported};
use crate::actor::Code;
use crate::geography::{Coordinate, Place};
use crate::policy::Rules;
use crate::privacy::comparable_address;

/// What of a location says whether another one is the same place. It holds nothing that is sealed.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The leaf grid.
    pub grid: Code,
    /// The address, as addresses are compared; none where a part of it is sealed.
    pub address: Option<String>,
    /// The point.
    pub point: Option<Coordinate>,
}

impl Location {
    /// What tells this place from others; none where only an area is known.
    pub fn spot(&self) -> Option<Spot> {
        let clear = self.address.as_ref().filter(|address| address.original.is_none());
        let address =
            clear.map(|address| comparable_address(&address.shown)).filter(|address| !address.is_empty());
        let point = self.place.as_ref().and_then(Place::coordinate);
        let known = !self.grid.is_empty() && (address.is_some() || point.is_some());
        known.then(|| Spot { grid: self.grid.clone(), address, point })
    }
}

impl Spot {
    /// Whether both are the same place.
    pub fn is_where(&self, other: &Self, metres_max: u32) -> bool {
        let same_address = self.address.is_some() && self.address == other.address;
        let points = self.point.zip(other.point);
        let near = points.is_some_and(|(one, another)| one.metres_to(another) <= f64::from(metres_max));
        self.grid == other.grid && (same_address || near)
    }
}

/// A closed case, as far as a later report may repeat it.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedMatter {
    /// The case.
    pub case: Uuid,
    /// Its category in force.
    pub category: Code,
    /// Where it lay.
    pub spot: Spot,
    /// When it was closed.
    pub closed_at: DateTime<Utc>,
}

impl Case {
    /// What a later report may repeat; none while the case is open, and where its place cannot be recognised. Nobody can
    /// report anything under a category of another system.
    pub fn closed_matter(&self, id: Uuid) -> Option<ClosedMatter> {
        let closed_at = self.closure.as_ref()?.at;
        let spot = self.report.as_ref()?.location.spot()?;
        let category = self.category().filter(|category| !category_is_imported(category))?.to_owned();
        Some(ClosedMatter { case: id, category, spot, closed_at })
    }
}

impl ClosedMatter {
    /// What a report of the instant `raised_at` can repeat was closed later than this, and not later than the report.
    pub fn closed_after(raised_at: DateTime<Utc>, rules: &Rules) -> DateTime<Utc> {
        raised_at - TimeDelta::days(i64::from(rules.repeat_within_days))
    }

    /// The one of these that a report repeats: of several, the one that was closed last.
    pub fn newest_repeated(
        earlier: &[Self],
        category: &str,
        spot: &Spot,
        raised_at: DateTime<Utc>,
        rules: &Rules,
    ) -> Option<Uuid> {
        let after = Self::closed_after(raised_at, rules);
        let repeated = earlier.iter().filter(|matter| {
            matter.category == category
                && after < matter.closed_at
                && matter.closed_at <= raised_at
                && matter.spot.is_where(spot, rules.repeat_metres_max)
        });
        repeated.max_by_key(|matter| (matter.closed_at, matter.case)).map(|matter| matter.case)
    }
}
