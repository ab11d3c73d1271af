//! `cargo xtask sqlx`

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use whistle_embedded::EmbeddedPostgres;

use crate::{cargo, metadata, root, server};

/// Expands every checked query against a server with the schema of `migrations/`, and compares or replaces `.sqlx`.
pub async fn run(check: bool, clippy: bool) -> Result<()> {
    let server = server::start().await?;
    let expanded = expand(&server, clippy);
    server.stop().await?;
    let fresh = expanded?;
    let committed = root().join(".sqlx");
    if check { compare(&committed, &fresh) } else { replace(&committed, &fresh) }
}

/// The directory with what the macros wrote.
fn expand(server: &EmbeddedPostgres, clippy: bool) -> Result<PathBuf> {
    migrate(server)?;
    let metadata = metadata()?;
    let target = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
    let fresh = PathBuf::from(target).join("sqlx-fresh");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    touch_users_of_sqlx(&metadata)?;
    let mut command = cargo();
    command.arg(if clippy { "clippy" } else { "check" }).args(["--workspace", "--all-targets"]);
    if clippy {
        command.args(["--", "-D", "warnings"]);
    }
    command.env("DATABASE_URL", server.url()).env("SQLX_OFFLINE", "false").env("SQLX_OFFLINE_DIR", &fresh);
    if !command.status()?.success() {
        bail!("the workspace does not pass");
    }
    Ok(fresh)
}

/// With `psql`, so that this crate is built in a moment: the migrations are plain SQL, applied in order.
fn migrate(server: &EmbeddedPostgres) -> Result<()> {
    let beside = server.bin_dir().join("psql");
    let psql = if beside.exists() { beside } else { PathBuf::from("psql") };
    for migration in crate::tidy::migrations(&root())? {
        let mut command = Command::new(&psql);
        command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "--single-transaction", "-d", server.url(), "-f"]);
        let status = command.arg(&migration).env("PGOPTIONS", "-c client_min_messages=warning").status();
        if !status.context("psql cannot be run")?.success() {
            bail!("{} fails", migration.display());
        }
    }
    Ok(())
}

/// The compiler expands a macro again only in a crate that looks changed.
#[expect(clippy::disallowed_methods, reason = "the modification time of a file is the real time")]
fn touch_users_of_sqlx(metadata: &serde_json::Value) -> Result<()> {
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let uses = |package: &&serde_json::Value| {
        package["dependencies"].as_array().is_some_and(|list| list.iter().any(|one| one["name"] == "sqlx"))
    };
    for package in packages.iter().filter(uses) {
        for target in package["targets"].as_array().into_iter().flatten() {
            let path = target["src_path"].as_str().context("a target without a source")?;
            File::options().append(true).open(path)?.set_modified(std::time::SystemTime::now())?;
        }
    }
    Ok(())
}

fn replace(committed: &Path, fresh: &Path) -> Result<()> {
    if committed.exists() {
        fs::remove_dir_all(committed)?;
    }
    fs::create_dir_all(committed)?;
    for (name, content) in contents(fresh)? {
        fs::write(committed.join(name), content)?;
    }
    Ok(())
}

fn compare(committed: &Path, fresh: &Path) -> Result<()> {
    let differences = differences(&contents(committed)?, &contents(fresh)?);
    if !differences.is_empty() {
        bail!(".sqlx is stale: run `cargo xtask sqlx`\n  {}", differences.join("\n  "));
    }
    Ok(())
}

type Contents = BTreeMap<String, Vec<u8>>;

fn differences(committed: &Contents, fresh: &Contents) -> Vec<String> {
    let mut found = Vec::new();
    for (name, content) in fresh {
        match committed.get(name) {
            None => found.push(format!("missing: {name}")),
            Some(other) if other != content => found.push(format!("changed: {name}")),
            Some(_) => {}
        }
    }
    found.extend(
        committed.keys().filter(|name| !fresh.contains_key(*name)).map(|name| format!("left over: {name}")),
    );
    found
}

/// What is in a directory; one that does not exist holds nothing.
fn contents(directory: &Path) -> Result<Contents> {
    let mut found = Contents::new();
    if !directory.exists() {
        return Ok(found);
    }
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            found.insert(name, fs::read(&path)?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{Contents, differences};

    fn contents(files: &[(&str, &str)]) -> Contents {
        files.iter().map(|(name, content)| ((*name).to_owned(), content.as_bytes().to_vec())).collect()
    }

    #[test]
    fn every_kind_of_stale_file_is_named() {
        let committed = contents(&[("same", "1"), ("old", "1"), ("edited", "1")]);
        let fresh = contents(&[("same", "1"), ("new", "1"), ("edited", "2")]);
        assert_eq!(differences(&committed, &fresh), ["changed: edited", "missing: new", "left over: old"]);
        assert!(differences(&committed, &committed).is_empty());
    }
}
