//! Whole lists, for files: every row that a filter finds, in one snapshot and without a page.
//!
//! An export works on a connection of its own, outside the pool, and hands rows on as fast as they are taken: however
//! many there are, a few hundred are in memory. Whoever opens snapshots limits how many there are at once.

use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use tokio::sync::mpsc;

use super::{CaseScope, Listed, QueryError, Snapshot};

/// Rows that travel together.
const ROWS_TOGETHER: usize = 256;
/// How long the reader of an export may take over what was handed to it. The snapshot holds the vacuum of the database
/// back, so that a reader who has gone to sleep is left behind.
const READER_PATIENCE: Duration = Duration::from_mins(1);

/// Rows on their way into a file, some at a time, or why there are no more of them. Nothing after the last.
pub type Rows<Item> = mpsc::Receiver<Result<Vec<Item>, QueryError>>;

impl Snapshot {
    /// How many rows `filter` finds within `scope`, counted up to `most`.
    pub async fn count(
        &mut self,
        filter: &impl Listed,
        scope: &CaseScope,
        at: DateTime<Utc>,
        most: i64,
    ) -> Result<i64, QueryError> {
        let mut statement = filter.count(scope, at, most)?;
        Ok(statement.build_query_scalar().fetch_one(self.connection()).await?)
    }

    /// Hands on every row that `filter` finds within `scope`, until the last, or until nobody takes them any more.
    pub async fn pour<F: Listed>(
        mut self,
        filter: &F,
        scope: &CaseScope,
        at: DateTime<Utc>,
        to: mpsc::Sender<Result<Vec<F::Item>, QueryError>>,
    ) {
        match self.poured(filter, scope, at, &to).await {
            Ok(()) => self.close().await,
            Err(error) => {
                let _gone = tokio::time::timeout(READER_PATIENCE, to.send(Err(error))).await;
            }
        }
    }

    async fn poured<F: Listed>(
        &mut self,
        filter: &F,
        scope: &CaseScope,
        at: DateTime<Utc>,
        to: &mpsc::Sender<Result<Vec<F::Item>, QueryError>>,
    ) -> Result<(), QueryError> {
        let mut statement = filter.rows(scope, at)?;
        let mut found = statement.build_query_as::<F::Item>().fetch(self.connection());
        let mut together = Vec::with_capacity(ROWS_TOGETHER);
        while let Some(mut item) = found.try_next().await? {
            F::judge(&mut item, at);
            together.push(item);
            if together.len() == ROWS_TOGETHER {
                hand_on(std::mem::take(&mut together), to).await?;
            }
        }
        if together.is_empty() { Ok(()) } else { hand_on(together, to).await }
    }
}

async fn hand_on<Item>(
    rows: Vec<Item>,
    to: &mpsc::Sender<Result<Vec<Item>, QueryError>>,
) -> Result<(), QueryError> {
    let taken = tokio::time::timeout(READER_PATIENCE, to.send(Ok(rows))).await;
    taken.map_err(|_elapsed| QueryError::NobodyReads)?.map_err(|_closed| QueryError::NobodyReads)
}
