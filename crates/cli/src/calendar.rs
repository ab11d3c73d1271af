//! `whistle calendar`: when a limit ends, what is known of a year, and publishing one.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use clap::{Args, Subcommand};
use serde::Serialize;
use whistle_app::{DueView, counted};
use whistle_domain::calendar::book::{ArrangedDay, YearArrangement};
use whistle_domain::calendar::{
    CALENDAR_BYTES_MAX, CalendarDay, DayReason, WorkCalendar, china, china_midnight, read_days,
};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_domain::policy::Limit;
use whistle_embedded::EmbeddedPostgres;
use whistle_store::calendar::{CalendarShelf, load_calendar};

use crate::import::with_log;
use crate::settings::Settings;

/// How long a database may take to say what was published.
const DATABASE_ANSWERS_WITHIN: Duration = Duration::from_secs(3);

/// What can be asked of the calendar.
///
/// `due` and `show` need no database. Where one is named (`--database-url`, `DATABASE_URL`), or a service runs on the data
/// directory, they count by what was published to it; nothing is started or changed for that, and where it does not answer
/// they say so and count by the years that came with the program.
#[derive(Debug, Subcommand)]
pub enum CalendarCommand {
    /// Say when a limit ends, and how that is counted
    Due(DueCommand),
    /// Show what is known of a year
    Show(ShowCommand),
    /// Publish the working days of a year; a running service counts by them within seconds
    Publish(PublishCommand),
}

/// A limit and its start.
#[derive(Debug, Args)]
pub struct DueCommand {
    /// When it starts: 2026-02-13T17:00:00+08:00, or as the clock in China shows it: "2026-02-13 17:00", 2026-02-13
    #[arg(long, value_parser = instant)]
    from: DateTime<Utc>,
    /// 3wd legal working days, 4wh working hours, 2h hours, 30min minutes, 7d natural days
    #[arg(long, value_parser = limit)]
    limit: Limit,
    /// Answer in JSON: `{due_at, due_date, provisional, steps[]}`
    #[arg(long)]
    json: bool,
    /// Count by the years that came with the program, whatever was published
    #[arg(long)]
    embedded: bool,
}

/// A year.
#[derive(Debug, Args)]
pub struct ShowCommand {
    /// The year
    #[arg(value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: i32,
    /// Answer in JSON: {year, published, workdays, days[]}
    #[arg(long)]
    json: bool,
    /// Show what came with the program, whatever was published
    #[arg(long)]
    embedded: bool,
}

/// The arrangement of a year.
#[derive(Debug, Args)]
pub struct PublishCommand {
    /// A CSV file in UTF-8: date,kind,festival,basis; every day off (`off`) and every make-up working day (`work`) of one year
    file: PathBuf,
    /// The notice that ordered it
    #[arg(long)]
    source: String,
    /// When the notice came out: 2026-11-04
    #[arg(long)]
    published_on: NaiveDate,
}

