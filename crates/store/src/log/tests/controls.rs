//! Negative controls: the roads not taken, and the proof that the tests of the log would notice them.
//!
//! The snapshots of `cqrs-es` apply every event twice. There is nothing to switch on that would use them (the event
//! store is implemented directly), and `twelve_increments_are_twelve_live_cached_and_rebuilt` would count 24.

use std::time::{Duration, Instant};

use super::history::{Acknowledged, observe, stored, violations};
use super::{command, database, log_on, owner};
use crate::ids::new_id;

/// On a sequence, positions are taken before the commit, and the checker of `history.rs` must say so.
#[tokio::test]
async fn the_checker_finds_fault_with_a_plain_bigserial_log() {
    let database = database().await;
    let pool = owner(&database).await;
    let table = "CREATE TABLE plain (position bigserial PRIMARY KEY, stream_id uuid, version integer, command_id uuid)";
    sqlx::raw_sql(table).execute(&pool).await.unwrap();
    let insert = "INSERT INTO plain (stream_id, version, command_id) VALUES ($1, 1, $2) RETURNING position";
    let mut observed = Vec::new();

    let (slow, fast) = (new_id(), new_id());
    let mut transaction = pool.begin().await.unwrap();
    let slow_position: i64 =
        sqlx::query_scalar(insert).bind(new_id()).bind(slow).fetch_one(&mut *transaction).await.unwrap();
    let fast_position: i64 =
        sqlx::query_scalar(insert).bind(new_id()).bind(fast).fetch_one(&pool).await.unwrap();
    observe(&pool, "plain", &mut observed).await;
    transaction.commit().await.unwrap();
    observe(&pool, "plain", &mut observed).await;

    let answer = |command_id, position, sent_at, answered_at| Acknowledged {
        command_id,
        sent_at,
        answered_at,
        first_position: position,
        last_position: position,
    };
    let acknowledged = [answer(slow, slow_position, 0, 3), answer(fast, fast_position, 1, 2)];
    let rows = stored(&pool, "plain").await;
    assert_eq!(
        violations(&acknowledged, &rows, &observed),
        ["a reader saw a position before the one below it, or missed one"]
    );

    let mut rolled_back = pool.begin().await.unwrap();
    sqlx::query(insert).bind(new_id()).bind(new_id()).execute(&mut *rolled_back).await.unwrap();
    rolled_back.rollback().await.unwrap();
    sqlx::query(insert).bind(new_id()).bind(new_id()).execute(&pool).await.unwrap();
    let rows = stored(&pool, "plain").await;
    assert!(violations(&acknowledged, &rows, &observed).contains(&"positions are not 1..n".to_owned()));
}

/// A reader that waits for the oldest running transaction sees nothing while anybody, anywhere on the server, writes
/// for long; one that reads by position sees everything.
#[tokio::test]
async fn a_reader_below_the_snapshots_horizon_goes_stale_while_a_foreign_write_is_held_and_ours_does_not() {
    let database = database().await;
    let pool = owner(&database).await;
    let log = log_on(&database);
    let tables = "CREATE TABLE foreign_work (n integer);
                  CREATE TABLE stamped (position bigserial PRIMARY KEY, written_by xid8 DEFAULT pg_current_xact_id())";
    sqlx::raw_sql(tables).execute(&pool).await.unwrap();
    let below_horizon =
        "SELECT count(*) FROM stamped WHERE written_by < pg_snapshot_xmin(pg_current_snapshot())";
    let seen = async || sqlx::query_scalar::<_, i64>(below_horizon).fetch_one(&pool).await.unwrap();

    let mut held = pool.begin().await.unwrap();
    sqlx::raw_sql("INSERT INTO foreign_work VALUES (1)").execute(&mut *held).await.unwrap();
    for events in 1..=3 {
        sqlx::raw_sql("INSERT INTO stamped DEFAULT VALUES").execute(&pool).await.unwrap();
        log.append(command(new_id(), 0, 1)).await.unwrap();
        assert_eq!((seen().await, log.read_after(0, 10).await.unwrap().len()), (0, events));
    }
    held.rollback().await.unwrap();

    // Transactions of other tests on the same server hold the horizon back too.
    let patience = Instant::now();
    while seen().await < 3 {
        assert!(patience.elapsed() < Duration::from_secs(30), "the horizon does not move");
        tokio::task::yield_now().await;
    }
}
