//! `whistle bench report`: how long reports and the backlog take in a small district and in a large one, beside the same
//! question put to the list of cases.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use clap::Args;
use hdrhistogram::Histogram;
use serde::Serialize;
use sqlx::PgPool;
use whistle_domain::calendar::{china_date, china_midnight};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_domain::report::{Dimension, Period};
use whistle_store::database::{self, owner_options};
use whistle_store::projections::{projections, rebuild};
use whistle_store::read::{self, CaseScope, ReportFilter, ReportQuery};

use super::district::District;
use super::figures::{Aim, Setting, ms};
use super::load::new_histogram;
use super::log::Log;
use super::machine::{MachineFacts, MemoryWatch};
use super::server::{BenchServer, cleaned_up};
use super::walk;
use crate::progress;
use crate::settings::Settings;

/// The small district with which the large one is compared.
const CASES_SMALL: u64 = 10_000;
/// Connections of the pool that reads.
const CONNECTIONS: u32 = 4;
/// Connections that the server keeps for this.
const CLIENTS: usize = 4;
/// How often each question is put before it is measured.
const WARM_UP_TIMES: u32 = 5;
/// The longest that any of them may take, at the 99th percentile.
const AIM_P99_MS: f64 = 20.0;
/// How much longer than in the small district, at most.
const AIM_GROWTH: f64 = 1.5;
/// Memory of the whole process.
const AIM_MEMORY_MIB: f64 = 150.0;

/// What `whistle bench report` takes.
#[derive(Debug, Clone, Args)]
pub struct ReportOptions {
    /// Seconds for which each question is put, in each district
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u32).range(1..=600))]
    seconds: u32,
    /// Cases of the large district. A million takes some twenty minutes and 12 GB of disk
    #[arg(long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(1_000..=5_000_000))]
    cases: u64,
    /// Prints JSON
    #[arg(long)]
    json: bool,
}

/// What was found.
#[derive(Debug, Serialize)]
struct Found {
    benchmark: &'static str,
    #[serde(flatten)]
    setting: Setting,
    small: DistrictFound,
    large: DistrictFound,
    memory_peak_mib: f64,
    aims: Vec<Aim>,
}

/// One district.
#[derive(Debug, Serialize)]
struct DistrictFound {
    cases: u64,
    events: u64,
    questions: Vec<Answered>,
    /// The yardstick: the on-time counts of the quarter by lead, straight from the list of cases.
    list_of_cases: Answered,
}

/// How long a question took.
#[derive(Debug, Serialize)]
struct Answered {
    name: &'static str,
    times: u64,
    p50_ms: f64,
    p99_ms: f64,
}

/// Measures and prints.
pub async fn run(options: ReportOptions, settings: &Settings) -> anyhow::Result<()> {
    let server = BenchServer::start(settings, CLIENTS).await?;
    let found = cleaned_up(server, async |server| measure(&options, server).await).await?;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&found)?);
    } else {
        print!("{}", found.table());
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "bytes of memory stay below 2^52")]
async fn measure(options: &ReportOptions, server: &mut BenchServer) -> anyhow::Result<Found> {
    let setting = Setting::new(MachineFacts::look(server.directory())?, server.facts().await?);
    let memory = MemoryWatch::start()?;
    let length = Duration::from_secs(u64::from(options.seconds));
    let small = district(CASES_SMALL, length, server, &memory).await?;
    let large = district(options.cases, length, server, &memory).await?;
    let worst = large.questions.iter().map(|answered| answered.p99_ms).fold(0.0, f64::max);
    let growth =
        small.questions.iter().zip(&large.questions).map(|(small, large)| large.p50_ms / small.p50_ms);
    let growth = growth.fold(0.0, f64::max);
    let memory_peak_mib = memory.peak_bytes() as f64 / f64::from(1 << 20);
    let aims = vec![
        Aim::below("slowest question in the large district, p99, ms", worst, AIM_P99_MS),
        Aim::below("large ÷ small, the question that grows most, p50", growth, AIM_GROWTH),
        Aim::below("memory of the whole process, peak, MiB", memory_peak_mib, AIM_MEMORY_MIB),
    ];
    Ok(Found { benchmark: "report", setting, small, large, memory_peak_mib, aims })
}

async fn district(
    cases: u64,
    length: Duration,
    server: &mut BenchServer,
    memory: &MemoryWatch,
) -> anyhow::Result<DistrictFound> {
    let url = server.create_database().await?;
    database::migrate(&url).await?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let log = Log::start(&url, Arc::clone(&clock), walk::policies()?)?;
    let bar = progress::over_events("cases");
    bar.set_length(cases);
    let now = clock.now();
    let district = District::new(walk::policies()?, now, cases);
    let events = district.fill(log.events(), |done| bar.set_position(done)).await?;
    bar.finish_and_clear();
    for projection in projections() {
        rebuild(projection.as_ref(), &owner_options(&url)?, log.events(), &mut |_| ()).await?;
    }
    server.checkpoint().await;
    let pool = database::pool(&url, CONNECTIONS)?;
    memory.resume();
    let mut questions = Vec::new();
    for question in questions_at(now) {
        questions.push(asked(question.name, length, async || question.put(&pool, now).await).await?);
    }
    memory.pause();
    let quarter = months_before(now, 3);
    let list_of_cases =
        asked("GROUP BY over the list of cases", length, async || from_the_list(&pool, quarter).await)
            .await?;
    pool.close().await;
    Ok(DistrictFound { cases, events, questions, list_of_cases })
}

