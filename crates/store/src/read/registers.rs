//! 台账.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::{FromRow, PgExecutor};
use uuid::Uuid;
use whistle_domain::case::Register;

use super::cursor::{List, Place, checked_limit, page};
use super::filter::{Statement, matchable};
use super::{CaseScope, Page, QueryError};

/// A case on a register.
#[derive(Debug, Clone, PartialEq, Serialize, FromRow)]
pub struct RegisterItem {
    /// The case.
    pub case_id: Uuid,
    /// Its number.
    pub number: String,
    /// One line, masked.
    pub title: String,
    /// Where it stands.
    pub status: String,
    /// Kind in force.
    pub kind: String,
    /// Category in force.
    pub category: String,
    /// The leaf grid.
    pub grid: String,
    /// Since when it stands on the register.
    pub since: DateTime<Utc>,
    /// By when something is due; none where nothing is.
    pub due_at: Option<DateTime<Utc>>,
    /// The unit that it concerns.
    pub unit: Option<String>,
}

/// Cases on a register within `scope`, what is due first at the top.
pub async fn list_register(
    connection: impl PgExecutor<'_>,
    register: Register,
    scope: &CaseScope,
    cursor: Option<&str>,
    limit: u32,
) -> Result<Page<RegisterItem>, QueryError> {
    let limit = checked_limit(limit)?;
    let mut statement = Statement::new(
        "SELECT entry.case_id, number, title, status, kind, category, grid, entry.since, entry.due_at, entry.unit \
         FROM case_registers AS entry JOIN cases ON cases.id = entry.case_id WHERE entry.register = ",
    );
    statement.push_bind(register.code());
    match scope {
        CaseScope::Everything => {}
        CaseScope::Area(unit) => {
            statement.push(" AND cases.area @> ").push_bind(vec![matchable(unit)]);
        }
        CaseScope::Department(unit) => {
            statement.push(" AND cases.departments @> ").push_bind(vec![matchable(unit)]);
        }
        CaseScope::Own { .. } => {
            statement.push(" AND FALSE");
        }
    }
    if let Some(cursor) = cursor {
        let place = Place::decode(cursor, List::Register)?;
        statement.push(" AND (coalesce(entry.due_at, 'infinity'), entry.case_id) > (coalesce(");
        statement.push_bind(place.at).push(", 'infinity'::timestamptz), ").push_bind(place.id).push(")");
    }
    statement.push(" ORDER BY coalesce(entry.due_at, 'infinity'), entry.case_id LIMIT ");
    statement.push_bind(i64::from(limit) + 1);
    let items: Vec<RegisterItem> = statement.build_query_as().fetch_all(connection).await?;
    Ok(page(items, limit, |item| Place { at: item.due_at, id: item.case_id }.encode(List::Register)))
}
