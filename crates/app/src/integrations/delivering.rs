//! One step of telling one system: look on in the log, send what is for it, and note what came back.
//!
//! Of every delivery its name and its end are written down before it goes out, and that it was taken afterwards. Whatever stops
//! in between, the same goes out again under the same name: nothing is lost, and what comes twice can be recognised.

use std::sync::PoisonError;
use std::time::Duration;

use async_recursion::async_recursion as boxed;
use bytes::Bytes;
use chrono::TimeDelta;
use tokio::time::Instant;
use url::Url;
use uuid::Uuid;
use whistle_domain::access::PauseCause;
use whistle_domain::case::Case;
use whistle_store::ids::new_id;
use whistle_store::integrations::{Attempt, InHand, Integration, IntegrationState};
use whistle_store::log;

use super::courier::Parcel;
use super::notice::{Delivery, Notice};
use super::signature::signature;
use super::{NoAnswer, Walked};
use crate::access::concerns;
use crate::cases::CASE_STREAM;
use crate::{App, AppError};

/// Events of one delivery, at most. Each has some 400 bytes, so that a delivery stays well below 256 KiB.
const EVENTS_TOGETHER_MAX: usize = 100;
/// Events read in one go.
const READ_TOGETHER_MAX: u32 = 256;
/// Events looked at in one step, at most.
const LOOKED_AT_MAX: i64 = 4096;
/// How far a system may have been passed by without its row saying so: so much is looked at again after a crash.
const UNWRITTEN_MAX: i64 = 1024;
/// How long its row may not say so.
const UNWRITTEN_FOR: Duration = Duration::from_secs(5);
/// The pause after the first attempt that failed; it doubles up to [`PAUSE_MAX`].
const PAUSE_MIN: TimeDelta = TimeDelta::seconds(1);
/// The longest pause.
const PAUSE_MAX: TimeDelta = TimeDelta::hours(1);
/// A system that has taken nothing for so long is paused.
const GIVEN_UP_AFTER: TimeDelta = TimeDelta::days(3);

/// What one step came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivered {
    /// There was nothing to do, or another process did it.
    Nothing,
    /// There was nothing for this system in what was looked at. Whether there may be more to look at.
    Passed {
        /// Whether the end of the log was not reached.
        more: bool,
    },
    /// The system took something.
    Taken {
        /// How many events.
        events: usize,
    },
    /// It did not take what it was sent.
    Failed,
    /// It did not for so long that it is paused now.
    GivenUp,
}

/// What was found for a system.
struct Batch {
    notices: Vec<Notice>,
    /// How far was looked.
    through: i64,
    /// Whether there may be more.
    more: bool,
}

/// Whether an answer means that the delivery was taken.
pub(super) const fn means_taken(status: u16) -> bool {
    200 <= status && status < 300
}

impl App {
    /// The systems that may have something to be told, and wait for nothing.
    #[boxed]
    pub async fn integrations_due(&self) -> Result<Vec<Uuid>, AppError> {
        let head = *self.log.head().borrow();
        let room = &self.integrations;
        Ok(room.store.due(room.process, head, self.clock.now()).await?)
    }

    /// How many events of the log stand behind what a system has taken; nothing where there is no such system.
    #[boxed]
    pub async fn integration_lag(&self, id: Uuid) -> Result<Option<i64>, AppError> {
        let head = *self.log.head().borrow();
        let found = self.integrations.store.find(id).await?;
        Ok(found.map(|found| (head - self.walked_through(&found)).max(0)))
    }

    /// Writes down of every system that the service gave up that it did, where a crash prevented that.
    #[boxed]
    pub async fn say_what_was_given_up(&self) -> Result<(), AppError> {
        for id in self.integrations.store.given_up().await? {
            let _turn = self.access_turn().await?;
            self.say_paused(id, PauseCause::Failing).await?;
        }
        Ok(())
    }

