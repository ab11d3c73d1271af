//! Two times: `as_of` limits what is known, `at` is the instant at which clocks are judged.

use std::sync::Arc;
use std::time::Duration;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use tokio::sync::OwnedSemaphorePermit;
use uuid::Uuid;
use whistle_domain::case::Case;
use whistle_domain::organisation::history::OrganisationHistory;
use whistle_domain::policy::PolicyBook;
use whistle_store::log;
use whistle_store::policy::library;
use whistle_store::projections::{Models, Past, PastError};
use whistle_store::reference::{ORGANISATION_STREAM, POLICY_STREAM};

use crate::{App, AppError, Caller, Reference};

/// Questions of the past that are answered at the same time. Each has a connection and temporary tables of its own.
pub(crate) const PASTS_AT_ONCE_MAX: usize = 2;
/// How long a question of the past waits for its turn.
const TURN_WAIT_MAX: Duration = Duration::from_secs(3);

/// What is known: everything, or no more than the log had at a position or an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KnownAt {
    /// Everything.
    #[default]
    Now,
    /// What the log had up to this position.
    Position(i64),
    /// What the log had taken by this instant. One that has not come yet means everything.
    Instant(DateTime<Utc>),
}

/// The two times of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AsOf {
    /// What is known.
    pub known: KnownAt,
    /// When clocks are judged. Nothing means the instant up to which things are known: that at which the position was
    /// recorded, or the instant itself, or now.
    pub at: Option<DateTime<Utc>>,
}

/// The two times of a question, found in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// What the log had up to this position is known; nothing means everything that is there.
    pub position: Option<i64>,
    /// The instant at which clocks are judged.
    pub at: DateTime<Utc>,
}

impl Moment {
    /// Whether the event at `position` is known.
    pub(crate) fn knows(&self, position: i64) -> bool {
        self.position.is_none_or(|last| position <= last)
    }
}

/// The read models of the past, for one question.
pub(crate) struct Looking {
    past: Past,
    _turn: OwnedSemaphorePermit,
}

impl Looking {
    /// The past that is looked at.
    pub(crate) const fn past(&mut self) -> &mut Past {
        &mut self.past
    }

    /// Gives the connection back.
    pub(crate) async fn close(self) {
        self.past.close().await;
    }
}

impl App {
    /// Finds the two times in the log. A position that the log does not have yet is refused.
    #[boxed]
    pub async fn moment(&self, as_of: AsOf) -> Result<Moment, AppError> {
        let now = self.clock().now();
        let (position, judged_at) = match as_of.known {
            KnownAt::Now => (None, now),
            KnownAt::Instant(instant) if instant >= now => (None, now),
            KnownAt::Instant(instant) => (Some(self.log.position_at(instant).await?), instant),
            KnownAt::Position(position) => (Some(position), self.recorded_at(position, now).await?),
        };
        Ok(Moment { position, at: as_of.at.unwrap_or(judged_at) })
    }

    /// When the log took this position; `now` for the position before the first.
    async fn recorded_at(&self, position: i64, now: DateTime<Utc>) -> Result<DateTime<Utc>, AppError> {
        if position == 0 {
            return Ok(now);
        }
        match self.log.recorded_at(position).await? {
            Some(recorded_at) => Ok(recorded_at),
            None => Err(AppError::BeyondTheLog { head: self.log.last_position().await? }),
        }
    }

    /// A case that the caller may see today, as it was at `moment`. One that nobody had reported by then is not there.
    #[boxed]
    pub(crate) async fn visible_case_at(
        &self,
        caller: &Caller,
        id: Uuid,
        moment: Moment,
    ) -> Result<(Case, u32), AppError> {
        let present = self.visible_case(caller, id).await?;
        match moment.position {
            None => Ok(present),
            Some(position) => log::load_as_of(&self.log, id, position).await?.ok_or(AppError::NotFound),
        }
    }

    /// The read models as they were at `position`, when it is this question's turn.
    #[boxed]
    pub(crate) async fn look_back(&self, position: i64, models: Models) -> Result<Looking, AppError> {
        let turn = tokio::time::timeout(TURN_WAIT_MAX, Arc::clone(&self.pasts).acquire_owned()).await;
        let turn = turn.map_err(|_elapsed| AppError::Overloaded)?.map_err(AppError::internal)?;
        self.await_position(position).await?;
        let past = Past::open(&self.pool, position, models).await?;
        Ok(Looking { past, _turn: turn })
    }

    /// Organisation and policies in force at `moment.at`, as they were known at `moment`: units bear the names of then,
    /// and a policy that was adopted since weighs nothing. The calendar is today's.
    #[boxed]
    pub async fn reference_at(&self, moment: Moment) -> Result<Arc<Reference>, AppError> {
        let present = self.reference();
        let Some(position) = moment.position else { return Ok(present) };
        let policies = log::load_as_of::<PolicyBook>(&self.log, POLICY_STREAM, position).await?;
        let policies = match policies {
            Some((book, version)) if version < present.stamp.policies => {
                Arc::new(library(&book).map_err(AppError::internal)?)
            }
            _ => present.policies.clone(),
        };
        let history =
            log::load_as_of::<OrganisationHistory>(&self.log, ORGANISATION_STREAM, position).await?;
        let history = match history {
            Some((history, version)) if version < present.stamp.organisation => Arc::new(history),
            _ => present.history.clone(),
        };
        let calendar = present.calendar.clone();
        // On a day for which there was no district there is none: today's names are better than no names.
        let then = Reference::new(history, policies, calendar, present.stamp, moment.at);
        Ok(then.map_or(present, Arc::new))
    }
}

impl From<PastError> for AppError {
    fn from(error: PastError) -> Self {
        match error {
            PastError::Behind { position } => Self::Behind { wanted: position },
            PastError::TooFar => Self::TooFarBack,
            PastError::TooSlow => Self::Overloaded,
            PastError::Database(source) => {
                tracing::warn!(error = &source as &dyn std::error::Error, "the past cannot be read");
                Self::Unavailable
            }
            PastError::Log(source) => Self::internal(source),
        }
    }
}
