//! The working calendar: as administrators publish it, and as everybody reads and counts by it.

use std::sync::Arc;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_domain::calendar::book::{CalendarBook, CalendarCommand, CalendarRefusal, YearArrangement};
use whistle_domain::calendar::{LocalDay, Step, WorkCalendar, china};
use whistle_domain::policy::Limit;
use whistle_store::log::{ExecuteError, Executed};
use whistle_store::reference::ReferenceStamp;

use crate::access::Operation;
use crate::cases::CommandContext;
use crate::{App, AppError, Caller, Reference};

/// The arrangement of a year, as it is handed in.
pub type YearInput = YearArrangement;
/// An extra day, as it is handed in.
pub type LocalDayInput = LocalDay;

/// What is known of the days of a year.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CalendarYearView {
    /// The year.
    pub year: i32,
    /// Whether its arrangement is known. Otherwise weekends and statutory days are off, and every end counted through it
    /// is provisional.
    pub published: bool,
    /// The notice, where the year was published to this service.
    pub source: Option<String>,
    /// When the notice came out.
    #[schema(value_type = Option<String>)]
    pub published_on: Option<NaiveDate>,
    /// How often the year was published.
    pub revision: Option<u32>,
    /// Working days of the year.
    pub workdays: u32,
    /// Every day that is off, or a working day, for another reason than its weekday.
    pub days: Vec<NotedDay>,
}

/// A day that is not what its weekday says, or has a festival.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NotedDay {
    /// The day in China.
    #[schema(value_type = String)]
    pub date: NaiveDate,
    /// Whether people work.
    pub work: bool,
    /// `make_up`, `festival`, `statutory`, `local_off` or `local_work`.
    pub day: &'static str,
    /// In Chinese.
    pub note: String,
}

/// An extra day of this place.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LocalDayView {
    /// The day in China.
    #[schema(value_type = String)]
    pub date: NaiveDate,
    /// `off` or `work`; nothing once it was withdrawn.
    pub kind: Option<&'static str>,
    /// Why.
    pub reason: Option<String>,
}

/// When a limit ends, and how that was counted.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DueView {
    /// The last instant that is in time, as the clock in China shows it.
    pub due_at: DateTime<FixedOffset>,
    /// The day in China: for working days the last of them, although `due_at` is the midnight at which it ends.
    #[schema(value_type = String)]
    pub due_date: NaiveDate,
    /// Whether it runs into a year that nobody has published, and will be counted again.
    pub provisional: bool,
    /// Day by day.
    #[schema(value_type = Vec<Object>)]
    pub steps: Vec<Step>,
}

/// What was published or declared is durable in the log.
#[derive(Debug, Clone)]
pub struct CalendarCommitted<V> {
    /// What it came to.
    pub view: V,
    /// The version of the calendar's stream.
    pub stream_version: u32,
    /// Where it stands in the log.
    pub position: i64,
}

/// When a limit ends that starts at `from`.
pub fn counted(calendar: &WorkCalendar, limit: Limit, from: DateTime<Utc>) -> DueView {
    let (due, steps) = calendar.explain(limit, from);
    let due_at = due.at.with_timezone(&china());
    DueView { due_at, due_date: due.date, provisional: due.provisional, steps }
}

impl App {
    /// 发布年度节假日安排: ends that were provisional for want of it are counted again.
    #[boxed]
    pub async fn publish_year(
        &self,
        caller: &Caller,
        input: YearInput,
        context: &CommandContext,
    ) -> Result<CalendarCommitted<CalendarYearView>, AppError> {
        let year = input.year;
        self.change_calendar(caller, CalendarCommand::Publish(input), context, |book, calendar| {
            year_view(book, calendar, year)
        })
        .await
    }

    /// 本地放假、上班: counts for every end that is promised from now on, and moves none that was.
    #[boxed]
    pub async fn declare_local_day(
        &self,
        caller: &Caller,
        input: LocalDayInput,
        context: &CommandContext,
    ) -> Result<CalendarCommitted<LocalDayView>, AppError> {
        let date = input.date;
        let view = |book: &CalendarBook, _: &WorkCalendar| local_day_view(book, date);
        self.change_calendar(caller, CalendarCommand::DeclareLocalDay(input), context, view).await
    }

