//! What the tables and the log say of cases that a batch is about.

use std::collections::HashMap;

use futures::TryStreamExt;
use sqlx::PgConnection;
use uuid::Uuid;

use super::super::columns::column;
use super::super::projection::ProjectionError;
use super::super::record::{CaseRecord, EventRow};

/// Events of a case that are missing.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) case: Uuid,
    /// The version before the first of them.
    pub(super) after: i32,
    /// The version of the last of them.
    pub(super) through: i32,
}

/// The versions at which the rows of these cases stand. A case that is not in there has none.
pub(super) async fn written_versions(
    cases: &[Uuid],
    connection: &mut PgConnection,
) -> Result<HashMap<Uuid, i32>, sqlx::Error> {
    let written = sqlx::query_file!("src/projections/queries/cases_written.sql", cases);
    Ok(written.fetch_all(connection).await?.into_iter().map(|row| (row.id, row.version)).collect())
}

/// Reads what is wanted, one event at a time: those of a case in their order, the cases in any.
pub(super) async fn read(
    wanted: &[Wanted],
    connection: &mut PgConnection,
    mut take: impl FnMut(&CaseRecord) -> Result<(), ProjectionError>,
) -> Result<(), ProjectionError> {
    if wanted.is_empty() {
        return Ok(());
    }
    let wanted: Vec<&Wanted> = wanted.iter().collect();
    let mut rows = sqlx::query_file_as!(
        EventRow,
        "src/projections/queries/cases_history.sql",
        &column(&wanted, |wanted| wanted.case),
        &column(&wanted, |wanted| wanted.after),
        &column(&wanted, |wanted| wanted.through),
    )
    .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        if let Some(record) = row.decoded()? {
            take(&record)?;
        }
    }
    Ok(())
}

/// Up to `limit` events of all streams, sorted by stream and version, after the event `version` of `stream`; only those
/// whose position is not beyond `until`.
pub(super) async fn page(
    (stream, version): (Uuid, i32),
    until: i64,
    limit: u32,
    connection: &mut PgConnection,
) -> Result<Vec<EventRow>, sqlx::Error> {
    let limit = i64::from(limit);
    sqlx::query_file_as!(EventRow, "src/projections/queries/cases_page.sql", stream, version, until, limit)
        .fetch_all(connection)
        .await
}
