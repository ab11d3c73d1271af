//! Ends the server when its owner dies without a word.

use std::path::Path;
use std::process::Stdio;

use tokio::io::AsyncWriteExt;
use tokio::process::{Child, Command};

use crate::EmbeddedError;

/// Waits for a line from the owner, which means that all is well; its standard input ends without one when the
/// owner is gone. Then the server is asked to end, if the process is still the one that was started.
///
/// `$1` is the cluster, `$2` the server's process number, `$3` a directory to remove afterwards, or nothing.
const SCRIPT: &str = r#"
trap '' HUP INT TERM
cluster=$1 pid=$2 directory=$3
if read -r _; then exit 0; fi
still_there() {
    [ "$(head -n 1 "$cluster/postmaster.pid" 2>/dev/null)" = "$pid" ] && kill -0 "$pid" 2>/dev/null
}
if still_there; then kill -INT "$pid"; fi
if [ -z "$directory" ]; then exit 0; fi
tries=0
while still_there && [ "$tries" -lt 300 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
if ! still_there; then rm -rf -- "$directory"; fi
"#;

/// A process that outlives us by a moment.
#[derive(Debug)]
pub struct Watchdog {
    child: Child,
}

impl Watchdog {
    /// Watches over this process on behalf of the server `pid`.
    pub fn start(cluster: &Path, pid: i32, remove_at_end: Option<&Path>) -> Result<Self, EmbeddedError> {
        let shell = Path::new("/bin/sh");
        let mut command = Command::new(shell);
        command.args(["-c", SCRIPT, "whistle-watchdog"]).arg(cluster).arg(pid.to_string());
        command.arg(remove_at_end.unwrap_or(Path::new("")));
        command.current_dir("/").process_group(0).stdin(Stdio::piped());
        // Who waits for the end of our output must not wait for the watchdog's.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn();
        let child = child.map_err(|source| EmbeddedError::CannotRun { program: shell.to_owned(), source })?;
        Ok(Self { child })
    }

    /// Sends the watchdog home: the server has ended.
    pub async fn release(mut self) {
        if let Some(mut owner) = self.child.stdin.take() {
            let _ = owner.write_all(b"\n").await;
        }
        let _ = self.child.wait().await;
    }
}
