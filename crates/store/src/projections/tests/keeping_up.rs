//! Leading, following, falling and standing up again.

use std::time::Duration;

use chrono::TimeDelta;
use uuid::Uuid;
use whistle_domain::actor::Actor;
use whistle_domain::case::{CaseEvent, Location, WhistleRaised};
use whistle_domain::clock::Clock;
use whistle_domain::policy::WhistleKind;
use whistle_domain::privacy::ProtectedText;

use super::rows::everything;
use super::stories::{AtWork, PATIENCE, World};
use crate::projections::{ProjectionStatus, WaitError, projections, rebuild};

#[tokio::test]
async fn a_second_process_follows_and_takes_over() {
    let world = World::create().await;
    let (first, second) = (world.work(), world.work());
    world.tell(30, 3).await;
    first.catch_up(&world).await;
    second.catch_up(&world).await;
    first.finish().await;
    let stories = world.tell(30, 4).await;
    second.catch_up(&world).await;
    let rows: i64 = sqlx::query_scalar("SELECT count(*) FROM cases").fetch_one(&world.pool).await.unwrap();
    assert_eq!(rows, 60);
    assert_eq!(stories.len(), 30);
    second.finish().await;
}

#[tokio::test]
async fn a_reader_waits_for_the_work_of_another_process() {
    let world = World::create().await;
    let bystander = crate::projections::Projections::new(world.pool.clone());
    world.tell(5, 5).await;
    let head = world.head().await;
    let waited = bystander.wait_until(head, Duration::from_millis(60)).await;
    assert_eq!(waited, Err(WaitError::TimedOut { position: head }));
    let work = world.work();
    let readers = (0..50).map(|_| bystander.wait_until(head, PATIENCE));
    for waited in futures::future::join_all(readers).await {
        waited.unwrap();
    }
    assert!(bystander.wait_until(head + 1, Duration::from_millis(60)).await.is_err());
    work.finish().await;
}

#[tokio::test]
async fn lost_connections_lose_nothing() {
    let world = World::create().await;
    let work = world.work();
    let cut_off = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
                   WHERE datname = current_database() AND pid <> pg_backend_pid() AND query !~ 'append_events'";
    let owner = sqlx::PgPool::connect(world.database.url()).await.unwrap();
    let (stories, ()) = tokio::join!(world.tell(60, 6), async {
        for _ in 0..20 {
            let _: i64 = sqlx::query_scalar(cut_off).fetch_one(&owner).await.unwrap();
            tokio::task::yield_now().await;
        }
    });
    work.catch_up(&world).await;
    let mut expected: Vec<(Uuid, i64)> = stories.iter().map(|story| (story.id, story.position)).collect();
    expected.sort_unstable();
    let rows: Vec<(Uuid, i64)> =
        sqlx::query_as("SELECT id, position FROM cases ORDER BY id").fetch_all(&owner).await.unwrap();
    assert_eq!(rows, expected);
    work.finish().await;
}

