//! One service per data directory.

use std::fs::{File, OpenOptions};
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

use crate::EmbeddedError;

/// An exclusive lock on a data directory. The kernel frees it when the process ends, however it ends.
#[derive(Debug)]
pub struct DirectoryLock {
    _file: File,
}

impl DirectoryLock {
    /// Takes the lock and notes the number of this process in it.
    pub fn take(data_dir: &Path) -> Result<Self, EmbeddedError> {
        let path = lock_path(data_dir);
        let refused = |source| EmbeddedError::DataDirectory { path: path.clone(), source };
        let mut options = OpenOptions::new();
        let mut file =
            options.read(true).write(true).create(true).truncate(false).open(&path).map_err(refused)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                let holder = noted_pid(&path).unwrap_or_else(|| "unknown".to_owned());
                return Err(EmbeddedError::AlreadyInUse { data_dir: data_dir.to_owned(), holder });
            }
            Err(std::fs::TryLockError::Error(source)) => return Err(refused(source)),
        }
        file.set_len(0).map_err(refused)?;
        file.rewind().map_err(refused)?;
        writeln!(file, "{}", std::process::id()).map_err(refused)?;
        Ok(Self { _file: file })
    }

    /// The process that holds the lock at this moment.
    pub fn holder(data_dir: &Path) -> Option<String> {
        let path = lock_path(data_dir);
        match File::open(&path).ok()?.try_lock_shared() {
            Err(std::fs::TryLockError::WouldBlock) => noted_pid(&path),
            _ => None,
        }
    }
}

fn lock_path(data_dir: &Path) -> PathBuf {
    data_dir.join("postgres.lock")
}

fn noted_pid(path: &Path) -> Option<String> {
    let pid = std::fs::read_to_string(path).ok()?.trim().to_owned();
    (!pid.is_empty()).then_some(pid)
}
