//! One step of telling one system: look on in the log, send what is for it, and note what came back.
//!
//! Of every delivery its name and its end are written down before it goes out, and that it was taken afterwards. Whatever stops
//! in between, the same goes out again under the same name: nothing is lost, and what comes twice can be recognised.

use async_recursion::async_recursion as boxed;
use bytes::Bytes;
use chrono::TimeDelta;
use url::Url;
use uuid::Uuid;
use whistle_domain::access::PauseCause;
use whistle_store::ids::new_id;
use whistle_store::integrations::{Attempt, InHand, Integration, IntegrationState};

use super::NoAnswer;
use super::courier::Parcel;
use super::notice::Delivery;
use super::signature::signature;
use crate::{App, AppError};

/// The pause after the first attempt that failed; it doubles up to [`PAUSE_MAX`].
const PAUSE_MIN: TimeDelta = TimeDelta::seconds(1);
/// The longest pause.
const PAUSE_MAX: TimeDelta = TimeDelta::hours(1);
/// A system that has taken nothing for so long is paused, if it was tried often enough meanwhile.
const GIVEN_UP_AFTER: TimeDelta = TimeDelta::days(3);
/// So many attempts must have failed before that, which only whoever is tried for most of three days gets to: thirteen in the
/// first hour and a half, and then one an hour, so that the seventieth comes after 46 to 70 hours as the pauses are drawn. While
/// the service is off nobody is tried, and nobody is given up for that.
const GIVEN_UP_FAILURES: u32 = 70;

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

    /// How many events of the log stand behind what each open system has taken, or was nothing for it.
    #[boxed]
    pub async fn integration_lags(&self) -> Result<Vec<(Uuid, i64)>, AppError> {
        let head = *self.log.head().borrow();
        let open = self.integrations.store.progress().await?;
        Ok(open.iter().map(|one| (one.id, (head - self.walked_through(one)).max(0))).collect())
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

    /// Tells one system what comes next, one delivery at most. Takes ten seconds and a bit, at most, once it is its turn to be
    /// looked for.
    #[boxed]
    pub async fn deliver(&self, id: Uuid) -> Result<Delivered, AppError> {
        let place = self.integrations.looks.acquire().await.expect("the semaphore is never closed");
        let Some(seen) = self.integrations.store.find(id).await? else { return Ok(Delivered::Nothing) };
        let waits = seen.next_attempt_at.is_some_and(|at| at > self.clock.now());
        if seen.state != IntegrationState::Active || waits {
            return Ok(Delivered::Nothing);
        }
        let batch = self.collected(&seen).await?;
        if batch.notices.is_empty() {
            return self.passed(&seen, &batch).await;
        }
        // What is in hand goes out as it was begun, unless it has grown beyond what one delivery holds: then it is let go for one
        // with another name and a nearer end.
        let begun = seen.in_hand.filter(|begun| begun.through <= batch.through);
        let delivery = begun.unwrap_or_else(|| InHand { id: new_id(), through: batch.through });
        // As of now: looking may have taken long, and what was looked up is an old story to the other processes.
        let now = self.clock.now();
        if !self.integrations.store.begin(&seen, delivery, self.integrations.process, now).await? {
            return Ok(Delivered::Nothing);
        }
        drop(place);
        let body = Delivery { delivery: delivery.id, integration: id, test: false, events: &batch.notices };
        let Some(answer) = self.send(&seen, delivery.id, delivery.through, body.body()).await? else {
            return Ok(Delivered::Nothing);
        };
        match answer {
            Ok(status) if means_taken(status) => {
                let attempt = Attempt { at: self.clock.now(), status: Some(status), error: None };
                self.integrations.store.taken(id, delivery.id, attempt).await?;
                Ok(Delivered::Taken { events: batch.notices.len() })
            }
            not_taken => self.not_taken(&seen, delivery.id, not_taken).await,
        }
    }

    /// Signs and sends. An address that was accepted once may be allowed no more. Nothing is sent, and nothing comes back, when
    /// there is no secret to sign with: the integration was closed meanwhile.
    pub(super) async fn send(
        &self,
        to: &Integration,
        delivery: Uuid,
        position: i64,
        body: Bytes,
    ) -> Result<Option<Result<u16, NoAnswer>>, AppError> {
        let now = self.clock.now();
        let secrets = self.integrations.store.signing_secrets(to.id, now).await?;
        if secrets.is_empty() {
            return Ok(None);
        }
        let headers = vec![
            ("whistle-delivery", delivery.to_string()),
            ("whistle-position", position.to_string()),
            ("whistle-signature", signature(&secrets, now, &body)),
        ];
        let url = Url::parse(&to.url).map_err(AppError::internal)?;
        Ok(Some(self.integrations.courier.carry(&url, Parcel { headers, body }).await))
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
        let long = seen.failing_since.is_some_and(|since| now - since >= GIVEN_UP_AFTER);
        if !long || seen.failures + 1 < GIVEN_UP_FAILURES {
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
    fn who_is_tried_without_a_break_fails_often_enough_within_three_days_and_nobody_else_does() {
        /// Longer than an attempt takes, and the wait until it is noticed that it is time for one.
        const ATTEMPT: TimeDelta = TimeDelta::seconds(15);
        let until_given_up = |draw, attempt: TimeDelta| {
            let pauses = (0..GIVEN_UP_FAILURES - 1).map(|failures| pause_after(failures, draw) + attempt);
            pauses.fold(TimeDelta::zero(), |sum, pause| sum + pause)
        };
        assert!(until_given_up(255, ATTEMPT) < GIVEN_UP_AFTER);
        assert!(until_given_up(128, TimeDelta::zero()) > TimeDelta::hours(54));
        assert!(until_given_up(0, TimeDelta::zero()) > TimeDelta::hours(44));
    }

    #[test]
    fn only_a_success_means_that_it_was_taken() {
        assert!([200, 202, 204, 299].into_iter().all(means_taken));
        assert!(![100, 199, 300, 301, 308, 400, 404, 410, 500].into_iter().any(means_taken));
    }
}
