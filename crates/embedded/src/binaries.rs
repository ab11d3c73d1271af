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
    ///
    /// A cluster can only be run by the major version that made it: `wanted` passes over all others.
    pub fn find(bin_dir: Option<&Path>, wanted: Option<u32>) -> Result<Self, EmbeddedError> {
        let places = match bin_dir {
            Some(path) => vec![path.to_owned()],
            None => told_by_pg_config().into_iter().chain(search_path()).chain(installed()).collect(),
        };
        let found = Self::in_places(&places);
        if found.is_empty() {
            return Err(bin_dir.map_or(EmbeddedError::NoBinaries, |path| EmbeddedError::UnusableBinaries {
                path: path.to_owned(),
            }));
        }
        let fits = |(major, _): &(u32, Self)| wanted.is_none_or(|wanted| wanted == *major);
        let newest = found.iter().map(|(major, _)| *major).max().unwrap_or(0);
        let fitting = found.into_iter().find(fits).map(|(_, binaries)| binaries);
        fitting.ok_or(EmbeddedError::OtherVersion { wanted: wanted.unwrap_or(MAJOR_MIN), found: newest })
    }

    /// Where they are.
    pub fn directory(&self) -> PathBuf {
        self.postgres.parent().map(Path::to_owned).unwrap_or_default()
    }

    /// Every server that can be used, with its major version.
    pub fn in_places(places: &[PathBuf]) -> Vec<(u32, Self)> {
        places.iter().filter_map(|place| Self::usable_in(place)).collect()
    }

    /// Links are followed to the end: what lies beside the real program is the rest of its installation, and a
    /// wrapper on the search path may have none of it.
    fn usable_in(dir: &Path) -> Option<(u32, Self)> {
        let postgres = dir.join("postgres").canonicalize().ok()?;
        let initdb = dir.join("initdb").canonicalize().ok()?;
        let major = major_version(&postgres)?;
        let usable = postgres.parent() == initdb.parent() && major >= MAJOR_MIN;
        usable.then_some((major, Self { initdb, postgres }))
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