impl CalendarCommand {
    /// Counts, shows or publishes.
    pub async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        match self {
            Self::Due(due) => {
                let calendar = known(settings, due.embedded).await;
                due.answer(&counted(&calendar, due.limit, due.from))?;
            }
            Self::Show(show) => show.answer(&known(settings, show.embedded).await)?,
            Self::Publish(publish) => publish.run(settings).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl DueCommand {
    fn answer(&self, view: &DueView) -> anyhow::Result<()> {
        if self.json {
            println!("{}", serde_json::to_string_pretty(view)?);
            return Ok(());
        }
        let certainty =
            if view.provisional { " （暂定：跨入尚未公布节假日安排的年份）" } else { "" };
        println!("{}{certainty}", view.due_at.to_rfc3339());
        for step in &view.steps {
            let until = step.until.map(|until| format!("—{until}")).unwrap_or_default();
            let hours = |seconds: i64| format!("，计 {} 分钟", seconds / 60);
            let worked = step.worked_seconds.map(hours).unwrap_or_default();
            println!("{} {}{until} {}{worked}", if step.counted { "+" } else { " " }, step.date, step.note);
        }
        Ok(())
    }
}

/// What is known of a year.
#[derive(Serialize)]
struct YearShown {
    year: i32,
    published: bool,
    workdays: usize,
    days: Vec<DayShown>,
}

/// A day that is not what its weekday says.
#[derive(Serialize)]
struct DayShown {
    date: NaiveDate,
    kind: &'static str,
    note: String,
}

impl ShowCommand {
    fn answer(&self, calendar: &WorkCalendar) -> anyhow::Result<()> {
        let shown = shown(calendar, self.year);
        if self.json {
            println!("{}", serde_json::to_string_pretty(&shown)?);
            return Ok(());
        }
        let published = if shown.published { "已公布" } else { "尚未公布，仅列法定假日" };
        println!("{} 年：{published}，工作日 {} 天", shown.year, shown.workdays);
        for day in &shown.days {
            println!("{} {} {}", day.date, day.kind, day.note);
        }
        Ok(())
    }
}

fn shown(calendar: &WorkCalendar, year: i32) -> YearShown {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let dates = first.into_iter().flat_map(|first| first.iter_days());
    let dates: Vec<NaiveDate> = dates.take_while(|date| date.year() == year).collect();
    let days = dates.iter().map(|date| (*date, calendar.day(*date)));
    let noted = days.filter(|(_, day)| day.reason != DayReason::Weekday);
    let kind = |work| if work { "work" } else { "off" };
    YearShown {
        year,
        published: calendar.published(year),
        workdays: dates.iter().filter(|date| calendar.is_workday(**date)).count(),
        days: noted.map(|(date, day)| DayShown { date, kind: kind(day.work), note: day.note() }).collect(),
    }
}

impl PublishCommand {
    async fn run(self, settings: &Settings) -> anyhow::Result<()> {
        let bytes = bytes_of(&self.file)?;
        let days = read_days(&bytes).with_context(|| format!("{} was not published", self.file.display()))?;
        let arrangement = self.arrangement(days)?;
        let year = arrangement.year;
        with_log(settings, async |_pool, log| {
            let (book, new) = CalendarShelf::new(log).publish(arrangement, SystemClock.now()).await?;
            let published = shown(&book.calendar(), year);
            let said = if new { "published" } else { "was published with these days before" };
            println!("{year}: {said}, {} working days", published.workdays);
            Ok(())
        })
        .await
    }

    /// The days, if they are those of one year.
    fn arrangement(&self, days: Vec<CalendarDay>) -> anyhow::Result<YearArrangement> {
        let first = days.first().with_context(|| format!("{} has no days", self.file.display()))?;
        let year = first.date.year();
        let arranged =
            |CalendarDay { date, kind, festival, .. }: CalendarDay| ArrangedDay { date, kind, festival };
        let days = days.into_iter().map(arranged).collect();
        let (source, published_on) = (self.source.clone(), self.published_on);
        Ok(YearArrangement { year, source, published_on, days })
    }
}

/// The bytes of a file, of which never more than the limit is held in memory.
fn bytes_of(path: &Path) -> anyhow::Result<Vec<u8>> {
    let cannot = || format!("{} cannot be read", path.display());
    let (mut bytes, file) = (Vec::new(), std::fs::File::open(path).with_context(cannot)?);
    // One byte more than is allowed: the reader then tells how long a file may be.
    file.take(CALENDAR_BYTES_MAX as u64 + 1).read_to_end(&mut bytes).with_context(cannot)?;
    Ok(bytes)
}

/// The calendar of the database that is there, if one is; else the years that came with the program.
async fn known(settings: &Settings, embedded: bool) -> WorkCalendar {
    let there = || {
        let running = || EmbeddedPostgres::url_of_running(&settings.data_dir);
        settings.database_url.clone().or_else(running)
    };
    let Some(url) = there().filter(|_| !embedded) else {
        return WorkCalendar::clone(&WorkCalendar::embedded());
    };
    match tokio::time::timeout(DATABASE_ANSWERS_WITHIN, published(&url)).await {
        Ok(Ok(calendar)) => calendar,
        Ok(Err(error)) => told_without(&crate::told(&error)),
        Err(_elapsed) => told_without("it does not answer"),
    }
}

async fn published(url: &str) -> anyhow::Result<WorkCalendar> {
    let pool = whistle_store::database::pool(url, 1)?;
    let calendar = load_calendar(&pool).await;
    pool.close().await;
    Ok(calendar?.0)
}

fn told_without(reason: &str) -> WorkCalendar {
    eprintln!(
        "whistle: the database was not asked, only the years that came with the program count: {reason}"
    );
    WorkCalendar::clone(&WorkCalendar::embedded())
}

fn limit(text: &str) -> Result<Limit, String> {
    text.parse().map_err(|error: whistle_domain::policy::LimitUnreadable| error.to_string())
}

/// An instant with its offset, or as the clock in China shows it; a day is its first instant.
fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Ok(instant.to_utc());
    }
    let local = |format| NaiveDateTime::parse_from_str(text, format).ok();
    let formats = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%.f"];
    let found = formats.into_iter().find_map(local).or_else(|| {
        let day: NaiveDate = text.parse().ok()?;
        Some(day.and_time(NaiveTime::MIN))
    });
    let found = found.filter(|local| (1..=9999).contains(&local.year()));
    let unreadable =
        "neither an instant such as 2026-02-13T17:00:00+08:00 nor a local time such as 2026-02-13 17:00";
    let local = found.ok_or_else(|| unreadable.to_owned())?;
    let midnight = china_midnight(local.date()).with_timezone(&china());
    Ok(midnight.to_utc() + (local.time() - NaiveTime::MIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_read_with_an_offset_or_as_the_clock_in_china_shows_them() {
        let five = "2026-02-13T09:00:00Z".parse::<DateTime<Utc>>().expect("an instant");
        for text in
            ["2026-02-13T17:00:00+08:00", "2026-02-13 17:00", "2026-02-13T17:00", "2026-02-13 17:00:00"]
        {
            assert_eq!(instant(text), Ok(five), "{text}");
        }
        assert_eq!(instant("2026-02-13"), Ok("2026-02-12T16:00:00Z".parse().expect("an instant")));
        for text in ["", "tomorrow", "2026-02-30", "2026-02-13 25:00", "+12026-01-01"] {
            assert!(instant(text).is_err(), "{text}");
        }
    }
}
