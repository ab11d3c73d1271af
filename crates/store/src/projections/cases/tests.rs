//! Rows as functions of the case, and the way from one state of them to another.

use std::sync::Arc;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;
use whistle_domain::clock::Clock;
use whistle_domain::privacy::ProtectedText;
use whistle_domain::report::{Dimension, Period};

use super::super::tests::rows::{add_up, everything};
use super::super::tests::stories::{Story, World};
use super::folded::{Change, Folded};
use super::sums::Sums;
use super::{TABLES, fill, write};
use crate::backlog_counts::count_rows;
use crate::read::{CaseScope, ReportFilter, ReportQuery, backlog, backlog_by_rows, report, report_of_facts};

fn folded(story: &Story) -> Folded {
    let version = story.version.cast_signed();
    Folded::at(story.id, story.case.clone(), version, story.position)
}

/// Everything that a case may come to say otherwise, said otherwise.
fn amended(mut folded: Folded) -> Folded {
    let report = folded.case.report.as_mut().unwrap();
    report.title = ProtectedText::plain("噪音扰民");
    report.location.area = vec!["district".to_owned(), "north".to_owned()];
    report.location.territorial_unit = "north".to_owned();
    report.location.address = Some(ProtectedText::plain("永乐街14号"));
    report.raised_at -= TimeDelta::hours(1);
    for (number, dispatch) in folded.case.dispatches.iter_mut().enumerate() {
        dispatch.department = format!("{}-{number}", dispatch.department);
        dispatch.clocks.sign_due_at += TimeDelta::days(3);
        dispatch.clocks.due_at = dispatch.clocks.due_at.map(|due_at| due_at + TimeDelta::days(3));
    }
    if folded.case.dispatches.len() > 1 {
        folded.case.dispatches.pop();
    }
    folded.version += 1;
    folded
}

async fn move_rows(changes: impl Iterator<Item = (Folded, Folded)>, connection: &mut PgConnection) {
    let change = |(before, after)| Change { before: Arc::new(before), after: Arc::new(after) };
    let changes: Vec<Change> = changes.map(change).collect();
    let mut sums = Sums::as_they_stand(connection).await.unwrap();
    sums.take_in(&changes);
    write(&changes, connection).await.unwrap();
    sums.add_up(connection).await.unwrap();
}

#[tokio::test]
async fn what_a_case_no_longer_says_leaves_every_table() {
    let world = World::create().await;
    let stories = world.tell(150, 26).await;
    let mut connection = PgConnection::connect(world.database.url()).await.unwrap();
    let nothing = |story: &Story| Folded::empty(story.id);
    move_rows(stories.iter().map(|story| (nothing(story), folded(story))), &mut connection).await;
    let first = everything(&world.pool).await;
    assert!(first.values().all(|rows| !rows.is_empty()));
    move_rows(stories.iter().map(|story| (folded(story), amended(folded(story)))), &mut connection).await;
    let moved = everything(&world.pool).await;
    for (table, rows) in &moved {
        assert_ne!(rows, &first[table], "{table} tells nothing");
    }
    move_rows(stories.iter().map(|story| (amended(folded(story)), nothing(story))), &mut connection).await;
    for (table, rows) in everything(&world.pool).await {
        assert!(rows.is_empty(), "{table}: {rows:?}");
    }
    move_rows(stories.iter().map(|story| (nothing(story), amended(folded(story)))), &mut connection).await;
    assert_eq!(everything(&world.pool).await, moved, "the way there makes no difference");
}

#[tokio::test]
async fn terms_and_lists_are_left_alone_by_events_that_do_not_touch_them() {
    let world = World::create().await;
    let stories = world.tell(40, 27).await;
    let mut connection = PgConnection::connect(world.database.url()).await.unwrap();
    let nothing = |story: &Story| Folded::empty(story.id);
    move_rows(stories.iter().map(|story| (nothing(story), folded(story))), &mut connection).await;
    let before = row_versions(&mut connection).await;
    let later = |story: &Story| {
        let mut later = folded(story);
        later.case.reworks += 1;
        later.version += 1;
        later
    };
    move_rows(stories.iter().map(|story| (folded(story), later(story))), &mut connection).await;
    for ((table, before), (_, after)) in before.into_iter().zip(row_versions(&mut connection).await) {
        assert_eq!(before == after, table != "cases", "{table}");
    }
}

/// Which transaction wrote each row, and where it lies.
async fn row_versions(connection: &mut PgConnection) -> Vec<(&'static str, Vec<String>)> {
    let mut versions = Vec::new();
    for table in TABLES {
        let statement =
            sqlx::AssertSqlSafe(format!("SELECT xmin::text || ctid::text FROM {table} ORDER BY 1"));
        versions.push((table, sqlx::query_scalar(statement).fetch_all(&mut *connection).await.unwrap()));
    }
    versions
}

#[tokio::test]
async fn a_page_may_end_within_a_case_and_a_page_may_hold_many() {
    let world = World::create().await;
    let work = world.work();
    world.tell(20, 28).await;
    world.append_raw("policy", "PolicyLoaded", b"{}".to_vec()).await;
    world.tell(20, 29).await;
    work.catch_up(&world).await;
    work.finish().await;
    let (live, head) = (everything(&world.pool).await, world.head().await);
    let mut reader = PgConnection::connect(world.database.url()).await.unwrap();
    let mut connection = PgConnection::connect(world.database.url()).await.unwrap();
    let mut other = PgConnection::connect(world.database.url()).await.unwrap();
    let bounds = [(1, 0, 0), (7, 50, 2_000), (50, 1_000, 20_000), (8192, 50_000, usize::MAX)];
    for (page_events_max, cells_max, copy_bytes_min) in bounds {
        let truncate = format!("TRUNCATE {}", TABLES.join(", "));
        sqlx::raw_sql(sqlx::AssertSqlSafe(truncate)).execute(&mut connection).await.unwrap();
        let mut taken = Vec::new();
        let bounds = fill::Bounds { page_events_max, cells_max, copy_bytes_min };
        let writers = [&mut connection, &mut other];
        fill::fill(head, bounds, &mut reader, writers, &mut |events| taken.push(events)).await.unwrap();
        assert!(taken.is_sorted());
        assert_eq!(taken.last(), Some(&head));
        assert_eq!(everything(&world.pool).await, live);
    }
}

