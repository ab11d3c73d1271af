//! `whistle bench project`: how fast the read models are built from the log, and how soon they show what was commanded.

use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Args;
use futures::TryStreamExt as _;
use serde::Serialize;
use sqlx::{Connection, PgConnection};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use whistle_domain::clock::{Clock, SystemClock};
use whistle_store::database::{self, owner_options};
use whistle_store::projections::{Projections, projections, rebuild};

use super::district::District;
use super::figures::{Aim, Setting, median, ms};
use super::log::{Log, LogClient};
use super::machine::{MachineFacts, MemoryWatch};
use super::server::{BenchServer, cleaned_up};
use super::{LoadOptions, ROUNDS, paced, walk};
use crate::progress;
use crate::settings::Settings;

/// Commands a second while it is measured how soon they are visible.
const COMMANDS_PER_SECOND: u32 = 1_000;
/// How long somebody else's transaction holds a write open, again and again.
const FOREIGN_WRITE: Duration = Duration::from_secs(5);
/// Events per second of a rebuild.
const AIM_REBUILD: f64 = 100_000.0;
/// From the command to its being visible, at the 99th percentile.
const AIM_VISIBLE_MS: f64 = 50.0;
/// Memory of the whole process.
const AIM_MEMORY_MIB: f64 = 150.0;

/// What `whistle bench project` takes.
#[derive(Debug, Clone, Args)]
pub struct ProjectOptions {
    #[command(flatten)]
    load: LoadOptions,
    /// Cases in the log, of some eleven events each
    #[arg(long, value_name = "N", default_value_t = 40_000, value_parser = clap::value_parser!(u64).range(1..=5_000_000))]
    cases: u64,
}

/// What was found.
#[derive(Debug, Serialize)]
struct Found {
    benchmark: &'static str,
    #[serde(flatten)]
    setting: Setting,
    cases: u64,
    events: u64,
    /// Events per second of a rebuild of all read models: the median of the rounds.
    rebuild_per_second: f64,
    rebuild_rounds: Vec<f64>,
    /// The yardstick: rows per second of a binary COPY of the log to this process.
    copy_per_second: f64,
    copy_rounds: Vec<f64>,
    commands_per_second: u32,
    visible: Visible,
    /// The same, while somebody else's transaction holds a write open.
    visible_beside_foreign_write: Visible,
    memory_peak_mib: f64,
    aims: Vec<Aim>,
}

/// From the instant at which a command should have been given until every read model shows it.
#[derive(Debug, Serialize)]
struct Visible {
    commands: u64,
    p50_ms: f64,
    p99_ms: f64,
    max_ms: f64,
}

/// Measures and prints.
pub async fn run(options: ProjectOptions, settings: &Settings) -> anyhow::Result<()> {
    let server = BenchServer::start(settings, options.load.clients.get()).await?;
    let found = cleaned_up(server, async |server| measure(&options, server).await).await?;
    if options.load.json {
        println!("{}", serde_json::to_string_pretty(&found)?);
    } else {
        print!("{}", found.table());
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "bytes of memory stay below 2^52")]
async fn measure(options: &ProjectOptions, server: &mut BenchServer) -> anyhow::Result<Found> {
    let setting = Setting::new(MachineFacts::look(server.directory())?, server.facts().await?);
    let url = server.create_database().await?;
    database::migrate(&url).await?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let log = Log::start(&url, Arc::clone(&clock), walk::policies()?)?;
    let bar = progress::over_events("cases");
    bar.set_length(options.cases);
    let district = District::new(walk::policies()?, clock.now(), options.cases);
    let events = district.fill(log.events(), |done| bar.set_position(done)).await?;
    bar.finish_and_clear();

    let memory = MemoryWatch::start()?;
    let (rebuild_rounds, copy_rounds) = build_and_copy(server, &log, &url, &memory).await?;
    let (visible, beside) = watch_live(options, server, &log, &url, &memory).await?;
    let (rebuilt, copied) = (median(&rebuild_rounds), median(&copy_rounds));
    let memory_peak_mib = memory.peak_bytes() as f64 / f64::from(1 << 20);
    let aims = vec![
        Aim::at_least("events a second of a rebuild", Some(rebuilt), AIM_REBUILD),
        Aim::below("command to visible, p99, ms", visible.p99_ms, AIM_VISIBLE_MS),
        Aim::below("the same beside a foreign write, p99, ms", beside.p99_ms, AIM_VISIBLE_MS),
        Aim::below("memory of the whole process, peak, MiB", memory_peak_mib, AIM_MEMORY_MIB),
    ];
    Ok(Found {
        benchmark: "project",
        setting,
        cases: options.cases,
        events,
        rebuild_per_second: rebuilt,
        rebuild_rounds,
        copy_per_second: copied,
        copy_rounds,
        commands_per_second: COMMANDS_PER_SECOND,
        visible,
        visible_beside_foreign_write: beside,
        memory_peak_mib,
        aims,
    })
}

/// Rebuilds all read models and copies the log out, in turns.
async fn build_and_copy(
    server: &BenchServer,
    log: &Log,
    url: &str,
    memory: &MemoryWatch,
) -> anyhow::Result<(Vec<f64>, Vec<f64>)> {
    let owner = owner_options(url)?;
    let (mut rebuilds, mut copies) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        tracing::info!(round, rounds = ROUNDS, "measuring");
        server.checkpoint().await;
        memory.resume();
        for projection in projections() {
            let rebuilt = rebuild(projection.as_ref(), &owner, log.events(), &mut |_| ()).await?;
            rebuilds.push(rebuilt.events_per_second);
        }
        memory.pause();
        server.checkpoint().await;
        copies.push(copy_out(url, log.head().await?).await?);
    }
    Ok((rebuilds, copies))
}

