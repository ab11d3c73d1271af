//! The one task per process that writes to the log.
//!
//! It takes a command and whatever else is waiting, and appends the batch by one call of one function: there is no
//! timer, the next batch grows by itself while the previous one is being committed.

use std::sync::Arc;

use tokio::sync::{mpsc, watch};
use whistle_domain::clock::Clock;

use super::batch::{Forming, Prepared, Submission};
use super::link::{Link, Verdict};
use super::{AppendError, LogSettings, raise_head};

/// Runs until every [`super::EventLog`] of the process is gone and the queue is empty.
pub(super) async fn run(
    mut link: Link,
    clock: Arc<dyn Clock>,
    settings: LogSettings,
    mut queue: mpsc::Receiver<Submission>,
    head: watch::Sender<i64>,
) {
    let mut forming = Forming::new(&*clock, &settings);
    loop {
        if forming.is_empty() {
            let Some(submission) = queue.recv().await else { return };
            forming.admit(submission);
        }
        while forming.has_room() {
            let Ok(submission) = queue.try_recv() else { break };
            forming.admit(submission);
        }
        let batch = forming.take();
        let delivery = deliver(&mut link, batch, &head);
        tokio::pin!(delivery);
        loop {
            tokio::select! {
                biased;
                () = &mut delivery => break,
                Some(submission) = queue.recv(), if forming.has_room() => forming.admit(submission),
            }
        }
    }
}

/// Sends a batch until every command in it has an answer or nobody waits for one any more.
async fn deliver(link: &mut Link, batch: Vec<Prepared>, head: &watch::Sender<i64>) {
    let mut parts = vec![batch];
    while let Some(mut part) = parts.pop() {
        part.retain(Prepared::awaited);
        if part.is_empty() {
            continue;
        }
        match link.append(&part).await {
            Ok(verdicts) => answer(part, verdicts, head),
            Err(error) if refused_for_its_data(&error) => match part.len() {
                1 => {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        "a command was refused for its data"
                    );
                    part.swap_remove(0).answer(Err(AppendError::Rejected(error)));
                }
                commands => {
                    parts.push(part.split_off(commands / 2));
                    parts.push(part);
                }
            },
            Err(error) => {
                // Whether the batch was committed is unknown. The command ids make it safe to send it again.
                tracing::warn!(error = &error as &dyn std::error::Error, "the event log is out of reach");
                link.give_up().await;
                parts.push(part);
            }
        }
    }
}

fn answer(part: Vec<Prepared>, verdicts: Vec<Verdict>, head: &watch::Sender<i64>) {
    // The head goes up first: whoever hears an answer may count on it.
    let highest = verdicts
        .iter()
        .filter_map(|verdict| verdict.as_ref().ok())
        .map(|appended| appended.last_position)
        .max();
    if let Some(position) = highest {
        raise_head(head, position);
    }
    for (command, verdict) in part.into_iter().zip(verdicts) {
        command
            .answer(verdict.map_err(|conflict| AppendError::VersionConflict { current: conflict.current }));
    }
}

/// Whether the fault lies in the data of some command (then the batch is split until that command is alone), and
/// not in the connection, the server or the schema (then the same batch is worth another attempt).
fn refused_for_its_data(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Encode(_) => true,
        // Data exception, integrity violation, program limit exceeded.
        sqlx::Error::Database(refusal) => refusal
            .code()
            .is_some_and(|state| ["22", "23", "54"].iter().any(|class| state.starts_with(class))),
        _ => false,
    }
}
