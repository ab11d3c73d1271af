//! What went wrong, in one line and one number.

use std::process::ExitCode;

use crate::settings::SettingsError;

/// The exit status for a check that failed, or work that could not be done.
pub const FAILED: u8 = 1;
/// The exit status for wrong usage or settings.
pub const USAGE: u8 = 2;

/// An argument that cannot be right, found only when it was looked at more closely.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Usage(pub String);

/// The exit status that an error ends the command with.
pub fn status(error: &anyhow::Error) -> ExitCode {
    let usage = error.chain().any(|cause| cause.is::<SettingsError>() || cause.is::<Usage>());
    ExitCode::from(if usage { USAGE } else { FAILED })
}

/// The error and its causes. A cause that only repeats what was said is left out.
pub fn told(error: &anyhow::Error) -> String {
    let mut line = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        if line.is_empty() {
            line = cause;
        } else if !line.ends_with(&cause) {
            line = format!("{line}: {cause}");
        }
    }
    line
}