    /// Tells one system what comes next, one delivery at most. Takes ten seconds and a bit, at most.
    #[boxed]
    pub async fn deliver(&self, id: Uuid) -> Result<Delivered, AppError> {
        let now = self.clock.now();
        let Some(seen) = self.integrations.store.find(id).await? else { return Ok(Delivered::Nothing) };
        let waits = seen.next_attempt_at.is_some_and(|at| at > now);
        if seen.state != IntegrationState::Active || waits {
            return Ok(Delivered::Nothing);
        }
        let batch = self.collected(&seen).await?;
        if batch.notices.is_empty() {
            return self.passed(&seen, &batch).await;
        }
        let delivery = seen.in_hand.unwrap_or_else(|| InHand { id: new_id(), through: batch.through });
        if !self.integrations.store.begin(&seen, delivery, self.integrations.process, now).await? {
            return Ok(Delivered::Nothing);
        }
        let body = Delivery { delivery: delivery.id, integration: id, test: false, events: &batch.notices };
        let answer = self.send(&seen, delivery.id, delivery.through, body.body()).await?;
        match answer {
            Ok(status) if means_taken(status) => {
                let attempt = Attempt { at: self.clock.now(), status: Some(status), error: None };
                self.integrations.store.taken(id, delivery.id, attempt).await?;
                Ok(Delivered::Taken { events: batch.notices.len() })
            }
            not_taken => self.not_taken(&seen, delivery.id, not_taken).await,
        }
    }

    /// Signs and sends. An address that was accepted once may be allowed no more.
    pub(super) async fn send(
        &self,
        to: &Integration,
        delivery: Uuid,
        position: i64,
        body: Bytes,
    ) -> Result<Result<u16, NoAnswer>, AppError> {
        let now = self.clock.now();
        let secrets = self.integrations.store.signing_secrets(to.id, now).await?;
        let headers = vec![
            ("whistle-delivery", delivery.to_string()),
            ("whistle-position", position.to_string()),
            ("whistle-signature", signature(&secrets, now, &body)),
        ];
        let url = Url::parse(&to.url).map_err(AppError::internal)?;
        Ok(self.integrations.courier.carry(&url, Parcel { headers, body }).await)
    }

    /// What is for this system after what it has taken: as much as one delivery holds, or, where one was begun, what is in that.
    async fn collected(&self, seen: &Integration) -> Result<Batch, AppError> {
        let from = if seen.in_hand.is_some() { seen.delivered } else { self.walked_through(seen) };
        let end = seen.in_hand.map(|in_hand| in_hand.through);
        let mut batch = Batch { notices: Vec::new(), through: from, more: false };
        loop {
            let events = self.log.read_after(batch.through, READ_TOGETHER_MAX).await?;
            let last_page = events.len() < usize::try_from(READ_TOGETHER_MAX).unwrap_or(usize::MAX);
            for event in events {
                if end.is_some_and(|end| event.position > end) {
                    return Ok(Batch { more: true, ..batch });
                }
                batch.through = event.position;
                batch.notices.extend(self.noticed(seen, event).await?);
                if end.is_none() && batch.notices.len() == EVENTS_TOGETHER_MAX {
                    return Ok(Batch { more: true, ..batch });
                }
            }
            if last_page {
                return Ok(batch);
            }
            if end.is_none() && batch.through - from >= LOOKED_AT_MAX {
                return Ok(Batch { more: true, ..batch });
            }
        }
    }

    /// What the system is told of an event, if it is for it. What it may know is judged as of now.
    async fn noticed(
        &self,
        seen: &Integration,
        event: log::RecordedEvent,
    ) -> Result<Option<Notice>, AppError> {
        let wanted = seen.event_types.is_empty() || seen.event_types.contains(&event.event_type);
        if event.stream_type != CASE_STREAM || !wanted {
            return Ok(None);
        }
        let case = log::load::<Case>(&self.log, &self.cases, event.stream_id).await?;
        let known = case.filter(|(case, _)| seen.unit.as_ref().is_none_or(|unit| concerns(unit, case)));
        Ok(known.map(|(case, _)| Notice::of(event, &case)))
    }

