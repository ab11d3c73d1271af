//! The whole organisation at once: the difference between what a file says and what holds now.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::people::{ended, leader_linked, person_fact, post_given, unlinked};
use super::territory::{grid_fact, unit_fact};
use super::{Decision, within_reach};
use crate::actor::Code;
use crate::organisation::history::state::District;
use crate::organisation::history::{
    Before, DistrictNamed, GridRetired, ImportOrganisation, ImportedPerson, OrganisationEvent,
    OrganisationHistory, OrganisationRefusal, PersonLeft, UnitRetired, Validity,
};
use crate::organisation::{Grid, Leader, Post, Unit};

impl OrganisationHistory {
    /// The events that make the organisation what the import says, from now on. What is as it was gives none; what
    /// the import does not name is retired, ends or has left; a code that comes back means what it meant before.
    pub(super) fn import(&self, import: ImportOrganisation, now: DateTime<Utc>) -> Decision {
        if import.before.is_some() && *self != Self::default() {
            return Err(OrganisationRefusal::Begun);
        }
        let since = import.before.as_ref().map_or(now, |before| before.since);
        within_reach(since, now)?;
        let validity = Validity { from: since, to: None };
        let units: HashSet<Code> = import.units.iter().map(|unit| unit.code.clone()).collect();
        let people: HashSet<Code> = import.people.iter().map(|person| person.code().clone()).collect();
        let mut events = self.district_named(&import, since, now);
        events.extend(import.before.into_iter().flat_map(retired_before));
        events.extend(self.other_units(import.units, validity, now));
        events.extend(self.other_grids(import.grids, validity, now));
        events.extend(self.other_people(import.people, validity, now)?);
        events.extend(self.other_posts(import.posts, validity, now));
        events.extend(self.other_leaders(import.leaders, validity, now));
        let leaves = |person: &Code| !people.contains(person);
        let goes = |unit: &Code| !units.contains(unit);
        // Posts and links that hold now have ended above already, but not those that were planned.
        let planned = |event: &OrganisationEvent| event.holds_from().is_none_or(|from| from > now);
        events.extend(self.parting(leaves, goes, now).into_iter().filter(planned));
        self.sound_after(&events, now)?;
        Ok(events)
    }

