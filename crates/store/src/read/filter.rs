//! Conditions that several lists share.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sqlx::{Postgres, QueryBuilder};
use whistle_domain::lamp::{Lamp, PURPLE_REWORKS_MIN};

use super::QueryError;
use crate::projections::terms::queried_terms;

/// The longest search text.
pub const QUERY_CHARS_MAX: usize = 100;

/// Conditions under construction; the statement goes on after a `WHERE TRUE`.
pub type Statement = QueryBuilder<Postgres>;

/// Text to compare with. The database refuses NUL where it holds none, so that nothing can match.
pub(super) fn matchable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// `column = value`, where a value is given.
pub(super) fn equals(statement: &mut Statement, column: &'static str, value: Option<&str>) {
    if let Some(value) = value {
        statement.push(" AND ").push(column).push(" = ").push_bind(matchable(value));
    }
}

/// `column` is one of `values`, where there are any.
pub(super) fn one_of(statement: &mut Statement, column: &'static str, values: &[&'static str]) {
    match values {
        [] => {}
        // The planner knows an index for the order of one value, and none for several.
        [value] => equals(statement, column, Some(value)),
        values => {
            statement.push(" AND ").push(column).push(" = ANY (").push_bind(values.to_vec()).push(")");
        }
    }
}

/// `column` contains `value`.
pub(super) fn contains(statement: &mut Statement, column: &'static str, value: &str) {
    statement.push(" AND ").push(column).push(" @> ").push_bind(vec![matchable(value)]);
}

/// `column` is not before `from`, and before `to`, where they are given.
pub(super) fn between(
    statement: &mut Statement,
    column: &'static str,
    from: Option<DateTime<Utc>>,
    to: Option<DateTime<Utc>>,
) {
    if let Some(from) = from {
        statement.push(" AND ").push(column).push(" >= ").push_bind(from);
    }
    if let Some(to) = to {
        statement.push(" AND ").push(column).push(" < ").push_bind(to);
    }
}

/// The columns that a list is sorted by: those of its own table, or those of a unit's list, which hold the same values
/// in the order of an index.
#[derive(Debug, Clone, Copy)]
pub struct SortedBy {
    pub(super) at: &'static str,
    pub(super) id: &'static str,
}

/// In which order a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// The oldest first: who waits longest is next.
    Oldest,
}

/// What somebody looks for in a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Words or characters of number, title, description or address.
    pub text: String,
    /// The case numbers that the text may mean.
    pub numbers: Vec<String>,
}

impl From<&str> for Search {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), numbers: Vec::new() }
    }
}

/// The case behind `case_column` is found by its texts or by its number, where something is looked for.
pub(super) fn found_by(
    statement: &mut Statement,
    case_column: &'static str,
    search: Option<&Search>,
) -> Result<(), QueryError> {
    let Some(Search { text, numbers }) = search else { return Ok(()) };
    if text.chars().count() > QUERY_CHARS_MAX {
        return Err(QueryError::SearchTooLong);
    }
    let terms: Vec<i64> = queried_terms(text).into_iter().collect();
    if terms.is_empty() {
        return Err(QueryError::NothingToLookFor);
    }
    statement.push(" AND ").push(case_column).push(" IN (SELECT case_id FROM case_terms WHERE terms @> ");
    statement.push_bind(terms);
    if !numbers.is_empty() {
        statement
            .push(" UNION ALL SELECT id FROM cases WHERE number = ANY (")
            .push_bind(numbers.clone())
            .push(")");
    }
    statement.push(")");
    Ok(())
}

/// The lamp is `wanted` at the instant `at`. `due_column` is what the index of running clocks is sorted by.
///
/// The rule of the function `lamp`, taken apart: of a comparison with its result the planner knows nothing, and took
/// every colour for a rare one.
pub(super) fn shows(statement: &mut Statement, due_column: &'static str, wanted: Lamp, at: DateTime<Utc>) {
    let reworks = i32::try_from(PURPLE_REWORKS_MIN).expect("a small number");
    statement.push(" AND due_at IS NOT NULL AND ");
    statement.push(if wanted == Lamp::Grey { "parked" } else { "NOT parked AND " });
    match wanted {
        Lamp::Grey => {}
        Lamp::Purple => {
            statement.push("(reworks >= ").push_bind(reworks);
            statement.push(" OR ").push(due_column).push(" < ").push_bind(at);
            statement.push(" AND ").push_bind(at).push(" - due_at > due_at - issued_at)");
        }
        Lamp::Red => {
            statement.push("reworks < ").push_bind(reworks);
            statement.push(" AND ").push(due_column).push(" < ").push_bind(at);
            statement.push(" AND ").push_bind(at).push(" - due_at <= due_at - issued_at");
        }
        Lamp::Yellow => {
            statement.push("reworks < ").push_bind(reworks);
            statement.push(" AND ").push(due_column).push(" >= ").push_bind(at);
            statement.push(" AND warn_at <= ").push_bind(at);
        }
        Lamp::Green => {
            statement.push("reworks < ").push_bind(reworks);
            statement.push(" AND ").push(due_column).push(" >= ").push_bind(at);
            statement.push(" AND warn_at > ").push_bind(at);
        }
    }
}
