//! `whistle bench append`: the event log beside its yardsticks.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use futures::future::try_join_all;
use serde::Serialize;
use sqlx::PgPool;
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::case::{Case, Facts};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_domain::policy::PolicyLibrary;
use whistle_store::database;
use whistle_store::ids::new_id;
use whistle_store::log::{AggregateCache, CommandMeta, EventLog, IdOrigin, LogSettings, execute};

use super::figures::{Aim, Figure, Series, Setting, line, median, ms};
use super::load::{self, Client};
use super::machine::{MachineFacts, MemoryWatch};
use super::peer::{self, Peer};
use super::rows::{self, Rows};
use super::server::{BenchServer, cleaned_up};
use super::walk::{self, COMMANDS_PER_CASE, Walk};
use super::yardsticks::{self, BatchInsert, SingleInsert};
use super::{LoadOptions, ROUNDS, WARM_UP};
use crate::settings::Settings;

/// Cases held in memory, as in the service.
const CASES_CACHED_MAX: u64 = 20_000;
/// Connections of the service's pool, as in the service.
const POOL_CONNECTIONS_MAX: u32 = 20;
/// The other batch size at which the raw batch is measured: the log's own largest.
const BATCH_ROWS_LARGE: usize = 512;

/// At least so many times as fast as stock postgres-es.
const AIM_OVER_STOCK: f64 = 10.0;
/// Faster than a bare INSERT per command.
const AIM_OVER_SINGLE: f64 = 1.0;
/// At least this share of what raw batches of the same size reach.
const AIM_OVER_BATCH: f64 = 0.4;
/// Memory of the whole process.
const AIM_MEMORY_MIB: f64 = 100.0;

/// What `whistle bench append` takes.
#[derive(Debug, Clone, Args)]
pub struct AppendOptions {
    #[command(flatten)]
    load: LoadOptions,
    /// The stock peer's program (default: whistle-bench-peer beside this one)
    #[arg(long, value_name = "PATH")]
    peer: Option<PathBuf>,
}

/// What was found.
#[derive(Debug, Serialize)]
struct Found {
    benchmark: &'static str,
    #[serde(flatten)]
    setting: Setting,
    clients: usize,
    seconds: u32,
    rounds: u32,
    load: LoadFacts,
    log: Figure,
    log_events_per_second: f64,
    single_insert: Figure,
    raw_batch: Figure,
    raw_batch_512: Figure,
    postgres_es: Option<Figure>,
    /// Peak of the whole process while the log was measured, the load's own memory included.
    memory_peak_mib: f64,
    aims: Vec<Aim>,
}

/// What the log was given, as it stands in the database.
#[derive(Debug, Serialize)]
struct LoadFacts {
    commands_per_case: usize,
    events_per_command: f64,
    payload_bytes_mean: f64,
    /// Metadata, names and hash on top.
    row_bytes_mean: f64,
    /// Events per commit, median of the rounds.
    batch_events_mean: f64,
}

/// Measures and prints.
pub async fn run(options: AppendOptions, settings: &Settings) -> anyhow::Result<()> {
    let peer = peer::find(options.peer.as_deref())?;
    let server = BenchServer::start(settings, options.load.clients.get()).await?;
    let found = cleaned_up(server, async |server| measure(&options, peer, server).await).await?;
    if options.load.json {
        println!("{}", serde_json::to_string_pretty(&found)?);
    } else {
        print!("{}", found.table());
    }
    Ok(())
}

async fn measure(
    options: &AppendOptions,
    peer: Option<PathBuf>,
    server: &mut BenchServer,
) -> anyhow::Result<Found> {
    let setting = Setting::new(MachineFacts::look(server.directory())?, server.facts().await?);
    let clients = options.load.clients.get();
    let peer = match peer {
        Some(program) => Some(Peer::new(program, server.create_database().await?, clients)),
        None => None,
    };
    let mut course = Course::prepare(server.create_database().await?, clients, peer).await?;
    for round in 1..=ROUNDS {
        tracing::info!(round, rounds = ROUNDS, "measuring");
        course.round(server, options.load.round()).await?;
    }
    let load = course.log.facts(&course.batch_events).await?;
    Ok(course.found(setting, options, load))
}

/// All contenders, ready to take turns.
struct Course {
    log: Log,
    log_clients: Vec<LogClient>,
    single_clients: Vec<SingleInsert>,
    batch_client: Vec<BatchInsert>,
    peer: Option<Peer>,
    memory: MemoryWatch,
    log_series: Series,
    single_series: Series,
    batch_series: Series,
    large_batch_series: Series,
    peer_rounds: Vec<peer::PeerRound>,
    /// Events per commit of the log, round by round.
    batch_events: Vec<f64>,
}