/// What supervisors ask.
struct Question {
    name: &'static str,
    /// None: the backlog.
    report: Option<(Dimension, Period)>,
}

impl Question {
    async fn put(&self, pool: &PgPool, at: DateTime<Utc>) -> anyhow::Result<()> {
        let scope = CaseScope::Everything;
        match self.report {
            Some((dimension, period)) => {
                let query = ReportQuery { period, at, dimension, within: ReportFilter::default() };
                read::report(pool, &scope, &query).await?;
            }
            None => {
                read::backlog(pool, &scope, at).await?;
            }
        }
        Ok(())
    }
}

fn questions_at(now: DateTime<Utc>) -> Vec<Question> {
    let ninety_days = Period { from: now - chrono::TimeDelta::days(90), to: now };
    let report = |name, dimension, period| Question { name, report: Some((dimension, period)) };
    vec![
        report("departments, the last three months", Dimension::Department, months_before(now, 3)),
        report("departments, the last 90 × 24 hours", Dimension::Department, ninety_days),
        report("areas, the last month", Dimension::Area, months_before(now, 1)),
        report("categories, the last twelve months", Dimension::Category, months_before(now, 12)),
        report("levels, the last 90 × 24 hours", Dimension::Level, ninety_days),
        Question { name: "backlog of every department", report: None },
    ]
}

/// So many whole months before the present one.
fn months_before(now: DateTime<Utc>, months: u32) -> Period {
    let today = china_date(now);
    let first: NaiveDate = today.checked_sub_days(Days::new(u64::from(today.day0()))).unwrap_or(today);
    let from = first.checked_sub_months(Months::new(months)).unwrap_or(first);
    Period { from: china_midnight(from), to: china_midnight(first) }
}

async fn from_the_list(pool: &PgPool, period: Period) -> anyhow::Result<()> {
    sqlx::query(
        "SELECT lead, count(*), count(closed_at), count(*) FILTER (WHERE closed_at <= due_at), \
                count(*) FILTER (WHERE closed_at IS NULL AND due_at < now()) \
         FROM cases WHERE due_at >= $1 AND due_at < $2 GROUP BY lead",
    )
    .bind(period.from)
    .bind(period.to)
    .fetch_all(pool)
    .await?;
    Ok(())
}

/// Puts a question again and again for `length`.
async fn asked(
    name: &'static str,
    length: Duration,
    put: impl AsyncFn() -> anyhow::Result<()>,
) -> anyhow::Result<Answered> {
    for _ in 0..WARM_UP_TIMES {
        put().await?;
    }
    let mut latencies: Histogram<u32> = new_histogram();
    let begun_at = Instant::now();
    while begun_at.elapsed() < length {
        let put_at = Instant::now();
        put().await?;
        latencies.saturating_record(u64::try_from(put_at.elapsed().as_micros()).unwrap_or(u64::MAX));
    }
    Ok(Answered {
        name,
        times: latencies.len(),
        p50_ms: ms(latencies.value_at_quantile(0.5)),
        p99_ms: ms(latencies.value_at_quantile(0.99)),
    })
}

impl Found {
    fn table(&self) -> String {
        let Self { small, large, .. } = self;
        let mut lines = vec![
            self.setting.to_string(),
            format!(
                "{:<38} {:>9} cases (p50, p99 ms) {:>9} cases (p50, p99 ms)",
                "one client, one question after another", small.cases, large.cases
            ),
        ];
        let pairs = small.questions.iter().zip(&large.questions);
        let line = |(small, large): (&Answered, &Answered)| {
            format!(
                "  {:<36} {:>12.2} {:>12.2} {:>20.2} {:>12.2}",
                large.name, small.p50_ms, small.p99_ms, large.p50_ms, large.p99_ms
            )
        };
        lines.extend(pairs.map(line));
        lines.push(line((&small.list_of_cases, &large.list_of_cases)));
        lines.extend(self.aims.iter().map(ToString::to_string));
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_before_are_whole_months_of_the_district() {
        let period = months_before("2026-11-22T17:00:00Z".parse().unwrap(), 3);
        assert_eq!(period.from.to_rfc3339(), "2026-07-31T16:00:00+00:00");
        assert_eq!(period.to.to_rfc3339(), "2026-10-31T16:00:00+00:00");
    }
}