/// Rows per second of a binary COPY of the log to here.
#[expect(clippy::cast_precision_loss, reason = "a rate needs no sixteenth digit")]
async fn copy_out(url: &str, rows: i64) -> anyhow::Result<f64> {
    let mut connection = PgConnection::connect_with(&owner_options(url)?).await?;
    let begun_at = Instant::now();
    let mut bytes = 0;
    {
        let mut out = connection.copy_out_raw("COPY events TO STDOUT (FORMAT binary)").await?;
        while let Some(chunk) = out.try_next().await? {
            bytes += chunk.len();
        }
    }
    let seconds = begun_at.elapsed().as_secs_f64();
    tracing::debug!(bytes, seconds, "copied out");
    connection.close().await?;
    Ok(rows as f64 / seconds)
}

/// The projections at work beside commands that come at a steady rate: by themselves, and beside a foreign write.
async fn watch_live(
    options: &ProjectOptions,
    server: &BenchServer,
    log: &Log,
    url: &str,
    memory: &MemoryWatch,
) -> anyhow::Result<(Visible, Visible)> {
    let read_models = Projections::new(log.pool().clone());
    let (loops, stop) = (TaskTracker::new(), CancellationToken::new());
    for projection in projections() {
        let (read_models, log, stop) = (read_models.clone(), log.events().clone(), stop.clone());
        loops.spawn(async move { read_models.run(projection, log, stop).await });
    }
    loops.close();
    let clients: Vec<LogClient> = (0..options.load.clients.get()).map(|_| log.client()).collect();
    let length = Duration::from_secs(u64::from(options.load.seconds.get())).max(FOREIGN_WRITE * 2);
    let (_warm, clients) =
        paced::until_visible(clients, &read_models, COMMANDS_PER_SECOND, super::WARM_UP * 4).await?;
    server.checkpoint().await;
    memory.resume();
    let (alone, clients) = paced::until_visible(clients, &read_models, COMMANDS_PER_SECOND, length).await?;
    server.checkpoint().await;
    let foreign = ForeignWrite::begin(url).await?;
    let (beside, _clients) = paced::until_visible(clients, &read_models, COMMANDS_PER_SECOND, length).await?;
    foreign.end().await?;
    memory.pause();
    stop.cancel();
    loops.wait().await;
    Ok((Visible::of(&alone), Visible::of(&beside)))
}

/// Transactions of somebody else that hold a write open for [`FOREIGN_WRITE`], one after another.
struct ForeignWrite {
    stop: CancellationToken,
    task: tokio::task::JoinHandle<Result<(), sqlx::Error>>,
}

impl ForeignWrite {
    async fn begin(url: &str) -> anyhow::Result<Self> {
        let mut connection = PgConnection::connect_with(&owner_options(url)?).await?;
        sqlx::raw_sql("CREATE TABLE bench_foreign (written integer)").execute(&mut connection).await?;
        let stop = CancellationToken::new();
        let (held, mut begun) = (stop.clone(), tokio::sync::watch::channel(false));
        let began = begun.0;
        let task = tokio::spawn(async move {
            while !held.is_cancelled() {
                let mut transaction = connection.begin().await?;
                sqlx::raw_sql("INSERT INTO bench_foreign VALUES (1)").execute(&mut *transaction).await?;
                let _nobody_waits_any_more = began.send(true);
                let _ended = tokio::time::timeout(FOREIGN_WRITE, held.cancelled()).await;
                transaction.rollback().await?;
            }
            connection.close().await
        });
        begun.1.wait_for(|begun| *begun).await?;
        Ok(Self { stop, task })
    }

    async fn end(self) -> anyhow::Result<()> {
        self.stop.cancel();
        Ok(self.task.await??)
    }
}

impl Visible {
    fn of(latencies: &hdrhistogram::Histogram<u32>) -> Self {
        Self {
            commands: latencies.len(),
            p50_ms: ms(latencies.value_at_quantile(0.5)),
            p99_ms: ms(latencies.value_at_quantile(0.99)),
            max_ms: ms(latencies.max()),
        }
    }

    fn line(&self, name: &str) -> String {
        let Self { commands, p50_ms, p99_ms, max_ms } = self;
        format!(
            "  {name:<36} {commands:>9} commands  p50 {p50_ms:>7.2} ms  p99 {p99_ms:>7.2} ms  max {max_ms:>7.2} ms"
        )
    }
}

impl Found {
    fn table(&self) -> String {
        let rounds =
            |rounds: &[f64]| rounds.iter().map(|round| format!("{round:.0}")).collect::<Vec<_>>().join(" ");
        let mut lines = vec![
            self.setting.to_string(),
            format!(
                "{} cases, {} events; the median of {ROUNDS} rounds [in brackets]",
                self.cases, self.events
            ),
            format!(
                "  {:<36} {:>9.0} events/s  [{}]",
                "whistle: rebuild of all read models",
                self.rebuild_per_second,
                rounds(&self.rebuild_rounds)
            ),
            format!(
                "  {:<36} {:>9.0} rows/s    [{}]",
                "binary COPY of the log",
                self.copy_per_second,
                rounds(&self.copy_rounds)
            ),
            format!("  rebuild ÷ COPY {:.2}", self.rebuild_per_second / self.copy_per_second),
            format!("{} commands a second, until every read model shows them", self.commands_per_second),
            self.visible.line("by themselves"),
            self.visible_beside_foreign_write.line("beside a write held open for 5 s"),
        ];
        lines.extend(self.aims.iter().map(ToString::to_string));
        lines.join("\n") + "\n"
    }
}
