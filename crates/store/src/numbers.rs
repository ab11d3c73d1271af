//! Drawing case numbers: a daily sequence per county.
//!
//! A number must be known before its event is hashed, and so before the log's lock is taken; it therefore comes
//! from a counter of its own. Whoever waits while a draw runs is served by the next one together, so that
//! a thousand reports a second cost a handful of updates. The draw commits without waiting for the disk: the event
//! that carries the number is written to the same journal *after* it and does wait, so a number that anybody has
//! seen can never be drawn again. A number is lost (a gap, never a repetition) only when the report that drew it
//! fails afterwards.

use chrono::NaiveDate;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

use crate::database::{DatabaseError, service_options};

/// Waiting draws; more are refused.
const WAITING_MAX: usize = 4096;
/// Draws served together.
const TOGETHER_MAX: usize = 1024;
/// How long one draw may take, waiting for a connection and then for the counter.
const DRAW_WAIT_MAX: Duration = Duration::from_secs(3);

/// Why no number was drawn. Nothing was written; the caller may try again.
#[derive(Debug, thiserror::Error)]
pub enum NumberError {
    /// Too many are waiting.
    #[error("too many reports are waiting for a number")]
    Overloaded,
    /// The database is away.
    #[error("no case number could be drawn")]
    Unavailable,
}

struct Draw {
    day: NaiveDate,
    reply: oneshot::Sender<Option<u32>>,
}

/// Draws case numbers for one county.
#[derive(Debug, Clone)]
pub struct CaseNumbers {
    draws: mpsc::Sender<Draw>,
}

impl CaseNumbers {
    /// Starts drawing for `county` (six digits) on a connection of its own.
    pub fn start(url: &str, county: String) -> Result<Self, DatabaseError> {
        Self::start_limited(url, county, DRAW_WAIT_MAX)
    }

    fn start_limited(url: &str, county: String, wait_max: Duration) -> Result<Self, DatabaseError> {
        let statement_timeout_ms = wait_max.as_millis().to_string();
        let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(wait_max).connect_lazy_with(
            service_options(url)?.options([
                ("synchronous_commit", "off"),
                ("statement_timeout", statement_timeout_ms.as_str()),
            ]),
        );
        let (draws, waiting) = mpsc::channel(WAITING_MAX);
        tokio::spawn(serve(Counter { pool, county, wait_max }, waiting));
        Ok(Self { draws })
    }

    /// The next number of `day`.
    pub async fn draw(&self, day: NaiveDate) -> Result<u32, NumberError> {
        let (reply, answer) = oneshot::channel();
        self.draws.try_send(Draw { day, reply }).map_err(|_| NumberError::Overloaded)?;
        answer.await.ok().flatten().ok_or(NumberError::Unavailable)
    }
}

/// The counters of one county.
struct Counter {
    pool: PgPool,
    county: String,
    wait_max: Duration,
}

async fn serve(counter: Counter, mut waiting: mpsc::Receiver<Draw>) {
    let mut draws = Vec::new();
    while waiting.recv_many(&mut draws, TOGETHER_MAX).await > 0 {
        let mut days: HashMap<NaiveDate, Vec<Draw>> = HashMap::new();
        for draw in draws.drain(..) {
            days.entry(draw.day).or_default().push(draw);
        }
        for (day, draws) in days {
            let wanted = u32::try_from(draws.len()).expect("no more than TOGETHER_MAX");
            let first = match counter.advance(day, wanted).await {
                Ok(last) => Some(last - wanted + 1),
                Err(error) => {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        "no case numbers could be drawn"
                    );
                    None
                }
            };
            for (nth, draw) in (0..).zip(draws) {
                // Whoever gave up waiting leaves a gap.
                let _gone = draw.reply.send(first.map(|first| first + nth));
            }
        }
    }
}

impl Counter {
    /// Moves the day's counter up by `wanted`, and tells where it stands.
    async fn advance(&self, day: NaiveDate, wanted: u32) -> Result<u32, sqlx::Error> {
        let wanted = i32::try_from(wanted).map_err(|error| sqlx::Error::Encode(error.into()))?;
        let mut connection = self.pool.acquire().await?;
        let drawing = sqlx::query_scalar!(
            "insert into case_number_days as days (county, day, last) values ($1, $2, $3)
             on conflict (county, day) do update set last = days.last + excluded.last
             returning last",
            self.county,
            day,
            wanted
        )
        .fetch_one(&mut *connection);
        match tokio::time::timeout(self.wait_max, drawing).await {
            Ok(last) => u32::try_from(last?).map_err(|error| sqlx::Error::Decode(error.into())),
            Err(_elapsed) => {
                // A connection that is still busy with the old question cannot take the next one.
                drop(connection.detach());
                Err(sqlx::Error::PoolTimedOut)
            }
        }
    }
}

#[cfg(test)]
mod tests;