    /// How far this process has looked for it already.
    fn walked_through(&self, seen: &Integration) -> i64 {
        let walked = self.integrations.walked.lock().unwrap_or_else(PoisonError::into_inner);
        let own = walked.get(&seen.id).filter(|walked| walked.from == seen.delivered);
        own.map_or(seen.delivered, |walked| walked.through)
    }

    /// Nothing was for this system. That is written down now and then, not for every event that is somebody else's.
    async fn passed(&self, seen: &Integration, batch: &Batch) -> Result<Delivered, AppError> {
        let now = Instant::now();
        let write = {
            let mut walked = self.integrations.walked.lock().unwrap_or_else(PoisonError::into_inner);
            let begun = Walked { from: seen.delivered, through: seen.delivered, written: now };
            let own = walked.entry(seen.id).or_insert(begun);
            if own.from != seen.delivered {
                *own = Walked { written: own.written, ..begun };
            }
            own.through = batch.through;
            let unwritten = own.through - own.from;
            let write = seen.in_hand.is_some()
                || unwritten >= UNWRITTEN_MAX
                || (unwritten > 0 && now - own.written >= UNWRITTEN_FOR);
            if write {
                own.written = now;
            }
            write
        };
        if write {
            self.integrations.store.passed(seen, batch.through).await?;
        }
        Ok(Delivered::Passed { more: batch.more })
    }

    /// The same goes out again later; or no more, when that has been so for too long.
    async fn not_taken(
        &self,
        seen: &Integration,
        delivery: Uuid,
        answer: Result<u16, NoAnswer>,
    ) -> Result<Delivered, AppError> {
        let now = self.clock.now();
        let attempt = Attempt { at: now, status: answer.ok(), error: answer.err().map(NoAnswer::code) };
        tracing::debug!(integration = %seen.id, status = attempt.status, error = attempt.error, "a delivery was not taken");
        let next_attempt_at = now + pause_after(seen.failures, drawn());
        self.integrations.store.failed(seen.id, delivery, attempt, next_attempt_at).await?;
        if seen.failing_since.is_none_or(|since| now - since < GIVEN_UP_AFTER) {
            return Ok(Delivered::Failed);
        }
        let _turn = self.access_turn().await?;
        if !self.integrations.store.pause(seen.id, PauseCause::Failing, now).await? {
            return Ok(Delivered::Failed);
        }
        self.say_paused(seen.id, PauseCause::Failing).await?;
        tracing::warn!(integration = %seen.id, "nothing was taken for three days; the integration is paused");
        Ok(Delivered::GivenUp)
    }
}

/// How long to wait after so many failures before this one. A draw of 0 to 255 moves it by a fifth either way, so that many
/// that failed together do not come back together.
fn pause_after(failures: u32, draw: u8) -> TimeDelta {
    let doubled = PAUSE_MIN * 2_i32.pow(failures.min(12));
    let pause = doubled.min(PAUSE_MAX);
    pause * (800 + 400 * i32::from(draw) / 255) / 1000
}

fn drawn() -> u8 {
    let mut draw = [0];
    getrandom::fill(&mut draw).expect("the operating system has random numbers");
    draw[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_from_a_second_to_an_hour_and_are_never_quite_the_same() {
        let middle = |failures| pause_after(failures, 128).num_milliseconds();
        for (failures, seconds) in [(0, 1), (1, 2), (2, 4), (10, 1024), (12, 3600), (u32::MAX, 3600)] {
            let difference = (middle(failures) - seconds * 1000).abs();
            assert!(difference <= seconds * 5, "{failures}: {}", middle(failures));
            let (least, most) = (pause_after(failures, 0), pause_after(failures, 255));
            let bounds = (seconds * 800, seconds * 1200);
            assert_eq!((least.num_milliseconds(), most.num_milliseconds()), bounds, "{failures}");
        }
    }

    #[test]
    fn only_a_success_means_that_it_was_taken() {
        assert!([200, 202, 204, 299].into_iter().all(means_taken));
        assert!(![100, 199, 300, 301, 308, 400, 404, 410, 500].into_iter().any(means_taken));
    }
}
