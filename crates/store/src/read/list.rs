//! What lists have in common: a page of them, and the whole of them for a file, are found in the same way.

use chrono::{DateTime, Utc};
use sqlx::postgres::PgRow;
use sqlx::{FromRow, PgExecutor};

use super::cursor::{checked_limit, page};
use super::filter::{SortedBy, Statement};
use super::{CaseScope, Page, QueryError};

/// A filter, and with it the list that it is about.
pub trait Listed: Send + Sync + 'static {
    /// A row.
    type Item: for<'row> FromRow<'row, PgRow> + Send + Unpin + 'static;

    /// Selects the columns of a row.
    const ROWS: &'static str;
    /// Selects nothing of what is counted.
    const COUNTED: &'static str;

    /// Begins the conditions, with the list of a unit to read along where one is asked for. What puts rows in order.
    fn listed(&self, statement: &mut Statement, scope: &CaseScope) -> SortedBy;

    /// Only what lies within `scope` and what the filter wants.
    fn wanted(
        &self,
        statement: &mut Statement,
        sorted_by: SortedBy,
        scope: &CaseScope,
        at: DateTime<Utc>,
    ) -> Result<(), QueryError>;

    /// Only what comes after the item with this cursor.
    fn after(&self, statement: &mut Statement, sorted_by: SortedBy, cursor: &str) -> Result<(), QueryError>;

    /// In the order of the list.
    fn in_order(&self, statement: &mut Statement, sorted_by: SortedBy);

    /// The cursor of an item.
    fn cursor(&self, item: &Self::Item) -> String;

    /// Judges what depends on the instant that is asked for.
    fn judge(item: &mut Self::Item, at: DateTime<Utc>);

    /// What `head` selects of the rows within `scope` that the filter wants, in no order yet, and what puts them in order.
    fn found(
        &self,
        head: &'static str,
        scope: &CaseScope,
        at: DateTime<Utc>,
    ) -> Result<(Statement, SortedBy), QueryError> {
        let mut statement = Statement::new(head);
        let sorted_by = self.listed(&mut statement, scope);
        self.wanted(&mut statement, sorted_by, scope, at)?;
        Ok((statement, sorted_by))
    }

    /// Everything that is found within `scope`, in the order of the list.
    fn rows(&self, scope: &CaseScope, at: DateTime<Utc>) -> Result<Statement, QueryError> {
        let (mut statement, sorted_by) = self.found(Self::ROWS, scope, at)?;
        self.in_order(&mut statement, sorted_by);
        Ok(statement)
    }

    /// How many are found within `scope`, counted up to `most`: one number.
    fn count(&self, scope: &CaseScope, at: DateTime<Utc>, most: i64) -> Result<Statement, QueryError> {
        let (mut statement, _) = self.found(Self::COUNTED, scope, at)?;
        statement.push(" LIMIT ").push_bind(most).push(") AS found");
        Ok(statement)
    }
}

/// A page of what `filter` wants within `scope`, in the order of its list. Clocks are judged at the instant `at`.
pub async fn list<F: Listed>(
    connection: impl PgExecutor<'_>,
    filter: &F,
    scope: &CaseScope,
    at: DateTime<Utc>,
    cursor: Option<&str>,
    limit: u32,
) -> Result<Page<F::Item>, QueryError> {
    let limit = checked_limit(limit)?;
    let (mut statement, sorted_by) = filter.found(F::ROWS, scope, at)?;
    if let Some(cursor) = cursor {
        filter.after(&mut statement, sorted_by, cursor)?;
    }
    filter.in_order(&mut statement, sorted_by);
    statement.push(" LIMIT ").push_bind(i64::from(limit) + 1);
    let mut items: Vec<F::Item> = statement.build_query_as().fetch_all(connection).await?;
    for item in &mut items {
        F::judge(item, at);
    }
    Ok(page(items, limit, |item| filter.cursor(item)))
}
