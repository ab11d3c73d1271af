//! Facts of a period, grouped: the rows of a report.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Fact, Subject, Tally};
use crate::actor::Code;

/// What the rows of a report stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Units that answer for dispatches.
    Department,
    /// Units in whose area cases lie; a case counts in every unit from its own up to the district.
    Area,
    /// Categories.
    Category,
    /// Levels at which cases were resolved, or that hold them.
    Level,
}

impl Dimension {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Department, Self::Area, Self::Category, Self::Level];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Area => "area",
            Self::Category => "category",
            Self::Level => "level",
        }
    }

    /// The dimension with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.code() == code)
    }

    /// What is counted in it: departments by dispatch, everything else by case.
    pub const fn subject(self) -> Subject {
        match self {
            Self::Department => Subject::Dispatch,
            Self::Area | Self::Category | Self::Level => Subject::Case,
        }
    }
}

/// A stretch of time: facts whose counting instant is not before `from`, and before `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first instant.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub to: DateTime<Utc>,
}

impl Period {
    /// Whether the instant lies in it.
    pub fn holds(&self, instant: DateTime<Utc>) -> bool {
        self.from <= instant && instant < self.to
    }
}

/// The rows of a report: a tally for each key, and that of everything.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Groups {
    /// By key: a unit, a category, a level.
    pub rows: BTreeMap<Code, Tally>,
    /// Of everything, each fact once, in however many rows it counts.
    pub total: Tally,
}

impl Groups {
    /// Takes a fact in, whatever its subject and its instant.
    pub fn add(&mut self, fact: &Fact, dimension: Dimension, at: Option<DateTime<Utc>>) {
        self.change_by(&Tally::of(fact, at), fact, dimension, None);
    }

    /// The same for somebody who sees the area of the unit `within` only: units above it have no row, because what they
    /// would say of themselves is not the whole.
    pub fn add_within(
        &mut self,
        fact: &Fact,
        dimension: Dimension,
        at: Option<DateTime<Utc>>,
        within: Option<&str>,
    ) {
        self.change_by(&Tally::of(fact, at), fact, dimension, within);
    }

    /// Adds `change` to every row in which the fact counts.
    pub fn change_by(&mut self, change: &Tally, fact: &Fact, dimension: Dimension, within: Option<&str>) {
        if change.is_empty() {
            return;
        }
        self.total += change;
        let above = |key: &&str| dimension == Dimension::Area && within.is_some_and(|within| within != *key);
        for key in fact.keys(dimension).skip_while(above) {
            match self.rows.get_mut(key) {
                Some(row) => *row += change,
                None => {
                    self.rows.insert(key.to_owned(), change.clone());
                }
            }
        }
    }

    /// Groups those of `facts` that are of this subject and in this period, judged at `at`.
    pub fn of<'a>(
        facts: impl IntoIterator<Item = &'a Fact>,
        dimension: Dimension,
        subject: Subject,
        period: Period,
        at: DateTime<Utc>,
    ) -> Self {
        let mut groups = Self::default();
        for fact in facts.into_iter().filter(|fact| fact.subject == subject && period.holds(fact.counted_at))
        {
            groups.add(fact, dimension, Some(at));
        }
        groups
    }
}

impl Fact {
    /// The rows in which it counts.
    pub fn keys(&self, dimension: Dimension) -> impl Iterator<Item = &str> {
        let (codes, level) = match dimension {
            Dimension::Department => (self.unit.as_slice(), None),
            Dimension::Area => (self.area.as_slice(), None),
            Dimension::Category => (std::slice::from_ref(&self.category), None),
            Dimension::Level => (&[][..], Some(self.level.code())),
        };
        codes.iter().map(Code::as_str).chain(level)
    }
}
