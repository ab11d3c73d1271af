//! Open cases, grid by grid: what a map shows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgExecutor;
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;

use super::filter::matchable;
use super::{CaseScope, QueryError};

/// The open cases of one grid. Counted are cases, where the backlog of departments counts their dispatches.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GridRow {
    /// The leaf grid.
    pub grid: String,
    /// How many there are.
    pub open: i64,
    /// How many are past their due instant.
    pub overdue: i64,
    /// How many with each lamp. A case whose clock does not run yet, and planned work, has none.
    pub by_lamp: BTreeMap<&'static str, i64>,
    /// When the oldest was raised.
    pub oldest_raised_at: DateTime<Utc>,
}

/// The open cases of every grid that has any, within `scope`, of one kind or of all, at the instant `at`. Residents
/// see none.
///
/// Counted case by case: however many a district has had, few are open at once, and these have an index of their own.
pub async fn open_cases_by_grid(
    connection: impl PgExecutor<'_>,
    scope: &CaseScope,
    kind: Option<WhistleKind>,
    at: DateTime<Utc>,
) -> Result<Vec<GridRow>, QueryError> {
    let (area, department) = match scope {
        CaseScope::Everything => (None, None),
        CaseScope::Area(unit) => (Some(matchable(unit)), None),
        CaseScope::Department(unit) => (None, Some(matchable(unit))),
        CaseScope::Own { .. } => return Ok(Vec::new()),
    };
    let kind = kind.map(WhistleKind::code);
    let found = sqlx::query_file!("src/read/queries/open_cases_by_grid.sql", at, area, department, kind);
    let mut rows: Vec<GridRow> = Vec::new();
    for counted in found.fetch_all(connection).await? {
        // They come grid by grid.
        if rows.last().is_none_or(|row| row.grid != counted.grid) {
            rows.push(GridRow::empty(counted.grid, counted.oldest_raised_at));
        }
        let row = rows.last_mut().expect("one was just added");
        row.open += counted.open;
        row.overdue += counted.overdue;
        row.oldest_raised_at = row.oldest_raised_at.min(counted.oldest_raised_at);
        if let Some(lamp) = counted.lamp.as_deref().and_then(Lamp::from_code) {
            *row.by_lamp.entry(lamp.code()).or_default() += counted.open;
        }
    }
    Ok(rows)
}

impl GridRow {
    fn empty(grid: String, oldest_raised_at: DateTime<Utc>) -> Self {
        let by_lamp = Lamp::ALL.into_iter().map(|lamp| (lamp.code(), 0)).collect();
        Self { grid, open: 0, overdue: 0, by_lamp, oldest_raised_at }
    }
}
