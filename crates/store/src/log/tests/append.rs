use std::time::Duration;

use sqlx::Connection;
use uuid::Uuid;

use super::{command, database, event, log_on, log_through, noon, owner};
use crate::ids::new_id;
use crate::log::{Append, AppendError, Appended, LogSettings, ReadError};

#[tokio::test]
async fn what_was_appended_is_read_back_byte_by_byte() {
    let database = database().await;
    let log = log_on(&database);
    let stream = new_id();
    let sent = Append { request_digest: Some([0xab; 32]), ..command(stream, 0, 2) };

    let appended = log.append(sent.clone()).await.unwrap();
    assert_eq!(appended, Appended { first_position: 1, last_position: 2, version: 2, duplicate: false });

    let events = log.read_after(0, 10).await.unwrap();
    assert_eq!(events.len(), 2);
    assert_eq!((events[1].position, events[1].version, events[1].stream_id), (2, 2, stream));
    assert_eq!(events[1].payload, sent.events[1].payload);
    assert_eq!((&events[0].actor, events[0].request_digest), (&sent.actor, Some([0xab; 32])));
    assert_eq!((events[0].occurred_at, events[0].recorded_at), (noon(), noon()));
    assert_eq!(log.read_stream(stream, 1).await.unwrap(), events[1..]);
    assert_eq!(log.read_command(sent.command_id).await.unwrap(), events);
    let readable: (serde_json::Value, serde_json::Value) =
        sqlx::query_as("SELECT metadata, payload FROM events_readable WHERE position = 1")
            .fetch_one(&owner(&database).await)
            .await
            .unwrap();
    assert_eq!(readable.0["actor"]["role"], "dispatcher");
    assert_eq!(readable.0["request"], "ab".repeat(32));
    assert_eq!(readable.1["note"], "exact  bytes");
}

#[tokio::test]
async fn a_repeated_command_gets_its_original_answer_even_when_the_stream_has_moved_on() {
    let database = database().await;
    let log = log_on(&database);
    let stream = new_id();
    log.append(command(new_id(), 0, 1)).await.unwrap();
    let first = command(stream, 0, 3);
    let original = log.append(first.clone()).await.unwrap();
    log.append(command(stream, 3, 1)).await.unwrap();

    let repeated = log.append(first).await.unwrap();
    assert_eq!(repeated, Appended { duplicate: true, ..original });
    assert_eq!((repeated.first_position, repeated.last_position, repeated.version), (2, 4, 3));
    assert_eq!(*log.head().borrow(), 5);
}

