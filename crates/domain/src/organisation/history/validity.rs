//! What was so when.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A span of time in which something is so. The end itself lies outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// Since when.
    pub from: DateTime<Utc>,
    /// Until when; nothing for as long as nobody says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<DateTime<Utc>>,
}

impl Validity {
    /// Whether it is so at this instant.
    pub fn holds_at(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && self.to.is_none_or(|to| at < to)
    }

    /// Whether it is so at this instant or at any later one.
    pub fn reaches_past(&self, at: DateTime<Utc>) -> bool {
        self.to.is_none_or(|to| to > at && to > self.from)
    }
}

/// The values that one thing has had, and will have, each until the next begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Timeline<T>(Vec<Turn<T>>);

/// A value from an instant on; nothing where the thing is not in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Turn<T> {
    from: DateTime<Utc>,
    value: Option<T>,
}

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Timeline<T> {
    /// The value at an instant.
    pub fn at(&self, at: DateTime<Utc>) -> Option<&T> {
        self.0.iter().rev().find(|turn| turn.from <= at)?.value.as_ref()
    }

    /// The value that was written last, in force or not, past or planned.
    pub fn latest(&self) -> Option<&T> {
        self.0.iter().rev().find_map(|turn| turn.value.as_ref())
    }

    /// Since when the value that is in force at an instant is so; where none is, since when the one that was written last will
    /// be.
    pub fn begun_at(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let turn = self.0.iter().rev().find(|turn| turn.from <= at);
        turn.filter(|turn| turn.value.is_some()).map(|turn| turn.from).or_else(|| self.latest_from())
    }

    /// Since when the value that was written last is, or will be, in force.
    pub fn latest_from(&self) -> Option<DateTime<Utc>> {
        self.0.iter().rev().find(|turn| turn.value.is_some()).map(|turn| turn.from)
    }

    /// The end that is planned for the value that was written last.
    pub fn planned_end(&self) -> Option<DateTime<Utc>> {
        self.0.last().filter(|turn| turn.value.is_none()).map(|turn| turn.from)
    }

    /// Every instant at which the value changes.
    pub fn boundaries(&self) -> impl Iterator<Item = DateTime<Utc>> {
        self.0.iter().map(|turn| turn.from)
    }

    /// Takes a value in. What was planned for later gives way.
    pub(super) fn set(&mut self, value: T, validity: Validity) {
        self.end(validity.from);
        self.0.pop_if(|turn| turn.from == validity.from);
        self.0.push(Turn { from: validity.from, value: Some(value) });
        if let Some(to) = validity.to {
            self.end(to);
        }
    }

    /// Ends the value. What was planned for later gives way.
    pub(super) fn end(&mut self, at: DateTime<Utc>) {
        self.0.retain(|turn| turn.from < at);
        self.0.push(Turn { from: at, value: None });
    }
}
