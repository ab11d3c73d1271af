//! Why the log did not do what it was asked.

/// Why a command's events were not appended.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Somebody else was faster: the stream has another version than the one expected. Nothing was recorded.
    #[error("the stream has version {current}, not the expected one")]
    VersionConflict {
        /// The version that the stream has; 0 when it does not exist.
        current: u32,
    },
    /// Too many commands are waiting already. Nothing was recorded; try again later.
    #[error("too many commands are waiting to be recorded")]
    Overloaded,
    /// The database did not confirm within the time limit. **The outcome is unknown**: the events may be recorded.
    /// Sending the same command id again tells, and can never record them twice.
    #[error("the database did not confirm the command in time")]
    Unavailable,
    /// The database refuses this very command's data. Nothing was recorded, and trying again will not help.
    #[error("the database refuses the data of this command")]
    Rejected(#[source] sqlx::Error),
    /// The command is larger than the log takes. Nothing was recorded.
    #[error("the command has {bytes} bytes, the limit is {bytes_max}")]
    TooLarge {
        /// Size of metadata, names and payloads.
        bytes: usize,
        /// The limit.
        bytes_max: usize,
    },
    /// The command has more events than the log takes at once. Nothing was recorded.
    #[error("the command has {events} events, the limit is {events_max}")]
    TooManyEvents {
        /// How many there are.
        events: usize,
        /// The limit.
        events_max: usize,
    },
    /// A command without events has nothing to record.
    #[error("the command has no events")]
    Empty,
}

/// Why the log could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The database did not answer the query.
    #[error("the event log cannot be read")]
    Database(#[from] sqlx::Error),
    /// Positions follow each other without a gap; here one is missing. The log was tampered with or damaged.
    #[error("the event log has a hole: position {found} follows {previous}")]
    Hole {
        /// The last position before the hole.
        previous: i64,
        /// The position found after it.
        found: i64,
    },
    /// A stored row cannot be understood. The log was tampered with or damaged.
    #[error("the event at position {position} is damaged: {what}")]
    Damaged {
        /// Which event.
        position: i64,
        /// Which part of it.
        what: &'static str,
    },
}
