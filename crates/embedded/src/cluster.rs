//! The files of a cluster: where they are, how they come to be, and how its programs are run.

use std::fmt::Write as _;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use crate::account::Account;
use crate::binaries::Binaries;
use crate::{EmbeddedError, Settings};

/// The owner of the server in the database, and the name of the database.
const WHISTLE: &str = "whistle";

/// How the name of a cluster begins while it is being made.
const UNFINISHED: &str = "postgres.new-";

/// The longest path of a socket that every system takes, in bytes (macOS; Linux takes four more).
const SOCKET_PATH_MAX: usize = 103;

/// The name that the server gives its socket; the number is that of its default port.
const SOCKET_NAME: &str = ".s.PGSQL.5432";

/// How long `initdb` may take.
const INIT_WAIT_MAX: Duration = Duration::from_mins(2);

/// The log is begun anew, keeping the last one, when it has grown past this many bytes at a start.
const LOG_BYTES_MAX: u64 = 8 << 20;

/// A cluster and all that is needed to run it.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// How it is to be run; the data directory is absolute and free of links.
    pub settings: Settings,
    /// The cluster's own directory.
    pub path: PathBuf,
    binaries: Binaries,
    account: Account,
}

/// A command that works on a directory. Must be kept until it was spawned.
pub struct Prepared {
    /// The command.
    pub command: Command,
    /// The directory as the command has to name it.
    pub directory: PathBuf,
    program: PathBuf,
    inherited: Option<OwnedFd>,
}

impl Prepared {
    /// Runs the command.
    pub fn spawn(mut self) -> Result<tokio::process::Child, EmbeddedError> {
        let child = self.command.spawn();
        drop(self.inherited);
        child.map_err(|source| EmbeddedError::CannotRun { program: self.program, source })
    }
}

/// Where the cluster of a data directory is.
pub fn cluster_path(data_dir: &Path) -> PathBuf {
    data_dir.join("postgres")
}

/// The major version of PostgreSQL that made the cluster of a data directory, if there is one.
pub fn major_version(data_dir: &Path) -> Option<u32> {
    fs::read_to_string(cluster_path(data_dir).join("PG_VERSION")).ok()?.trim().parse().ok()
}

impl Cluster {
    /// The cluster that `settings` describe. Nothing is read or written.
    pub fn new(settings: Settings, binaries: Binaries, account: Account) -> Self {
        Self { path: cluster_path(&settings.data_dir), settings, binaries, account }
    }

    /// The address of the database `whistle`.
    pub fn url(&self) -> Result<String, EmbeddedError> {
        url_in(&self.settings.data_dir)
    }

    /// Makes the cluster under another name and renames it when it is complete: whoever dies half-way leaves
    /// nothing that looks like a cluster.
    pub async fn make_unless_there(&self) -> Result<(), EmbeddedError> {
        if self.path.exists() {
            return Ok(());
        }
        self.discard_unfinished();
        // A name of our own: the `initdb` of a service that was killed may still be at work on its own.
        let unfinished = self.settings.data_dir.join(format!("{UNFINISHED}{}", std::process::id()));
        DirBuilder::new().mode(0o700).create(&unfinished).map_err(refused(&unfinished))?;
        self.hand_over(&unfinished)?;
        let made = self.fill(&unfinished).await;
        if made.is_err() {
            let _ = fs::remove_dir_all(&unfinished);
        }
        made?;
        fs::rename(&unfinished, &self.path).map_err(refused(&self.path))?;
        self.sync_data_dir().map_err(refused(&self.settings.data_dir))
    }

