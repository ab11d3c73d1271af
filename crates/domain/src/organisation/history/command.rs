//! What can be asked of the organisation.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{DutyShiftSet, Validity};
use crate::actor::Code;
use crate::geography::Polygon;
use crate::organisation::{Grid, Leader, Post, Unit, UnitKind};
use crate::privacy::Sealed;

/// From when to when something is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// Since when; nothing means now.
    pub from: Option<DateTime<Utc>>,
    /// Until when; nothing means for as long as nobody says otherwise.
    pub to: Option<DateTime<Utc>>,
}

/// Something that can be asked of the organisation.
#[derive(Debug, Clone)]
pub enum OrganisationCommand {
    /// Make the organisation what a file says.
    Import(Box<ImportOrganisation>),
    /// A new unit.
    EstablishUnit(Unit, Period),
    /// Other particulars of a unit, from an instant on (now).
    ChangeUnit(Code, UnitChange, Option<DateTime<Utc>>),
    /// No such unit any more.
    RetireUnit(Code, Option<DateTime<Utc>>),
    /// A new grid.
    DrawGrid(Grid, Period),
    /// Other particulars of a grid, from an instant on (now).
    ChangeGrid(Code, GridChange, Option<DateTime<Utc>>),
    /// No such grid any more.
    RetireGrid(Code, Option<DateTime<Utc>>),
    /// Somebody new.
    RegisterPerson(Code, PersonDetails, Period),
    /// Another name or number, from an instant on (now).
    ChangePerson(Code, PersonDetails, Option<DateTime<Utc>>),
    /// Somebody leaves, with their posts, units and shifts.
    PersonLeaves(Code, Option<DateTime<Utc>>),
    /// Somebody gets a post, under a new identity.
    GivePost(Uuid, Post, Period),
    /// A post is held no longer.
    EndPost(Uuid, Option<DateTime<Utc>>),
    /// A leader looks after a unit.
    LinkLeader(Leader, Period),
    /// A leader looks after a unit no longer.
    UnlinkLeader(Leader, Option<DateTime<Utc>>),
    /// Somebody is on duty, under a new identity.
    SetDutyShift(DutyShiftSet),
    /// A shift does not take place, or ends now.
    CancelDutyShift(Uuid),
    /// New units, all of them or none.
    EstablishUnits(Vec<Unit>, Period),
    /// Look whether everything has somebody who answers for it, unless that was done at or after this instant.
    CheckResponsibility(DateTime<Utc>),
}

/// Another state of the organisation as a whole.
#[derive(Debug, Clone)]
pub struct ImportOrganisation {
    /// The name of the district.
    pub name: String,
    /// Six digits, GB/T 2260.
    pub county_code: String,
    /// The unit that takes orphan matters.
    pub fallback_unit: Code,
    /// Every unit.
    pub units: Vec<Unit>,
    /// Every grid.
    pub grids: Vec<Grid>,
    /// Everybody.
    pub people: Vec<ImportedPerson>,
    /// Every post, each with the identity that it gets if it is new.
    pub posts: Vec<(Uuid, Post)>,
    /// Every leader.
    pub leaders: Vec<Leader>,
    /// What was in force before there was a history, when this is its beginning.
    pub before: Option<Before>,
}

/// Somebody in an import.
#[derive(Debug, Clone)]
pub enum ImportedPerson {
    /// Name and number are what they were: comparing them takes the key of the person.
    AsBefore(Code),
    /// Name and number.
    Told(Code, PersonDetails),
}

impl ImportedPerson {
    /// Which person.
    pub const fn code(&self) -> &Code {
        match self {
            Self::AsBefore(code) | Self::Told(code, _) => code,
        }
    }
}

/// The organisation of a database that kept no history of it.
#[derive(Debug, Clone)]
pub struct Before {
    /// Since when things are taken to have been as they are.
    pub since: DateTime<Utc>,
    /// Units that had been retired, and when.
    pub units: Vec<(Unit, DateTime<Utc>)>,
    /// Grids that had been retired, and when.
    pub grids: Vec<(Grid, DateTime<Utc>)>,
}

/// What changes about a unit; what is left out stays.
#[derive(Debug, Clone, Default)]
pub struct UnitChange {
    /// Another name.
    pub name: Option<String>,
    /// Another kind.
    pub kind: Option<UnitKind>,
    /// Another unit above it.
    pub parent: Option<Code>,
    /// Other duties: all that it carries from then on.
    pub duties: Option<Vec<Code>>,
    /// Whether its duty room is staffed day and night.
    pub round_the_clock: Option<bool>,
}

/// What changes about a grid; what is left out stays.
#[derive(Debug, Clone, Default)]
pub struct GridChange {
    /// Another name.
    pub name: Option<String>,
    /// Another unit that it belongs to.
    pub unit: Option<Code>,
    /// Another grid that it is part of.
    pub parent: Option<Code>,
    /// Another outline.
    pub polygon: Option<Polygon>,
}

/// Name and number of somebody, sealed under their own key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonDetails {
    /// The data subject whose key it is.
    pub subject: Uuid,
    /// Their name.
    pub name: Sealed,
    /// Where they are reached on duty.
    pub phone: Option<Sealed>,
}

impl Period {
    /// The span of time, where "now" is `now`.
    pub(super) fn starting(self, now: DateTime<Utc>) -> Validity {
        Validity { from: self.from.unwrap_or(now), to: self.to }
    }
}
