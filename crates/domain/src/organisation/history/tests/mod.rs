//! The history of the organisation, told with the demo district.

mod beginnings;
mod duty;
mod golden;
mod people;
mod territory;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use uuid::Uuid;

use super::*;
use crate::actor::Role;
use crate::geography::{Coordinate, Polygon};
use crate::organisation::{Grid, Leader, OrganisationFile, Post, Unit, UnitKind};
use crate::privacy::Sealed;

const DEMO: &str = include_str!("../../../../../../demo/district.toml");

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 4, 0, 0).unwrap()
}

fn days(days: i64) -> DateTime<Utc> {
    noon() + TimeDelta::days(days)
}

fn id(last: u128) -> Uuid {
    Uuid::from_u128(0x0195_5d4a_0000_7000_8000_0000_0000_0000 + last)
}

fn demo() -> OrganisationFile {
    OrganisationFile::parse(DEMO).unwrap()
}

fn sealed(what: &str) -> Sealed {
    Sealed { subject: id(1), alg: "xchacha20poly1305".to_owned(), ciphertext: what.to_owned() }
}

fn details(name: &str) -> PersonDetails {
    PersonDetails { subject: id(1), name: sealed(name), phone: None }
}

/// An import of this file; everybody in `told` has a name that was not known before.
fn import(file: &OrganisationFile, told: impl Fn(&str) -> bool) -> OrganisationCommand {
    let person = |code: &String| {
        if told(code) {
            ImportedPerson::Told(code.clone(), details(code))
        } else {
            ImportedPerson::AsBefore(code.clone())
        }
    };
    OrganisationCommand::Import(Box::new(ImportOrganisation {
        name: file.name.clone(),
        county_code: file.county_code.clone(),
        fallback_unit: file.fallback_unit.clone(),
        units: file.units.clone(),
        grids: file.grids.clone(),
        people: file.people.iter().map(|known| person(&known.code)).collect(),
        posts: (1000..).map(id).zip(file.posts.iter().cloned()).collect(),
        leaders: file.leaders.clone(),
        before: None,
    }))
}

/// A history that grows by commands.
#[derive(Default)]
struct Growing(OrganisationHistory);

impl Growing {
    /// The demo district, since noon.
    fn begun() -> Self {
        let mut growing = Self::default();
        growing.tell(noon(), import(&demo(), |_| true)).unwrap();
        growing
    }

    /// Gives a command at an instant.
    fn tell(
        &mut self,
        now: DateTime<Utc>,
        command: OrganisationCommand,
    ) -> Result<Vec<OrganisationEvent>, OrganisationRefusal> {
        let events = self.0.decide(command, &OrganisationFacts { now })?;
        for event in &events {
            self.0.evolve(event);
        }
        Ok(events)
    }

    fn names(events: &[OrganisationEvent]) -> Vec<&'static str> {
        events.iter().map(OrganisationEvent::name).collect()
    }
}

fn compound(code: &str) -> Unit {
    Unit {
        code: code.to_owned(),
        name: "新苑小区".to_owned(),
        kind: UnitKind::Compound,
        parent: Some("s1-c1".to_owned()),
        duties: Vec::new(),
        round_the_clock: false,
    }
}

/// A square of a hundredth of a degree east of the demo's map.
fn square(west: f64) -> Polygon {
    let corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)];
    let ring = corners.iter().map(|(x, y)| Coordinate::new(west + x, 39.0 + y).unwrap()).collect();
    Polygon::new(ring).unwrap()
}

fn grid(code: &str, west: f64) -> Grid {
    let (code, name) = (code.to_owned(), "新苑网格".to_owned());
    Grid { code, name, unit: "s1-c1-e1".to_owned(), parent: None, polygon: square(west) }
}

fn grid_chief(person: &str, grid: &str) -> Post {
    Post {
        person: person.to_owned(),
        unit: "s1-c1".to_owned(),
        role: Role::GridWorker,
        title: "网格长".to_owned(),
        grid: Some(grid.to_owned()),
        responsible: true,
    }
}

fn leader(person: &str, unit: &str) -> Leader {
    Leader { person: person.to_owned(), unit: unit.to_owned() }
}
