//! What the log had when.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use whistle_domain::clock::{Clock, MovedClock};

use super::{command, database};
use crate::database::pool;
use crate::ids::new_id;
use crate::log::{EventLog, LogSettings};

#[tokio::test]
async fn an_instant_is_the_last_position_recorded_by_then() {
    let database = database().await;
    let start: DateTime<Utc> = "2026-11-20T04:00:00Z".parse().unwrap();
    let clock = Arc::new(MovedClock::starting_at(start));
    let behind = Arc::new(MovedClock::starting_at(start));
    let pool = pool(database.url(), 2).unwrap();
    let process = |clock: &Arc<MovedClock>| {
        EventLog::start(database.url(), pool.clone(), clock.clone(), LogSettings::default())
    };
    let (log, other) = (process(&clock), process(&behind));
    assert_eq!(log.position_at(start).await.unwrap(), 0, "nothing is recorded yet");
    let stream = new_id();
    for version in 0..40_u32 {
        // Now and then twice the same instant; every third event comes from a process whose clock is behind.
        clock.advance(TimeDelta::seconds(i64::from(version % 4) * 5));
        behind.set(clock.now() - TimeDelta::seconds(7));
        let writer = if version % 3 == 2 { &other } else { &log };
        writer.append(command(stream, version, 1)).await.unwrap();
    }
    let mut recorded = Vec::new();
    for position in 1..=40 {
        recorded.push(log.recorded_at(position).await.unwrap().unwrap());
    }
    for offset in [-1_i64, 0, 1] {
        for instant in &recorded {
            let instant = *instant + TimeDelta::seconds(offset);
            let last = recorded.iter().rposition(|at| *at <= instant).map_or(0, |last| last + 1);
            assert_eq!(log.position_at(instant).await.unwrap(), i64::try_from(last).unwrap(), "{instant}");
        }
    }
    assert_eq!(log.position_at(clock.now() + TimeDelta::days(1)).await.unwrap(), 40);
    assert_eq!(log.position_at(DateTime::<Utc>::UNIX_EPOCH).await.unwrap(), 0);
    assert_eq!(log.recorded_at(41).await.unwrap(), None);
    let then = log.read_stream_as_of(stream, 7).await.unwrap();
    assert_eq!(then.len(), 7);
}
