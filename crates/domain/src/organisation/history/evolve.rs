//! Taking an event in. Whatever was decided has happened: nothing here can refuse.

use super::state::District;
use super::{
    DutyShift, GridFact, HeldPost, LeaderUnlinked, LinkedLeader, OrganisationEvent, OrganisationHistory,
    PostGiven, UnitFact, Validity,
};
use crate::organisation::{Grid, Post, Unit};

impl OrganisationHistory {
    /// Takes `event` in.
    pub fn evolve(&mut self, event: &OrganisationEvent) {
        match event {
            OrganisationEvent::DistrictNamed(named) => {
                let (name, county_code) = (named.name.clone(), named.county_code.clone());
                let district = District { name, county_code, fallback_unit: named.fallback_unit.clone() };
                self.district.set(district, Validity { from: named.valid_from, to: None });
            }
            OrganisationEvent::UnitEstablished(fact) | OrganisationEvent::UnitChanged(fact) => {
                self.units.entry(&fact.unit).set(Unit::from(fact), fact.validity());
            }
            OrganisationEvent::UnitRetired(retired) => self.units.entry(&retired.unit).end(retired.valid_to),
            OrganisationEvent::GridDrawn(fact) | OrganisationEvent::GridChanged(fact) => {
                self.grids.entry(&fact.grid).set(Grid::from(fact), fact.validity());
            }
            OrganisationEvent::GridRetired(retired) => self.grids.entry(&retired.grid).end(retired.valid_to),
            OrganisationEvent::PersonRegistered(fact) | OrganisationEvent::PersonChanged(fact) => {
                let validity = Validity { from: fact.valid_from, to: fact.valid_to };
                self.people.entry(&fact.person).set(fact.clone(), validity);
            }
            OrganisationEvent::PersonLeft(left) => self.people.entry(&left.person).end(left.valid_to),
            OrganisationEvent::PostGiven(given) => {
                self.posts.insert(given.post, HeldPost::from(given));
            }
            OrganisationEvent::PostEnded(ended) => {
                if let Some(held) = self.posts.get_mut(&ended.post) {
                    held.validity.to = Some(ended.valid_to);
                }
            }
            OrganisationEvent::LeaderLinked(linked) => self.leaders.push(LinkedLeader {
                person: linked.person.clone(),
                unit: linked.unit.clone(),
                validity: Validity { from: linked.valid_from, to: linked.valid_to },
            }),
            OrganisationEvent::LeaderUnlinked(unlinked) => self.unlink(unlinked),
            OrganisationEvent::DutyShiftSet(set) => {
                let (unit, person, leader) = (set.unit.clone(), set.person.clone(), set.leader.clone());
                let shift = DutyShift { id: set.shift, unit, person, leader, from: set.from, to: set.to };
                self.shifts.insert(set.shift, shift);
            }
            OrganisationEvent::DutyShiftCancelled(cancelled) => {
                if let Some(shift) = self.shifts.get_mut(&cancelled.shift) {
                    shift.to = shift.to.min(cancelled.at).max(shift.from);
                }
            }
            OrganisationEvent::ResponsibilityChecked(checked) => self.last_check = Some(checked.clone()),
        }
    }

    fn unlink(&mut self, unlinked: &LeaderUnlinked) {
        let the_link = |link: &&mut LinkedLeader| {
            link.person == unlinked.person
                && link.unit == unlinked.unit
                && link.validity.reaches_past(unlinked.valid_to)
        };
        for link in self.leaders.iter_mut().filter(the_link) {
            link.validity.to = Some(unlinked.valid_to.max(link.validity.from));
        }
    }
}

impl UnitFact {
    const fn validity(&self) -> Validity {
        Validity { from: self.valid_from, to: self.valid_to }
    }
}

impl GridFact {
    const fn validity(&self) -> Validity {
        Validity { from: self.valid_from, to: self.valid_to }
    }
}

impl From<&UnitFact> for Unit {
    fn from(fact: &UnitFact) -> Self {
        Self {
            code: fact.unit.clone(),
            name: fact.name.clone(),
            kind: fact.kind,
            parent: fact.parent.clone(),
            duties: fact.duties.clone(),
            round_the_clock: fact.round_the_clock,
        }
    }
}

impl From<&GridFact> for Grid {
    fn from(fact: &GridFact) -> Self {
        Self {
            code: fact.grid.clone(),
            name: fact.name.clone(),
            unit: fact.unit.clone(),
            parent: fact.parent.clone(),
            polygon: fact.polygon.clone(),
        }
    }
}

impl From<&PostGiven> for HeldPost {
    fn from(given: &PostGiven) -> Self {
        let post = Post {
            person: given.person.clone(),
            unit: given.unit.clone(),
            role: given.role,
            title: given.title.clone(),
            grid: given.grid.clone(),
            responsible: given.responsible,
        };
        Self { post, validity: Validity { from: given.valid_from, to: given.valid_to } }
    }
}