/// A crash takes back commits that did not wait for the disk, whole transactions from the last one on: rows and
/// checkpoint go back together, while the log, which does wait, keeps its events. That is done by hand in here.
#[tokio::test]
async fn what_a_crash_of_the_database_took_back_is_taken_in_again_without_a_new_event() {
    let world = World::create().await;
    let work = world.work();
    world.tell(30, 16).await;
    work.catch_up(&world).await;
    let tables: Vec<&str> =
        projections().iter().flat_map(|projection| projection.tables()).copied().collect();
    let tables = [tables.as_slice(), &["projection_checkpoints"]].concat();
    let owner = sqlx::PgPool::connect(world.database.url()).await.unwrap();
    let on_all = async |statement: &dyn Fn(&str) -> String| {
        let statements = tables.iter().map(|table| statement(table)).collect::<Vec<_>>().join(";");
        sqlx::raw_sql(sqlx::AssertSqlSafe(format!("BEGIN; {statements}; COMMIT")))
            .execute(&owner)
            .await
            .unwrap();
    };
    on_all(&|table| format!("CREATE TABLE saved_{table} AS SELECT * FROM {table}")).await;
    world.tell(30, 17).await;
    work.catch_up(&world).await;
    let before = everything(&world.pool).await;
    on_all(&|table| format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM saved_{table}")).await;
    // A fresh view, which has not heard how far they were before.
    let bystander = crate::projections::Projections::new(world.pool.clone());
    bystander.wait_until(world.head().await, PATIENCE).await.unwrap();
    assert_eq!(everything(&world.pool).await, before);
    work.finish().await;
}

#[tokio::test]
async fn an_event_that_nobody_understands_halts_in_front_of_it_and_raises_an_alarm() {
    let world = World::create().await;
    world.tell(10, 7).await;
    let poison = world.append_raw("case", "CaseTeleported", br#"{"CaseTeleported":{}}"#.to_vec()).await;
    world.tell(10, 8).await;
    world.clock.advance(TimeDelta::seconds(90));
    let work = world.work();
    for status in halted(&world, &work).await {
        assert_eq!(status.position, poison - 1, "{} must take in what came before", status.name);
        assert_eq!(status.lag_events, world.head().await - poison + 1);
        assert!((status.lag_seconds - 90.0).abs() < 1.0, "{}", status.lag_seconds);
        assert_eq!(status.halted, Some(format!("the CaseTeleported at position {poison} cannot be read")));
    }
    let before = everything(&world.pool).await;
    world.tell(5, 9).await;
    assert_eq!(everything(&world.pool).await, before, "nothing is skipped");
    // A binary that understands the event takes it in; the halted loop goes on behind it.
    sqlx::query!("UPDATE projection_checkpoints SET position = $1, halted = NULL", poison)
        .execute(&world.pool)
        .await
        .unwrap();
    work.catch_up(&world).await;
    assert!(
        work.projections
            .status(world.clock.now())
            .await
            .unwrap()
            .iter()
            .all(|status| status.halted.is_none())
    );
    work.finish().await;
}

#[tokio::test]
async fn an_event_that_the_database_refuses_halts_exactly_in_front_of_it() {
    let world = World::create().await;
    world.tell(10, 10).await;
    // PostgreSQL's calendar begins in 4713 BC.
    let raised_at =
        chrono::NaiveDate::from_ymd_opt(-9000, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc();
    let event = CaseEvent::WhistleRaised(WhistleRaised {
        number: "1".to_owned(),
        title: ProtectedText::plain("古老"),
        description: ProtectedText::plain("古老"),
        category: "0101".to_owned(),
        kind: WhistleKind::Appeal,
        source: "resident".to_owned(),
        location: Location {
            grid: "g".to_owned(),
            territorial_unit: "e1".to_owned(),
            area: Vec::new(),
            address: None,
            place: None,
        },
        subject: Uuid::nil(),
        reporter: None,
        confidential: false,
        raised_by: Actor::anonymous_resident(),
        raised_at,
        repeats: None,
        photos: Vec::new(),
    });
    let refused = world.append_raw("case", event.name(), serde_json::to_vec(&event).unwrap()).await;
    world.tell(10, 11).await;
    let work = world.work();
    let status = loop {
        let all = work.projections.status(world.clock.now()).await.unwrap();
        match all.into_iter().find(|status| status.name == "cases" && status.halted.is_some()) {
            Some(status) => break status,
            None => tokio::task::yield_now().await,
        }
    };
    assert_eq!(status.position, refused - 1);
    assert!(status.halted.unwrap().contains("SQLSTATE 22008"));
    work.finish().await;
}

#[tokio::test]
async fn a_stream_of_another_kind_is_passed_by_whatever_it_says() {
    let world = World::create().await;
    let work = world.work();
    world.tell(5, 19).await;
    world.append_raw("organisation", "UnitFounded", b"\x00 not JSON".to_vec()).await;
    // Even what would be an event, and poison, of a case.
    world.append_raw("policy", "CaseTeleported", br#"{"CaseTeleported":{}}"#.to_vec()).await;
    let stories = world.tell(5, 20).await;
    work.catch_up(&world).await;
    world.append_raw("policy", "PolicyLoaded", b"{}".to_vec()).await;
    work.catch_up(&world).await;
    let (live, head) = (everything(&world.pool).await, world.head().await);
    assert_eq!(live["cases"].len(), 5 + stories.len());
    let owner = crate::database::owner_options(world.database.url()).unwrap();
    let rebuilt = rebuild(projections()[0].as_ref(), &owner, &world.log, &mut |_| ()).await.unwrap();
    assert_eq!(rebuilt.events, head);
    assert_eq!(everything(&world.pool).await, live);
    work.finish().await;
}

async fn halted(world: &World, work: &AtWork) -> Vec<ProjectionStatus> {
    let all_halted = async {
        loop {
            let all = work.projections.status(world.clock.now()).await.unwrap();
            if all.iter().all(|status| status.halted.is_some()) {
                return all;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, all_halted).await.expect("every projection halts")
}
