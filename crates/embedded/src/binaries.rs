//! Where the programs of PostgreSQL are.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::EmbeddedError;

/// The oldest major version that will do: `CREATE DATABASE … STRATEGY` and `MERGE` came with it.
const MAJOR_MIN: u32 = 15;

/// Directories that hold one installation per version.
const FAMILIES: [(&str, &str, &str); 5] = [
    ("/usr/lib/postgresql", "", "bin"),
    ("/usr", "pgsql-", "bin"),
    ("/opt/homebrew/opt", "postgresql@", "bin"),
    ("/usr/local/opt", "postgresql@", "bin"),
    ("/usr/libexec", "postgresql", ""),
];

/// The programs of one installation.
#[derive(Debug, Clone)]
pub struct Binaries {
    /// Makes a cluster.
    pub initdb: PathBuf,
    /// The server.
    pub postgres: PathBuf,
}

impl Binaries {
    /// Those in `bin_dir` when it is given; else of `pg_config`, the search path, and the places where the packages
    /// of the systems we know put them, the newest first.
    pub fn find(bin_dir: Option<&Path>) -> Result<Self, EmbeddedError> {
        if let Some(path) = bin_dir {
            return Self::usable_in(path)
                .ok_or_else(|| EmbeddedError::UnusableBinaries { path: path.to_owned() });
        }
        let mut places = Vec::from_iter(told_by_pg_config());
        places.extend(search_path());
        places.extend(installed());
        Self::first_in(&places).ok_or(EmbeddedError::NoBinaries)
    }

    /// The first of `places` that holds a server that can be used.
    pub fn first_in(places: &[PathBuf]) -> Option<Self> {
        places.iter().find_map(|place| Self::usable_in(place))
    }

    /// Links are followed to the end: what lies beside the real program is the rest of its installation, and a
    /// wrapper on the search path may have none of it.
    fn usable_in(dir: &Path) -> Option<Self> {
        let postgres = dir.join("postgres").canonicalize().ok()?;
        let initdb = dir.join("initdb").canonicalize().ok()?;
        let beside = postgres.parent() == initdb.parent();
        (beside && major_version(&postgres)? >= MAJOR_MIN).then_some(Self { initdb, postgres })
    }
}

/// `postgres (PostgreSQL) 15.18 (Debian …)` → 15
fn major_version(postgres: &Path) -> Option<u32> {
    let output = Command::new(postgres).arg("--version").output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let version = said.split_whitespace().nth(2)?;
    version.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn told_by_pg_config() -> Option<PathBuf> {
    let output = Command::new("pg_config").arg("--bindir").output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| PathBuf::from(said.trim()))
}

fn search_path() -> Vec<PathBuf> {
    std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default()
}

fn installed() -> Vec<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = Vec::new();
    for (parent, prefix, below) in FAMILIES {
        let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
        for entry in entries {
            let name = entry.file_name();
            let version = name.to_str().and_then(|name| name.strip_prefix(prefix)?.parse().ok());
            found.extend(version.map(|version| (version, entry.path().join(below))));
        }
    }
    found.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    found.into_iter().map(|(_, path)| path).collect()
}
