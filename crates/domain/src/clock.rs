//! Time as a dependency, so that tests and the demo can move it.

use std::sync::Mutex;

use chrono::{DateTime, Duration, SubsecRound, Utc};

/// Where "now" comes from. Instants are UTC with microseconds, which is what PostgreSQL keeps.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct MovedClock(Mutex<DateTime<Utc>>);

impl MovedClock {
    /// A clock that shows `start`.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self(Mutex::new(start.trunc_subsecs(6)))
    }

    /// Sets the clock to `now`.
    pub fn set(&self, now: DateTime<Utc>) {
        *self.hand() = now.trunc_subsecs(6);
    }

    /// Moves the clock on by `step`.
    pub fn advance(&self, step: Duration) {
        *self.hand() += step;
    }

    fn hand(&self) -> std::sync::MutexGuard<'_, DateTime<Utc>> {
        self.0.lock().expect("no holder of this lock can panic")
    }
}

impl Clock for MovedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.hand()
    }
}
