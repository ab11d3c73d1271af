//! The read models as they stand at one moment, for what is read in many steps.

use sqlx::{Connection, Executor, PgConnection, PgPool};

use super::QueryError;

/// The read models as they stand at one moment, whatever is written meanwhile, on a connection of their own.
#[derive(Debug)]
pub struct Snapshot {
    connection: PgConnection,
    position: i64,
}

impl Snapshot {
    /// The read models as they stand now.
    pub async fn take(pool: &PgPool) -> Result<Self, QueryError> {
        let mut connection = pool.acquire().await?.detach();
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
        let position =
            sqlx::query_scalar!("SELECT position FROM projection_checkpoints WHERE name = 'cases'");
        let position = position.fetch_one(&mut connection).await?;
        Ok(Self { connection, position })
    }

    /// The last event of which it knows.
    pub const fn position(&self) -> i64 {
        self.position
    }

    pub(crate) const fn connection(&mut self) -> &mut PgConnection {
        &mut self.connection
    }

    /// Lets the moment go.
    pub async fn close(self) {
        // It has served; how the connection ends changes nothing any more.
        let _closed = self.connection.close().await;
    }
}