    /// 撤销本地放假、上班.
    #[boxed]
    pub async fn withdraw_local_day(
        &self,
        caller: &Caller,
        date: NaiveDate,
        context: &CommandContext,
    ) -> Result<CalendarCommitted<LocalDayView>, AppError> {
        let view = |book: &CalendarBook, _: &WorkCalendar| local_day_view(book, date);
        self.change_calendar(caller, CalendarCommand::WithdrawLocalDay { date }, context, view).await
    }

    async fn change_calendar<V>(
        &self,
        caller: &Caller,
        command: CalendarCommand,
        context: &CommandContext,
        view: impl FnOnce(&CalendarBook, &WorkCalendar) -> V,
    ) -> Result<CalendarCommitted<V>, AppError> {
        Operation::PublishCalendar.authorise(caller)?;
        let meta = self.meta(caller, context);
        let executed = self.calendar.execute(command, self.clock.now(), meta).await?;
        let Executed { aggregate: book, appended, .. } = executed;
        let calendar = book.calendar();
        let view = view(&book, &calendar);
        if !appended.duplicate {
            self.calendar_in_force(calendar, appended.version)?;
        }
        Ok(CalendarCommitted { view, stream_version: appended.version, position: appended.last_position })
    }

    fn calendar_in_force(&self, calendar: WorkCalendar, version: u32) -> Result<(), AppError> {
        let known = self.reference();
        let stamp = ReferenceStamp { calendar: version, ..known.stamp };
        let (history, policies) = (known.history.clone(), known.policies.clone());
        let reference = Reference::new(history, policies, Arc::new(calendar), stamp, self.clock.now());
        self.reference.replace(reference.map_err(AppError::internal)?);
        Ok(())
    }

    /// What is known of the days of a year.
    #[boxed]
    pub async fn calendar_year(&self, caller: &Caller, year: i32) -> Result<CalendarYearView, AppError> {
        Operation::ReadCalendar.authorise(caller)?;
        if NaiveDate::from_ymd_opt(year, 1, 1).is_none_or(|first| !(1..=9999).contains(&first.year())) {
            return Err(AppError::BadQuery("a year lies between 1 and 9999".to_owned()));
        }
        let (book, _) = self.calendar.load().await?;
        Ok(year_view(&book, &book.calendar(), year))
    }

    /// When a limit ends that starts at `from`; everybody may ask.
    pub fn counted(&self, limit: Limit, from: DateTime<Utc>) -> DueView {
        counted(&self.reference().calendar, limit, from)
    }
}

fn year_view(book: &CalendarBook, calendar: &WorkCalendar, year: i32) -> CalendarYearView {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let days = || {
        let days = first.into_iter().flat_map(|first| first.iter_days());
        days.take_while(|date| date.year() == year).map(|date| (date, calendar.day(date)))
    };
    let noted = |(date, day): (NaiveDate, whistle_domain::calendar::Day<'_>)| {
        let ordinary = day.reason == whistle_domain::calendar::DayReason::Weekday;
        (!ordinary).then(|| NotedDay { date, work: day.work, day: day.code(), note: day.note() })
    };
    let published = book.year(year);
    CalendarYearView {
        year,
        published: calendar.published(year),
        source: published.map(|published| published.source.clone()),
        published_on: published.map(|published| published.published_on),
        revision: published.map(|published| published.revision),
        workdays: u32::try_from(days().filter(|(_, day)| day.work).count()).unwrap_or(u32::MAX),
        days: days().filter_map(noted).collect(),
    }
}

fn local_day_view(book: &CalendarBook, date: NaiveDate) -> LocalDayView {
    let declared = book.local_day(date);
    LocalDayView {
        date,
        kind: declared.map(|declared| declared.kind.code()),
        reason: declared.map(|declared| declared.reason.clone()),
    }
}

impl From<ExecuteError<CalendarRefusal>> for AppError {
    fn from(error: ExecuteError<CalendarRefusal>) -> Self {
        Self::of_execution(error, |refusal| match refusal {
            CalendarRefusal::NotDeclared { .. } => Self::NotFound,
            refusal => Self::CalendarRefused(refusal),
        })
    }
}
