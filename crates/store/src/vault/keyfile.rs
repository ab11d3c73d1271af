//! The key file: what the database must never hold.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use super::seal::{DataKey, KEY_BYTES, open, random, seal};
use super::{SubjectId, VaultError};
use crate::ids::new_id;

/// The layout of the file.
const FORMAT: u32 = 1;
/// A whole file has some 400 bytes; whatever is much larger is another file.
const FILE_BYTES_MAX: u16 = 4096;
/// What the key-encryption key seals to prove itself.
const PROOF: &[u8] = b"whistle key file";

/// Why the key file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// Reading or writing failed.
    #[error("the key file {path} cannot be {what}")]
    Io {
        /// The file.
        path: PathBuf,
        /// `read`, `written`.
        what: &'static str,
        /// The operating system's reason.
        #[source]
        source: std::io::Error,
    },
    /// Others than its owner may read it.
    #[error("the key file {path} may be read by others (mode {mode:o}); set its mode to 600")]
    Exposed {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It is cut off, was changed, or is another kind of file. It is never replaced: without its keys everything
    /// that was sealed is lost, so bring it back from its backup.
    #[error("the key file {path} is damaged ({what}); restore it from its backup")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
}

type Key = Zeroizing<[u8; KEY_BYTES]>;

/// The keys outside the database: one that wraps the data keys, and one each for the telephone index, the query
/// codes and the idempotency digests. Wiped from memory when dropped.
pub struct KeyFile {
    id: Uuid,
    kek: Key,
    phone_index: Key,
    query_code: Key,
    idempotency: Key,
}

impl std::fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyFile").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The file as it is written: keys in hex, and a checksum against a slip of the editor or the disk.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: u32,
    id: Uuid,
    kek: String,
    phone_index: String,
    query_code: String,
    idempotency: String,
    checksum: String,
}

impl Drop for Written {
    fn drop(&mut self) {
        for key in [&mut self.kek, &mut self.phone_index, &mut self.query_code, &mut self.idempotency] {
            key.zeroize();
        }
    }
}

impl KeyFile {
    /// The key file at `path`. Where there is none, a new one is written: whole or not at all, on disk before
    /// this returns, readable by its owner only. Of two processes that do so at once, both get the same keys.
    pub fn load_or_create(path: &Path) -> Result<Self, KeyFileError> {
        match Self::load(path) {
            Err(KeyFileError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
                Self::random().write(path)?;
                Self::load(path)
            }
            loaded => loaded,
        }
    }

