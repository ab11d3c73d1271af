//! A history checker, the load that feeds it, and the proof that it can fail.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use sqlx::{AssertSqlSafe, PgPool, Row};
use uuid::Uuid;

use super::{command, database, log_on, owner};
use crate::ids::new_id;
use crate::log::{AppendError, EventLog};

/// One command as its client saw it. Instants are ticks of one counter shared by all clients.
#[derive(Debug, Clone)]
pub(super) struct Acknowledged {
    pub(super) command_id: Uuid,
    pub(super) sent_at: u64,
    pub(super) answered_at: u64,
    pub(super) first_position: i64,
    pub(super) last_position: i64,
}

/// One row of the log as it ended up.
pub(super) struct Stored {
    position: i64,
    stream: Uuid,
    version: i32,
    command_id: Uuid,
}

/// Everything that is wrong with a history.
pub(super) fn violations(acknowledged: &[Acknowledged], stored: &[Stored], observed: &[i64]) -> Vec<String> {
    let mut wrong = Vec::new();
    if !stored.iter().map(|row| row.position).eq((1_i64..).take(stored.len())) {
        wrong.push("positions are not 1..n".to_owned());
    }
    if !observed.iter().copied().eq((1_i64..).take(stored.len())) {
        wrong.push("a reader saw a position before the one below it, or missed one".to_owned());
    }
    let mut versions: HashMap<Uuid, i32> = HashMap::new();
    let mut commands: HashMap<Uuid, Vec<i64>> = HashMap::new();
    for row in stored {
        let version = versions.entry(row.stream).or_insert(0);
        *version += 1;
        if row.version != *version {
            wrong.push(format!("version {} stands at place {version} of its stream", row.version));
        }
        commands.entry(row.command_id).or_default().push(row.position);
    }
    for answer in acknowledged {
        let expected: Vec<i64> = (answer.first_position..=answer.last_position).collect();
        if commands.get(&answer.command_id) != Some(&expected) {
            wrong.push(format!("{answer:?} is stored at {:?}", commands.get(&answer.command_id)));
        }
    }
    // Acknowledged before another was sent: stored before it. Both lists are sorted, so one pass is enough.
    let mut by_sending: Vec<_> = acknowledged.iter().collect();
    by_sending.sort_by_key(|answer| answer.sent_at);
    let mut by_answer: Vec<_> = acknowledged.iter().collect();
    by_answer.sort_by_key(|answer| answer.answered_at);
    let (mut done, mut highest_done) = (by_answer.into_iter().peekable(), 0);
    for later in by_sending {
        while let Some(earlier) = done.next_if(|earlier| earlier.answered_at < later.sent_at) {
            highest_done = highest_done.max(earlier.last_position);
        }
        if later.first_position <= highest_done {
            wrong.push(format!("{later:?} was sent after {highest_done} was acknowledged"));
        }
    }
    wrong
}

/// What is stored, in the order of positions.
pub(super) async fn stored(pool: &PgPool, table: &str) -> Vec<Stored> {
    let query = format!("SELECT position, stream_id, version, command_id FROM {table} ORDER BY position");
    let rows = sqlx::query(AssertSqlSafe(query)).fetch_all(pool).await.unwrap();
    rows.iter()
        .map(|row| Stored {
            position: row.get(0),
            stream: row.get(1),
            version: row.get(2),
            command_id: row.get(3),
        })
        .collect()
}

/// One look of a tailing reader: it takes what is there after the last position it has seen.
pub(super) async fn observe(pool: &PgPool, table: &str, observed: &mut Vec<i64>) {
    let query = format!("SELECT position FROM {table} WHERE position > $1 ORDER BY position");
    let last = observed.last().copied().unwrap_or(0);
    observed
        .extend(sqlx::query_scalar::<_, i64>(AssertSqlSafe(query)).bind(last).fetch_all(pool).await.unwrap());
}

/// A reader that tails the table until `writing` ends.
async fn tail(pool: PgPool, table: &'static str, writing: &AtomicBool) -> Vec<i64> {
    let mut observed = Vec::new();
    while writing.load(Ordering::Acquire) {
        observe(&pool, table, &mut observed).await;
        tokio::task::yield_now().await;
    }
    observe(&pool, table, &mut observed).await;
    observed
}

