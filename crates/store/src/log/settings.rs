//! The limits of the log.

use std::time::Duration;

/// Limits of one process's appender. The defaults suit a small server.
#[derive(Debug, Clone)]
pub struct LogSettings {
    /// Commands that may wait; one more is refused with [`super::AppendError::Overloaded`].
    pub queue_commands_max: usize,
    /// Commands in one batch.
    pub batch_commands_max: usize,
    /// Bytes in one batch (a single command may be as large as `command_bytes_max`).
    pub batch_bytes_max: usize,
    /// Bytes of one command's metadata, names and payloads.
    pub command_bytes_max: usize,
    /// Events of one command.
    pub command_events_max: usize,
    /// How long one attempt to append a batch may take before the connection is given up.
    pub attempt_timeout: Duration,
    /// How long a batch is sent again and again before its callers hear
    /// [`super::AppendError::Unavailable`].
    pub confirm_timeout: Duration,
    /// First pause before connecting again; it doubles up to `reconnect_pause_max`.
    pub reconnect_pause_min: Duration,
    /// Longest pause before connecting again.
    pub reconnect_pause_max: Duration,
    /// How often the head is read for other processes' events.
    pub poll_interval: Duration,
}

impl Default for LogSettings {
    fn default() -> Self {
        Self {
            queue_commands_max: 4096,
            batch_commands_max: 512,
            batch_bytes_max: 1 << 20,
            command_bytes_max: 1 << 20,
            command_events_max: 1000,
            attempt_timeout: Duration::from_secs(4),
            confirm_timeout: Duration::from_secs(10),
            reconnect_pause_min: Duration::from_millis(10),
            reconnect_pause_max: Duration::from_millis(500),
            poll_interval: Duration::from_millis(150),
        }
    }
}

impl LogSettings {
    /// The limits for whoever loads a whole district or policy with one command. A batch is one command then.
    pub fn of_imports() -> Self {
        Self {
            batch_bytes_max: 64 << 20,
            command_bytes_max: 64 << 20,
            command_events_max: 32_000,
            attempt_timeout: Duration::from_mins(1),
            confirm_timeout: Duration::from_mins(2),
            ..Self::default()
        }
    }
}
