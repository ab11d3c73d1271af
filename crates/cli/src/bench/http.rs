//! `whistle bench http`: raising whistles through the whole service, beside a bare INSERT of the same row.
//!
//! The clients speak HTTP/1.1 over kept-alive connections with requests made beforehand, in which only the telephone
//! number changes: on a small machine a comfortable client would cost as much as the service it measures.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use anyhow::{Context as _, bail, ensure};
use clap::Args;
use futures::future::try_join_all;
use serde::Serialize;
use serde_json::json;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::task::AbortOnDropHandle;
use whistle_domain::clock::{Clock, SystemClock};
use whistle_http::HttpSettings;

use super::figures::{Aim, Figure, Series, Setting, line};
use super::load::{self, Client};
use super::machine::{MachineFacts, MemoryWatch};
use super::rows::{self, Rows};
use super::server::{BenchServer, cleaned_up};
use super::yardsticks::{self, SingleInsert};
use super::{LoadOptions, ROUNDS, WARM_UP, walk};
use crate::database::Database;
use crate::house::House;
use crate::settings::Settings;

/// As fast as a bare INSERT per request.
const AIM_OVER_SINGLE: f64 = 1.0;
/// The longest answer that is read, in bytes.
const ANSWER_BYTES_MAX: usize = 64 * 1024;
/// Stands in the request for the telephone number.
const PHONE_PLACE: &str = "13900000000";
/// The telephone numbers run from 139 0000 0000 to 139 9999 9999, and then again.
const PHONES: u64 = 100_000_000;

/// What `whistle bench http` takes.
#[derive(Debug, Clone, Args)]
pub struct HttpOptions {
    #[command(flatten)]
    load: LoadOptions,
    /// A service that is running already, with its rate limit off (default: one in this process, on a database of its
    /// own). It is given real cases!
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
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
    request_bytes: usize,
    http: Figure,
    single_insert: Figure,
    /// Peak of the whole process, the load and the yardstick's connections included; none: the service is elsewhere.
    memory_peak_mib: Option<f64>,
    aims: Vec<Aim>,
}

/// Measures and prints.
pub async fn run(options: HttpOptions, settings: &Settings) -> anyhow::Result<()> {
    let server = BenchServer::start(settings, options.load.clients.get()).await?;
    let found = cleaned_up(server, async |server| measure(&options, settings, server).await).await?;
    if options.load.json {
        println!("{}", serde_json::to_string_pretty(&found)?);
    } else {
        print!("{}", found.table());
    }
    Ok(())
}

async fn measure(
    options: &HttpOptions,
    settings: &Settings,
    server: &mut BenchServer,
) -> anyhow::Result<Found> {
    let mut setting = Setting::new(MachineFacts::look(server.directory())?, server.facts().await?);
    let url = server.create_database().await?;
    let service = match &options.url {
        Some(given) => {
            setting
                .warnings
                .push("the yardstick is measured on the benchmark's server, not the service's".to_owned());
            Service::Elsewhere(address_of(given).await?)
        }
        None => Service::here(settings, &url).await?,
    };
    if options.url.is_some() {
        whistle_store::database::migrate(&url).await?;
    }
    let found = take_turns(options, setting, server, &url, service.address()).await;
    service.close().await;
    found
}

