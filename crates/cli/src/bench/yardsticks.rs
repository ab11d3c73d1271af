//! What the log is compared with: the same rows, written to tables of the same shape with the same indexes, without
//! judging, without order and without hashes.
//!
//! The tables exist only while a benchmark runs, so these statements cannot be checked when they are compiled.

use anyhow::Context as _;
use sqlx::{Connection, PgConnection};
use whistle_store::database::owner_options;

use super::load::Client;
use super::rows::Rows;

/// The yardsticks' tables: columns, constraints and indexes of the log, but neither its trigger nor its function.
const TABLES: &str = "CREATE TABLE bench_single (LIKE events INCLUDING ALL);
                      CREATE TABLE bench_batch (LIKE events INCLUDING ALL)";

const INSERT_ONE: &str =
    "INSERT INTO bench_single (position, occurred_at, recorded_at, version, command_ordinal,
                              stream_id, command_id, stream_type, event_type, metadata, payload, leaf_hash)
                          VALUES ($1, now(), now(), $2, $3, $4, $5, 'case', $6, $7, $8, $9)";

const INSERT_BATCH: &str = "INSERT INTO bench_batch (position, occurred_at, recorded_at, version, command_ordinal,
                                stream_id, command_id, stream_type, event_type, metadata, payload, leaf_hash)
                            SELECT e.position, now(), now(), e.version, e.command_ordinal, e.stream_id, e.command_id,
                                   'case', e.event_type, e.metadata, e.payload, e.leaf_hash
                              FROM unnest($1::bigint[], $2::integer[], $3::smallint[], $4::uuid[], $5::uuid[],
                                          $6::text[], $7::bytea[], $8::bytea[], $9::bytea[])
                                   AS e (position, version, command_ordinal, stream_id, command_id, event_type,
                                         metadata, payload, leaf_hash)";

/// Creates the yardsticks' tables in the database of the log.
pub async fn create_tables(url: &str) -> anyhow::Result<()> {
    let mut connection = connect(url).await?;
    sqlx::raw_sql(TABLES).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

async fn connect(url: &str) -> anyhow::Result<PgConnection> {
    let options = owner_options(url)?.application_name("whistle-bench").options([("jit", "off")]);
    PgConnection::connect_with(&options).await.context("a client of the benchmark cannot connect")
}

/// Writes one row per transaction.
pub struct SingleInsert {
    connection: PgConnection,
    rows: Rows,
}

impl SingleInsert {
    /// A client on a connection of its own.
    pub async fn connect(url: &str, rows: Rows) -> anyhow::Result<Self> {
        Ok(Self { connection: connect(url).await?, rows })
    }
}

impl Client for SingleInsert {
    async fn operate(&mut self) -> anyhow::Result<()> {
        let row = self.rows.next();
        let template = self.rows.template(&row);
        sqlx::query(INSERT_ONE)
            .bind(row.position)
            .bind(row.version)
            .bind(template.ordinal)
            .bind(row.stream_id)
            .bind(row.command_id)
            .bind(template.event_type)
            .bind(&template.metadata)
            .bind(&template.payload)
            .bind(template.leaf_hash.as_slice())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }
}

/// Writes many rows per transaction.
pub struct BatchInsert {
    connection: PgConnection,
    rows: Rows,
    batch_rows: usize,
}

impl BatchInsert {
    /// A client on a connection of its own.
    pub async fn connect(url: &str, rows: Rows) -> anyhow::Result<Self> {
        Ok(Self { connection: connect(url).await?, rows, batch_rows: 1 })
    }

    /// The same client with another batch size.
    pub fn with_batch_rows(self, batch_rows: usize) -> Self {
        Self { batch_rows, ..self }
    }
}

impl Client for BatchInsert {
    async fn operate(&mut self) -> anyhow::Result<()> {
        let rows: Vec<_> = (0..self.batch_rows).map(|_| self.rows.next()).collect();
        let templates = || rows.iter().map(|row| self.rows.template(row));
        sqlx::query(INSERT_BATCH)
            .bind(rows.iter().map(|row| row.position).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.version).collect::<Vec<_>>())
            .bind(templates().map(|template| template.ordinal).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.stream_id).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.command_id).collect::<Vec<_>>())
            .bind(templates().map(|template| template.event_type).collect::<Vec<_>>())
            .bind(templates().map(|template| template.metadata.as_slice()).collect::<Vec<_>>())
            .bind(templates().map(|template| template.payload.as_slice()).collect::<Vec<_>>())
            .bind(templates().map(|template| template.leaf_hash.as_slice()).collect::<Vec<_>>())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }
}
