//! The network and the server at their worst.

use std::time::{Duration, Instant};

use futures::StreamExt;
use sqlx::{AssertSqlSafe, Connection};

use super::{Cut, Proxy, command, database, log_on, log_over, log_through, owner};
use crate::ids::new_id;
use crate::log::{AppendError, LogSettings};

/// Cuts that are tried at the same time.
const CUTS_AT_ONCE: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_cut_at_any_byte_appends_exactly_once() {
    let database = database().await;
    // One pool for all: a cut costs no more connections than the one that is cut and the one after it.
    let pool = crate::database::pool(database.url(), 8).unwrap();
    let settings = LogSettings {
        reconnect_pause_min: Duration::from_millis(1),
        poll_interval: Duration::from_hours(1),
        ..LogSettings::default()
    };
    let append_through = async |cut: Cut| {
        let proxy = Proxy::start(database.url(), cut).await;
        let log = log_over(pool.clone(), proxy.url(), settings.clone());
        let sent = command(new_id(), 0, 2);
        let appended = log.append(sent.clone()).await.unwrap();
        let recorded = log.read_command(sent.command_id).await.unwrap();
        let positions: Vec<_> = recorded.iter().map(|event| event.position).collect();
        assert_eq!(positions, [appended.first_position, appended.first_position + 1]);
        proxy.passed()
    };
    let (sent, received) = append_through(Cut::Never).await;
    assert!(sent > 500 && received > 500, "{sent} {received}");

    // A step that shares no factor with message sizes meets every kind of place within the conversation.
    let cuts: Vec<Cut> = (0..sent)
        .step_by(13)
        .map(Cut::AfterSending)
        .chain((0..received).step_by(13).map(Cut::AfterReceiving))
        .collect();
    let commands = 1 + u64::try_from(cuts.len()).unwrap();
    futures::stream::iter(cuts)
        .map(append_through)
        .buffer_unordered(CUTS_AT_ONCE)
        .for_each(async |_| ())
        .await;
    let verification = log_on(&database).verify(|_| ()).await.unwrap();
    assert_eq!((verification.events, verification.problems), (commands * 2, vec![]));
}

#[tokio::test]
async fn a_database_that_is_away_is_said_within_the_time_limit_and_found_when_it_returns() {
    let database = database().await;
    let proxy = Proxy::start(database.url(), Cut::Never).await;
    proxy.shut();
    let settings = LogSettings { confirm_timeout: Duration::from_millis(200), ..LogSettings::default() };
    let log = log_through(proxy.url(), &database, settings);

    let lost = command(new_id(), 0, 1);
    assert!(matches!(log.append(lost.clone()).await, Err(AppendError::Unavailable)));

    proxy.open();
    let mut answer = log.append(lost.clone()).await;
    let patience = Instant::now();
    while answer.is_err() && patience.elapsed() < Duration::from_secs(10) {
        answer = log.append(lost.clone()).await;
    }
    assert_eq!(answer.unwrap().last_position, 1);
}

#[tokio::test]
async fn a_foreign_transaction_held_open_delays_neither_writers_nor_readers() {
    let database = database().await;
    let (writer, reader) = (log_on(&database), log_on(&database));
    let pool = owner(&database).await;
    sqlx::raw_sql("CREATE TABLE foreign_work (n integer)").execute(&pool).await.unwrap();
    let mut held = pool.begin().await.unwrap();
    sqlx::raw_sql("INSERT INTO foreign_work VALUES (1); SELECT count(*) FROM events")
        .execute(&mut *held)
        .await
        .unwrap();

    for position in 1..=20 {
        assert_eq!(writer.append(command(new_id(), 0, 1)).await.unwrap().last_position, position);
        assert_eq!(reader.read_after(position - 1, 10).await.unwrap().len(), 1);
    }
    assert!(reader.wait_for(20, Duration::from_secs(5)).await);
    held.rollback().await.unwrap();
}

#[tokio::test]
async fn commands_wait_for_a_lock_that_another_process_holds_and_then_go_through() {
    let database = database().await;
    let log = log_on(&database);
    let mut other = sqlx::PgConnection::connect(database.url()).await.unwrap();
    let definition: String = sqlx::query_scalar("SELECT prosrc FROM pg_proc WHERE proname = 'append_events'")
        .fetch_one(&mut other)
        .await
        .unwrap();
    let key = definition.split("pg_advisory_xact_lock(").nth(1).unwrap().split(')').next().unwrap();
    let lock = format!("SELECT pg_advisory_lock({key})");
    sqlx::raw_sql(AssertSqlSafe(lock)).execute(&mut other).await.unwrap();

    let mut waiting = Box::pin(log.append(command(new_id(), 0, 1)));
    let waited = tokio::time::timeout(Duration::from_millis(100), &mut waiting).await;
    assert!(waited.is_err(), "the lock must be respected: {waited:?}");
    other.close().await.unwrap();
    assert_eq!(waiting.await.unwrap().last_position, 1);
}
