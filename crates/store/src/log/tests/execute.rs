//! The framework on top of the log, with the smallest of aggregates.

use std::collections::HashMap;

use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent, EventStore};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use whistle_domain::stored::StoredEvent;

use super::{database, dispatcher, log_on, noon};
use crate::ids::new_id;
use crate::log::{
    AggregateCache, Append, CommandMeta, CommandScope, EventLog, ExecuteError, Executed, IdOrigin, NewEvent,
    StreamId, execute, load, load_all, load_at,
};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Counter {
    total: u32,
}

#[derive(Debug, Clone)]
enum CountCommand {
    /// Counts `n` times by one.
    Count(u32),
    /// Counts by one as long as the total is below the limit.
    CountBelow(u32),
    /// Counts by one when the total is even; nothing is to be done when it is odd.
    CountIfEven,
    /// Refuses unless the total has reached this.
    AffirmAtLeast(u32),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Counted {
    by: u32,
}

impl DomainEvent for Counted {
    fn event_type(&self) -> String {
        "Counted".into()
    }
    fn event_version(&self) -> String {
        "1".into()
    }
}

impl StoredEvent for Counted {
    fn read(payload: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(payload)
    }
    fn written(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }
}

#[derive(Debug, thiserror::Error, PartialEq)]
#[error("out of bounds at {0}")]
struct OutOfBounds(u32);

impl Aggregate for Counter {
    const TYPE: &'static str = "counter";
    type Command = CountCommand;
    type Event = Counted;
    type Error = OutOfBounds;
    type Services = ();

    async fn handle(
        &mut self,
        command: CountCommand,
        (): &(),
        sink: &EventSink<Self>,
    ) -> Result<(), OutOfBounds> {
        match command {
            CountCommand::Count(times) => {
                for _ in 0..times {
                    sink.write(Counted { by: 1 }, self).await;
                }
            }
            CountCommand::CountBelow(limit) if self.total < limit => {
                sink.write(Counted { by: 1 }, self).await;
            }
            CountCommand::CountIfEven if self.total.is_multiple_of(2) => {
                sink.write(Counted { by: 1 }, self).await;
            }
            CountCommand::CountIfEven => {}
            CountCommand::AffirmAtLeast(total) if self.total >= total => {}
            CountCommand::CountBelow(_) | CountCommand::AffirmAtLeast(_) => {
                return Err(OutOfBounds(self.total));
            }
        }
        Ok(())
    }

    fn apply(&mut self, event: Counted) {
        self.total += event.by;
    }
}

fn fresh() -> CommandMeta {
    CommandMeta {
        command_id: new_id(),
        id_origin: IdOrigin::Generated,
        actor: dispatcher(),
        request_digest: None,
        if_match: None,
        occurred_at: None,
    }
}

fn from_client(digest: u8) -> CommandMeta {
    CommandMeta { id_origin: IdOrigin::Client, request_digest: Some([digest; 32]), ..fresh() }
}

/// A process: a log and a cache of its own.
struct Process(EventLog, AggregateCache<Counter>);

impl Process {
    fn on(database: &super::TestDatabase) -> Self {
        Self(log_on(database), AggregateCache::new(100))
    }

    async fn run(
        &self,
        stream: Uuid,
        command: CountCommand,
        meta: CommandMeta,
    ) -> Result<Executed<Counter>, ExecuteError<OutOfBounds>> {
        execute(&self.0, &self.1, stream, command, (), meta).await
    }