    /// What cannot be removed is in nobody's way.
    fn discard_unfinished(&self) {
        let entries = fs::read_dir(&self.settings.data_dir).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(UNFINISHED)) {
            if let Err(error) = fs::remove_dir_all(entry.path()) {
                tracing::warn!(path = %entry.path().display(), %error, "a half-made cluster was not removed");
            }
        }
    }

    async fn fill(&self, directory: &Path) -> Result<(), EmbeddedError> {
        tracing::info!(directory = %self.path.display(), "making a database cluster");
        let mut initdb = self.prepare(&self.binaries.initdb, directory)?;
        initdb.command.arg("-D").arg(&initdb.directory).args(["-U", WHISTLE, "-E", "UTF8", "--locale=C"]);
        initdb.command.args([
            "--data-checksums",
            "--auth-local=peer",
            "--auth-host=reject",
            "--no-instructions",
        ]);
        if !self.settings.durable {
            initdb.command.arg("--no-sync");
        }
        finish(initdb, "").await?;
        // The server has no client of its own to create a database with; a single-user session needs none.
        let mut single = self.prepare(&self.binaries.postgres, directory)?;
        single.command.arg("--single").arg("-D").arg(&single.directory).arg("postgres");
        finish(single, &format!("CREATE DATABASE {WHISTLE};\n")).await
    }

    /// The command that runs the server in the foreground.
    pub fn server(&self) -> Result<Prepared, EmbeddedError> {
        self.write_access_rules()?;
        let log = self.open_log()?;
        let mut server = self.prepare(&self.binaries.postgres, &self.path)?;
        server.command.arg("-D").arg(&server.directory);
        for (name, value) in self.parameters() {
            server.command.arg("-c").arg(format!("{name}={value}"));
        }
        server.command.stdin(Stdio::null());
        let errors = log.try_clone().map_err(refused(&self.log_path()))?;
        server.command.stdout(log).stderr(errors);
        Ok(server)
    }

    fn parameters(&self) -> Vec<(&'static str, String)> {
        let durable = if self.settings.durable { "on" } else { "off" };
        vec![
            // A socket in the cluster's own directory: named without its path, it cannot be too long to bind.
            ("listen_addresses", String::new()),
            ("unix_socket_directories", ".".to_owned()),
            ("unix_socket_permissions", "0700".to_owned()),
            ("port", "5432".to_owned()),
            ("cluster_name", WHISTLE.to_owned()),
            ("shared_buffers", format!("{}MB", self.settings.shared_buffers_mib)),
            ("max_connections", self.settings.connections_max.to_string()),
            ("fsync", durable.to_owned()),
            ("synchronous_commit", durable.to_owned()),
            ("full_page_writes", durable.to_owned()),
            ("jit", "off".to_owned()),
            ("timezone", "UTC".to_owned()),
            ("log_timezone", "UTC".to_owned()),
            // Failing statements are reported, with more sense, by whoever sent them; here they would leave
            // personal data and grow without end.
            ("log_min_messages", "log".to_owned()),
            ("log_min_error_statement", "panic".to_owned()),
            ("log_error_verbosity", "terse".to_owned()),
            ("log_checkpoints", "off".to_owned()),
            ("log_line_prefix", "%m [%p] ".to_owned()),
            ("logging_collector", "off".to_owned()),
        ]
    }

    /// Nobody comes in but through the socket, and there only two users of the operating system, as the owner.
    fn write_access_rules(&self) -> Result<(), EmbeddedError> {
        let mut mapped = String::new();
        for name in &self.account.may_connect {
            let _ = writeln!(mapped, "whistle \"{name}\" {WHISTLE}");
        }
        self.write("pg_ident.conf", &mapped)?;
        self.write("pg_hba.conf", "local all all peer map=whistle\n")
    }

    fn write(&self, name: &str, content: &str) -> Result<(), EmbeddedError> {
        let path = self.path.join(name);
        if fs::read_to_string(&path).is_ok_and(|there| there == content) {
            return Ok(());
        }
        fs::write(&path, content).map_err(refused(&path))?;
        self.hand_over(&path)
    }

    /// A command as the server's user, with nothing of our environment, apart from the terminal's signals.
    ///
    /// The server's user may be unable to reach the directory by its path, when that leads through one that is
    /// root's alone. On Linux it therefore inherits the directory opened, and names it by its descriptor.
    fn prepare(&self, program: &Path, directory: &Path) -> Result<Prepared, EmbeddedError> {
        let mut command = Command::new(program);
        command.env_clear().env("LC_ALL", "C").env("TZ", "UTC").current_dir("/").process_group(0);
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        let mut prepared = Prepared {
            command,
            directory: directory.to_owned(),
            program: program.to_owned(),
            inherited: None,
        };
        if self.account.dropped {
            prepared.command.uid(self.account.uid).gid(self.account.gid);
            if cfg!(target_os = "linux") {
                let descriptor = inheritable(directory).map_err(refused(directory))?;
                prepared.directory = PathBuf::from(format!("/proc/self/fd/{}", descriptor.as_raw_fd()));
                prepared.inherited = Some(descriptor);
            }
        }
        Ok(prepared)
    }

    fn hand_over(&self, path: &Path) -> Result<(), EmbeddedError> {
        if !self.account.dropped {
            return Ok(());
        }
        chown(path, Some(self.account.uid), Some(self.account.gid)).map_err(refused(path))
    }

    fn log_path(&self) -> PathBuf {
        self.settings.data_dir.join("postgres.log")
    }

    fn open_log(&self) -> Result<File, EmbeddedError> {
        let path = self.log_path();
        if path.metadata().is_ok_and(|log| log.len() > LOG_BYTES_MAX) {
            fs::rename(&path, path.with_extension("log.1")).map_err(refused(&path))?;
        }
        let mut options = OpenOptions::new();
        let log = options.create(true).append(true).mode(0o600).open(&path).map_err(refused(&path))?;
        log.set_permissions(fs::Permissions::from_mode(0o600)).map_err(refused(&path))?;
        Ok(log)
    }

    /// The last lines of the log.
    pub fn last_words(&self) -> String {
        let log = fs::read(self.log_path()).unwrap_or_default();
        last_lines(&String::from_utf8_lossy(&log))
    }

    fn sync_data_dir(&self) -> io::Result<()> {
        if self.settings.durable { File::open(&self.settings.data_dir)?.sync_all() } else { Ok(()) }
    }
}

