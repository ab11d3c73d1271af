//! The one seam through which personal data goes into events and comes out of them.
//!
//! Every person (*data subject*) has a data key of their own, kept in `vault_subjects` and wrapped by the
//! key-encryption key of the [`KeyFile`]. What is sealed under it can stay in the log for ever: deleting the row
//! erases the person everywhere at once. The reasons are in `docs/adr/0005-personal-data.md`.

mod codes;
mod keyfile;
mod pictures;
mod seal;
mod secrets;
mod subjects;

use std::sync::Arc;
use std::time::Duration;

use async_recursion::async_recursion as boxed;
use moka::sync::Cache;
use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::privacy::Sealed;
use zeroize::Zeroizing;

pub use keyfile::{KeyFile, KeyFileError};
pub use pictures::{PICTURE_BYTES_MAX, PictureForm, PictureKey, SealedPicture};
pub use seal::PLAINTEXT_BYTES_MAX;

use seal::DataKey;
use subjects::Subjects;

/// The person whose key opens a seal.
pub type SubjectId = Uuid;

/// Unwrapped data keys held in memory at most.
const KEYS_CACHED_MAX: u64 = 10_000;
/// How long an unwrapped key is held: the longest that another process can still open or seal for a person
/// who was erased.
const KEY_CACHED_FOR: Duration = Duration::from_secs(30);

/// Why personal data could not be sealed or opened.
#[derive(Debug, Clone, thiserror::Error)]
pub enum VaultError {
    /// The database failed. Shared, because one statement serves many callers.
    #[error("the vault's tables cannot be used")]
    Database(#[source] Arc<sqlx::Error>),
    /// More callers wait for a new subject than the vault lets wait.
    #[error("the vault has too much to do")]
    Busy,
    /// The number is not in the form of `whistle_domain::privacy::normalise_phone`.
    #[error("the telephone number is not in its normal form")]
    PhoneNotNormal,
    /// Nothing so long is sealed.
    #[error("the text is longer than {PLAINTEXT_BYTES_MAX} bytes")]
    TooLong,
    /// Nor is so large a picture.
    #[error("the picture is larger than {PICTURE_BYTES_MAX} bytes")]
    PictureTooLarge,
    /// The person's key is gone, so nothing can be sealed for them any more.
    #[error("the person was erased")]
    Erased,
    /// The seal was made by a suite that this version does not know.
    #[error("the sealing suite {0:?} is not known")]
    UnknownSuite(String),
    /// The seal does not open: it was changed, or it was made for another stream, field or person.
    #[error("the seal is broken or does not belong here")]
    Broken,
    /// The database was written with another key file.
    #[error("the key file {key_id} is not the one this database was written with")]
    KeyFileUnknown {
        /// The key file at hand.
        key_id: Uuid,
    },
    /// The key file bears a known id, but its keys are others.
    #[error("the key file {key_id} bears a known id but holds other keys")]
    KeyFileForged {
        /// The key file at hand.
        key_id: Uuid,
    },
}

impl From<sqlx::Error> for VaultError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(Arc::new(error))
    }
}

/// What came out of a seal.
#[derive(Clone, PartialEq, Eq)]
pub enum Opened {
    /// The text as it was sealed. Wiped from memory when dropped.
    Text(Zeroizing<String>),
    /// The person's key was destroyed: what was sealed is gone for good.
    Erased,
}

impl std::fmt::Debug for Opened {
    /// Never shows the text: a debug line must not become the way out of the vault.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text(…)",
            Self::Erased => "Erased",
        })
    }
}

/// Seals and opens personal data. Cheap to clone; all clones share their caches.
#[derive(Clone)]
pub struct Vault {
    pool: PgPool,
    keys: Arc<KeyFile>,
    unwrapped: Cache<SubjectId, Arc<DataKey>>,
    subjects: Subjects,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").field("key_id", &self.keys.id()).finish_non_exhaustive()
    }
}

