//! The server's first process: starting it, asking it to end, and finding one that was left behind.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::process::Child;

use crate::EmbeddedError;
use crate::cluster::Cluster;

/// How long a server may take to answer; recovery after a crash reads the log since the last checkpoint.
const START_WAIT_MAX: Duration = Duration::from_mins(5);

/// How long a server may take to roll back, write everything to disk and end.
const STOP_WAIT_MAX: Duration = Duration::from_secs(30);

/// How long a server may take to end without writing everything: its data is recovered at the next start.
const QUIT_WAIT_MAX: Duration = Duration::from_secs(10);

/// How often the state of a process is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Where a server notes, in the cluster's directory, that it works on the cluster.
const CLUSTER_NOTE: &str = "postmaster.pid";

/// Where it notes that it listens on the socket, which lies in the same directory.
const SOCKET_NOTE: &str = ".s.PGSQL.5432.lock";

/// A server that answers.
#[derive(Debug)]
pub struct Postmaster {
    /// The process.
    pub child: Child,
    /// Its number.
    pub pid: i32,
}

impl Postmaster {
    /// Starts a server on a cluster on which none is running, and returns when it answers.
    pub async fn start(cluster: &Cluster) -> Result<Self, EmbeddedError> {
        let child = cluster.server()?.spawn()?;
        let pid =
            child.id().and_then(|pid| i32::try_from(pid).ok()).expect("a child that was not waited for");
        let mut postmaster = Self { child, pid };
        let began = Instant::now();
        loop {
            if answers(&cluster.path, pid) {
                return Ok(postmaster);
            }
            if !matches!(postmaster.child.try_wait(), Ok(None)) {
                return Err(EmbeddedError::StartFailed { said: cluster.last_words() });
            }
            if began.elapsed() > START_WAIT_MAX {
                postmaster.stop().await?;
                return Err(EmbeddedError::StartTooSlow { waited: START_WAIT_MAX });
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Disconnects everybody and ends; if that takes too long, ends as if the power failed, which loses no commit.
    pub async fn stop(&mut self) -> Result<(), EmbeddedError> {
        for (signal, patience) in [(Signal::SIGINT, STOP_WAIT_MAX), (Signal::SIGQUIT, QUIT_WAIT_MAX)] {
            signal_process(self.pid, signal);
            if tokio::time::timeout(patience, self.child.wait()).await.is_ok() {
                return Ok(());
            }
        }
        Err(EmbeddedError::StopTooSlow { pid: self.pid, waited: STOP_WAIT_MAX + QUIT_WAIT_MAX })
    }
}

/// Makes sure that no process works on the cluster: stops a server that was left behind by an owner that died,
/// waits for the last of its children, and discards a note that names a process of somebody else.
pub async fn settle(cluster: &Path) -> Result<(), EmbeddedError> {
    if let Some(pid) = noted_pid(cluster).filter(|pid| works_on(*pid, cluster)) {
        tracing::warn!(pid, "stopping a database server that was left behind");
        stop_stranger(pid, cluster).await?;
    }
    let began = Instant::now();
    while let Some(pid) = at_work_on(cluster).first().copied() {
        if began.elapsed() > STOP_WAIT_MAX {
            return Err(EmbeddedError::StopTooSlow { pid, waited: STOP_WAIT_MAX });
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    // PostgreSQL refuses to start while a noted process is alive, whatever it is, or dead and not yet waited for;
    // after a reboot the number may belong to anybody. Where processes can be seen, there is none at work on the
    // cluster at this point.
    if cfg!(target_os = "linux") {
        for note in [cluster.join(CLUSTER_NOTE), cluster.join(SOCKET_NOTE)] {
            if pid_in(&note).is_some_and(alive) {
                let _ = fs::remove_file(note);
            }
        }
    }
    Ok(())
}

async fn stop_stranger(pid: i32, cluster: &Path) -> Result<(), EmbeddedError> {
    for (signal, patience) in [(Signal::SIGINT, STOP_WAIT_MAX), (Signal::SIGQUIT, QUIT_WAIT_MAX)] {
        signal_process(pid, signal);
        let began = Instant::now();
        while began.elapsed() < patience {
            if !works_on(pid, cluster) {
                return Ok(());
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
    Err(EmbeddedError::StopTooSlow { pid, waited: STOP_WAIT_MAX + QUIT_WAIT_MAX })
}

/// The eighth line of `postmaster.pid` tells what the server is about; `pg_ctl` reads it the same way.
fn answers(cluster: &Path, pid: i32) -> bool {
    let Ok(note) = fs::read_to_string(cluster.join(CLUSTER_NOTE)) else { return false };
    let mut lines = note.lines();
    let ours = lines.next().is_some_and(|line| line.trim().parse() == Ok(pid));
    ours && lines.nth(6).is_some_and(|status| status.trim() == "ready")
}

/// The process that `postmaster.pid` names.
pub fn noted_pid(cluster: &Path) -> Option<i32> {
    pid_in(&cluster.join(CLUSTER_NOTE))
}

fn pid_in(note: &Path) -> Option<i32> {
    let note = fs::read_to_string(note).ok()?;
    // A server in single-user mode notes its number negated.
    note.lines().next()?.trim().parse::<i32>().ok().map(i32::abs).filter(|pid| *pid > 1)
}

fn signal_process(pid: i32, signal: Signal) {
    if let Err(error) = kill(Pid::from_raw(pid), signal) {
        tracing::debug!(pid, %signal, %error, "the database server took no signal");
    }
}

fn alive(pid: i32) -> bool {
    !matches!(kill(Pid::from_raw(pid), None), Err(Errno::ESRCH))
}

/// Whether process `pid` is a PostgreSQL process on this cluster. All of them work in the cluster's directory.
#[cfg(target_os = "linux")]
fn works_on(pid: i32, cluster: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let process = Path::new("/proc").join(pid.to_string());
    let named_postgres =
        fs::read_to_string(process.join("comm")).is_ok_and(|name| name.starts_with("postgres"));
    let same_directory = match (fs::metadata(process.join("cwd")), fs::metadata(cluster)) {
        (Ok(its), Ok(ours)) => (its.dev(), its.ino()) == (ours.dev(), ours.ino()),
        _ => false,
    };
    named_postgres && same_directory
}

/// Whether process `pid` is a PostgreSQL server started for this cluster, judging by its command line.
#[cfg(not(target_os = "linux"))]
fn works_on(pid: i32, cluster: &Path) -> bool {
    let told =
        std::process::Command::new("ps").args(["-ww", "-o", "command=", "-p", &pid.to_string()]).output();
    let Ok(told) = told else { return false };
    let command = String::from_utf8_lossy(&told.stdout).into_owned();
    command.contains("postgres") && command.contains(&*cluster.to_string_lossy())
}

#[cfg(target_os = "linux")]
fn at_work_on(cluster: &Path) -> Vec<i32> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(|pid| works_on(*pid, cluster)).collect()
}

/// Elsewhere PostgreSQL itself is trusted to notice, by its shared memory, that somebody is still at work.
#[cfg(not(target_os = "linux"))]
fn at_work_on(_cluster: &Path) -> Vec<i32> {
    Vec::new()
}