#[expect(clippy::cast_precision_loss, reason = "bytes of memory stay below 2^52")]
async fn take_turns(
    options: &HttpOptions,
    setting: Setting,
    server: &BenchServer,
    url: &str,
    address: SocketAddr,
) -> anyhow::Result<Found> {
    let clients = options.load.clients.get();
    let request = Arc::new(Request::new(address));
    let mut http_clients = try_join_all((0..clients).map(|_| HttpClient::connect(&request, address))).await?;
    let mut single_clients = single_clients(url, clients).await?;
    let mut http = Series::new("requests/s");
    let mut single = Series::new("rows/s");
    let memory = MemoryWatch::start()?;
    for round in 1..=ROUNDS {
        tracing::info!(round, rounds = ROUNDS, "measuring");
        server.checkpoint().await;
        memory.resume();
        let turn = load::run(http_clients, WARM_UP, options.load.round()).await;
        memory.pause();
        let (measured, clients) = turn?;
        http_clients = clients;
        http.add(measured, 1.0)?;

        server.checkpoint().await;
        let (measured, clients) = load::run(single_clients, WARM_UP, options.load.round()).await?;
        single_clients = clients;
        single.add(measured, 1.0)?;
    }
    let (http, single_insert) = (http.figure(), single.figure());
    let ratio = http.per_second / single_insert.per_second;
    let peak_mib = memory.peak_bytes() as f64 / f64::from(1 << 20);
    Ok(Found {
        benchmark: "http",
        setting,
        clients,
        seconds: options.load.seconds.get(),
        rounds: ROUNDS,
        request_bytes: request.bytes.len(),
        http,
        single_insert,
        memory_peak_mib: options.url.is_none().then_some(peak_mib),
        aims: vec![Aim::at_least(
            "requests ÷ bare single-row INSERT transactions",
            Some(ratio),
            AIM_OVER_SINGLE,
        )],
    })
}

/// The yardstick writes what a whistle leaves in the log, and nothing else.
async fn single_clients(url: &str, clients: usize) -> anyhow::Result<Vec<SingleInsert>> {
    yardsticks::create_tables(url).await?;
    let mut templates = rows::templates(&walk::policies()?, SystemClock.now())?;
    templates.truncate(1);
    let (templates, last) = (Arc::new(templates), Arc::new(AtomicI64::new(0)));
    let new_rows = || Rows::new(Arc::clone(&templates), Arc::clone(&last));
    try_join_all((0..clients).map(|_| SingleInsert::connect(url, new_rows()))).await
}

async fn address_of(url: &str) -> anyhow::Result<SocketAddr> {
    let host = url.strip_prefix("http://").unwrap_or(url).trim_end_matches('/');
    let mut addresses =
        tokio::net::lookup_host(host).await.with_context(|| format!("no host and port in {url}"))?;
    addresses.next().with_context(|| format!("{url} leads nowhere"))
}

/// The service that is measured.
enum Service {
    /// In this process.
    Here { house: Box<House>, address: SocketAddr, door: AbortOnDropHandle<()>, _keys: TempDir },
    /// Somewhere else.
    Elsewhere(SocketAddr),
}

impl Service {
    /// The whole service, with its projections at work, before the database at `url`.
    async fn here(settings: &Settings, url: &str) -> anyhow::Result<Self> {
        let keys = tempfile::Builder::new().prefix("whistle-bench-keys-").tempdir()?;
        let settings = Settings {
            database_url: Some(url.to_owned()),
            migrate_database_url: None,
            data_dir: keys.path().to_owned(),
            key_file: keys.path().join("keys.toml"),
            demo: true,
            ..settings.clone()
        };
        let database = Database::of_service(&settings).await?;
        database.migrate().await?;
        let house = Box::new(House::build(&settings, &database).await?);
        let router = whistle_http::router(house.app().clone(), &HttpSettings::default());
        let listener = TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let door = tokio::spawn(async move {
            let service = router.into_make_service_with_connect_info::<SocketAddr>();
            if let Err(error) = axum::serve(listener, service).await {
                tracing::warn!(error = &error as &dyn std::error::Error, "the service stopped answering");
            }
        });
        Ok(Self::Here { house, address, door: AbortOnDropHandle::new(door), _keys: keys })
    }

    const fn address(&self) -> SocketAddr {
        match self {
            Self::Here { address, .. } | Self::Elsewhere(address) => *address,
        }
    }

    async fn close(self) {
        if let Self::Here { house, door, .. } = self {
            door.abort();
            house.close().await;
        }
    }
}

/// A request that is ready to be sent, but for the telephone number.
struct Request {
    bytes: Vec<u8>,
    phone_at: usize,
    phones_used: AtomicU64,
}

