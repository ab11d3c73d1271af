//! A service as a process, and the commands beside it.

use std::fs::{File, OpenOptions};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::process::{Child, Command};
use whistle_domain::clock::SystemClock;
use whistle_embedded::EmbeddedPostgres;
use whistle_store::accounts::Accounts;
use whistle_store::database;
use whistle_store::vault::{KeyFile, Vault};

use super::until;
use crate::support::People;

/// Cargo has built it for this very test.
const WHISTLE: &str = env!("CARGO_BIN_EXE_whistle-under-test");
const DISTRICT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/district.toml");

/// A start on existing data is promised within 3 s, after a crash within 10 s; a machine on which everything runs at once is
/// forgiven three times that.
pub(super) const READY_WITHIN: Duration = Duration::from_secs(30);
/// The first start makes a cluster and its schema, which nobody promised a time for.
const MADE_WITHIN: Duration = Duration::from_mins(1);
/// Longer than a command takes, however busy the machine.
const COMMAND_WITHIN: Duration = Duration::from_mins(1);
/// Requests may take 10 s to finish, the loops and the pool 5 s each; the database comes on top.
const STOPS_WITHIN: Duration = Duration::from_secs(30);
/// Below the ports from which connections go out: there a client could meet itself while the service is away.
const PORTS: std::ops::Range<u16> = 20_000..32_000;

/// Where a service lives.
#[derive(Debug, Clone)]
pub(super) struct Lodging {
    pub(super) data_dir: PathBuf,
    pub(super) address: SocketAddr,
    key_file: PathBuf,
    /// None: an embedded server in the data directory.
    database_url: Option<String>,
}

/// A running service. It is killed with the value.
#[derive(Debug)]
pub(super) struct Service {
    child: Child,
    lodging: Lodging,
}

impl Lodging {
    /// With an embedded server in `directory`.
    pub(super) fn alone(directory: &Path) -> Self {
        let data_dir = directory.join("data");
        let key_file = data_dir.join("keys.toml");
        Self { data_dir, address: free_address(), key_file, database_url: None }
    }

    /// Another on the data directory of this one.
    pub(super) fn intruder(&self) -> Self {
        Self { address: free_address(), ..self.clone() }
    }

    /// Services on one database, with the same keys.
    pub(super) fn sharing(directory: &Path, database_url: &str) -> [Self; 2] {
        ["a", "b"].map(|name| Self {
            data_dir: directory.join(name),
            address: free_address(),
            key_file: directory.join("keys.toml"),
            database_url: Some(database_url.to_owned()),
        })
    }

    /// Where the database is, while the service runs.
    pub(super) fn database_url(&self) -> String {
        let running = || EmbeddedPostgres::url_of_running(&self.data_dir).expect("the service runs");
        self.database_url.clone().unwrap_or_else(running)
    }

    /// What services and commands said on stderr.
    pub(super) fn log(&self) -> String {
        let log = std::fs::read_to_string(self.log_path()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(60)..].join("\n")
    }

    fn log_path(&self) -> PathBuf {
        self.data_dir.with_extension("log")
    }

    /// Nothing of this process's environment: `cargo xtask test` sets variables that are no settings.
    fn whistle(&self, arguments: &[&str]) -> Command {
        let mut whistle = Command::new(WHISTLE);
        whistle.env_clear().kill_on_drop(true).args(arguments);
        whistle.arg("--data-dir").arg(&self.data_dir).arg("--key-file").arg(&self.key_file);
        if let Some(path) = std::env::var_os("PATH") {
            whistle.env("PATH", path);
        }
        if let Some(url) = &self.database_url {
            whistle.env("DATABASE_URL", url);
        }
        whistle
    }

    /// Starts `whistle serve`, and does not wait.
    pub(super) fn serve(&self) -> Service {
        let log = || -> File {
            let log = OpenOptions::new().create(true).append(true).open(self.log_path());
            log.expect("the log can be written")
        };
        let listen = self.address.to_string();
        let mut whistle = self.whistle(&["serve", "--rate-limit", "off", "--listen", &listen]);
        whistle.stdin(Stdio::null()).stdout(log()).stderr(log());
        Service { child: whistle.spawn().expect("the service can be run"), lodging: self.clone() }
    }

    /// Runs a command to its end.
    pub(super) async fn run(&self, arguments: &[&str]) -> Output {
        let ended = tokio::time::timeout(COMMAND_WITHIN, self.whistle(arguments).output()).await;
        let ended = ended.unwrap_or_else(|_| panic!("{arguments:?} did not end within {COMMAND_WITHIN:?}"));
        ended.expect("a command can be run")
    }

    /// Runs a command that must succeed, and returns what it answers.
    pub(super) async fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments).await;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (answer, said) = (text(&output.stdout), text(&output.stderr));
        assert!(output.status.success(), "{arguments:?} → {}\n{answer}\n{said}", output.status);
        answer
    }

    /// Loads the organisation into a service that waits for one, and gives everybody an account.
    pub(super) async fn furnish(&self) -> People {
        until("a service without organisation says so", MADE_WITHIN, async || {
            let answer = reqwest::get(format!("http://{}/readyz", self.address)).await.ok()?;
            let text = answer.text().await.ok()?;
            text.contains("import organisation").then_some(())
        })
        .await;
        self.succeed(&["import", "organisation", DISTRICT]).await;
        let pool = database::pool(&self.database_url(), 2).expect("an address");
        let keys = KeyFile::load(&self.key_file).expect("the service has made its keys");
        let accounts = Accounts::new(pool.clone(), Arc::new(SystemClock));
        People::settle(&accounts, &Vault::new(pool, keys)).await
    }
}

impl Service {
    /// Waits until `/readyz` says so, and tells how long that took.
    pub(super) async fn ready(&mut self) -> Duration {
        let url = format!("http://{}/readyz", self.lodging.address);
        let client = reqwest::Client::builder().timeout(READY_WITHIN).pool_max_idle_per_host(0).build();
        let client = client.expect("a client");
        let ((), took) = until("ready", READY_WITHIN, async || {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                panic!("the service ended by itself: {status}\n{}", self.lodging.log());
            }
            let answer = client.get(&url).send().await.ok()?;
            answer.status().is_success().then_some(())
        })
        .await;
        took
    }

    /// As if the machine had lost it: no word, no handler.
    pub(super) async fn die(mut self) {
        self.child.kill().await.expect("it is our child");
    }

    pub(super) fn told_to_stop(&self) {
        let pid = self.child.id().expect("it runs").cast_signed();
        kill(Pid::from_raw(pid), Signal::SIGTERM).expect("it is our child");
    }

    /// Waits for its end, and holds it to have ended well.
    pub(super) async fn ended_well(mut self) {
        let ended = tokio::time::timeout(STOPS_WITHIN, self.child.wait()).await;
        let status = ended.expect("it ends in time").expect("it is our child");
        assert_eq!(status.code(), Some(0), "{status}\n{}", self.lodging.log());
    }
}

/// An address of our own on which nobody listens, the same for a service and its successors.
fn free_address() -> SocketAddr {
    static TRIED: AtomicU16 = AtomicU16::new(0);
    let span = PORTS.end - PORTS.start;
    let first = u16::try_from(std::process::id() % u32::from(span)).expect("less than a port");
    (0..span)
        .map(|_| PORTS.start + (first + TRIED.fetch_add(1, Ordering::Relaxed)) % span)
        .map(|port| SocketAddr::from(([127, 0, 0, 1], port)))
        .find(|address| TcpListener::bind(address).is_ok())
        .expect("a free port")
}
