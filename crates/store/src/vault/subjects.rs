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
/// How often a number is asked for again when another process is making its person at the same moment.
const ROUNDS_MAX: usize = 3;

type PhoneIndex = [u8; 32];
type Found = (SubjectId, Arc<DataKey>);
type Answer = Result<Found, VaultError>;

struct Request {
    phone_index: Option<PhoneIndex>,
    answer: oneshot::Sender<Answer>,
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

    pub(super) async fn find_or_make(&self, phone_index: Option<PhoneIndex>) -> Answer {
        let (answer, answered) = oneshot::channel();
        self.0.try_send(Request { phone_index, answer }).map_err(|_| VaultError::Busy)?;
        // The task goes away only with its runtime.
        answered.await.unwrap_or(Err(VaultError::Busy))
    }
}

/// Answers every request of a batch. Requests for the same number share one person.
async fn answer(pool: &PgPool, keys: &KeyFile, mut batch: Vec<Request>) {
    for _ in 0..ROUNDS_MAX {
        batch = match round(pool, keys, &batch).await {
            Ok(answers) => batch
                .into_iter()
                .zip(answers)
                .filter_map(|(request, answer)| settle(request, answer))
                .collect(),
            Err(error) => return refuse(batch, &error),
        };
        if batch.is_empty() {
            return;
        }
        // Nobody was made: somebody else is just making them, or this key file may not make anybody.
        match registered(pool, keys).await {
            Ok(true) => {}
            Ok(false) => return refuse(batch, &VaultError::KeyFileUnknown { key_id: keys.id() }),
            Err(error) => return refuse(batch, &error),
        }
    }
    refuse(batch, &VaultError::Busy);
}

/// Sends the answer, or gives the request back when there is none yet. A caller who went away is no error.
fn settle(request: Request, answer: Option<Answer>) -> Option<Request> {
    let Some(answer) = answer else { return Some(request) };
    let _gone = request.answer.send(answer);
    None
}

fn refuse(batch: Vec<Request>, error: &VaultError) {
    for request in batch {
        let _gone = request.answer.send(Err(error.clone()));
    }
}

/// Proposes a person for every request; those whose number is already known keep theirs. The answers come in
/// the order of the batch; a row that cannot be used fails those who asked for it, and nobody else.
async fn round(pool: &PgPool, keys: &KeyFile, batch: &[Request]) -> Result<Vec<Option<Answer>>, VaultError> {
    let mut by_phone: HashMap<PhoneIndex, Answer> = HashMap::new();
    let mut without_phone = Vec::new();
    for (phone_index, answer) in find_or_insert(pool, keys, propose(batch)).await? {
        match phone_index {
            Some(phone_index) => drop(by_phone.insert(phone_index, answer)),
            None => without_phone.push(answer),
        }
    }
    let answered = batch.iter().map(|request| match request.phone_index {
        Some(phone_index) => by_phone.get(&phone_index).cloned(),
        None => without_phone.pop(),
    });
    Ok(answered.collect())
}

/// Whether the database knows this key file.
async fn registered(pool: &PgPool, keys: &KeyFile) -> Result<bool, VaultError> {
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM vault_keys WHERE key_id = $1) AS "registered!""#,
        keys.id()
    )
    .fetch_one(pool)
    .await?)
}

struct Proposal {
    subject: SubjectId,
    key: Arc<DataKey>,
    phone_index: Option<PhoneIndex>,
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

/// Writes the proposals down, durably, and answers who is known or new.
async fn find_or_insert(
    pool: &PgPool,
    keys: &KeyFile,
    proposals: Vec<Proposal>,
) -> Result<Vec<(Option<PhoneIndex>, Answer)>, VaultError> {
    let subjects: Vec<Uuid> = proposals.iter().map(|proposal| proposal.subject).collect();
    let wrapped: Vec<Vec<u8>> =
        proposals.iter().map(|proposal| keys.wrap_key(proposal.subject, &proposal.key)).collect();
    let phones: Vec<Option<Vec<u8>>> =
        proposals.iter().map(|proposal| proposal.phone_index.map(|index| index.to_vec())).collect();
    let rows = sqlx::query_file!(
        "src/vault/queries/make_subjects.sql",
        &subjects,
        &wrapped,
        &phones as &[Option<Vec<u8>>],
        keys.id()
    )
    .fetch_all(pool)
    .await?;
    let proposed: HashMap<SubjectId, Arc<DataKey>> =
        proposals.into_iter().map(|proposal| (proposal.subject, proposal.key)).collect();
    let key_of = |subject: SubjectId, wrapped_key: &[u8], key_id: Uuid| match proposed.get(&subject) {
        Some(key) => Ok(key.clone()),
        None if key_id != keys.id() => Err(VaultError::KeyFileUnknown { key_id: keys.id() }),
        None => keys.unwrap_key(subject, wrapped_key).map(Arc::new),
    };
    rows.into_iter()
        .map(|row| {
            let phone_index =
                row.phone_index.map(PhoneIndex::try_from).transpose().map_err(|_| VaultError::Broken)?;
            let key = key_of(row.subject, &row.wrapped_key, row.key_id);
            Ok((phone_index, key.map(|key| (row.subject, key))))
        })
        .collect()
}
