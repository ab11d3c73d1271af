//! Whole lists for files, cut to what the caller may see. Everything in them is masked as in the lists.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::mpsc;
use whistle_store::read::{Rows, Snapshot};

use crate::lists::{OpenList, scope};
use crate::{App, AppError, Caller};

/// The longest that rows are read for one export.
const EXPORT_LIFE: Duration = Duration::from_mins(15);
/// Handfuls of rows that wait for the writer of the file.
const HANDFULS_WAITING_MAX: usize = 4;

/// A list on its way into a file, as it stood at one moment.
#[derive(Debug)]
pub struct Export<Item> {
    /// The rows, some at a time. Dropping it ends the reading.
    pub rows: Rows<Item>,
    /// How many there are.
    pub count: i64,
    /// The last event of which they know.
    pub position: i64,
    /// The instant at which clocks were judged.
    pub at: DateTime<Utc>,
}

/// What of a list is wanted in a file.
#[derive(Debug, Clone)]
pub struct ExportRequest<Filter> {
    /// Which rows.
    pub filter: Filter,
    /// The instant at which clocks are judged; now where it is not given.
    pub at: Option<DateTime<Utc>>,
    /// Most rows that the file can hold; more are refused.
    pub rows_max: i64,
}

impl App {
    /// Everything that a filter wants, in the order of its list. Whoever takes a whole list away leaves a line in the log
    /// of the service.
    pub async fn export<F: OpenList>(
        &self,
        caller: &Caller,
        request: ExportRequest<F>,
    ) -> Result<Export<F::Item>, AppError> {
        let scope = scope(F::OPERATION, caller)?;
        let ExportRequest { filter, at, rows_max } = request;
        let at = at.unwrap_or_else(|| self.clock().now());
        let mut snapshot = Snapshot::take(&self.pool).await?;
        let count = snapshot.count(&filter, &scope, at, rows_max + 1).await?;
        if count > rows_max {
            return Err(AppError::TooManyRows { max: rows_max });
        }
        let position = snapshot.position();
        let (account, role, list) = (caller.actor.id, caller.role().code(), F::NAME);
        tracing::info!(%account, role, list, count, position, "a list was exported");
        let (to, rows) = mpsc::channel(HANDFULS_WAITING_MAX);
        tokio::spawn(async move {
            let pouring = snapshot.pour(&filter, &scope, at, to);
            if tokio::time::timeout(EXPORT_LIFE, pouring).await.is_err() {
                tracing::warn!(%account, list, "an export took too long and was given up");
            }
        });
        Ok(Export { rows, count, position, at })
    }
}
