//! `cargo xtask tidy`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{arrows, metadata, root, sources};

/// Files larger than this are data, not sources.
const SOURCE_BYTES_MAX: u64 = 1 << 20;

/// Everything that is not as it should be, in one answer.
pub fn run() -> Result<()> {
    let mut found = arrows::wrong(&metadata()?)?;
    for path in files()? {
        found.extend(wrong_in_file(&path)?);
    }
    let names = migrations(&root())?;
    found.extend(wrong_in_names(&names));
    if !found.is_empty() {
        bail!("{} things to tidy\n  {}", found.len(), found.join("\n  "));
    }
    Ok(())
}

fn wrong_in_file(path: &str) -> Result<Vec<String>> {
    let full = root().join(path);
    let plain = full.symlink_metadata().is_ok_and(|found| found.is_file() && found.len() <= SOURCE_BYTES_MAX);
    if !plain {
        return Ok(Vec::new());
    }
    let bytes = fs::read(&full).with_context(|| format!("{path} cannot be read"))?;
    // What is not text has no lines to look at.
    Ok(String::from_utf8(bytes).map(|text| sources::wrong(path, &text)).unwrap_or_default())
}

/// Every file that git knows or would take.
fn files() -> Result<Vec<String>> {
    let mut git = Command::new("git");
    git.current_dir(root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let output = git.output().context("git cannot be run")?;
    if !output.status.success() {
        bail!("git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    }
    let listed = String::from_utf8(output.stdout).context("a file has a name that is not text")?;
    Ok(listed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// The migrations in the order of their names.
pub fn migrations(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join("migrations")).context("there are no migrations")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Migrations are only ever added at the end: their numbers leave no gap in which one could appear later.
fn wrong_in_names(migrations: &[PathBuf]) -> Vec<String> {
    let mut found = Vec::new();
    for (number, path) in (1..).zip(migrations) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !named_well(&name, number) {
            found.push(format!("migrations/{name}: expected {number:04}_lower_case_words.sql"));
        }
    }
    found
}

fn named_well(name: &str, number: u32) -> bool {
    let words = name.strip_prefix(&format!("{number:04}_")).and_then(|rest| rest.strip_suffix(".sql"));
    words.is_some_and(|words| {
        !words.is_empty() && words.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::wrong_in_names;

    fn wrong(names: &[&str]) -> usize {
        wrong_in_names(&names.iter().map(PathBuf::from).collect::<Vec<_>>()).len()
    }

    #[test]
    fn migrations_are_numbered_without_gaps_or_twins() {
        assert_eq!(wrong(&["0001_event_log.sql", "0002_vault.sql"]), 0);
        assert_eq!(wrong(&["0001_event_log.sql", "0003_vault.sql"]), 1);
        assert_eq!(wrong(&["0001_event_log.sql", "0001_vault.sql"]), 1);
        assert_eq!(wrong(&["0001-EventLog.sql"]), 1);
    }
}
