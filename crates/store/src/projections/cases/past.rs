//! The read models as they were at a position of the past.
//!
//! Most cases have not moved since, and their rows are right as they stand. Those that have moved are folded up to the
//! position, and their rows are written into temporary tables. Views under the names of the read models put the two
//! together: whoever asks the past asks it by the very statements by which the present is asked, scope and all.
//!
//! A [`Past`] has a connection of its own, so that no prepared statement of the service ever means its tables, and
//! whoever stops waiting takes everything along.

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::TryStreamExt;
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool};
use uuid::Uuid;
use whistle_domain::case::CaseEvent;
use whistle_domain::report::{Period, Subject};

use super::super::projection::ProjectionError;
use super::super::record::{CaseRecord, EventRow};
use super::folded::{Change, Folded};
use super::read_model::{ReadModel, Row, read_model};
use super::{
    BacklogRow, CASES_AT_ONCE_MAX, CaseRow, CaseTerms, CaseUnit, DispatchRow, DispatchUnit, FactRow,
    RegisterRow,
};

/// Cases that have moved since and are folded for one question. They are those that were open then: what was closed
/// before has not moved, and what was reported later is not looked at.
pub const CASES_FOLDED_MAX: i64 = 50_000;
/// How long laying the past out, and how long each statement in it, may take.
const PATIENCE_MAX: Duration = Duration::from_secs(10);
/// By how much the clocks of two processes may differ: nothing is raised later than this after it was recorded.
const CLOCKS_APART_MAX: TimeDelta = TimeDelta::hours(1);

