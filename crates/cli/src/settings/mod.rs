//! The settings: command line, then environment, then file, then defaults.
//!
//! Every setting has one key (`data_dir`), from which its option (`--data-dir`) and its environment variable
//! (`WHISTLE_DATA_DIR`) follow. A key that is not known is an error wherever it is met, because a misspelt limit
//! would otherwise be a limit that does not hold.
//!
//! Architecture invariant: nothing else in the workspace reads the environment.

mod layer;
mod options;
#[cfg(test)]
mod tests;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use whistle_app::WebhookHosts;
use whistle_http::TrustedProxies;

pub use layer::{Layer, environment};
pub use options::{LogFormat, ServiceOptions, SharedOptions, Switch, annotated, keys};

/// Where the service listens when nothing else is said.
const LISTEN_DEFAULT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
/// Where everything of one installation lies when nothing else is said.
const DATA_DIR_DEFAULT: &str = "data";
/// Connections of the service's pool; the appender and each projector have one more of their own.
const CONNECTIONS_MAX_DEFAULT: u32 = 20;
/// The longest settings file that is read, in bytes.
const FILE_BYTES_MAX: u64 = 64 * 1024;

/// Why the settings cannot be used. The command ends with exit status 2.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// Nobody would ever look at it.
    #[error("{origin}: `{key}` is not a setting; `whistle serve --help` lists them")]
    UnknownKey {
        /// Where it was found.
        origin: String,
        /// The key or variable, as written.
        key: String,
    },
    /// Not what this setting takes.
    #[error("{origin}: `{key}` cannot be `{value}`: {reason}")]
    Value {
        /// Where it was found.
        origin: String,
        /// The key or variable.
        key: String,
        /// What was written. Addresses with passwords never come here, because any text is one.
        value: String,
        /// What would be right.
        reason: String,
    },
    /// A table or a list where one value belongs.
    #[error("{origin}: `{key}` must be a text, a number, true or false")]
    Shape {
        /// The file.
        origin: String,
        /// The key.
        key: String,
    },
    /// The value of a variable is not UTF-8.
    #[error("the environment variable {0} is not UTF-8")]
    NotText(String),
    /// The file cannot be read.
    #[error("the settings file {path} cannot be read")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is far larger than settings are.
    #[error("the settings file {path} has more than {FILE_BYTES_MAX} bytes")]
    FileTooLarge {
        /// The file.
        path: PathBuf,
    },
    /// The file is not TOML.
    #[error("{origin}, {reason}")]
    NotToml {
        /// The file.
        origin: String,
        /// What is wrong, and where.
        reason: String,
    },
}

/// Everything that can be set, decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where the service listens.
    pub listen: SocketAddr,
    /// Where the embedded server's cluster, the key file and the demo accounts lie.
    pub data_dir: PathBuf,
    /// Whether invented units, people and cases are put in, once.
    pub demo: bool,
    /// Whether requests are limited per caller.
    pub rate_limit: bool,
    /// Who is believed about whose request it is that they pass on.
    pub trusted_proxies: TrustedProxies,
    /// Whom the service may call when other systems are told what happens.
    pub webhook_hosts: WebhookHosts,
    /// The PostgreSQL server to use; none: an embedded one.
    pub database_url: Option<String>,
    /// The same server as the owner of the schema, for migrations; none: as `database_url`.
    pub migrate_database_url: Option<String>,
    /// Where `initdb` and `postgres` are; none: they are searched for.
    pub postgres_bin_dir: Option<PathBuf>,
    /// The account that runs the embedded server when the service runs as root.
    pub postgres_user: Option<String>,
    /// Connections of the service's pool.
    pub connections_max: u32,
    /// The keys that seal personal data.
    pub key_file: PathBuf,
    /// Text or JSON; none: text on a terminal, JSON otherwise.
    pub log_format: Option<LogFormat>,
    /// What is logged, in the language of `RUST_LOG`; none: `info` for the service, `warn` for other commands.
    pub log: Option<String>,
}

impl Settings {
    /// The settings of this process: its options over its environment over its settings file.
    pub fn of_process(shared: SharedOptions, service: ServiceOptions) -> Result<Self, SettingsError> {
        let environment = environment(std::env::vars_os())?;
        let config = layer::pick(shared.config.clone(), "config", std::slice::from_ref(&environment))?;
        let file = config.map(|path: PathBuf| read_file(&path)).transpose()?;
        Self::decide(shared, service, &[vec![environment], file.into_iter().collect()].concat())
    }

    /// What the options say, else the first layer that says something, else the default.
    pub fn decide(
        shared: SharedOptions,
        service: ServiceOptions,
        layers: &[Layer],
    ) -> Result<Self, SettingsError> {
        use layer::pick;
        let data_dir =
            pick(shared.data_dir, "data_dir", layers)?.unwrap_or_else(|| PathBuf::from(DATA_DIR_DEFAULT));
        let connections_max =
            pick(shared.connections_max, "connections_max", layers)?.map(options::ConnectionsMax::get);
        Ok(Self {
            listen: pick(service.listen, "listen", layers)?.unwrap_or(LISTEN_DEFAULT),
            demo: pick(service.demo, "demo", layers)?.is_some_and(Switch::on),
            rate_limit: pick(service.rate_limit, "rate_limit", layers)?.is_none_or(Switch::on),
            trusted_proxies: pick(service.trusted_proxies, "trusted_proxies", layers)?.unwrap_or_default(),
            webhook_hosts: pick(service.webhook_hosts, "webhook_hosts", layers)?.unwrap_or_default(),
            database_url: pick(shared.database_url, "database_url", layers)?,
            migrate_database_url: pick(shared.migrate_database_url, "migrate_database_url", layers)?,
            postgres_bin_dir: pick(shared.postgres_bin_dir, "postgres_bin_dir", layers)?,
            postgres_user: pick(shared.postgres_user, "postgres_user", layers)?,
            connections_max: connections_max.unwrap_or(CONNECTIONS_MAX_DEFAULT),
            key_file: pick(shared.key_file, "key_file", layers)?
                .unwrap_or_else(|| data_dir.join("keys.toml")),
            log_format: pick(shared.log_format, "log_format", layers)?,
            log: pick(shared.log, "log", layers)?.map(options::LogFilter::into),
            data_dir,
        })
    }
}

fn read_file(path: &std::path::Path) -> Result<Layer, SettingsError> {
    use std::io::Read;
    let refused = |source| SettingsError::File { path: path.to_owned(), source };
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(refused)?;
    file.take(FILE_BYTES_MAX + 1).read_to_string(&mut text).map_err(refused)?;
    if text.len() as u64 > FILE_BYTES_MAX {
        return Err(SettingsError::FileTooLarge { path: path.to_owned() });
    }
    Layer::parse(&path.display().to_string(), &text)
}