    /// The key file at `path`.
    pub fn load(path: &Path) -> Result<Self, KeyFileError> {
        let unreadable = |source| KeyFileError::Io { path: path.to_owned(), what: "read", source };
        let damaged = |what| KeyFileError::Damaged { path: path.to_owned(), what };
        let mut file = File::open(path).map_err(unreadable)?;
        let metadata = file.metadata().map_err(unreadable)?;
        if !metadata.is_file() || metadata.len() > u64::from(FILE_BYTES_MAX) {
            return Err(damaged("it is no key file"));
        }
        let mode = metadata.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(KeyFileError::Exposed { path: path.to_owned(), mode });
        }
        // Reserved at once, so that growing leaves no copy behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(usize::from(FILE_BYTES_MAX)));
        Read::by_ref(&mut file)
            .take(u64::from(FILE_BYTES_MAX))
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        let written: Written =
            serde_json::from_slice(&bytes).map_err(|_| damaged("it cannot be read as JSON"))?;
        if written.format != FORMAT {
            return Err(damaged("its format is not known"));
        }
        let key = |hex: &str| {
            let mut key = Key::default();
            hex::decode_to_slice(hex, key.as_mut_slice())
                .map_err(|_| damaged("a key is not 64 hex digits"))?;
            Ok(key)
        };
        let keys = Self {
            id: written.id,
            kek: key(&written.kek)?,
            phone_index: key(&written.phone_index)?,
            query_code: key(&written.query_code)?,
            idempotency: key(&written.idempotency)?,
        };
        if keys.checksum() == written.checksum { Ok(keys) } else { Err(damaged("its checksum is wrong")) }
    }

    /// New random keys.
    fn random() -> Self {
        Self {
            id: new_id(),
            kek: random(),
            phone_index: random(),
            query_code: random(),
            idempotency: random(),
        }
    }

    /// Writes a file that was not there. A link cannot replace a file that somebody else wrote meanwhile; that
    /// one then stands.
    fn write(&self, path: &Path) -> Result<(), KeyFileError> {
        let failed = |source| KeyFileError::Io { path: path.to_owned(), what: "written", source };
        let directory =
            path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let draft = directory.join(format!(".keys-{}.draft", self.id));
        let written = self.write_draft(&draft).and_then(|()| match std::fs::hard_link(&draft, path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            linked => linked,
        });
        let removed = std::fs::remove_file(&draft);
        written.and(removed).and_then(|()| File::open(directory)?.sync_all()).map_err(failed)
    }

    fn write_draft(&self, draft: &Path) -> std::io::Result<()> {
        let written = Written {
            format: FORMAT,
            id: self.id,
            kek: hex::encode(self.kek.as_slice()),
            phone_index: hex::encode(self.phone_index.as_slice()),
            query_code: hex::encode(self.query_code.as_slice()),
            idempotency: hex::encode(self.idempotency.as_slice()),
            checksum: self.checksum(),
        };
        let text = Zeroizing::new(serde_json::to_vec_pretty(&written)?);
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(draft)?;
        file.write_all(&text)?;
        file.write_all(b"\n")?;
        file.sync_all()
    }

    fn checksum(&self) -> String {
        let digest = [&self.kek, &self.phone_index, &self.query_code, &self.idempotency]
            .into_iter()
            .fold(Sha256::new().chain_update(FORMAT.to_be_bytes()).chain_update(self.id), |digest, key| {
                digest.chain_update(key.as_slice())
            });
        hex::encode(&digest.finalize()[..8])
    }

    /// Which key file this is; recorded beside every data key it wraps.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// A known text under the key-encryption key.
    pub(super) fn proof(&self) -> Vec<u8> {
        seal(&self.kek, self.id.as_bytes(), PROOF)
    }

    pub(super) fn proves(&self, proof: &[u8]) -> bool {
        open(&self.kek, self.id.as_bytes(), proof).is_some_and(|text| text.as_slice() == PROOF)
    }

    pub(super) fn wrap_key(&self, subject: SubjectId, key: &DataKey) -> Vec<u8> {
        key.wrap(&self.kek, subject)
    }

    pub(super) fn unwrap_key(&self, subject: SubjectId, wrapped: &[u8]) -> Result<DataKey, VaultError> {
        DataKey::unwrap(&self.kek, subject, wrapped)
    }

    /// Seals what belongs to no person.
    pub(super) fn seal(&self, associated: &[u8], plaintext: &[u8]) -> Vec<u8> {
        seal(&self.kek, associated, plaintext)
    }

    /// Opens what [`KeyFile::seal`] sealed; nothing when it does not open.
    pub(super) fn open(&self, associated: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        open(&self.kek, associated, sealed)
    }

    pub(super) fn phone_index(&self, phone: &str) -> [u8; 32] {
        authenticate(&self.phone_index, &[phone.as_bytes()])
    }

    pub(super) fn query_code_digest(&self, case: Uuid) -> [u8; 32] {
        authenticate(&self.query_code, &[case.as_bytes()])
    }

    pub(super) fn idempotency_digest(&self, parts: &[&[u8]]) -> [u8; 32] {
        authenticate(&self.idempotency, parts)
    }
}

/// HMAC-SHA-256 over the parts, each preceded by its length, so that no two lists read the same.
fn authenticate(key: &Key, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).expect("any length will do for this key");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
