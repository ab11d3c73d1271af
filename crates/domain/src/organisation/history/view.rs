//! What held at an instant.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    DutyShift, HeldPost, LinkedLeader, OrganisationHistory, PersonFact, ResponsibilityChecked, Timeline,
};
use crate::actor::Code;
use crate::organisation::{Grid, Leader, Organisation, OrganisationError, OrganisationFile, Person, Unit};

/// Why there is no organisation at an instant.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// There was none yet.
    #[error("no organisation has been loaded")]
    Absent,
    /// What is known of that time contradicts itself. Only so for times before there was a history.
    #[error("the organisation of that time is not sound")]
    Unsound(#[from] OrganisationError),
}

impl OrganisationHistory {
    /// The organisation at an instant. Nobody has a name in it: names come out of the vault, for whoever may see them,
    /// so the code stands in their place.
    pub fn at(&self, at: DateTime<Utc>) -> Result<Organisation, ViewError> {
        let file = self.file_at(at).ok_or(ViewError::Absent)?;
        Ok(Organisation::from_file(file)?)
    }

    /// Everything that held at an instant, in the shape of a file; nothing before the district was named.
    pub(super) fn file_at(&self, at: DateTime<Utc>) -> Option<OrganisationFile> {
        let district = self.district.at(at)?;
        let nameless =
            |fact: &PersonFact| Person { code: fact.person.clone(), name: fact.person.clone(), phone: None };
        let leaders = self.leaders.iter().filter(|link| link.validity.holds_at(at));
        Some(OrganisationFile {
            name: district.name.clone(),
            county_code: district.county_code.clone(),
            fallback_unit: district.fallback_unit.clone(),
            units: self.units_at(at).into_iter().cloned().collect(),
            grids: self.grids_at(at).into_iter().cloned().collect(),
            people: self.people_at(at).into_iter().map(nameless).collect(),
            posts: self.posts_at(at).map(|(_, held)| held.post.clone()).collect(),
            leaders: leaders
                .map(|link| Leader { person: link.person.clone(), unit: link.unit.clone() })
                .collect(),
        })
    }

    /// The units at an instant.
    pub fn units_at(&self, at: DateTime<Utc>) -> Vec<&Unit> {
        self.units.all_at(at)
    }

    /// The grids at an instant.
    pub fn grids_at(&self, at: DateTime<Utc>) -> Vec<&Grid> {
        self.grids.all_at(at)
    }

    /// The people at an instant.
    pub fn people_at(&self, at: DateTime<Utc>) -> Vec<&PersonFact> {
        self.people.all_at(at)
    }

    /// The people who are there at an instant or will be later, by their codes.
    pub fn people_from(&self, at: DateTime<Utc>) -> impl Iterator<Item = (&Code, &Timeline<PersonFact>)> {
        let lasting = move |timeline: &Timeline<PersonFact>| {
            timeline.at(at).is_some() || timeline.latest_from().is_some_and(|from| from > at)
        };
        self.people.all().filter(move |(_, timeline)| lasting(timeline))
    }

    /// What was, is and is planned of a person.
    pub fn person(&self, code: &str) -> Option<&Timeline<PersonFact>> {
        self.people.get(code)
    }

    /// What was, is and is planned of a unit.
    pub fn unit(&self, code: &str) -> Option<&Timeline<Unit>> {
        self.units.get(code)
    }

    /// The posts at an instant, with their identities.
    pub fn posts_at(&self, at: DateTime<Utc>) -> impl Iterator<Item = (Uuid, &HeldPost)> {
        let held = self.posts.iter().filter(move |(_, held)| held.validity.holds_at(at));
        held.map(|(id, held)| (*id, held))
    }

    /// The posts that are held at an instant or will be later, with their identities.
    pub fn posts_from(&self, at: DateTime<Utc>) -> impl Iterator<Item = (Uuid, &HeldPost)> {
        let held = self.posts.iter().filter(move |(_, held)| held.validity.reaches_past(at));
        held.map(|(id, held)| (*id, held))
    }

    /// The leaders who look after a unit at an instant or will later.
    pub fn leaders_from(&self, at: DateTime<Utc>) -> impl Iterator<Item = &LinkedLeader> {
        self.leaders.iter().filter(move |link| link.validity.reaches_past(at))
    }

    /// The shifts that end after an instant, by their beginning. A shift that was cancelled before it began is none.
    pub fn shifts_from(&self, at: DateTime<Utc>) -> Vec<&DutyShift> {
        let mut shifts: Vec<&DutyShift> =
            self.shifts.values().filter(|shift| shift.to > at && shift.to > shift.from).collect();
        shifts.sort_by(|a, b| (a.from, &a.unit, a.id).cmp(&(b.from, &b.unit, b.id)));
        shifts
    }

    /// The shift with this identity.
    pub fn shift(&self, id: Uuid) -> Option<&DutyShift> {
        self.shifts.get(&id)
    }

    /// What the last check found.
    pub const fn last_check(&self) -> Option<&ResponsibilityChecked> {
        self.last_check.as_ref()
    }

    /// The next instant after `at` at which the organisation will be another one. Shifts do not count: they are no
    /// part of [`at`](Self::at).
    pub fn next_change(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.boundaries().filter(|boundary| *boundary > at).min()
    }

    /// `from`, and every later instant at which the organisation will be another one, in order.
    pub(super) fn instants_from(&self, from: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let later = self.boundaries().filter(|boundary| *boundary > from);
        let mut instants: Vec<_> = std::iter::once(from).chain(later).collect();
        instants.sort_unstable();
        instants.dedup();
        instants
    }

    fn boundaries(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let posts = self.posts.values().map(|held| held.validity);
        let leaders = self.leaders.iter().map(|link| link.validity);
        let spans = posts.chain(leaders).flat_map(|span| std::iter::once(span.from).chain(span.to));
        self.district
            .boundaries()
            .chain(self.units.boundaries())
            .chain(self.grids.boundaries())
            .chain(self.people.boundaries())
            .chain(spans)
    }
}