impl Vault {
    /// A vault over these tables and keys. Call [`Vault::check`] once before it is used: without it no key file
    /// is known to the database, and no subject can be made. Must be called inside a tokio runtime.
    pub fn new(pool: PgPool, keys: KeyFile) -> Self {
        let keys = Arc::new(keys);
        let unwrapped = Cache::builder().max_capacity(KEYS_CACHED_MAX).time_to_live(KEY_CACHED_FOR).build();
        let subjects = Subjects::start(pool.clone(), keys.clone());
        Self { pool, keys, unwrapped, subjects }
    }

    /// Makes sure that the key file and the database belong together. The first key file that meets a database
    /// without any is written down in it; every later one must be it.
    pub async fn check(&self) -> Result<(), VaultError> {
        let key_id = self.keys.id();
        sqlx::query_file!("src/vault/queries/register_key.sql", key_id, &self.keys.proof())
            .execute(&self.pool)
            .await?;
        let known = sqlx::query_scalar!("SELECT proof FROM vault_keys WHERE key_id = $1", key_id)
            .fetch_optional(&self.pool)
            .await?;
        match known {
            None => Err(VaultError::KeyFileUnknown { key_id }),
            Some(proof) if self.keys.proves(&proof) => Ok(()),
            Some(_) => Err(VaultError::KeyFileForged { key_id }),
        }
    }

    /// The person with this telephone number (in the form of `normalise_phone`), the same one every time; without
    /// a number a new person. The person's key is durable when this returns, so that an event sealed under it
    /// can never outlive it.
    #[boxed]
    pub async fn subject_for(&self, phone: Option<&str>) -> Result<SubjectId, VaultError> {
        let phone_index = phone.map(|phone| self.phone_index(phone)).transpose()?;
        let (subject, key) = self.subjects.find_or_make(phone_index).await?;
        self.unwrapped.insert(subject, key);
        Ok(subject)
    }

    /// The person with this telephone number, if the vault knows one. Makes nobody.
    pub async fn known_subject(&self, phone: &str) -> Result<Option<SubjectId>, VaultError> {
        let phone_index = self.phone_index(phone)?;
        Ok(sqlx::query_scalar!(
            "SELECT subject FROM vault_subjects WHERE phone_index = $1",
            phone_index.as_slice()
        )
        .fetch_optional(&self.pool)
        .await?)
    }

    /// Seals `plaintext` for one field of one stream. The same text never gives the same seal twice.
    #[boxed]
    pub async fn seal(
        &self,
        subject: SubjectId,
        stream: Uuid,
        field: &str,
        plaintext: &str,
    ) -> Result<Sealed, VaultError> {
        if plaintext.len() > PLAINTEXT_BYTES_MAX {
            return Err(VaultError::TooLong);
        }
        let key = self.key_of(subject).await?.ok_or(VaultError::Erased)?;
        Ok(key.seal(subject, stream, field, plaintext))
    }

    /// Opens what was sealed for this field of this stream.
    #[boxed]
    pub async fn open(&self, sealed: &Sealed, stream: Uuid, field: &str) -> Result<Opened, VaultError> {
        match self.key_of(sealed.subject).await? {
            Some(key) => key.open(sealed, stream, field).map(Opened::Text),
            None => Ok(Opened::Erased),
        }
    }

    /// The person's data key; `None` once it was destroyed.
    async fn key_of(&self, subject: SubjectId) -> Result<Option<Arc<DataKey>>, VaultError> {
        if let Some(key) = self.unwrapped.get(&subject) {
            return Ok(Some(key));
        }
        let row = sqlx::query!("SELECT wrapped_key, key_id FROM vault_subjects WHERE subject = $1", subject)
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        if row.key_id != self.keys.id() {
            return Err(VaultError::KeyFileUnknown { key_id: self.keys.id() });
        }
        let key = Arc::new(self.keys.unwrap_key(subject, &row.wrapped_key)?);
        self.unwrapped.insert(subject, key.clone());
        Ok(Some(key))
    }

    fn phone_index(&self, phone: &str) -> Result<[u8; 32], VaultError> {
        let normal = whistle_domain::privacy::normalise_phone(phone).is_some_and(|normal| normal == phone);
        normal.then(|| self.keys.phone_index(phone)).ok_or(VaultError::PhoneNotNormal)
    }
}

#[cfg(test)]
mod tests;
