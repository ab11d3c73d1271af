//! Finding and making data subjects, many at a time.
//!
//! A person's key must be on disk before the first event sealed under it, so making one costs a commit. One task
//! takes whatever requests wait and makes all of them in one statement; the batch grows by itself while the
//! previous commit runs.

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::PgPool;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::keyfile::KeyFile;
use super::seal::DataKey;
use super::{SubjectId, VaultError};
use crate::ids::new_id;

/// Requests that may wait; beyond that the vault is busy.
const WAITING_MAX: usize = 1024;
/// Persons made in one statement.
const BATCH_MAX: usize = 256;
/// How often a number is looked up again when its person was erased between two statements.
const ROUNDS_MAX: usize = 3;

type PhoneIndex = [u8; 32];
type Found = (SubjectId, Arc<DataKey>);

struct Request {
    phone_index: Option<PhoneIndex>,
    answer: oneshot::Sender<Result<Found, VaultError>>,
}

/// The way to the task that makes subjects. The task ends when the last of these is dropped.
#[derive(Clone)]
pub(super) struct Subjects(mpsc::Sender<Request>);

impl Subjects {
    pub(super) fn start(pool: PgPool, keys: Arc<KeyFile>) -> Self {
        let (sender, mut waiting) = mpsc::channel(WAITING_MAX);
        tokio::spawn(async move {
            let mut batch = Vec::with_capacity(BATCH_MAX);
            while waiting.recv_many(&mut batch, BATCH_MAX).await > 0 {
                answer(&pool, &keys, std::mem::take(&mut batch)).await;
            }
        });
        Self(sender)
    }

    pub(super) async fn find_or_make(&self, phone_index: Option<PhoneIndex>) -> Result<Found, VaultError> {
        let (answer, answered) = oneshot::channel();
        self.0.try_send(Request { phone_index, answer }).map_err(|_| VaultError::Busy)?;
        // The task goes away only with its runtime.
        answered.await.unwrap_or(Err(VaultError::Busy))
    }
}

/// Answers every request of a batch. Requests for the same number share one person.
async fn answer(pool: &PgPool, keys: &KeyFile, mut batch: Vec<Request>) {
    for _ in 0..ROUNDS_MAX {
        match round(pool, keys, &batch).await {
            Ok(mut found) => {
                let answers = found.drain(..);
                batch = batch
                    .into_iter()
                    .zip(answers)
                    .filter_map(|(request, found)| settle(request, found))
                    .collect();
            }
            Err(error) => return refuse(batch, &error),
        }
        if batch.is_empty() {
            return;
        }
    }
    refuse(batch, &VaultError::Busy);
}

/// Sends the answer, or gives the request back when there is none yet. A caller who went away is no error.
fn settle(request: Request, found: Option<Found>) -> Option<Request> {
    let Some(found) = found else { return Some(request) };
    let _gone = request.answer.send(Ok(found));
    None
}

fn refuse(batch: Vec<Request>, error: &VaultError) {
    for request in batch {
        let _gone = request.answer.send(Err(error.clone()));
    }
}

/// Proposes a person for every request and looks up those whose number is already known. The answers come in
/// the order of the batch.
async fn round(pool: &PgPool, keys: &KeyFile, batch: &[Request]) -> Result<Vec<Option<Found>>, VaultError> {
    let proposals = propose(batch);
    let made = make(pool, keys, &proposals).await?;
    let mut by_phone: HashMap<PhoneIndex, Found> = HashMap::new();
    let mut missing = Vec::new();
    for proposal in &proposals {
        match proposal.phone_index {
            Some(phone_index) if made.contains(&proposal.subject) => {
                by_phone.insert(phone_index, proposal.found());
            }
            Some(phone_index) => missing.push(phone_index.to_vec()),
            None if made.contains(&proposal.subject) => {}
            // Only a key file the database does not know makes nobody for no number.
            None => return Err(VaultError::KeyFileUnknown { key_id: keys.id() }),
        }
    }
    if !missing.is_empty() {
        by_phone.extend(look_up(pool, keys, &missing).await?);
    }
    let mut without_phone = proposals.iter().filter(|proposal| proposal.phone_index.is_none());
    Ok(batch
        .iter()
        .map(|request| match request.phone_index {
            Some(phone_index) => by_phone.get(&phone_index).cloned(),
            None => without_phone.next().map(Proposal::found),
        })
        .collect())
}

struct Proposal {
    subject: SubjectId,
    key: Arc<DataKey>,
    phone_index: Option<PhoneIndex>,
}

impl Proposal {
    fn found(&self) -> Found {
        (self.subject, self.key.clone())
    }
}

/// One proposal per number and per request without one, sorted by number: two processes that make the same
/// persons take their locks in the same order.
fn propose(batch: &[Request]) -> Vec<Proposal> {
    let mut phones: Vec<Option<PhoneIndex>> = batch.iter().map(|request| request.phone_index).collect();
    phones.sort_unstable();
    phones.dedup_by(|a, b| a.is_some() && a == b);
    phones
        .into_iter()
        .map(|phone_index| Proposal { subject: new_id(), key: Arc::new(DataKey::random()), phone_index })
        .collect()
}

/// Writes the proposals down, durably, and says which persons are new.
async fn make(pool: &PgPool, keys: &KeyFile, proposals: &[Proposal]) -> Result<Vec<Uuid>, VaultError> {
    let subjects: Vec<Uuid> = proposals.iter().map(|proposal| proposal.subject).collect();
    let wrapped: Vec<Vec<u8>> =
        proposals.iter().map(|proposal| keys.wrap_key(proposal.subject, &proposal.key)).collect();
    let phones: Vec<Option<Vec<u8>>> =
        proposals.iter().map(|proposal| proposal.phone_index.map(|index| index.to_vec())).collect();
    Ok(sqlx::query_file_scalar!(
        "src/vault/queries/make_subjects.sql",
        &subjects,
        &wrapped,
        &phones as &[Option<Vec<u8>>],
        keys.id()
    )
    .fetch_all(pool)
    .await?)
}

/// The persons of numbers that made nobody. A statement of its own, because the row that stood in the way may be
/// younger than the snapshot of the one that met it.
async fn look_up(
    pool: &PgPool,
    keys: &KeyFile,
    phones: &[Vec<u8>],
) -> Result<Vec<(PhoneIndex, Found)>, VaultError> {
    let rows = sqlx::query!(
        r#"SELECT subject, wrapped_key, key_id, phone_index AS "phone_index!" FROM vault_subjects WHERE phone_index = ANY($1)"#,
        phones
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter()
        .map(|row| {
            if row.key_id != keys.id() {
                return Err(VaultError::KeyFileUnknown { key_id: keys.id() });
            }
            let key = keys.unwrap_key(row.subject, &row.wrapped_key)?;
            let phone_index = PhoneIndex::try_from(row.phone_index).map_err(|_| VaultError::Broken)?;
            Ok((phone_index, (row.subject, Arc::new(key))))
        })
        .collect()
}