/// A client that appends to streams it shares with all others; every third command is sent twice at once.
async fn client(
    log: &EventLog,
    streams: &[Uuid],
    number: usize,
    commands: usize,
    ticks: &AtomicU64,
) -> Vec<Acknowledged> {
    let mut answers = Vec::new();
    let mut versions: HashMap<Uuid, u32> = HashMap::new();
    for round in 0..commands {
        let stream = streams[(number * 7 + round * 3) % streams.len()];
        let mut append = command(stream, 0, 1 + (number + round) % 3);
        let sent_at = ticks.fetch_add(1, Ordering::SeqCst);
        let appended = loop {
            append.expected_version = versions.get(&stream).copied().unwrap_or(0);
            let answer = if round % 3 == 0 {
                let (one, other) = tokio::join!(log.append(append.clone()), log.append(append.clone()));
                one.or(other)
            } else {
                log.append(append.clone()).await
            };
            match answer {
                Ok(appended) => break appended,
                Err(AppendError::VersionConflict { current }) => versions.insert(stream, current),
                Err(error) => panic!("{error:?}"),
            };
        };
        versions.insert(stream, appended.version);
        answers.push(Acknowledged {
            command_id: append.command_id,
            sent_at,
            answered_at: ticks.fetch_add(1, Ordering::SeqCst),
            first_position: appended.first_position,
            last_position: appended.last_position,
        });
    }
    answers
}

/// Runs the load of `clients` clients on each of `logs` beside a reader and `chaos`, and checks the history.
async fn check(
    pool: PgPool,
    logs: &[EventLog],
    clients: usize,
    commands: usize,
    chaos: impl Future<Output = ()>,
) {
    let (ticks, writing) = (AtomicU64::new(0), AtomicBool::new(true));
    let streams: Vec<Uuid> = (0..12).map(|_| new_id()).collect();
    let load = async {
        let clients = logs.iter().flat_map(|log| (0..clients).map(move |number| (log, number)));
        let work = clients.map(|(log, number)| client(log, &streams, number, commands, &ticks));
        let answers = tokio::select! {
            answers = futures::future::join_all(work) => answers,
            () = chaos => unreachable!("chaos has no end"),
        };
        writing.store(false, Ordering::Release);
        answers.concat()
    };
    let (acknowledged, observed) = tokio::join!(load, tail(pool.clone(), "events", &writing));
    assert_eq!(acknowledged.len(), logs.len() * clients * commands);
    let stored = stored(&pool, "events").await;
    let known: HashSet<Uuid> = acknowledged.iter().map(|answer| answer.command_id).collect();
    assert!(stored.iter().all(|row| known.contains(&row.command_id)), "an event that nobody sent");
    assert_eq!(violations(&acknowledged, &stored, &observed), Vec::<String>::new());
    assert_eq!(logs[0].verify(|_| ()).await.unwrap().problems, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_processes_with_many_clients_write_one_gap_free_history() {
    let database = database().await;
    let logs = [log_on(&database), log_on(&database), log_on(&database)];
    check(owner(&database).await, &logs, 16, 12, std::future::pending()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_backends_lose_and_repeat_nothing() {
    let database = database().await;
    let logs = [log_on(&database), log_on(&database)];
    let pool = owner(&database).await;
    let killed = AtomicU64::new(0);
    let terminate = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE application_name = 'whistle-appender' AND datname = current_database()";
    // One killing for each sign of progress: the load can always end, and the other process is in full swing.
    let kills = async {
        let mut head = logs[0].head();
        while head.changed().await.is_ok() {
            let count: i64 = sqlx::query_scalar(terminate).fetch_one(&pool).await.unwrap();
            killed.fetch_add(count.unsigned_abs(), Ordering::Relaxed);
        }
    };
    check(pool.clone(), &logs, 16, 12, kills).await;
    assert!(killed.load(Ordering::Relaxed) >= 2, "the load ended before anything was killed");
}

#[test]
fn the_checker_finds_every_other_fault() {
    let (stream, command_id) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let row = |position, version| Stored { position, stream, version, command_id };
    let answer = |sent_at, first_position, last_position| Acknowledged {
        command_id,
        sent_at,
        answered_at: sent_at + 1,
        first_position,
        last_position,
    };
    assert_eq!(violations(&[answer(0, 1, 2)], &[row(1, 1), row(2, 2)], &[1, 2]), Vec::<String>::new());
    assert_eq!(violations(&[answer(0, 1, 1)], &[row(1, 1), row(2, 2)], &[1, 2]).len(), 1, "recorded twice");
    assert_eq!(violations(&[answer(0, 1, 1)], &[], &[]).len(), 1, "lost");
    assert_eq!(violations(&[], &[row(1, 1), row(2, 3)], &[1, 2]).len(), 1, "version skipped");
    let inverted = violations(&[answer(0, 2, 2), answer(5, 1, 1)], &[row(1, 1), row(2, 2)], &[1, 2]);
    assert!(inverted.iter().any(|fault| fault.contains("was sent after 2 was acknowledged")), "{inverted:?}");
}
