//! The settings on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::LazyLock;

use clap::{Arg, Args, Command};
use whistle_app::WebhookHosts;
use whistle_http::TrustedProxies;

/// The most connections that may be asked for.
const CONNECTIONS_CEILING: u32 = 1000;

/// What every command that meets the database takes.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Settings")]
pub struct SharedOptions {
    /// A TOML file with settings; its keys are the names of the options, with `_` for `-`
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Where the embedded database, the key file and the demo accounts lie (default: data)
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// The PostgreSQL server to use, also read from `DATABASE_URL`; without it, one of our own is run in the data
    /// directory
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// The same server as the owner of the schema, for migrations (default: the database URL)
    #[arg(long, global = true, value_name = "URL")]
    pub migrate_database_url: Option<String>,
    /// Where initdb and postgres are (default: they are searched for)
    #[arg(long, global = true, value_name = "DIR")]
    pub postgres_bin_dir: Option<PathBuf>,
    /// The account that runs the embedded server when started by root (default: postgres, else nobody)
    #[arg(long, global = true, value_name = "NAME")]
    pub postgres_user: Option<String>,
    /// Connections to the database, 2 to 1000 (default: 20)
    #[arg(long, global = true, value_name = "N")]
    pub connections_max: Option<ConnectionsMax>,
    /// The keys that seal personal data; made when there are none (default: keys.toml in the data directory)
    #[arg(long, global = true, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// How to log: text or json (default: text on a terminal, else json)
    #[arg(long, global = true, value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,
    /// What to log, such as `info` or `info,whistle_store=debug` (default: info for serve, else warn)
    #[arg(long, global = true, value_name = "FILTER")]
    pub log: Option<LogFilter>,
}

/// What only the service takes.
#[derive(Debug, Clone, Default, Args)]
pub struct ServiceOptions {
    /// Where to listen (default: 127.0.0.1:8080)
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Put in invented units, people and cases, once, and write their accounts to demo-accounts.json in the data
    /// directory
    #[arg(long, value_name = "on|off", num_args = 0..=1, require_equals = true, default_missing_value = "on")]
    pub demo: Option<Switch>,
    /// Limit the requests of each caller: on or off (default: on)
    #[arg(long, value_name = "on|off")]
    pub rate_limit: Option<Switch>,
    /// Proxies in front of the service, as addresses or networks with commas between them. What they write into
    /// X-Forwarded-For tells whose limits count; from anybody else it is ignored (default: none)
    #[arg(long, value_name = "ADDRESSES")]
    pub trusted_proxies: Option<TrustedProxies>,
    /// Hosts that administrators may have told what happens, with commas between them: names or addresses with a port where
    /// it is not the usual one, or `*` for every host of the public network by https (default: none)
    #[arg(long, value_name = "HOSTS")]
    pub webhook_hosts: Option<WebhookHosts>,
}

/// Every key, taken from the options themselves.
static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let options = ServiceOptions::augment_args(SharedOptions::augment_args(Command::new("keys")));
    options.get_arguments().map(|option| option.get_id().to_string()).collect()
});

/// Every key.
pub fn keys() -> &'static [String] {
    &KEYS
}

/// The option with its environment variable in its help; other options as they are.
pub fn annotated(option: Arg) -> Arg {
    let key = option.get_id().to_string();
    match option.get_help() {
        Some(help) if keys().contains(&key) => {
            let help = format!("{help} [env: WHISTLE_{}]", key.to_ascii_uppercase());
            option.help(help)
        }
        _ => option,
    }
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// On.
    On,
    /// Off.
    Off,
}

impl Switch {
    /// Whether it is on.
    pub const fn on(self) -> bool {
        matches!(self, Self::On)
    }
}

impl FromStr for Switch {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "on" | "true" | "yes" | "1" => Ok(Self::On),
            "off" | "false" | "no" | "0" => Ok(Self::Off),
            _ => Err("it must be on or off"),
        }
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

impl FromStr for LogFormat {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err("it must be text or json"),
        }
    }
}

/// A filter that `tracing` understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFilter(String);

impl FromStr for LogFilter {
    type Err = tracing_subscriber::filter::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        tracing_subscriber::EnvFilter::builder().parse(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl From<LogFilter> for String {
    fn from(filter: LogFilter) -> Self {
        filter.0
    }
}

/// How many connections the pool may open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionsMax(u32);

impl ConnectionsMax {
    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl FromStr for ConnectionsMax {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text.parse().ok().filter(|number| (2..=CONNECTIONS_CEILING).contains(number));
        number.map(Self).ok_or("it must be a whole number from 2 to 1000")
    }
}
