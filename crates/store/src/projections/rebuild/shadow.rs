//! The tables of a rebuild: cloned, indexed, swapped, cleared away.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sqlx::{AssertSqlSafe, PgConnection};

use super::super::projection::{Projection, ProjectionError};
use super::RebuildError;
use crate::database::SERVICE_ROLE;

/// First half of the advisory lock that each rebuild holds; the second half is the projection's name.
const REBUILD_LOCK: i32 = 0x7265_6275;

/// The new tables of a projection, in a schema of their own. All names in statements are compile-time names of
/// projections and tables, or come out of the catalogue quoted.
pub(super) struct Shadow {
    name: &'static str,
    tables: &'static [&'static str],
    sums: &'static [&'static str],
    /// Where the new tables grow.
    schema: String,
    /// Where the old tables go.
    retired: String,
}

impl Shadow {
    /// Clears away what a killed rebuild left, and clones the live tables without any index but the keys of sums. From here on,
    /// unqualified names on `connection` mean the new tables.
    pub(super) async fn create(
        projection: &dyn Projection,
        connection: &mut PgConnection,
    ) -> Result<Self, RebuildError> {
        let name = projection.name();
        let shadow = Self {
            name,
            tables: projection.tables(),
            sums: projection.sums(),
            schema: format!("rebuild_{name}"),
            retired: format!("retired_{name}"),
        };
        let free = sqlx::query_scalar!(
            r#"SELECT pg_try_advisory_lock($1, hashtext($2)) AS "free!""#,
            REBUILD_LOCK,
            name
        );
        if !free.fetch_one(&mut *connection).await? {
            return Err(RebuildError::AlreadyRunning(name));
        }
        let Self { schema, retired, .. } = &shadow;
        run(connection, format!("DROP SCHEMA IF EXISTS {schema}, {retired} CASCADE; CREATE SCHEMA {schema}"))
            .await?;
        for table in shadow.tables {
            let clone = format!(
                "CREATE TABLE {schema}.{table} (LIKE public.{table} INCLUDING ALL EXCLUDING INDEXES)"
            );
            run(connection, clone).await?;
            if shadow.sums.contains(table) {
                shadow.add_primary_key(table, connection).await?;
            }
            let grant = format!("GRANT SELECT, INSERT, UPDATE, DELETE ON {schema}.{table} TO {SERVICE_ROLE}");
            run(connection, grant).await?;
        }
        shadow.point(connection).await?;
        Ok(shadow)
    }

    /// Lets unqualified names on `connection` mean the new tables.
    pub(super) async fn point(&self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        // As the live projection runs, see queries/checkpoint_lock.sql. Statistics are taken of 9,000 rows of each table
        // and not of 30,000, which is a sixth of the time that a rebuild of a small log takes; the next automatic
        // analysis takes them of all that it is told to.
        let settings = "SET synchronous_commit = off; SET enable_seqscan = off; \
                        SET maintenance_work_mem = '128MB'; SET default_statistics_target = 30";
        run(connection, format!("SET search_path = {}, public; {settings}", self.schema)).await
    }

    async fn add_primary_key(&self, table: &str, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let keys = sqlx::query_file!("src/projections/queries/rebuild_primary_key.sql", table);
        for key in keys.fetch_all(&mut *connection).await? {
            let add =
                format!("ALTER TABLE {}.{table} ADD CONSTRAINT {} {}", self.schema, key.name, key.definition);
            run(connection, add).await?;
        }
        Ok(())
    }

    /// Gives the new tables the keys and indexes of the live ones, under the same names, and statistics. Two tables are
    /// worked on at a time, the largest first: what comes last must not be long.
    pub(super) async fn index(&self, [one, other]: [&mut PgConnection; 2]) -> Result<(), sqlx::Error> {
        let tables: Vec<String> = self.tables.iter().map(|table| (*table).to_owned()).collect();
        let largest =
            sqlx::query_file_scalar!("src/projections/queries/rebuild_largest.sql", self.schema, &tables);
        let largest = largest.fetch_all(&mut *one).await?;
        let next = AtomicUsize::new(0);
        let work = async |connection: &mut PgConnection| {
            while let Some(table) = largest.get(next.fetch_add(1, Ordering::Relaxed)) {
                self.index_table(table, connection).await?;
            }
            Ok::<(), sqlx::Error>(())
        };
        tokio::try_join!(work(one), work(other))?;
        Ok(())
    }

    async fn index_table(&self, table: &str, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        if !self.sums.contains(&table) {
            self.add_primary_key(table, connection).await?;
        }
        let indexes = sqlx::query_file!("src/projections/queries/rebuild_indexes.sql", table);
        for index in indexes.fetch_all(&mut *connection).await? {
            let create = format!("{} ON {}.{table} {}", index.head, self.schema, index.tail);
            run(connection, create).await?;
        }
        run(connection, format!("ANALYZE {}.{table}", self.schema)).await
    }

    /// Holds the live projection back until the transaction ends, and answers where it stands. The same order of locks
    /// as in a step of the projection: first the checkpoint, then the tables.
    /// Nothing in the transaction waits for a lock longer than `lock_wait`.
    pub(super) async fn hold_back(
        &self,
        lock_wait: Duration,
        transaction: &mut PgConnection,
    ) -> Result<i64, RebuildError> {
        run(transaction, format!("SET LOCAL lock_timeout = '{}ms'", lock_wait.as_millis())).await?;
        sqlx::query_scalar!(
            "SELECT position FROM projection_checkpoints WHERE name = $1 FOR UPDATE",
            self.name
        )
        .fetch_optional(transaction)
        .await?
        .ok_or_else(|| ProjectionError::NoCheckpoint(self.name).into())
    }

    /// Moves the live tables out and the new ones in, together with the checkpoint.
    pub(super) async fn change_places(
        &self,
        position: i64,
        transaction: &mut PgConnection,
    ) -> Result<(), sqlx::Error> {
        let Self { schema, retired, .. } = self;
        let live: Vec<String> = self.tables.iter().map(|table| format!("public.{table}")).collect();
        run(transaction, format!("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE", live.join(", "))).await?;
        run(transaction, format!("CREATE SCHEMA {retired}")).await?;
        for table in self.tables {
            let out = format!("ALTER TABLE public.{table} SET SCHEMA {retired}");
            run(transaction, format!("{out}; ALTER TABLE {schema}.{table} SET SCHEMA public")).await?;
        }
        sqlx::query_file!("src/projections/queries/checkpoint_advance.sql", self.name, position)
            .execute(transaction)
            .await?;
        Ok(())
    }

    /// Drops the old tables. Whoever still reads them holds that up; then the next rebuild clears them away.
    pub(super) async fn clear_away(&self, connection: &mut PgConnection) {
        let Self { schema, retired, name, .. } = self;
        let drop = format!("SET lock_timeout = '5s'; DROP SCHEMA IF EXISTS {schema}, {retired} CASCADE");
        if let Err(error) = run(connection, drop).await {
            let error = &error as &dyn std::error::Error;
            tracing::warn!(projection = name, error, "the old tables stay until the next rebuild");
        }
    }
}

/// Whether somebody else merely had the tables for too long: lock timeout or deadlock.
pub(super) fn was_busy(error: &sqlx::Error) -> bool {
    matches!(error, sqlx::Error::Database(error) if matches!(error.code().as_deref(), Some("55P03" | "40P01")))
}

async fn run(connection: &mut PgConnection, statement: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(connection).await?;
    Ok(())
}
