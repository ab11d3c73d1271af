//! Conditions that several lists share.

use chrono::{DateTime, Duration, Utc};
use sqlx::{Postgres, QueryBuilder};
use whistle_domain::lamp::{Lamp, PURPLE_REWORKS_MIN, WARNING_HOURS_MAX};

use super::QueryError;
use crate::projections::terms::queried_terms;

/// The longest search text.
pub const QUERY_CHARS_MAX: usize = 100;

/// Conditions under construction; the statement goes on after a `WHERE TRUE`.
pub(super) type Statement = QueryBuilder<Postgres>;

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

/// The case behind `case_column` is found by `query`, where a query is given.
pub(super) fn found_by(
    statement: &mut Statement,
    case_column: &'static str,
    query: Option<&str>,
) -> Result<(), QueryError> {
    let Some(query) = query else { return Ok(()) };
    if query.chars().count() > QUERY_CHARS_MAX {
        return Err(QueryError::SearchTooLong);
    }
    let terms: Vec<String> = queried_terms(query).into_iter().collect();
    if terms.is_empty() {
        return Err(QueryError::NothingToLookFor);
    }
    statement.push(" AND ").push(case_column).push(" IN (SELECT case_id FROM case_terms WHERE terms @> ");
    statement.push_bind(terms).push(")");
    Ok(())
}

/// The lamp is `wanted` at the instant `at`. `due_column` is what the index of running clocks is sorted by: the lamp
/// itself decides, but the bounds on the due instant keep the search short.
pub(super) fn shows(statement: &mut Statement, due_column: &'static str, wanted: Lamp, at: DateTime<Utc>) {
    statement
        .push(" AND lamp(issued_at, due_at, reworks, ")
        .push_bind(at)
        .push(") = ")
        .push_bind(wanted.code());
    match wanted {
        Lamp::Green => statement.push(" AND ").push(due_column).push(" >= ").push_bind(at),
        Lamp::Yellow => {
            statement.push(" AND ").push(due_column).push(" >= ").push_bind(at);
            let warned_until = at + Duration::hours(WARNING_HOURS_MAX);
            statement.push(" AND ").push(due_column).push(" <= ").push_bind(warned_until)
        }
        Lamp::Red => statement.push(" AND ").push(due_column).push(" < ").push_bind(at),
        Lamp::Purple => {
            statement.push(" AND (").push(due_column).push(" < ").push_bind(at).push(" OR reworks >= ");
            statement.push_bind(i32::try_from(PURPLE_REWORKS_MIN).expect("a small number")).push(")")
        }
    };
}
