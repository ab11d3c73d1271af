//! The network and the server at their worst.

use std::time::{Duration, Instant};

use sqlx::{AssertSqlSafe, Connection};

use super::{Cut, Proxy, command, database, log_on, log_through, owner};
use crate::ids::new_id;
use crate::log::{AppendError, LogSettings};

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_cut_at_any_byte_appends_exactly_once() {
    let database = database().await;
    let direct = log_on(&database);
    let settings = LogSettings { reconnect_pause_min: Duration::from_millis(1), ..LogSettings::default() };

    let whole = Proxy::start(database.url(), Cut::Never).await;
    log_through(whole.url(), &database, settings.clone()).append(command(new_id(), 0, 2)).await.unwrap();
    let (sent, received) = whole.passed();
    assert!(sent > 500 && received > 500, "{sent} {received}");

    // A step that shares no factor with message sizes meets every kind of place within the conversation.
    let cuts = (0..sent)
        .step_by(13)
        .map(Cut::AfterSending)
        .chain((0..received).step_by(13).map(Cut::AfterReceiving));
    let mut expected_position = 2;
    for cut in cuts {
        let proxy = Proxy::start(database.url(), cut).await;
        let log = log_through(proxy.url(), &database, settings.clone());
        let sent = command(new_id(), 0, 2);
        let appended = log.append(sent.clone()).await.unwrap();
        assert_eq!(
            (appended.first_position, appended.last_position),
            (expected_position + 1, expected_position + 2)
        );
        expected_position += 2;
        assert_eq!(direct.read_command(sent.command_id).await.unwrap().len(), 2);
    }
    assert_eq!(direct.verify(|_| ()).await.unwrap().problems, []);
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
