//! A network in front of the test server, with faults on demand.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use sqlx::postgres::PgConnectOptions;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UnixStream};
use tokio::sync::watch;

/// Where a proxy cuts its first connection; all others pass.
#[derive(Clone, Copy)]
pub(crate) enum Cut {
    AfterSending(usize),
    AfterReceiving(usize),
    Never,
}

/// A TCP proxy in front of a server that listens on TCP or on a Unix socket. Ends with its runtime.
pub(crate) struct Proxy {
    url: String,
    open: watch::Sender<bool>,
    sent: Arc<AtomicUsize>,
    received: Arc<AtomicUsize>,
}

impl Proxy {
    /// A proxy to the database at `url`, with its first connection cut at `cut`.
    pub(crate) async fn start(url: &str, cut: Cut) -> Self {
        let upstream = Upstream::of(url);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxied = url_through(url, &listener.local_addr().unwrap().to_string());
        let (open, gate) = watch::channel(true);
        let (sent, received) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let counters = (Arc::clone(&sent), Arc::clone(&received));
        tokio::spawn(async move {
            let first = AtomicBool::new(true);
            while let Ok((client, _)) = listener.accept().await {
                let limits = match cut {
                    _ if !first.swap(false, Ordering::Relaxed) => (usize::MAX, usize::MAX),
                    Cut::AfterSending(bytes) => (bytes, usize::MAX),
                    Cut::AfterReceiving(bytes) => (usize::MAX, bytes),
                    Cut::Never => (usize::MAX, usize::MAX),
                };
                let (upstream, counters, mut gate) = (upstream.clone(), counters.clone(), gate.clone());
                tokio::spawn(async move {
                    let Ok(server) = upstream.connect().await else { return };
                    let (from_client, to_client) = tokio::io::split(client);
                    let (from_server, to_server) = tokio::io::split(server);
                    // Whichever ends first takes all down.
                    tokio::select! {
                        biased;
                        _ = gate.wait_for(|open| !open) => (),
                        () = pass(from_client, to_server, limits.0, &counters.0) => (),
                        () = pass(from_server, to_client, limits.1, &counters.1) => (),
                    }
                });
            }
        });
        Self { url: proxied, open, sent, received }
    }

    /// The database's address through the proxy.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Bytes that went to the server and came back so far.
    pub(crate) fn passed(&self) -> (usize, usize) {
        (self.sent.load(Ordering::Relaxed), self.received.load(Ordering::Relaxed))
    }

    /// Hangs up every connection, and every later one at once.
    pub(crate) fn shut(&self) {
        self.open.send_replace(false);
    }

    /// Lets connections through again.
    pub(crate) fn open(&self) {
        self.open.send_replace(true);
    }
}

/// The server behind a proxy.
#[derive(Clone)]
enum Upstream {
    Tcp(String),
    Unix(PathBuf),
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

impl Upstream {
    fn of(url: &str) -> Self {
        let server: PgConnectOptions = url.parse().unwrap();
        match server.get_socket() {
            Some(directory) => Self::Unix(directory.join(format!(".s.PGSQL.{}", server.get_port()))),
            None => Self::Tcp(format!("{}:{}", server.get_host(), server.get_port())),
        }
    }

    async fn connect(&self) -> std::io::Result<Box<dyn Stream>> {
        Ok(match self {
            Self::Tcp(address) => Box::new(TcpStream::connect(address).await?),
            Self::Unix(path) => Box::new(UnixStream::connect(path).await?),
        })
    }
}

/// `url` with `address` in place of its host, wherever that is written; the proxy speaks no TLS.
fn url_through(url: &str, address: &str) -> String {
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let (scheme, rest) = base.split_once("://").unwrap();
    let (authority, database) = rest.split_once('/').unwrap();
    let user = authority.rsplit_once('@').map_or(String::new(), |(user, _host)| format!("{user}@"));
    let named = ["host=", "hostaddr=", "port=", "sslmode="];
    let options = query.split('&').filter(|option| !option.is_empty());
    let options = options.filter(|option| !named.iter().any(|name| option.starts_with(name)));
    let options: Vec<&str> = std::iter::once("sslmode=disable").chain(options).collect();
    format!("{scheme}://{user}{address}/{database}?{}", options.join("&"))
}

async fn pass(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    limit: usize,
    passed: &AtomicUsize,
) {
    let mut left = limit;
    let mut buffer = [0; 4096];
    while left > 0 {
        let room = left.min(buffer.len());
        let Ok(bytes @ 1..) = from.read(&mut buffer[..room]).await else { return };
        if to.write_all(&buffer[..bytes]).await.is_err() {
            return;
        }
        left -= bytes;
        passed.fetch_add(bytes, Ordering::Relaxed);
    }
}

#[test]
fn an_address_is_led_through_the_proxy_wherever_its_host_is_written() {
    let proxied = |url| url_through(url, "127.0.0.1:7");
    assert_eq!(proxied("postgres://u:p@h:5/db"), "postgres://u:p@127.0.0.1:7/db?sslmode=disable");
    let socket = "postgres://u@localhost/db?host=/run/pg&sslmode=disable&port=9&role=r";
    assert_eq!(proxied(socket), "postgres://u@127.0.0.1:7/db?sslmode=disable&role=r");
}
