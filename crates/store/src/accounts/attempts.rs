//! How often a password may be guessed.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use moka::ops::compute::Op;
use moka::sync::Cache;

use super::AccountsError;

/// Attempts without success that are looked at within one window.
const ATTEMPTS_MAX: u32 = 5;
/// How long a window is.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// User names watched at once; those tried most often stay.
const NAMES_MAX: u64 = 100_000;

#[derive(Clone, Copy)]
struct Window {
    began_at: DateTime<Utc>,
    attempts: u32,
}

/// Counts attempts per user name in memory. An attempt counts before its password is looked at, so that guesses
/// made all at once are no cheaper; success takes the count back.
#[derive(Clone)]
pub(super) struct Attempts(Cache<String, Window>);

impl Default for Attempts {
    fn default() -> Self {
        let kept_for = Duration::from_secs(WINDOW.num_seconds().unsigned_abs());
        Self(Cache::builder().max_capacity(NAMES_MAX).time_to_live(kept_for).build())
    }
}

impl Attempts {
    /// Counts an attempt, or refuses it.
    pub(super) fn count(&self, username: &str, now: DateTime<Utc>) -> Result<(), AccountsError> {
        let mut refused = None;
        self.0.entry_by_ref(username).and_compute_with(|entry| {
            let window = entry.map(moka::Entry::into_value).filter(|window| now - window.began_at < WINDOW);
            match window {
                None => Op::Put(Window { began_at: now, attempts: 1 }),
                Some(window) if window.attempts < ATTEMPTS_MAX => {
                    Op::Put(Window { attempts: window.attempts + 1, ..window })
                }
                Some(window) => {
                    refused = Some(window.began_at + WINDOW - now);
                    Op::Nop
                }
            }
        });
        match refused {
            None => Ok(()),
            Some(left) => Err(AccountsError::TooManyAttempts {
                retry_after_seconds: u32::try_from(left.num_seconds() + 1).unwrap_or(u32::MAX),
            }),
        }
    }

    /// Forgets the attempts for this name.
    pub(super) fn forgive(&self, username: &str) {
        self.0.invalidate(username);
    }
}
