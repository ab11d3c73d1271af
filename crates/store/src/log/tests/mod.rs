//! The log on a real PostgreSQL.

mod append;
mod as_of;
mod controls;
mod execute;
mod failures;
mod history;
mod leaf;
mod proxy;
mod verify;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::clock::MovedClock;
use whistle_testkit::TestDatabase;

use super::{Append, EventLog, LogSettings, NewEvent, StreamId};
use crate::ids::new_id;

pub(crate) use proxy::{Cut, Proxy};

/// The instant at which every test's clock stands.
fn noon() -> DateTime<Utc> {
    "2026-03-02T04:00:00.123456Z".parse().unwrap()
}

async fn database() -> TestDatabase {
    TestDatabase::create(&crate::database::MIGRATIONS).await
}

/// A log as one process has it: each call is another process.
fn log_on(database: &TestDatabase) -> EventLog {
    log_through(database.url(), database, LogSettings::default())
}

/// A log whose appender connects to `appender_url`.
fn log_through(appender_url: &str, database: &TestDatabase, settings: LogSettings) -> EventLog {
    log_over(crate::database::pool(database.url(), 4).unwrap(), appender_url, settings)
}

/// A log that reads from `pool`.
fn log_over(pool: sqlx::PgPool, appender_url: &str, settings: LogSettings) -> EventLog {
    EventLog::start(appender_url, pool, Arc::new(MovedClock::starting_at(noon())), settings)
}

async fn owner(database: &TestDatabase) -> sqlx::PgPool {
    sqlx::PgPool::connect(database.url()).await.unwrap()
}

fn dispatcher() -> Actor {
    Actor { id: Uuid::from_u128(7), role: Role::Dispatcher, unit: Some("street".into()) }
}

fn event(event_type: &str) -> NewEvent {
    NewEvent {
        event_type: event_type.into(),
        occurred_at: noon(),
        payload: br#"{"note" : "exact  bytes"}"#.to_vec(),
    }
}

/// A new command with `events` events.
fn command(stream: Uuid, expected_version: u32, events: usize) -> Append {
    Append {
        command_id: new_id(),
        stream: StreamId { kind: "case", id: stream },
        expected_version,
        actor: dispatcher(),
        request_digest: None,
        events: vec![event("SomethingHappened"); events],
    }
}