fn refused(path: &Path) -> impl Fn(io::Error) -> EmbeddedError + use<> {
    let path = path.to_owned();
    move |source| EmbeddedError::DataDirectory { path: path.clone(), source }
}

/// An open directory that a child inherits. It is meant to live for a moment: every child that is spawned
/// meanwhile inherits it too.
fn inheritable(directory: &Path) -> io::Result<OwnedFd> {
    Ok(nix::unistd::dup(File::open(directory)?)?)
}

async fn finish(mut prepared: Prepared, input: &str) -> Result<(), EmbeddedError> {
    let failed = |said: String| EmbeddedError::InitFailed { said };
    prepared.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut child = prepared.spawn()?;
    let mut stdin = child.stdin.take().expect("its standard input is piped");
    let run = async {
        stdin.write_all(input.as_bytes()).await?;
        drop(stdin);
        child.wait_with_output().await
    };
    let output = match tokio::time::timeout(INIT_WAIT_MAX, run).await {
        Ok(output) => output.map_err(|source| failed(source.to_string()))?,
        Err(_) => return Err(failed(format!("it took longer than {INIT_WAIT_MAX:?}"))),
    };
    let said = String::from_utf8_lossy(&output.stderr);
    // A single-user session ends well even when its statement failed.
    let well = output.status.success() && !said.contains("ERROR:");
    if well { Ok(()) } else { Err(failed(last_lines(&said))) }
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().rev().take(8).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}

/// The address of the database `whistle` of the cluster in `data_dir`.
pub fn url_in(data_dir: &Path) -> Result<String, EmbeddedError> {
    let directory = socket_directory(data_dir)?;
    let mut host = String::new();
    for byte in directory.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                host.push(char::from(*byte));
            }
            other => {
                let _ = write!(host, "%{other:02X}");
            }
        }
    }
    Ok(format!("postgres://{WHISTLE}@localhost/{WHISTLE}?host={host}&sslmode=disable"))
}

/// The directory of the socket: the cluster's own, or a short link to it where its path is too long to connect to.
fn socket_directory(data_dir: &Path) -> Result<PathBuf, EmbeddedError> {
    use std::hash::{DefaultHasher, Hash, Hasher};

    let cluster = cluster_path(data_dir);
    if cluster.as_os_str().len() + 1 + SOCKET_NAME.len() <= SOCKET_PATH_MAX {
        return Ok(cluster);
    }
    let mut hasher = DefaultHasher::new();
    data_dir.hash(&mut hasher);
    let me = nix::unistd::geteuid().as_raw();
    let link = PathBuf::from(format!("/tmp/whistle-{me}-{:016x}", hasher.finish()));
    let refused = |source| EmbeddedError::DataDirectory { path: link.clone(), source };
    match link.symlink_metadata() {
        Ok(there) if there.uid() == me && fs::read_link(&link).is_ok_and(|target| target == cluster) => {}
        Ok(_) => return Err(refused(io::ErrorKind::AlreadyExists.into())),
        Err(_) => std::os::unix::fs::symlink(&cluster, &link).map_err(refused)?,
    }
    Ok(link)
}
