//! Where log lines go: stderr, so that stdout belongs to what a command answers.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::settings::{LogFormat, Settings};

/// What is logged when nothing else is said.
#[derive(Debug, Clone, Copy)]
pub enum Default {
    /// The service tells what it does.
    Service,
    /// A command tells what goes wrong; the rest is its answer.
    Command,
}

/// Starts logging for this process. A second start changes nothing.
pub fn start(settings: &Settings, default: Default) {
    let unset = match default {
        Default::Service => "info",
        Default::Command => "warn",
    };
    let filter = EnvFilter::builder().parse_lossy(settings.log.as_deref().unwrap_or(unset));
    let terminal = std::io::stderr().is_terminal();
    let format = settings.log_format.unwrap_or(if terminal { LogFormat::Text } else { LogFormat::Json });
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = match format {
        LogFormat::Text => lines.with_ansi(terminal).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(false).try_init(),
    };
}
