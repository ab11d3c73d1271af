//! Units and grids.

use chrono::{DateTime, Utc};

use super::{Decision, changing, forwards};
use crate::actor::Code;
use crate::organisation::history::{
    GridChange, GridFact, GridRetired, OrganisationEvent, OrganisationHistory, OrganisationRefusal,
    UnitChange, UnitFact, UnitRetired, Validity,
};
use crate::organisation::{Grid, OrganisationFile, Unit};

impl OrganisationHistory {
    pub(super) fn establish_unit(&self, unit: Unit, validity: Validity) -> Decision {
        if self.units.get(&unit.code).is_some() {
            return Err(OrganisationRefusal::CodeUsed { what: "unit", code: unit.code });
        }
        Ok(vec![OrganisationEvent::UnitEstablished(unit_fact(unit, forwards(validity)?))])
    }

    /// Two of them with one code, or a circle, are found by whoever judges the whole afterwards.
    pub(super) fn establish_units(&self, units: Vec<Unit>, validity: Validity) -> Decision {
        let established: Result<Vec<_>, _> =
            units.into_iter().map(|unit| self.establish_unit(unit, validity)).collect();
        Ok(established?.concat())
    }

    pub(super) fn change_unit(&self, code: Code, change: UnitChange, from: DateTime<Utc>) -> Decision {
        let (before, validity) = changing(self.units.get(&code), "unit", &code, from)?;
        let after = Unit {
            name: change.name.unwrap_or_else(|| before.name.clone()),
            kind: change.kind.unwrap_or(before.kind),
            parent: change.parent.or_else(|| before.parent.clone()),
            duties: change.duties.unwrap_or_else(|| before.duties.clone()),
            round_the_clock: change.round_the_clock.unwrap_or(before.round_the_clock),
            code,
        };
        if after == *before {
            return Ok(Vec::new());
        }
        Ok(vec![OrganisationEvent::UnitChanged(unit_fact(after, validity))])
    }

    pub(super) fn retire_unit(&self, unit: Code, valid_to: DateTime<Utc>) -> Decision {
        changing(self.units.get(&unit), "unit", &unit, valid_to)?;
        if let Some(by) = self.what_holds_unit(&unit, valid_to) {
            return Err(OrganisationRefusal::StillInUse { what: "unit", code: unit, by });
        }
        Ok(vec![OrganisationEvent::UnitRetired(UnitRetired { unit, valid_to })])
    }

    /// Something that needs the unit at an instant or later.
    fn what_holds_unit(&self, unit: &Code, at: DateTime<Utc>) -> Option<String> {
        let in_file = |file: OrganisationFile| {
            let below = file.units.iter().find(|other| other.parent.as_ref() == Some(unit));
            let below = below.map(|other| format!("the unit `{}` below it", other.code));
            let grid = || file.grids.iter().find(|grid| grid.unit == *unit);
            let grid = || grid().map(|grid| format!("the grid `{}`", grid.code));
            let post = || file.posts.iter().find(|post| post.unit == *unit);
            let post = || post().map(|post| format!("the post of `{}`", post.person));
            let leader = || file.leaders.iter().find(|leader| leader.unit == *unit);
            let leader = || leader().map(|leader| format!("the leader `{}`", leader.person));
            let fallback = || (file.fallback_unit == *unit).then(|| "all orphan matters".to_owned());
            below.or_else(grid).or_else(post).or_else(leader).or_else(fallback)
        };
        let held = self.instants_from(at).into_iter().find_map(|at| self.file_at(at).and_then(in_file));
        held.or_else(|| {
            let mut shifts = self.shifts.values().filter(|shift| shift.unit == *unit);
            let shift = shifts.find(|shift| shift.to > at && shift.to > shift.from)?;
            Some(format!("the shift {}", shift.id))
        })
    }

    pub(super) fn draw_grid(&self, grid: Grid, validity: Validity) -> Decision {
        if self.grids.get(&grid.code).is_some() {
            return Err(OrganisationRefusal::CodeUsed { what: "grid", code: grid.code });
        }
        Ok(vec![OrganisationEvent::GridDrawn(grid_fact(grid, forwards(validity)?))])
    }

    pub(super) fn change_grid(&self, code: Code, change: GridChange, from: DateTime<Utc>) -> Decision {
        let (before, validity) = changing(self.grids.get(&code), "grid", &code, from)?;
        let after = Grid {
            name: change.name.unwrap_or_else(|| before.name.clone()),
            unit: change.unit.unwrap_or_else(|| before.unit.clone()),
            parent: change.parent.or_else(|| before.parent.clone()),
            polygon: change.polygon.unwrap_or_else(|| before.polygon.clone()),
            code,
        };
        if after == *before {
            return Ok(Vec::new());
        }
        Ok(vec![OrganisationEvent::GridChanged(grid_fact(after, validity))])
    }

    pub(super) fn retire_grid(&self, grid: Code, valid_to: DateTime<Utc>) -> Decision {
        changing(self.grids.get(&grid), "grid", &grid, valid_to)?;
        let holds = |file: OrganisationFile| {
            let part = file.grids.iter().find(|other| other.parent.as_ref() == Some(&grid));
            let part = part.map(|part| format!("the grid `{}` inside it", part.code));
            let post = || file.posts.iter().find(|post| post.grid.as_ref() == Some(&grid));
            part.or_else(|| post().map(|post| format!("the post of `{}`", post.person)))
        };
        let mut later = self.instants_from(valid_to).into_iter();
        if let Some(by) = later.find_map(|at| self.file_at(at).and_then(holds)) {
            return Err(OrganisationRefusal::StillInUse { what: "grid", code: grid, by });
        }
        Ok(vec![OrganisationEvent::GridRetired(GridRetired { grid, valid_to })])
    }
}

pub(super) fn unit_fact(unit: Unit, validity: Validity) -> UnitFact {
    UnitFact {
        unit: unit.code,
        name: unit.name,
        kind: unit.kind,
        parent: unit.parent,
        duties: unit.duties,
        round_the_clock: unit.round_the_clock,
        valid_from: validity.from,
        valid_to: validity.to,
    }
}

pub(super) fn grid_fact(grid: Grid, validity: Validity) -> GridFact {
    GridFact {
        grid: grid.code,
        name: grid.name,
        unit: grid.unit,
        parent: grid.parent,
        polygon: grid.polygon,
        valid_from: validity.from,
        valid_to: validity.to,
    }
}
