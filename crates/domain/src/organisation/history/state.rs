//! What is kept of the organisation: the fold of its events.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{PersonFact, ResponsibilityChecked, Timeline, Validity};
use crate::actor::Code;
use crate::organisation::{Grid, Post, Unit};

/// The organisation through time.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrganisationHistory {
    pub(super) district: Timeline<District>,
    pub(super) units: Book<Unit>,
    pub(super) grids: Book<Grid>,
    pub(super) people: Book<PersonFact>,
    pub(super) posts: BTreeMap<Uuid, HeldPost>,
    pub(super) leaders: Vec<LinkedLeader>,
    pub(super) shifts: BTreeMap<Uuid, DutyShift>,
    pub(super) last_check: Option<ResponsibilityChecked>,
}

/// The district's own particulars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct District {
    pub(super) name: String,
    pub(super) county_code: String,
    pub(super) fallback_unit: Code,
}

/// Things by their codes, which remembers in which order they came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Book<T>(BTreeMap<Code, Entry<T>>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Entry<T> {
    ordinal: usize,
    timeline: Timeline<T>,
}

impl<T> Default for Book<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Book<T> {
    /// Everything that is known of one thing; nothing when its code was never given.
    pub(super) fn get(&self, code: &str) -> Option<&Timeline<T>> {
        self.0.get(code).map(|entry| &entry.timeline)
    }

    /// Everything that is known of everything, by the codes.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Code, &Timeline<T>)> {
        self.0.iter().map(|(code, entry)| (code, &entry.timeline))
    }

    /// What one thing was at an instant.
    pub(super) fn at(&self, code: &str, at: DateTime<Utc>) -> Option<&T> {
        self.get(code)?.at(at)
    }

    /// Everything in force at an instant, in the order in which it came.
    pub(super) fn all_at(&self, at: DateTime<Utc>) -> Vec<&T> {
        let mut found: Vec<(usize, &T)> = self
            .0
            .values()
            .filter_map(|entry| entry.timeline.at(at).map(|value| (entry.ordinal, value)))
            .collect();
        found.sort_unstable_by_key(|(ordinal, _)| *ordinal);
        found.into_iter().map(|(_, value)| value).collect()
    }

    /// The codes of everything in force at an instant.
    pub(super) fn codes_at(&self, at: DateTime<Utc>) -> impl Iterator<Item = &Code> {
        self.0.iter().filter(move |(_, entry)| entry.timeline.at(at).is_some()).map(|(code, _)| code)
    }

    /// What one thing went through, from its first mention on.
    pub(super) fn entry(&mut self, code: &Code) -> &mut Timeline<T> {
        let ordinal = self.0.len();
        let fresh = || Entry { ordinal, timeline: Timeline::default() };
        &mut self.0.entry(code.clone()).or_insert_with(fresh).timeline
    }

    /// Every instant at which something changes.
    pub(super) fn boundaries(&self) -> impl Iterator<Item = DateTime<Utc>> {
        self.0.values().flat_map(|entry| entry.timeline.boundaries())
    }
}

/// A post with its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldPost {
    /// Who does what, and where.
    pub post: Post,
    /// When.
    pub validity: Validity,
}

/// A leader with the unit that they look after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedLeader {
    /// Who.
    pub person: Code,
    /// Which unit.
    pub unit: Code,
    /// When.
    pub validity: Validity,
}

/// 值班: somebody on duty for a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyShift {
    /// Identity of the shift.
    pub id: Uuid,
    /// For which unit.
    pub unit: Code,
    /// Who is on duty.
    pub person: Code,
    /// 带班: who is in charge of the shift.
    pub leader: Option<Code>,
    /// Its beginning.
    pub from: DateTime<Utc>,
    /// Its end, which belongs to the next shift; earlier than planned when it was cancelled under way.
    pub to: DateTime<Utc>,
}

impl DutyShift {
    /// Whether it is under way at an instant.
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.to
    }
}