impl Course {
    async fn prepare(url: String, clients: usize, peer: Option<Peer>) -> anyhow::Result<Self> {
        let policies = walk::policies()?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let templates = Arc::new(rows::templates(&policies, clock.now())?);
        database::migrate(&url).await?;
        yardsticks::create_tables(&url).await?;
        let [single, batch] = [(); 2].map(|()| Arc::new(AtomicI64::new(0)));
        let new_rows = |last: &Arc<AtomicI64>| Rows::new(Arc::clone(&templates), Arc::clone(last));
        let singles = (0..clients).map(|_| SingleInsert::connect(&url, new_rows(&single)));
        let single_clients = try_join_all(singles).await?;
        let batch_client = vec![BatchInsert::connect(&url, new_rows(&batch)).await?];
        let log = Log::start(&url, clock, policies)?;
        Ok(Self {
            log_clients: (0..clients).map(|_| log.client()).collect(),
            log,
            single_clients,
            batch_client,
            peer,
            memory: MemoryWatch::start()?,
            log_series: Series::new("commands/s"),
            single_series: Series::new("rows/s"),
            batch_series: Series::new("rows/s"),
            large_batch_series: Series::new("rows/s"),
            peer_rounds: Vec::new(),
            batch_events: Vec::new(),
        })
    }

    /// One turn for each.
    async fn round(&mut self, server: &BenchServer, length: Duration) -> anyhow::Result<()> {
        server.checkpoint().await;
        let before = self.log.head().await?;
        self.memory.resume();
        let turn = load::run(std::mem::take(&mut self.log_clients), WARM_UP, length).await;
        self.memory.pause();
        let (measured, clients) = turn?;
        self.log_clients = clients;
        self.log_series.add(measured, 1.0)?;
        let batch_events = self.log.batch_events_since(before).await?;
        self.batch_events.push(batch_events);

        server.checkpoint().await;
        let singles = std::mem::take(&mut self.single_clients);
        let (measured, singles) = load::run(singles, WARM_UP, length).await?;
        self.single_clients = singles;
        self.single_series.add(measured, 1.0)?;

        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a batch is small and positive"
        )]
        let same_size = (batch_events.round() as usize).max(1);
        self.batch_client = turn_of_batches(
            std::mem::take(&mut self.batch_client),
            same_size,
            server,
            length,
            &mut self.batch_series,
        )
        .await?;
        self.batch_client = turn_of_batches(
            std::mem::take(&mut self.batch_client),
            BATCH_ROWS_LARGE,
            server,
            length,
            &mut self.large_batch_series,
        )
        .await?;

        if let Some(peer) = &self.peer {
            server.checkpoint().await;
            self.peer_rounds.push(peer.run(WARM_UP, length).await?);
        }
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "bytes of memory stay below 2^52")]
    fn found(self, setting: Setting, options: &AppendOptions, load: LoadFacts) -> Found {
        let log = self.log_series.figure();
        let single_insert = self.single_series.figure();
        let raw_batch = self.batch_series.figure();
        let postgres_es = self.peer.is_some().then(|| peer_figure(&self.peer_rounds));
        let memory_peak_mib = self.memory.peak_bytes() as f64 / f64::from(1 << 20);
        let log_events_per_second = log.per_second * load.events_per_command;
        let over_stock = postgres_es.as_ref().map(|stock| log.per_second / stock.per_second);
        let aims = vec![
            Aim::at_least("commands ÷ commands of stock postgres-es", over_stock, AIM_OVER_STOCK),
            Aim::at_least(
                "commands ÷ bare single-row INSERT transactions",
                Some(log.per_second / single_insert.per_second),
                AIM_OVER_SINGLE,
            ),
            Aim::at_least(
                "events ÷ rows of raw batches of the same size",
                Some(log_events_per_second / raw_batch.per_second),
                AIM_OVER_BATCH,
            ),
            Aim::below("memory of the whole process, peak, MiB", memory_peak_mib, AIM_MEMORY_MIB),
        ];
        Found {
            benchmark: "append",
            setting,
            clients: options.load.clients.get(),
            seconds: options.load.seconds.get(),
            rounds: ROUNDS,
            load,
            log,
            log_events_per_second,
            single_insert,
            raw_batch,
            raw_batch_512: self.large_batch_series.figure(),
            postgres_es,
            memory_peak_mib,
            aims,
        }
    }
}

async fn turn_of_batches(
    client: Vec<BatchInsert>,
    batch_rows: usize,
    server: &BenchServer,
    length: Duration,
    series: &mut Series,
) -> anyhow::Result<Vec<BatchInsert>> {
    server.checkpoint().await;
    let client = client.into_iter().map(|client| client.with_batch_rows(batch_rows)).collect();
    let (measured, client) = load::run(client, WARM_UP, length).await?;
    let rows = u32::try_from(batch_rows).context("the batch is too large")?;
    series.add(measured, f64::from(rows))?;
    Ok(client)
}

fn peer_figure(rounds: &[peer::PeerRound]) -> Figure {
    let per_second: Vec<f64> = rounds.iter().map(|round| round.commands_per_second).collect();
    let quantile = |of: fn(&peer::PeerRound) -> u64| {
        median(&rounds.iter().map(|round| ms(of(round))).collect::<Vec<_>>())
    };
    Figure {
        per_second: median(&per_second),
        unit: "commands/s",
        p50_ms: quantile(|round| round.p50_microseconds),
        p99_ms: quantile(|round| round.p99_microseconds),
        rounds: per_second,
    }
}

