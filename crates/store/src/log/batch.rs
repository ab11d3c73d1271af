//! Batches: which waiting commands travel together.

use std::collections::{HashSet, VecDeque};

use chrono::{DateTime, Utc};
use tokio::sync::oneshot;
use uuid::Uuid;
use whistle_domain::clock::Clock;

use super::leaf::Leaf;
use super::{Append, AppendError, Appended, LogSettings};

/// A command on its way to the appender.
pub(super) struct Submission {
    pub(super) append: Append,
    /// The stored form of actor and request digest.
    pub(super) metadata: Vec<u8>,
    /// Size of everything that will be stored.
    pub(super) bytes: usize,
    /// Closed when the caller has stopped waiting.
    pub(super) reply: oneshot::Sender<Result<Appended, AppendError>>,
}

/// A command with its time of recording and its hashes: ready to be sent, any number of times.
pub(super) struct Prepared {
    pub(super) submission: Submission,
    pub(super) recorded_at: DateTime<Utc>,
    /// One per event.
    pub(super) leaf_hashes: Vec<[u8; 32]>,
}

impl Prepared {
    fn new(submission: Submission, recorded_at: DateTime<Utc>) -> Self {
        let append = &submission.append;
        let leaf_hashes = (0_u16..)
            .zip(&append.events)
            .map(|(ordinal, event)| {
                Leaf {
                    stream_type: append.stream.kind,
                    stream_id: append.stream.id,
                    version: append.expected_version + 1 + u32::from(ordinal),
                    event_type: &event.event_type,
                    occurred_at: event.occurred_at,
                    recorded_at,
                    command_id: append.command_id,
                    command_ordinal: ordinal,
                    metadata: &submission.metadata,
                    payload: &event.payload,
                }
                .hash()
            })
            .collect();
        Self { submission, recorded_at, leaf_hashes }
    }

    /// Tells the caller; one who has stopped waiting is not told.
    pub(super) fn answer(self, result: Result<Appended, AppendError>) {
        let _gone = self.submission.reply.send(result);
    }

    /// Whether somebody still waits for the answer.
    pub(super) fn awaited(&self) -> bool {
        !self.submission.reply.is_closed()
    }
}

/// The batch that forms while the one before it is being committed.
///
/// Hashing happens here, on admission, so that it overlaps with the database's work.
pub(super) struct Forming<'a> {
    clock: &'a dyn Clock,
    settings: &'a LogSettings,
    batch: Vec<Prepared>,
    batch_bytes: usize,
    streams: HashSet<Uuid>,
    commands: HashSet<Uuid>,
    /// Commands that may not travel with this batch, in the order in which they came.
    held: VecDeque<Submission>,
    recorded_at_last: DateTime<Utc>,
}

impl<'a> Forming<'a> {
    pub(super) fn new(clock: &'a dyn Clock, settings: &'a LogSettings) -> Self {
        Self {
            clock,
            settings,
            batch: Vec::new(),
            batch_bytes: 0,
            streams: HashSet::new(),
            commands: HashSet::new(),
            held: VecDeque::new(),
            recorded_at_last: DateTime::<Utc>::MIN_UTC,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.batch.is_empty()
    }

    /// Whether another command should be taken off the queue now.
    pub(super) fn has_room(&self) -> bool {
        self.batch.len() < self.settings.batch_commands_max
            && self.batch_bytes < self.settings.batch_bytes_max
            && self.held.len() < self.settings.batch_commands_max
    }

    /// Takes a command into the batch, or holds it for a later one: a batch has each stream and each command id
    /// once, because its commands are judged by what was committed before it.
    pub(super) fn admit(&mut self, submission: Submission) {
        let (stream, command) = (submission.append.stream.id, submission.append.command_id);
        let fits = self.batch.is_empty()
            || (self.batch.len() < self.settings.batch_commands_max
                && self.batch_bytes + submission.bytes <= self.settings.batch_bytes_max
                && !self.streams.contains(&stream)
                && !self.commands.contains(&command));
        if !fits {
            self.held.push_back(submission);
            return;
        }
        self.streams.insert(stream);
        self.commands.insert(command);
        self.batch_bytes += submission.bytes;
        // A clock that is set back must not make later positions look older.
        self.recorded_at_last = self.recorded_at_last.max(self.clock.now());
        self.batch.push(Prepared::new(submission, self.recorded_at_last));
    }

    /// The batch as it stands. What was held begins to form the next one.
    pub(super) fn take(&mut self) -> Vec<Prepared> {
        let batch = std::mem::take(&mut self.batch);
        self.batch_bytes = 0;
        self.streams.clear();
        self.commands.clear();
        for submission in std::mem::take(&mut self.held) {
            self.admit(submission);
        }
        batch
    }
}
