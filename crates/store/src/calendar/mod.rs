//! The calendar in the log: every year that was published since the program was made, and the extra days of this place.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::calendar::book::{CalendarBook, CalendarCommand, CalendarRefusal, YearArrangement};

use crate::log::{self, AggregateCache, CommandMeta, EventLog, ExecuteError, Executed, LoadError};
use crate::organisation::of_the_service;
use crate::reference::{CALENDAR_STREAM, folded};

#[cfg(test)]
mod tests;

/// There is one book of calendars.
const BOOKS_CACHED_MAX: u64 = 1;

/// The calendar to count by, with the version of the stream; 0 while nothing was published.
pub async fn load_calendar(pool: &PgPool) -> Result<(WorkCalendar, u32), LoadError> {
    let (book, version): (CalendarBook, u32) = folded(pool, CALENDAR_STREAM).await?;
    Ok((book.calendar(), version))
}

/// The way to the calendar. Cheap to clone; all clones share what they have read.
#[derive(Clone)]
pub struct CalendarShelf {
    log: EventLog,
    cache: AggregateCache<CalendarBook>,
}

impl CalendarShelf {
    /// The calendar in this log.
    pub fn new(log: EventLog) -> Self {
        Self { log, cache: AggregateCache::new(BOOKS_CACHED_MAX) }
    }

    /// The book, with the version of its stream; empty and 0 before the first event.
    pub async fn load(&self) -> Result<(CalendarBook, u32), LoadError> {
        Ok(log::load(&self.log, &self.cache, CALENDAR_STREAM).await?.unwrap_or_default())
    }

    /// Gives a command at `now`, exactly once for its id.
    pub async fn execute(
        &self,
        command: CalendarCommand,
        now: DateTime<Utc>,
        meta: CommandMeta,
    ) -> Result<Executed<CalendarBook>, ExecuteError<CalendarRefusal>> {
        log::execute(&self.log, &self.cache, CALENDAR_STREAM, command, now, meta).await
    }

    /// Publishes a year on behalf of whoever runs the service. Returns the book, and whether anything is new.
    pub async fn publish(
        &self,
        arrangement: YearArrangement,
        now: DateTime<Utc>,
    ) -> Result<(CalendarBook, bool), ExecuteError<CalendarRefusal>> {
        let command = CalendarCommand::Publish(arrangement);
        let executed = self.execute(command, now, of_the_service(None)).await?;
        Ok((executed.aggregate, !executed.events.is_empty()))
    }
}