#[tokio::test]
async fn another_version_than_the_expected_one_is_a_conflict_with_the_current_version() {
    let database = database().await;
    let log = log_on(&database);
    let stream = new_id();
    log.append(command(stream, 0, 2)).await.unwrap();
    for expected in [0, 1, 3, u32::MAX - 1] {
        let conflict = log.append(command(stream, expected, 1)).await;
        assert!(
            matches!(conflict, Err(AppendError::VersionConflict { current: 2 })),
            "{expected}: {conflict:?}"
        );
    }
    assert_eq!(log.read_after(0, 10).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_batch_with_duplicates_conflicts_and_several_events_leaves_no_hole() {
    let database = database().await;
    let log = log_on(&database);
    let (old, contested) = (command(new_id(), 0, 2), new_id());
    log.append(old.clone()).await.unwrap();

    // Joined futures reach the queue before the appender runs: they travel in as few batches as the rules allow.
    let commands = vec![
        command(new_id(), 0, 3),
        old.clone(),
        command(contested, 0, 1),
        command(new_id(), 4, 2),
        command(contested, 0, 2),
        old,
        command(new_id(), 0, 1),
    ];
    let answers = futures::future::join_all(commands.into_iter().map(|command| log.append(command))).await;
    let described: Vec<_> = answers
        .iter()
        .map(|answer| match answer {
            Ok(appended) => {
                format!("{}-{} {}", appended.first_position, appended.last_position, appended.duplicate)
            }
            Err(error) => error.to_string(),
        })
        .collect();
    let conflict = |version| format!("the stream has version {version}, not the expected one");
    let expected =
        ["3-5 false", "1-2 true", "6-6 false", &conflict(0), &conflict(1), "1-2 true", "7-7 false"];
    assert_eq!(described, expected);
    assert_eq!(log.read_after(0, 100).await.unwrap().len(), 7);
    assert!(log.verify(|_| ()).await.unwrap().problems.is_empty());
}

#[tokio::test]
async fn a_poison_command_fails_alone() {
    let database = database().await;
    let log = log_on(&database);
    let poisoned = |position: usize| (position % 7 == 3).then(|| event("nul \0 is no text"));
    let commands = (0..20).map(|position| Append {
        events: vec![poisoned(position).unwrap_or_else(|| event("Fine"))],
        ..command(new_id(), 0, 1)
    });
    let answers = futures::future::join_all(commands.map(|command| log.append(command))).await;
    for (position, answer) in answers.iter().enumerate() {
        match poisoned(position) {
            Some(_) => assert!(matches!(answer, Err(AppendError::Rejected(_))), "{position}: {answer:?}"),
            None => assert!(answer.is_ok(), "{position}: {answer:?}"),
        }
    }
    assert_eq!(log.read_after(0, 100).await.unwrap().len(), 17);
}

#[tokio::test]
async fn commands_beyond_the_limits_are_refused_before_they_travel() {
    let database = database().await;
    let settings = LogSettings { command_bytes_max: 2000, command_events_max: 3, ..LogSettings::default() };
    let log = log_through(database.url(), &database, settings);
    let mut large = command(new_id(), 0, 1);
    large.events[0].payload = vec![b' '; 2001];
    assert!(matches!(log.append(large).await, Err(AppendError::TooLarge { bytes_max: 2000, .. })));
    let many = log.append(command(new_id(), 0, 4)).await;
    assert!(matches!(many, Err(AppendError::TooManyEvents { events: 4, events_max: 3 })));
    assert!(matches!(log.append(command(new_id(), 0, 0)).await, Err(AppendError::Empty)));
    assert_eq!(log.append(command(new_id(), 0, 3)).await.unwrap().last_position, 3);
}

#[tokio::test]
async fn a_full_queue_is_said_at_once() {
    let database = database().await;
    let log = log_through(
        database.url(),
        &database,
        LogSettings { queue_commands_max: 4, ..LogSettings::default() },
    );
    // None of them has let the appender run before the last is sent.
    let answers = futures::future::join_all((0..10).map(|_| log.append(command(new_id(), 0, 1)))).await;
    let overloaded = answers.iter().filter(|answer| matches!(answer, Err(AppendError::Overloaded))).count();
    assert_eq!((overloaded, log.read_after(0, 100).await.unwrap().len()), (6, 4));
}

#[tokio::test]
async fn nobody_changes_history_not_even_the_owner() {
    let database = database().await;
    let log = log_on(&database);
    log.append(command(new_id(), 0, 1)).await.unwrap();
    let insert = "INSERT INTO events SELECT position + 1, occurred_at, recorded_at, version + 1, 1::smallint, stream_id,
                  command_id, stream_type, event_type, metadata, payload, leaf_hash FROM events";
    let changes = [
        "UPDATE events SET payload = ''",
        "DELETE FROM events",
        "TRUNCATE events",
        "UPDATE events SET payload = '' WHERE false",
        "SET session_replication_role = replica; DELETE FROM events",
        insert,
    ];
    for (role, state, refused) in [("whistle_service", "42501", 6), ("none", "23001", 5)] {
        for change in &changes[..refused] {
            let mut connection = sqlx::PgConnection::connect(database.url()).await.unwrap();
            sqlx::raw_sql(sqlx::AssertSqlSafe(format!("SET ROLE {role}")))
                .execute(&mut connection)
                .await
                .unwrap();
            let error = sqlx::raw_sql(*change).execute(&mut connection).await.expect_err(change);
            assert_eq!(
                error.as_database_error().and_then(sqlx::error::DatabaseError::code).as_deref(),
                Some(state),
                "{role}: {change}"
            );
        }
    }
    assert_eq!(log.read_after(0, 10).await.unwrap()[0].payload, event("x").payload);
}

#[tokio::test]
async fn other_isolation_levels_are_refused() {
    let database = database().await;
    let mut connection = sqlx::PgConnection::connect(database.url()).await.unwrap();
    let call = "BEGIN ISOLATION LEVEL REPEATABLE READ;
                SELECT * FROM append_events('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')";
    let error = sqlx::raw_sql(call).execute(&mut connection).await.unwrap_err();
    assert!(error.to_string().contains("READ COMMITTED"), "{error}");
}

#[tokio::test]
async fn a_hole_stops_the_reader() {
    let database = database().await;
    let log = log_on(&database);
    for _ in 0..3 {
        log.append(command(new_id(), 0, 1)).await.unwrap();
    }
    let tamper = "ALTER TABLE events DISABLE TRIGGER ALL; DELETE FROM events WHERE position = 2";
    sqlx::raw_sql(tamper).execute(&owner(&database).await).await.unwrap();
    assert!(matches!(log.read_after(0, 10).await, Err(ReadError::Hole { previous: 1, found: 3 })));
    assert!(matches!(log.read_after(1, 10).await, Err(ReadError::Hole { previous: 1, found: 3 })));
    assert_eq!(log.read_after(2, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_head_follows_other_processes_and_waiting_ends_in_time() {
    let database = database().await;
    let (writer, reader) = (log_on(&database), log_on(&database));
    let appended = writer.append(command(new_id(), 0, 2)).await.unwrap();
    assert_eq!(*writer.head().borrow(), 2);
    assert!(writer.wait_for(appended.last_position, Duration::ZERO).await);
    assert!(reader.wait_for(appended.last_position, Duration::from_secs(10)).await);
    assert!(!reader.wait_for(3, Duration::from_millis(1)).await);
    assert!(writer.read_command(Uuid::nil()).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_last_position_counts_what_another_process_has_just_recorded() {
    let database = database().await;
    let (ours, theirs) = (log_on(&database), log_on(&database));
    assert_eq!(ours.last_position().await.unwrap(), 0);
    theirs.append(command(new_id(), 0, 3)).await.unwrap();
    assert_eq!(ours.last_position().await.unwrap(), 3);
}
