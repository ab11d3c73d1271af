//! The network and the server at their worst.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

use super::{command, database, log_on, log_through, owner};
use crate::ids::new_id;
use crate::log::{AppendError, LogSettings};

/// A proxy that cuts its first connection after a number of bytes in one direction, and lets all others pass.
struct Proxy {
    url: String,
    sent: Arc<AtomicUsize>,
    received: Arc<AtomicUsize>,
}

#[derive(Clone, Copy)]
enum Cut {
    AfterSending(usize),
    AfterReceiving(usize),
    Never,
}

impl Proxy {
    async fn start(url: &str, cut: Cut) -> Self {
        let server: PgConnectOptions = url.parse().unwrap();
        let address = format!("{}:{}", server.get_host(), server.get_port());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxied = url.replace(&address, &listener.local_addr().unwrap().to_string());
        assert_ne!(proxied, url, "the address of the server must be in its url");
        let (sent, received) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let counters = (Arc::clone(&sent), Arc::clone(&received));
        tokio::spawn(async move {
            let first = AtomicBool::new(true);
            while let Ok((client, _)) = listener.accept().await {
                let Ok(server) = TcpStream::connect(&address).await else { continue };
                let limits = match cut {
                    _ if !first.swap(false, Ordering::Relaxed) => (usize::MAX, usize::MAX),
                    Cut::AfterSending(bytes) => (bytes, usize::MAX),
                    Cut::AfterReceiving(bytes) => (usize::MAX, bytes),
                    Cut::Never => (usize::MAX, usize::MAX),
                };
                let counters = counters.clone();
                tokio::spawn(async move {
                    let (from_client, to_client) = client.into_split();
                    let (from_server, to_server) = server.into_split();
                    // Whichever direction ends first takes both down.
                    tokio::select! {
                        () = pass(from_client, to_server, limits.0, &counters.0) => (),
                        () = pass(from_server, to_client, limits.1, &counters.1) => (),
                    }
                });
            }
        });
        Self { url: proxied, sent, received }
    }
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, limit: usize, passed: &AtomicUsize) {
    let mut left = limit;
    let mut buffer = [0; 4096];
    while left > 0 {
        let room = left.min(buffer.len());
        let Ok(bytes @ 1..) = from.read(&mut buffer[..room]).await else { return };
        if to.write_all(&buffer[..bytes]).await.is_err() {
            return;
        }
        left -= bytes;
        passed.fetch_add(bytes, Ordering::Relaxed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_cut_at_any_byte_appends_exactly_once() {
    let database = database().await;
    let direct = log_on(&database);
    let settings = LogSettings { reconnect_pause_min: Duration::from_millis(1), ..LogSettings::default() };

    let whole = Proxy::start(database.url(), Cut::Never).await;
    log_through(&whole.url, &database, settings.clone()).append(command(new_id(), 0, 2)).await.unwrap();
    let (sent, received) = (whole.sent.load(Ordering::Relaxed), whole.received.load(Ordering::Relaxed));
    assert!(sent > 500 && received > 500, "{sent} {received}");

    // A step that shares no factor with message sizes meets every kind of place within the conversation.
    let cuts = (0..sent)
        .step_by(13)
        .map(Cut::AfterSending)
        .chain((0..received).step_by(13).map(Cut::AfterReceiving));
    let mut expected_position = 2;
    for cut in cuts {
        let proxy = Proxy::start(database.url(), cut).await;
        let log = log_through(&proxy.url, &database, settings.clone());
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
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server: PgConnectOptions = database.url().parse().unwrap();
    let address = format!("{}:{}", server.get_host(), server.get_port());
    let elsewhere = port.local_addr().unwrap().to_string();
    drop(port);
    let settings = LogSettings { confirm_timeout: Duration::from_millis(200), ..LogSettings::default() };
    let log = log_through(&database.url().replace(&address, &elsewhere), &database, settings);

    let lost = command(new_id(), 0, 1);
    assert!(matches!(log.append(lost.clone()).await, Err(AppendError::Unavailable)));

    let listener = TcpListener::bind(&elsewhere).await.unwrap();
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let mut server = TcpStream::connect(&address).await.unwrap();
            tokio::spawn(async move { tokio::io::copy_bidirectional(&mut client, &mut server).await });
        }
    });
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