/// The event log as the service runs it.
struct Log {
    log: EventLog,
    pool: PgPool,
    cache: AggregateCache<Case>,
    policies: Arc<PolicyLibrary>,
    clock: Arc<dyn Clock>,
}

impl Log {
    fn start(url: &str, clock: Arc<dyn Clock>, policies: Arc<PolicyLibrary>) -> anyhow::Result<Self> {
        let pool = database::pool(url, POOL_CONNECTIONS_MAX)?;
        let log = EventLog::start(url, pool.clone(), Arc::clone(&clock), LogSettings::default());
        Ok(Self { log, pool, cache: AggregateCache::new(CASES_CACHED_MAX), policies, clock })
    }

    fn client(&self) -> LogClient {
        LogClient {
            log: self.log.clone(),
            cache: self.cache.clone(),
            policies: Arc::clone(&self.policies),
            clock: Arc::clone(&self.clock),
            walk: Walk::new(new_id),
        }
    }

    async fn head(&self) -> anyhow::Result<i64> {
        Ok(sqlx::query_scalar!(r#"SELECT coalesce(max(position), 0) AS "head!" FROM events"#)
            .fetch_one(&self.pool)
            .await?)
    }

    /// Events per commit after position `before`. Whatever was committed together has the same transaction number.
    async fn batch_events_since(&self, before: i64) -> anyhow::Result<f64> {
        Ok(sqlx::query_scalar!(
            r#"SELECT count(*)::float8 / greatest(count(DISTINCT xmin::text), 1) AS "mean!" FROM events WHERE position > $1"#,
            before
        )
        .fetch_one(&self.pool)
        .await?)
    }

    async fn facts(&self, batch_events: &[f64]) -> anyhow::Result<LoadFacts> {
        let found = sqlx::query!(
            r#"SELECT count(*)::float8 / greatest(count(*) FILTER (WHERE command_ordinal = 0), 1) AS "per_command!",
                      coalesce(avg(octet_length(payload)), 0)::float8 AS "payload!",
                      coalesce(avg(octet_length(payload) + octet_length(metadata) + octet_length(event_type)
                          + octet_length(stream_type) + octet_length(leaf_hash)), 0)::float8 AS "row!"
               FROM events"#
        )
        .fetch_one(&self.pool)
        .await?;
        Ok(LoadFacts {
            commands_per_case: COMMANDS_PER_CASE,
            events_per_command: found.per_command,
            payload_bytes_mean: found.payload,
            row_bytes_mean: found.row,
            batch_events_mean: median(batch_events),
        })
    }
}

/// Walks cases through the log.
struct LogClient {
    log: EventLog,
    cache: AggregateCache<Case>,
    policies: Arc<PolicyLibrary>,
    clock: Arc<dyn Clock>,
    walk: Walk,
}

impl Client for LogClient {
    async fn operate(&mut self) -> anyhow::Result<()> {
        let now = self.clock.now();
        let step = self.walk.next(now);
        let meta = CommandMeta {
            command_id: new_id(),
            id_origin: IdOrigin::Generated,
            actor: step.actor.clone(),
            request_digest: None,
            if_match: step.first.then_some(0),
            occurred_at: None,
        };
        let facts = Facts {
            now,
            actor: step.actor,
            policies: Arc::clone(&self.policies),
            calendar: WorkCalendar::embedded(),
        };
        Box::pin(execute(&self.log, &self.cache, step.case, step.command, facts, meta)).await?;
        Ok(())
    }
}

impl Found {
    fn table(&self) -> String {
        let load = &self.load;
        let batch = format!("raw batch INSERT, {:.0} rows a commit", load.batch_events_mean);
        let stock = self.postgres_es.as_ref().map_or_else(
            || {
                "  stock cqrs-es + postgres-es: not measured; `make bench` builds whistle-bench-peer"
                    .to_owned()
            },
            |figure| line("stock cqrs-es + postgres-es", figure),
        );
        let mut lines = vec![
            self.setting.to_string(),
            format!(
                "{} clients, {} s each in {} rounds [in brackets; the figure is their median]",
                self.clients, self.seconds, self.rounds
            ),
            format!(
                "Whole cases: {} commands each, {:.2} events a command, payload {:.0} bytes on average, {:.1} events a commit",
                load.commands_per_case,
                load.events_per_command,
                load.payload_bytes_mean,
                load.batch_events_mean
            ),
            line("whistle: load → decide → append", &self.log),
            line("bare single-row INSERT transactions", &self.single_insert),
            line(&batch, &self.raw_batch),
            line("raw batch INSERT, 512 rows a commit", &self.raw_batch_512),
            stock,
            format!("whistle in events: {:.0} events/s", self.log_events_per_second),
        ];
        lines.extend(self.aims.iter().map(ToString::to_string));
        lines.join("\n") + "\n"
    }
}