    async fn total(&self, stream: Uuid) -> Option<(u32, u32)> {
        load(&self.0, &self.1, stream).await.unwrap().map(|(counter, version)| (counter.total, version))
    }
}

#[tokio::test]
async fn twelve_increments_are_twelve_live_cached_and_rebuilt() {
    let database = database().await;
    let process = Process::on(&database);
    let stream = new_id();
    assert_eq!(process.total(stream).await, None);
    for count in 1..=6 {
        let executed = process.run(stream, CountCommand::Count(2), fresh()).await.unwrap();
        assert_eq!(
            (executed.aggregate.total, executed.appended.version, executed.events.len()),
            (count * 2, count * 2, 2)
        );
    }
    assert_eq!(process.total(stream).await, Some((12, 12)));
    assert_eq!(Process::on(&database).total(stream).await, Some((12, 12)));
    assert_eq!(load_at::<Counter>(&process.0, stream, 5).await.unwrap(), Some(Counter { total: 5 }));
    assert_eq!(load_at::<Counter>(&process.0, stream, 13).await.unwrap(), None);
    assert_eq!(load_at::<Counter>(&process.0, stream, 0).await.unwrap(), None);
    let recorded = process.0.read_stream(stream, 11).await.unwrap();
    assert_eq!((recorded[0].stream_type.as_str(), recorded[0].event_type.as_str()), ("counter", "Counted"));
    assert_eq!(
        (recorded[0].occurred_at, recorded[0].payload.as_slice()),
        (noon(), br#"{"by":1}"#.as_slice())
    );
}

#[tokio::test]
async fn many_are_loaded_at_once_and_one_that_cannot_be_understood_keeps_no_other_back() {
    let database = database().await;
    let (process, other) = (Process::on(&database), Process::on(&database));
    let [behind, unseen, nowhere, damaged] = [(); 4].map(|()| new_id());
    process.run(behind, CountCommand::Count(2), fresh()).await.unwrap();
    other.run(behind, CountCommand::Count(1), fresh()).await.unwrap();
    other.run(unseen, CountCommand::Count(4), fresh()).await.unwrap();
    let not_understood = Append {
        command_id: new_id(),
        stream: StreamId { kind: "counter", id: damaged },
        expected_version: 0,
        actor: dispatcher(),
        request_digest: None,
        events: vec![NewEvent { event_type: "Counted".into(), occurred_at: noon(), payload: b"{}".to_vec() }],
    };
    process.0.append(not_understood).await.unwrap();
    let streams = [behind, unseen, nowhere, damaged];
    for _cached_now in 0..2 {
        let loaded = load_all(&process.0, &process.1, &streams).await.unwrap();
        let expected = [(behind, Counter { total: 3 }), (unseen, Counter { total: 4 })];
        assert_eq!(loaded, HashMap::from(expected));
    }
    assert!(load(&process.0, &process.1, damaged).await.is_err(), "it says why");
    assert!(load_all(&process.0, &process.1, &[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_retried_command_is_answered_as_it_was_although_the_rule_would_now_refuse_it() {
    let database = database().await;
    let process = Process::on(&database);
    let (stream, meta) = (new_id(), from_client(1));
    let first = process.run(stream, CountCommand::CountBelow(1), meta.clone()).await.unwrap();
    process.run(stream, CountCommand::Count(3), fresh()).await.unwrap();

    for process in [&process, &Process::on(&database)] {
        let again = process.run(stream, CountCommand::CountBelow(1), meta.clone()).await.unwrap();
        assert!(again.appended.duplicate);
        assert_eq!(again.appended.first_position, first.appended.first_position);
        assert_eq!((again.aggregate, again.events), (Counter { total: 1 }, vec![Counted { by: 1 }]));
    }
    assert_eq!(process.total(stream).await, Some((4, 4)));
}

#[tokio::test]
async fn a_command_id_serves_one_request_on_one_aggregate() {
    let database = database().await;
    let process = Process::on(&database);
    let (stream, meta) = (new_id(), from_client(1));
    process.run(stream, CountCommand::Count(1), meta.clone()).await.unwrap();
    let other_request = CommandMeta { request_digest: Some([2; 32]), ..meta.clone() };
    let other_origin = CommandMeta { id_origin: IdOrigin::Generated, ..other_request.clone() };
    for (stream, meta) in [(stream, other_request), (stream, other_origin), (new_id(), meta)] {
        let reused = process.run(stream, CountCommand::Count(1), meta).await;
        assert!(matches!(reused, Err(ExecuteError::CommandReused)), "{reused:?}");
    }
    assert_eq!(process.total(stream).await, Some((1, 1)));
}

#[tokio::test]
async fn the_same_command_sent_many_times_at_once_counts_once() {
    let database = database().await;
    let processes = [Process::on(&database), Process::on(&database)];
    let (stream, meta) = (new_id(), from_client(1));
    let sent = (0..10).map(|n| processes[n % 2].run(stream, CountCommand::CountBelow(1), meta.clone()));
    let answers = futures::future::join_all(sent).await;
    assert_eq!(answers.iter().filter(|answer| !answer.as_ref().unwrap().appended.duplicate).count(), 1);
    assert!(answers.iter().all(|answer| answer.as_ref().unwrap().aggregate.total == 1));
}

#[tokio::test]
async fn a_command_meant_for_another_version_is_stale() {
    let database = database().await;
    let (process, other) = (Process::on(&database), Process::on(&database));
    let stream = new_id();
    let meant_for = |version| CommandMeta { if_match: Some(version), ..fresh() };
    process.run(stream, CountCommand::Count(2), meant_for(0)).await.unwrap();
    other.run(stream, CountCommand::Count(1), meant_for(2)).await.unwrap();
    for seen in [0, 1, 2, 4] {
        // The first process still has version 2 in its cache: what counts is the log.
        let stale = process.run(stream, CountCommand::Count(1), meant_for(seen)).await;
        assert!(matches!(stale, Err(ExecuteError::Stale { current: 3 })), "{seen}: {stale:?}");
    }
    assert_eq!(process.run(stream, CountCommand::Count(1), meant_for(3)).await.unwrap().appended.version, 4);
}

#[tokio::test]
async fn a_lost_race_is_decided_anew_on_the_new_state() {
    let database = database().await;
    let (process, other) = (Process::on(&database), Process::on(&database));
    let stream = new_id();
    process.run(stream, CountCommand::Count(1), fresh()).await.unwrap();
    other.run(stream, CountCommand::Count(4), fresh()).await.unwrap();

    // The first process decides on total 1, loses, and decides again on total 5.
    let executed = process.run(stream, CountCommand::CountBelow(6), fresh()).await.unwrap();
    assert_eq!((executed.aggregate.total, executed.appended.version), (6, 6));

    other.run(stream, CountCommand::Count(1), fresh()).await.unwrap();
    let refused = process.run(stream, CountCommand::CountBelow(7), fresh()).await;
    assert!(matches!(refused, Err(ExecuteError::Refused(OutOfBounds(7)))), "{refused:?}");
}

#[tokio::test]
async fn a_stale_cache_neither_refuses_nor_shows_what_is_no_longer_true() {
    let database = database().await;
    let (process, other) = (Process::on(&database), Process::on(&database));
    let stream = new_id();
    process.run(stream, CountCommand::Count(1), fresh()).await.unwrap();
    other.run(stream, CountCommand::Count(4), fresh()).await.unwrap();
    let affirmed = process.run(stream, CountCommand::AffirmAtLeast(5), fresh()).await.unwrap();
    assert_eq!((affirmed.aggregate.total, affirmed.events.len(), affirmed.appended.version), (5, 0, 5));
    assert_eq!((affirmed.appended.first_position, affirmed.appended.last_position), (6, 5));

    other.run(stream, CountCommand::Count(1), fresh()).await.unwrap();
    assert_eq!(process.total(stream).await, Some((6, 6)));
}

#[tokio::test]
async fn a_stale_cache_does_not_say_that_there_is_nothing_to_do() {
    let database = database().await;
    let (process, other) = (Process::on(&database), Process::on(&database));
    let stream = new_id();
    process.run(stream, CountCommand::Count(1), fresh()).await.unwrap();
    other.run(stream, CountCommand::Count(1), fresh()).await.unwrap();
    // The first process has 1 in its cache, for which there would be nothing to do.
    let counted = process.run(stream, CountCommand::CountIfEven, fresh()).await.unwrap();
    assert_eq!((counted.aggregate.total, counted.events.len()), (3, 1));
    // Where there is nothing to do now either, the answer is of now.
    other.run(stream, CountCommand::Count(2), fresh()).await.unwrap();
    let unchanged = process.run(stream, CountCommand::CountIfEven, fresh()).await.unwrap();
    assert_eq!((unchanged.aggregate.total, unchanged.events.len(), unchanged.appended.version), (5, 0, 5));
    // Whoever named the version that the cache has is told that it is an old one.
    other.run(stream, CountCommand::Count(2), fresh()).await.unwrap();
    let seen = CommandMeta { if_match: Some(5), ..fresh() };
    let stale = process.run(stream, CountCommand::CountIfEven, seen).await;
    assert!(matches!(stale, Err(ExecuteError::Stale { current: 7 })), "{stale:?}");
}

#[tokio::test]
async fn many_commands_racing_for_one_aggregate_all_count() {
    let database = database().await;
    let processes = [Process::on(&database), Process::on(&database)];
    let stream = new_id();
    let mut counted = 0;
    let racing = (0..12).map(|n| processes[n % 2].run(stream, CountCommand::Count(1), fresh()));
    for answer in futures::future::join_all(racing).await {
        match answer {
            Ok(_) => counted += 1,
            Err(ExecuteError::Contended) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
    assert!(counted >= 5, "each round of decisions has a winner: {counted}");
    assert_eq!(Process::on(&database).total(stream).await, Some((counted, counted)));
}

#[tokio::test]
async fn the_event_store_answers_the_framework_as_its_trait_says() {
    let database = database().await;
    let process = Process::on(&database);
    let stream = new_id();
    process.run(stream, CountCommand::Count(3), fresh()).await.unwrap();
    let scope = CommandScope::new(process.0.clone(), process.1.clone(), fresh());
    let events = scope.load_events(&stream.to_string()).await.unwrap();
    assert_eq!(events.iter().map(|event| event.sequence).collect::<Vec<_>>(), [1, 2, 3]);
    let context = scope.load_aggregate(&stream.to_string()).await.unwrap();
    assert_eq!((context.aggregate.total, context.version, context.last_position), (3, 3, 3));
    let mut decided = context.clone();
    decided.aggregate.apply(Counted { by: 1 });
    let committed =
        scope.commit(vec![Counted { by: 1 }], decided, std::collections::HashMap::new()).await.unwrap();
    assert_eq!((committed.len(), committed[0].sequence), (1, 4));
    assert!(scope.load_aggregate("not a uuid").await.is_err());
}
