//! 判例: what was ruled on returns.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::{FromRow, PgExecutor, PgPool};
use uuid::Uuid;
use whistle_domain::actor::Code;

use super::cursor::{List, Place, checked_limit, page};
use super::filter::{Statement, equals, matchable};
use super::{Page, QueryError};

/// Precedents that are offered at once.
const PRECEDENTS_MAX: i64 = 20;

/// A ruling on a return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromRow)]
pub struct Precedent {
    /// The request that was ruled on.
    pub request: Uuid,
    /// The case.
    pub case_id: Uuid,
    /// Number of the case.
    pub number: String,
    /// Category of the case.
    pub category: String,
    /// The unit responsible for the territory of that case.
    pub territorial_unit: String,
    /// The unit that asked to return it.
    pub department: String,
    /// Whether it might.
    pub approved: bool,
    /// The unit whose duty it was found to be.
    pub unit: String,
    /// 审定: whether it was the last word.
    pub last_word: bool,
    /// Why, masked.
    pub reason: String,
    /// When.
    pub ruled_at: DateTime<Utc>,
}

/// Which rulings are wanted; every condition that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrecedentFilter {
    /// Category of the case.
    pub category: Option<Code>,
    /// A unit that had a part in it: it asked, it was found to be in charge, or it is responsible for the territory.
    pub unit: Option<Code>,
}

/// Rulings on returns in cases of this category: those of the same territory first, newest first.
pub async fn precedents(
    pool: &PgPool,
    category: &str,
    territorial_unit: &str,
) -> Result<Vec<Precedent>, QueryError> {
    let found = sqlx::query_file_as!(
        Precedent,
        "src/read/queries/precedents.sql",
        matchable(category),
        matchable(territorial_unit),
        PRECEDENTS_MAX
    );
    Ok(found.fetch_all(pool).await?)
}

/// A page of all rulings that `filter` wants, the newest first.
pub async fn list_precedents(
    connection: impl PgExecutor<'_>,
    filter: &PrecedentFilter,
    cursor: Option<&str>,
    limit: u32,
) -> Result<Page<Precedent>, QueryError> {
    let limit = checked_limit(limit)?;
    let mut statement = Statement::new(
        "SELECT request, case_id, number, category, territorial_unit, department, approved, unit, final AS last_word, reason, \
         ruled_at FROM precedents WHERE TRUE",
    );
    equals(&mut statement, "category", filter.category.as_deref());
    if let Some(unit) = filter.unit.as_deref().map(matchable) {
        statement.push(" AND ").push_bind(unit).push(" IN (department, unit, territorial_unit)");
    }
    if let Some(cursor) = cursor {
        let place = Place::decode(cursor, List::Precedents)?;
        statement.push(" AND (ruled_at, request) < (").push_bind(place.at.ok_or(QueryError::Cursor)?);
        statement.push(", ").push_bind(place.id).push(")");
    }
    statement.push(" ORDER BY ruled_at DESC, request DESC LIMIT ").push_bind(i64::from(limit) + 1);
    let items: Vec<Precedent> = statement.build_query_as().fetch_all(connection).await?;
    Ok(page(items, limit, |item| {
        Place { at: Some(item.ruled_at), id: item.request }.encode(List::Precedents)
    }))
}
