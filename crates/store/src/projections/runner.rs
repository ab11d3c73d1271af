//! The loop that keeps a read model up to date.
//!
//! Leading and writing are one transaction: whoever gets the checkpoint row writes, everybody else stands by and finds
//! the row moved when it is free again. Nobody can write with a lead that was lost.

use std::sync::Arc;
use std::time::Duration;

use sqlx::PgPool;
use tokio_util::sync::CancellationToken;

use super::projection::{BATCH_EVENTS_MAX, Projection, ProjectionError, ProjectionWriter};
use super::status::Projections;
use crate::log::EventLog;

/// How long a process that does not lead waits before it asks again.
const STANDBY_PAUSE: Duration = Duration::from_millis(100);
/// How often a projection that has nothing to do looks whether its checkpoint is still where it was: a crash of the
/// database may have taken it back, together with the rows, and no new event would tell.
const IDLE_CHECK_INTERVAL: Duration = Duration::from_secs(1);
/// First pause after the database failed; it doubles up to `RETRY_PAUSE_MAX`.
const RETRY_PAUSE_MIN: Duration = Duration::from_millis(50);
/// Longest pause after the database failed.
const RETRY_PAUSE_MAX: Duration = Duration::from_secs(5);
/// How often a halted projection looks whether somebody who understands the event has taken it in.
const HALTED_PAUSE: Duration = Duration::from_secs(1);

/// What a step came to.
enum Step {
    /// The checkpoint is at another place now, or was at another one than believed.
    At(i64),
    /// There is nothing to take in.
    CaughtUp,
    /// Somebody else leads.
    StandBy,
}

impl Projections {
    /// Keeps `projection` up to date until `stop` is cancelled.
    ///
    /// Survives a database that goes away. An event that cannot be taken in halts the projection in front of it, which
    /// raises an alarm and shows in [`Projections::status`]; nothing is ever skipped. It goes on when somebody else
    /// (a newer binary, a rebuild) has taken the event in.
    pub async fn run(&self, projection: Arc<dyn Projection>, log: EventLog, stop: CancellationToken) {
        let name = projection.name();
        let mut runner = Runner::of(self.clone(), projection, log);
        stop.run_until_cancelled(runner.run()).await;
        tracing::debug!(projection = name, "projection stopped");
    }

    /// Takes in what the log holds, and comes back: for whoever writes a log that nobody follows yet. Where somebody does,
    /// it waits for them, as long as they take.
    pub async fn catch_up(
        &self,
        projection: Arc<dyn Projection>,
        log: EventLog,
    ) -> Result<(), ProjectionError> {
        let mut runner = Runner::of(self.clone(), projection, log);
        loop {
            match runner.step().await? {
                Step::CaughtUp => return Ok(()),
                Step::At(position) => runner.reached(position),
                Step::StandBy => tokio::time::sleep(STANDBY_PAUSE).await,
            }
        }
    }
}

struct Runner {
    projections: Projections,
    projection: Arc<dyn Projection>,
    writer: Box<dyn ProjectionWriter>,
    log: EventLog,
    /// Where the checkpoint was when it was last seen.
    position: i64,
    /// Shrinks to find the one event that the database refuses.
    batch_events_max: u32,
    /// The next pause after a failure.
    pause: Duration,
}

impl Runner {
    fn of(projections: Projections, projection: Arc<dyn Projection>, log: EventLog) -> Self {
        Self {
            projections,
            writer: projection.writer(),
            projection,
            log,
            position: 0,
            batch_events_max: BATCH_EVENTS_MAX,
            pause: RETRY_PAUSE_MIN,
        }
    }

    /// The checkpoint is there now, or was there all along.
    fn reached(&mut self, position: i64) {
        if position < self.position {
            self.writer.forget();
        }
        self.position = position;
        self.projections.publish(self.projection.name(), position);
        self.batch_events_max = (self.batch_events_max * 2).min(BATCH_EVENTS_MAX);
    }

    async fn run(&mut self) {
        let mut head = self.log.head();
        loop {
            match self.step().await {
                Ok(step) => {
                    self.pause = RETRY_PAUSE_MIN;
                    match step {
                        Step::At(position) => self.reached(position),
                        Step::CaughtUp => {
                            let position = self.position;
                            let more = head.wait_for(|head| *head > position);
                            if let Ok(Err(_closed)) = tokio::time::timeout(IDLE_CHECK_INTERVAL, more).await {
                                return; // the log is gone, and this process with it
                            }
                        }
                        Step::StandBy => tokio::time::sleep(STANDBY_PAUSE).await,
                    }
                }
                Err(error) if !error.lasting() => self.pause_after(&error).await,
                Err(_) if self.batch_events_max > 1 => self.batch_events_max /= 2,
                Err(error) => self.halt(&error).await,
            }
        }
    }

    /// Takes in the next batch. Events are read before the transaction begins, so that a step never needs two
    /// connections at once.
    async fn step(&mut self) -> Result<Step, ProjectionError> {
        let name = self.projection.name();
        let events = self.log.read_after(self.position, self.batch_events_max).await?;
        if events.is_empty() {
            let position = self.checkpoint().await?;
            return Ok(if position == self.position { Step::CaughtUp } else { Step::At(position) });
        }
        let mut transaction = self.pool().begin().await?;
        let lock = sqlx::query_file!("src/projections/queries/checkpoint_lock.sql", name);
        let Some(checkpoint) = lock.fetch_optional(&mut *transaction).await? else {
            transaction.rollback().await?;
            self.checkpoint().await?;
            return Ok(Step::StandBy);
        };
        if checkpoint.position != self.position {
            transaction.rollback().await?;
            return Ok(Step::At(checkpoint.position));
        }
        let position = self.writer.take_in(&events, &mut transaction).await?;
        sqlx::query_file!("src/projections/queries/checkpoint_advance.sql", name, position)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(Step::At(position))
    }

    async fn checkpoint(&self) -> Result<i64, ProjectionError> {
        let name = self.projection.name();
        sqlx::query_scalar!("SELECT position FROM projection_checkpoints WHERE name = $1", name)
            .fetch_optional(self.pool())
            .await?
            .ok_or(ProjectionError::NoCheckpoint(name))
    }

    async fn pause_after(&mut self, error: &ProjectionError) {
        let projection = self.projection.name();
        tracing::warn!(projection, error = error as &dyn std::error::Error, "projection will try again");
        tokio::time::sleep(self.pause).await;
        self.pause = (self.pause * 2).min(RETRY_PAUSE_MAX);
    }

    /// Raises the alarm, and waits until somebody has come past the event.
    async fn halt(&mut self, error: &ProjectionError) {
        let (name, reason) = (self.projection.name(), error.reason());
        let position = self.position;
        tracing::error!(
            projection = name,
            position,
            error = error as &dyn std::error::Error,
            "projection halted"
        );
        loop {
            let halt =
                sqlx::query_file!("src/projections/queries/checkpoint_halt.sql", name, self.position, reason);
            match halt.execute(self.pool()).await {
                Ok(_) => match self.checkpoint().await {
                    Ok(position) if position != self.position => return,
                    Ok(_) | Err(_) => tokio::time::sleep(HALTED_PAUSE).await,
                },
                Err(error) => self.pause_after(&error.into()).await,
            }
        }
    }

    fn pool(&self) -> &PgPool {
        self.projections.pool()
    }
}