/// The read models that a question looks at.
#[derive(Clone, Copy)]
pub struct Models(&'static [ReadModel]);

impl Models {
    /// The list of cases.
    pub const CASES: Self = Self(&[read_model::<CaseRow>(), read_model::<CaseUnit>()]);
    /// The list of cases, searched.
    pub const CASES_SEARCHED: Self =
        Self(&[read_model::<CaseRow>(), read_model::<CaseUnit>(), read_model::<CaseTerms>()]);
    /// Work lists.
    pub const DISPATCHES: Self =
        Self(&[read_model::<DispatchRow>(), read_model::<DispatchUnit>(), read_model::<CaseRow>()]);
    /// Work lists, searched.
    pub const DISPATCHES_SEARCHED: Self = Self(&[
        read_model::<DispatchRow>(),
        read_model::<DispatchUnit>(),
        read_model::<CaseRow>(),
        read_model::<CaseTerms>(),
    ]);
    /// 台账.
    pub const REGISTERS: Self = Self(&[read_model::<RegisterRow>(), read_model::<CaseRow>()]);
    /// 积压.
    pub const BACKLOG: Self = Self(&[read_model::<BacklogRow>()]);
    /// What is counted in reports.
    pub const FACTS: Self = Self(&[read_model::<FactRow>()]);
    /// All of them.
    #[cfg(test)]
    pub(super) const ALL: Self = Self(&super::READ_MODELS);
}

/// Why the past could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum PastError {
    /// The read models have not reached the position yet.
    #[error("the read models are behind position {position}")]
    Behind {
        /// The position that was asked for.
        position: i64,
    },
    /// Too much has happened since.
    #[error("more than {CASES_FOLDED_MAX} cases that were open then have moved since")]
    TooFar,
    /// It took too long.
    #[error("the past was not laid out within {} seconds", PATIENCE_MAX.as_secs())]
    TooSlow,
    /// The database did not do its part.
    #[error("the past cannot be read")]
    Database(#[from] sqlx::Error),
    /// The log cannot be understood.
    #[error("the past cannot be folded")]
    Log(#[from] ProjectionError),
}

/// The read models as they were at a position. What is asked of its connection is answered as it would have been when
/// they stood there.
pub struct Past {
    position: i64,
    connection: PgConnection,
}

impl Past {
    /// Lays `models` out as they were at `position`. The read models must have reached it.
    pub async fn open(pool: &PgPool, position: i64, models: Models) -> Result<Self, PastError> {
        let opened =
            tokio::time::timeout(PATIENCE_MAX, Self::lay_out(pool, position, models, CASES_FOLDED_MAX));
        opened.await.map_err(|_elapsed| PastError::TooSlow)?
    }

    /// The connection on which the read models are those of the past.
    pub const fn connection(&mut self) -> &mut PgConnection {
        &mut self.connection
    }

    /// The cases of which something is counted in this period, in no order; `limit` at most. Asks [`Models::FACTS`].
    pub async fn cases_counted(
        &mut self,
        subject: Subject,
        period: Period,
        limit: u32,
    ) -> Result<Vec<Uuid>, PastError> {
        let Period { from, to } = period;
        let (subject, limit) = (subject.code(), i64::from(limit));
        let cases = sqlx::query_file_scalar!(
            "src/projections/queries/past_cases_counted.sql",
            subject,
            from,
            to,
            limit
        );
        Ok(cases.fetch_all(&mut self.connection).await?)
    }

    /// Shows the history of each of these cases up to the position to `visit`; what had not been reported by then is left
    /// out. No more than one history is held at a time.
    pub async fn each_history(
        &mut self,
        cases: &[Uuid],
        mut visit: impl FnMut(Uuid, &[CaseEvent]) + Send,
    ) -> Result<(), PastError> {
        let mut show = |case: Uuid, records: Vec<CaseRecord>| {
            let events: Vec<CaseEvent> = records.into_iter().map(|record| record.event).collect();
            visit(case, &events);
            Ok(())
        };
        for some in cases.chunks(CASES_AT_ONCE_MAX) {
            histories(some, self.position, &mut self.connection, &mut show).await?;
        }
        Ok(())
    }

    /// Leaves everything as it is for everybody else.
    pub async fn close(self) {
        if let Err(error) = self.connection.close().await {
            tracing::debug!(error = &error as &dyn std::error::Error, "a connection was closed by itself");
        }
    }

    async fn lay_out(
        pool: &PgPool,
        position: i64,
        models: Models,
        cases_max: i64,
    ) -> Result<Self, PastError> {
        let mut connection = PgConnection::connect_with(&pool.connect_options()).await?;
        let patience = PATIENCE_MAX.as_millis();
        let begin = format!(
            "SET search_path = pg_temp, public; SET statement_timeout = {patience}; \
             BEGIN ISOLATION LEVEL REPEATABLE READ"
        );
        run(&mut connection, begin).await?;
        if reached(&mut connection).await? < position {
            return Err(PastError::Behind { position });
        }
        for model in models.0 {
            model.make_room(&mut connection).await?;
        }
        let moved = moved_since(position, cases_max, &mut connection).await?;
        for some in moved.chunks(CASES_AT_ONCE_MAX) {
            write(some, position, models, &mut connection).await?;
        }
        for model in models.0 {
            run(&mut connection, model.lay_over(position)).await?;
        }
        Ok(Self { position, connection })
    }
}

impl ReadModel {
    /// An empty table under the name of the read model, before which nobody sees that of the present.
    async fn make_room(&self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let table = self.table;
        run(connection, format!("CREATE TEMPORARY TABLE {table} (LIKE public.{table})")).await?;
        let keys = sqlx::query_file!("src/projections/queries/rebuild_primary_key.sql", table);
        for key in keys.fetch_all(&mut *connection).await? {
            let add = format!("ALTER TABLE pg_temp.{table} ADD CONSTRAINT {} {}", key.name, key.definition);
            run(connection, add).await?;
        }
        Ok(())
    }

    /// Puts what was written together with the rows of the cases that have not moved.
    fn lay_over(&self, position: i64) -> String {
        let Self { table, case, .. } = self;
        let stands = if *table == CaseRow::TABLE {
            format!("live.position <= {position}")
        } else {
            format!(
                "EXISTS (SELECT FROM public.cases AS unmoved WHERE unmoved.id = {case} AND unmoved.position <= {position})"
            )
        };
        format!(
            "ANALYZE pg_temp.{table}; ALTER TABLE pg_temp.{table} RENAME TO moved_{table}; \
             CREATE TEMPORARY VIEW {table} AS SELECT live.* FROM public.{table} AS live WHERE {stands} \
             UNION ALL SELECT * FROM pg_temp.moved_{table}"
        )
    }
}

/// How far the read models are, as this transaction sees them.
async fn reached(connection: &mut PgConnection) -> Result<i64, PastError> {
    let reached = sqlx::query_scalar!("SELECT position FROM projection_checkpoints WHERE name = 'cases'");
    Ok(reached.fetch_optional(connection).await?.ok_or(ProjectionError::NoCheckpoint("cases"))?)
}

/// The cases that had been reported by `position` and have moved since.
async fn moved_since(
    position: i64,
    cases_max: i64,
    connection: &mut PgConnection,
) -> Result<Vec<Uuid>, PastError> {
    let recorded_at = sqlx::query_scalar!("SELECT recorded_at FROM events WHERE position = $1", position);
    let Some(recorded_at) = recorded_at.fetch_optional(&mut *connection).await? else {
        return Ok(Vec::new());
    };
    let raised_until: DateTime<Utc> = recorded_at + CLOCKS_APART_MAX;
    let limit = cases_max + 1;
    let moved =
        sqlx::query_file_scalar!("src/projections/queries/past_moved.sql", position, raised_until, limit);
    let moved = moved.fetch_all(connection).await?;
    if i64::try_from(moved.len()).unwrap_or(i64::MAX) < limit { Ok(moved) } else { Err(PastError::TooFar) }
}

/// Writes the rows that these cases had at `position`.
async fn write(
    cases: &[Uuid],
    position: i64,
    models: Models,
    connection: &mut PgConnection,
) -> Result<(), PastError> {
    let nothing = Arc::new(Folded::default());
    let mut changes = Vec::with_capacity(cases.len());
    let mut fold = |case: Uuid, records: Vec<CaseRecord>| {
        let mut folded = Folded::empty(case);
        records.iter().try_for_each(|record| folded.take_in(record))?;
        changes.push(Change { before: Arc::clone(&nothing), after: Arc::new(folded) });
        Ok(())
    };
    histories(cases, position, connection, &mut fold).await?;
    for model in models.0 {
        (model.write)(&changes, connection).await?;
    }
    Ok(())
}

/// Reads the history of each of these cases up to `position`, and shows it whole.
async fn histories(
    cases: &[Uuid],
    position: i64,
    connection: &mut PgConnection,
    show: &mut (impl FnMut(Uuid, Vec<CaseRecord>) -> Result<(), ProjectionError> + Send),
) -> Result<(), PastError> {
    let mut history: Vec<CaseRecord> = Vec::new();
    let mut rows = sqlx::query_file_as!(EventRow, "src/projections/queries/past_events.sql", cases, position)
        .fetch(connection);
    while let Some(row) = rows.try_next().await? {
        let Some(record) = row.decoded().map_err(ProjectionError::from)? else { continue };
        if let Some(last) = history.last().map(|last| last.case).filter(|last| *last != record.case) {
            show(last, std::mem::take(&mut history))?;
        }
        history.push(record);
    }
    if let Some(last) = history.last().map(|last| last.case) {
        show(last, history)?;
    }
    Ok(())
}

async fn run(connection: &mut PgConnection, statements: String) -> Result<(), sqlx::Error> {
    // Every name in it is one of a read model, or out of the catalogue and quoted there.
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(connection).await?;
    Ok(())
}