#[tokio::test]
async fn only_what_the_log_held_at_the_position_is_filled_in() {
    let world = World::create().await;
    world.tell(20, 30).await;
    let events = world.log.read_after(0, 8192).await.unwrap();
    let until = events.len() / 2;
    let mut reader = PgConnection::connect(world.database.url()).await.unwrap();
    let mut connection = PgConnection::connect(world.database.url()).await.unwrap();
    let mut other = PgConnection::connect(world.database.url()).await.unwrap();
    let position = events[until - 1].position;
    fill::fill(position, fill::Bounds::USUAL, &mut reader, [&mut connection, &mut other], &mut |_| ())
        .await
        .unwrap();
    let filled = everything(&world.pool).await;
    let truncate = format!("TRUNCATE {}", TABLES.join(", "));
    sqlx::raw_sql(sqlx::AssertSqlSafe(truncate)).execute(&mut connection).await.unwrap();
    let mut writer = crate::projections::projections()[0].writer();
    assert_eq!(writer.take_in(&events[..until], &mut connection).await.unwrap(), position);
    assert_eq!(everything(&world.pool).await, filled);
}

#[test]
fn a_case_that_was_never_reported_has_no_rows() {
    use super::read_model::Row;
    let empty = Folded::empty(Uuid::from_u128(1));
    assert!(super::CaseRow::of(&empty).is_empty());
    assert!(super::CaseUnit::of(&empty).is_empty());
    assert!(super::CaseTerms::of(&empty).is_empty());
    assert!(super::DispatchRow::of(&empty).is_empty());
    assert!(super::DispatchUnit::of(&empty).is_empty());
    assert!(super::BacklogRow::of(&empty).is_empty());
    assert!(super::FactRow::of(&empty).is_empty());
}

#[tokio::test]
async fn the_sums_of_the_backlog_are_its_rows_counted_at_the_last_full_quarter_of_an_hour_of_the_log() {
    let world = World::create().await;
    let mut connection = PgConnection::connect(world.database.url()).await.unwrap();
    let mut writer = crate::projections::projections()[0].writer();
    let (mut position, mut instants) = (0, std::collections::BTreeSet::new());
    // A clock that was ten days ahead is put right in the end.
    let later = TimeDelta::minutes(11);
    for (seed, later) in
        (31..).zip([later, later, later, later, TimeDelta::days(10), TimeDelta::days(-10), later])
    {
        world.tell(12, seed).await;
        world.clock.advance(later);
        let events = world.log.read_after(position, 8192).await.unwrap();
        for some in events.chunks(101) {
            position = writer.take_in(some, &mut connection).await.unwrap();
            add_up(&mut connection).await;
            let sums: Vec<(String, String, DateTime<Utc>, Vec<i64>)> =
                sqlx::query_as("SELECT department, state, judged_at, counts FROM backlog_sums ORDER BY 1, 2")
                    .fetch_all(&mut connection)
                    .await
                    .unwrap();
            let recorded_at = some.last().unwrap().recorded_at;
            let instant = recorded_at.duration_trunc(TimeDelta::minutes(15)).unwrap();
            let mut counted = count_rows(None, None, instant, &mut connection).await.unwrap();
            counted
                .sort_by(|one, other| (&one.department, &one.state).cmp(&(&other.department, &other.state)));
            let counted = counted.into_iter().map(|row| (row.department, row.state, instant, row.numbers));
            assert_eq!(sums, counted.collect::<Vec<_>>());
            assert!(!sums.is_empty());
            instants.insert(instant);
        }
    }
    assert!(instants.len() > 2, "time stood still: {instants:?}");
}

#[tokio::test]
async fn what_waits_for_the_sums_is_counted_already_and_does_not_wait_for_ever() {
    let world = World::create().await;
    let mut connection = PgConnection::connect(world.database.url()).await.unwrap();
    let mut writer = crate::projections::projections()[0].writer();
    world.tell(40, 37).await;
    let events = world.log.read_after(0, 8192).await.unwrap();
    let period = Period { from: DateTime::UNIX_EPOCH, to: world.clock.now() + TimeDelta::days(900) };
    let (mut most, mut added_up) = (0, 0);
    for some in events.chunks(3) {
        writer.take_in(some, &mut connection).await.unwrap();
        let waiting: i64 =
            sqlx::query_scalar("SELECT count(*) FROM sum_changes").fetch_one(&mut connection).await.unwrap();
        added_up += u32::from(waiting < most);
        most = most.max(waiting);
        let at = world.clock.now();
        let everything = CaseScope::Everything;
        let counted = backlog_by_rows(&world.pool, &everything, at).await.unwrap();
        assert_eq!(backlog(&world.pool, &everything, at).await.unwrap(), counted);
        for dimension in [Dimension::Department, Dimension::Area] {
            let query = ReportQuery { period, at, dimension, within: ReportFilter::default() };
            let by_facts = report_of_facts(&mut connection, &everything, &query).await.unwrap();
            assert_eq!(report(&world.pool, &everything, &query).await.unwrap().groups, by_facts);
        }
    }
    assert_eq!(most, 63, "steps that wait at once");
    assert!(added_up > 1, "{added_up}");
}
