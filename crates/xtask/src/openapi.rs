//! `cargo xtask openapi`

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{cargo, metadata, root};

/// Compares or replaces `openapi.json` with what the binary says.
pub fn run(check: bool) -> Result<()> {
    let fresh = ask_the_binary()?;
    let path = root().join("openapi.json");
    if !check {
        return fs::write(&path, fresh).context("openapi.json cannot be written");
    }
    let committed = fs::read(&path).context("openapi.json cannot be read")?;
    if committed != fresh {
        bail!("openapi.json is stale: run `cargo xtask openapi`");
    }
    Ok(())
}

fn ask_the_binary() -> Result<Vec<u8>> {
    // The whole workspace, so that no dependency is built again with other features.
    if !cargo().args(["build", "--workspace", "--bins"]).status()?.success() {
        bail!("the binary does not build");
    }
    let metadata = metadata()?;
    let target = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
    let output = Command::new(PathBuf::from(target).join("debug/whistle")).arg("openapi").output()?;
    if !output.status.success() || output.stdout.is_empty() {
        bail!("whistle openapi: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(output.stdout)
}