    fn district_named(
        &self,
        import: &ImportOrganisation,
        valid_from: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Vec<OrganisationEvent> {
        let (name, county_code) = (import.name.clone(), import.county_code.clone());
        let fallback_unit = import.fallback_unit.clone();
        let district = District { name, county_code, fallback_unit };
        if self.district.at(now) == Some(&district) {
            return Vec::new();
        }
        let District { name, county_code, fallback_unit } = district;
        vec![OrganisationEvent::DistrictNamed(DistrictNamed { name, county_code, fallback_unit, valid_from })]
    }

    fn other_units(
        &self,
        units: Vec<Unit>,
        validity: Validity,
        now: DateTime<Utc>,
    ) -> Vec<OrganisationEvent> {
        let kept: HashSet<Code> = units.iter().map(|unit| unit.code.clone()).collect();
        let changed = units.into_iter().filter_map(|unit| {
            let known = self.units.get(&unit.code);
            match known.map(|timeline| timeline.at(now)) {
                None => Some(OrganisationEvent::UnitEstablished(unit_fact(unit, validity))),
                Some(Some(before)) if *before == unit => None,
                Some(_) => Some(OrganisationEvent::UnitChanged(unit_fact(unit, validity))),
            }
        });
        let gone = self.units.codes_at(now).filter(|code| !kept.contains(*code));
        let gone = gone
            .map(|unit| OrganisationEvent::UnitRetired(UnitRetired { unit: unit.clone(), valid_to: now }));
        changed.chain(gone).collect()
    }

    fn other_grids(
        &self,
        grids: Vec<Grid>,
        validity: Validity,
        now: DateTime<Utc>,
    ) -> Vec<OrganisationEvent> {
        let kept: HashSet<Code> = grids.iter().map(|grid| grid.code.clone()).collect();
        let changed = grids.into_iter().filter_map(|grid| {
            let known = self.grids.get(&grid.code);
            match known.map(|timeline| timeline.at(now)) {
                None => Some(OrganisationEvent::GridDrawn(grid_fact(grid, validity))),
                Some(Some(before)) if *before == grid => None,
                Some(_) => Some(OrganisationEvent::GridChanged(grid_fact(grid, validity))),
            }
        });
        let gone = self.grids.codes_at(now).filter(|code| !kept.contains(*code));
        let gone = gone
            .map(|grid| OrganisationEvent::GridRetired(GridRetired { grid: grid.clone(), valid_to: now }));
        changed.chain(gone).collect()
    }

    fn other_people(&self, people: Vec<ImportedPerson>, validity: Validity, now: DateTime<Utc>) -> Decision {
        let kept: HashSet<Code> = people.iter().map(|person| person.code().clone()).collect();
        let mut events = Vec::new();
        for person in people {
            match person {
                ImportedPerson::AsBefore(code) if self.people.at(&code, now).is_some() => {}
                ImportedPerson::AsBefore(code) => {
                    return Err(OrganisationRefusal::UnknownReference { what: "person", code });
                }
                ImportedPerson::Told(code, details) => {
                    let known = self.people.get(&code).is_some();
                    let fact = person_fact(code, details, validity);
                    events.push(if known {
                        OrganisationEvent::PersonChanged(fact)
                    } else {
                        OrganisationEvent::PersonRegistered(fact)
                    });
                }
            }
        }
        let gone = self.people.codes_at(now).filter(|code| !kept.contains(*code));
        events.extend(gone.map(|person| {
            OrganisationEvent::PersonLeft(PersonLeft { person: person.clone(), valid_to: now })
        }));
        Ok(events)
    }

    /// A post that is held as the import says goes on; the others end, or begin.
    fn other_posts(
        &self,
        posts: Vec<(Uuid, Post)>,
        validity: Validity,
        now: DateTime<Utc>,
    ) -> Vec<OrganisationEvent> {
        let mut held: Vec<_> = self.posts_at(now).collect();
        let mut events = Vec::new();
        for (id, post) in posts {
            match held.iter().position(|(_, held)| held.post == post) {
                Some(at) => drop(held.swap_remove(at)),
                None => events.push(OrganisationEvent::PostGiven(post_given(id, post, validity))),
            }
        }
        held.sort_unstable_by_key(|(id, _)| *id);
        held.into_iter().map(|(id, held)| ended(id, held, now)).chain(events).collect()
    }

    fn other_leaders(
        &self,
        leaders: Vec<Leader>,
        validity: Validity,
        now: DateTime<Utc>,
    ) -> Vec<OrganisationEvent> {
        let linked: Vec<_> = self.leaders.iter().filter(|link| link.validity.holds_at(now)).collect();
        let same =
            |leader: &Leader, person: &Code, unit: &Code| leader.person == *person && leader.unit == *unit;
        let gone = linked.iter().filter(|link| !leaders.iter().any(|to| same(to, &link.person, &link.unit)));
        let mut events: Vec<_> = gone.map(|link| unlinked(link, now)).collect();
        let new =
            leaders.into_iter().filter(|to| !linked.iter().any(|link| same(to, &link.person, &link.unit)));
        events.extend(new.map(|leader| leader_linked(leader, validity)));
        events
    }
}

/// What had been retired before there was a history: established and retired again, so that its name stays known.
fn retired_before(before: Before) -> Vec<OrganisationEvent> {
    let since = before.since;
    let units = before.units.into_iter().map(|(unit, at)| {
        let validity = Validity { from: since, to: Some(at) };
        OrganisationEvent::UnitEstablished(unit_fact(unit, validity))
    });
    let grids = before.grids.into_iter().map(|(grid, at)| {
        let validity = Validity { from: since, to: Some(at) };
        OrganisationEvent::GridDrawn(grid_fact(grid, validity))
    });
    units.chain(grids).collect()
}