impl Request {
    fn new(address: SocketAddr) -> Self {
        let body = json!({
            "title": "小区东门垃圾堆放多日无人清运",
            "description": "小区东门投放点的垃圾已经堆了三天,天气热,气味很大,苍蝇很多,老人孩子出门都要绕着走。\
                            找过物业两次,说清运车坏了,一直没人来,请尽快处理。",
            "category": "0102",
            "location": { "grid": "g01", "address": "松影一苑3号楼2单元501室", "lon": 83.004, "lat": 39.002 },
            "reporter": { "name": "陈晓岚", "phone": PHONE_PLACE },
        })
        .to_string();
        let head = format!(
            "POST /api/v1/cases HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        let phone_at = head.len() + body.find(PHONE_PLACE).expect("the body holds the number");
        Self { bytes: (head + &body).into_bytes(), phone_at, phones_used: AtomicU64::new(0) }
    }

    /// Puts the next number in the place of the last.
    fn write_phone(&self, bytes: &mut [u8]) {
        let number = self.phones_used.fetch_add(1, Ordering::Relaxed) % PHONES;
        bytes[self.phone_at..][..PHONE_PLACE.len()].copy_from_slice(format!("139{number:08}").as_bytes());
    }
}

/// One connection.
struct HttpClient {
    request: Arc<Request>,
    bytes: Vec<u8>,
    answer: Vec<u8>,
    stream: TcpStream,
}

impl HttpClient {
    async fn connect(request: &Arc<Request>, address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await.context("the service cannot be reached")?;
        stream.set_nodelay(true)?;
        Ok(Self { request: Arc::clone(request), bytes: request.bytes.clone(), answer: Vec::new(), stream })
    }
}

impl Client for HttpClient {
    async fn operate(&mut self) -> anyhow::Result<()> {
        self.request.write_phone(&mut self.bytes);
        self.stream.write_all(&self.bytes).await?;
        self.answer.clear();
        loop {
            if self.stream.read_buf(&mut self.answer).await? == 0 {
                bail!("the service closed the connection");
            }
            if let Some(length) = answer_length(&self.answer)? {
                ensure!(length <= ANSWER_BYTES_MAX, "the answer is too long");
                if self.answer.len() >= length {
                    break;
                }
            }
            ensure!(self.answer.len() <= ANSWER_BYTES_MAX, "the answer is too long");
        }
        ensure!(
            self.answer.starts_with(b"HTTP/1.1 201 "),
            "a whistle was refused: {}",
            String::from_utf8_lossy(&self.answer)
        );
        Ok(())
    }
}

/// Bytes of the whole answer, once its head is there.
fn answer_length(answer: &[u8]) -> anyhow::Result<Option<usize>> {
    let Some(head) = answer.windows(4).position(|window| window == b"\r\n\r\n") else { return Ok(None) };
    let lines = std::str::from_utf8(&answer[..head]).context("the answer's head is not text")?.lines();
    let body = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .context("the answer does not say how long it is")?
        .1;
    Ok(Some(head + 4 + body.trim().parse::<usize>()?))
}

impl Found {
    fn table(&self) -> String {
        let mut lines = vec![
            self.setting.to_string(),
            format!(
                "{} clients, {} s each in {} rounds [in brackets; the figure is their median]; {} bytes a request",
                self.clients, self.seconds, self.rounds, self.request_bytes
            ),
            line("whistle: POST /api/v1/cases", &self.http),
            line("bare single-row INSERT transactions", &self.single_insert),
        ];
        if let Some(memory) = self.memory_peak_mib {
            lines.push(format!("  memory of the whole process, load included: {memory:.0} MiB at its peak"));
        }
        lines.extend(self.aims.iter().map(ToString::to_string));
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_whole_when_its_body_is() {
        assert_eq!(answer_length(b"HTTP/1.1 201 Created\r\nContent-").unwrap(), None);
        let whole = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}";
        assert_eq!(answer_length(whole).unwrap(), Some(whole.len()));
        assert!(answer_length(b"HTTP/1.1 201 Created\r\n\r\n").is_err());
    }

    #[test]
    fn every_request_names_another_number() {
        let request = Request::new(([127, 0, 0, 1], 80).into());
        let mut bytes = request.bytes.clone();
        request.write_phone(&mut bytes);
        request.write_phone(&mut bytes);
        assert!(String::from_utf8(bytes).unwrap().contains(r#""phone":"13900000001""#));
    }
}
