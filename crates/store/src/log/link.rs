//! The appender's connection: dedicated, in the service's role, and replaced when it breaks.

use std::time::Duration;

use sqlx::{Connection, PgConnection};

use super::batch::Prepared;
use super::{Appended, LogSettings};
use crate::database::service_options;

/// What the database said about one command.
pub(super) type Verdict = Result<Appended, Conflict>;

/// The stream has another version than the one expected.
#[derive(Debug)]
pub(super) struct Conflict {
    pub(super) current: u32,
}

/// A connection, or the wish for one.
pub(super) struct Link {
    url: String,
    attempt_timeout: Duration,
    pause_min: Duration,
    pause_max: Duration,
    /// Before the next attempt to connect.
    pause: Duration,
    connection: Option<PgConnection>,
}

impl Link {
    pub(super) fn new(url: &str, settings: &LogSettings) -> Self {
        Self {
            url: url.to_owned(),
            attempt_timeout: settings.attempt_timeout,
            pause_min: settings.reconnect_pause_min,
            pause_max: settings.reconnect_pause_max,
            pause: settings.reconnect_pause_min,
            connection: None,
        }
    }

    /// One attempt to append a batch: one round trip, once the connection stands. One verdict per command.
    pub(super) async fn append(&mut self, batch: &[Prepared]) -> Result<Vec<Verdict>, sqlx::Error> {
        let attempt = async {
            let connection = match &mut self.connection {
                Some(connection) => connection,
                none => none.insert(connect(&self.url, self.attempt_timeout).await?),
            };
            call(connection, batch).await
        };
        let verdicts = tokio::time::timeout(self.attempt_timeout, attempt).await.map_err(|_elapsed| {
            sqlx::Error::Io(std::io::Error::new(
                std::io::ErrorKind::TimedOut,
                "no answer within the attempt's time limit",
            ))
        })??;
        self.pause = self.pause_min;
        Ok(verdicts)
    }

    /// Drops a connection that cannot be trusted any more, and waits a little before the next one.
    pub(super) async fn give_up(&mut self) {
        self.connection = None;
        tokio::time::sleep(self.pause).await;
        self.pause = (self.pause * 2).min(self.pause_max);
    }
}

async fn connect(url: &str, attempt_timeout: Duration) -> Result<PgConnection, sqlx::Error> {
    // The server gives up when we do: an attempt that waits for the lock does not outlive its connection for long.
    let statement_timeout_ms = attempt_timeout.as_millis().to_string();
    let options = service_options(url)
        .map_err(|error| sqlx::Error::Configuration(Box::new(error)))?
        .application_name("whistle-appender")
        .options([
            ("statement_timeout", statement_timeout_ms.as_str()),
            ("plan_cache_mode", "force_generic_plan"),
        ]);
    PgConnection::connect_with(&options).await
}

/// Calls `append_events`.
async fn call(connection: &mut PgConnection, batch: &[Prepared]) -> Result<Vec<Verdict>, sqlx::Error> {
    let mut columns = Columns::default();
    for command in batch {
        columns.push(command);
    }
    let rows = sqlx::query_file!(
        "src/log/queries/append.sql",
        &columns.command_ids,
        &columns.ordinals,
        &columns.stream_types as &[&str],
        &columns.stream_ids,
        &columns.expected_versions,
        &columns.event_counts,
        &columns.recorded_ats,
        &columns.metadatas as &[&[u8]],
        &columns.event_types as &[&str],
        &columns.occurred_ats,
        &columns.payloads as &[&[u8]],
        &columns.leaf_hashes as &[&[u8]],
    )
    .fetch_all(connection)
    .await?;
    if rows.len() != batch.len() {
        return Err(sqlx::Error::Protocol(format!("{} answers for {} commands", rows.len(), batch.len())));
    }
    rows.into_iter()
        .map(|row| {
            let version =
                u32::try_from(row.stream_version).map_err(|error| sqlx::Error::Decode(error.into()))?;
            Ok(match (row.outcome.as_str(), row.first_position) {
                ("appended" | "duplicate", Some(first_position)) => Ok(Appended {
                    first_position,
                    last_position: first_position + i64::from(row.event_count) - 1,
                    version,
                    duplicate: row.outcome == "duplicate",
                }),
                _ => Err(Conflict { current: version }),
            })
        })
        .collect()
}

/// The arguments of `append_events`: parallel arrays with one entry per event.
#[derive(Default)]
struct Columns<'a> {
    command_ids: Vec<uuid::Uuid>,
    ordinals: Vec<i16>,
    stream_types: Vec<&'a str>,
    stream_ids: Vec<uuid::Uuid>,
    expected_versions: Vec<i32>,
    event_counts: Vec<i32>,
    recorded_ats: Vec<chrono::DateTime<chrono::Utc>>,
    metadatas: Vec<&'a [u8]>,
    event_types: Vec<&'a str>,
    occurred_ats: Vec<chrono::DateTime<chrono::Utc>>,
    payloads: Vec<&'a [u8]>,
    leaf_hashes: Vec<&'a [u8]>,
}

impl<'a> Columns<'a> {
    fn push(&mut self, command: &'a Prepared) {
        let append = &command.submission.append;
        // A version beyond the column's range is one that no stream has: it is judged a conflict.
        let expected_version = i32::try_from(append.expected_version).unwrap_or(i32::MAX);
        let event_count = i32::try_from(append.events.len()).expect("the number of events is limited");
        for ((ordinal, event), leaf_hash) in (0_i16..).zip(&append.events).zip(&command.leaf_hashes) {
            self.command_ids.push(append.command_id);
            self.ordinals.push(ordinal);
            self.stream_types.push(append.stream.kind);
            self.stream_ids.push(append.stream.id);
            self.expected_versions.push(expected_version);
            self.event_counts.push(event_count);
            self.recorded_ats.push(command.recorded_at);
            self.metadatas.push(&command.submission.metadata);
            self.event_types.push(&event.event_type);
            self.occurred_ats.push(event.occurred_at);
            self.payloads.push(&event.payload);
            self.leaf_hashes.push(leaf_hash);
        }
    }
}
