//! Sealing under one person's data key.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use uuid::Uuid;
use whistle_domain::privacy::Sealed;
use zeroize::Zeroizing;

use super::{SubjectId, VaultError};

/// The suite of everything sealed today.
const SUITE: &str = "xchacha20poly1305";
/// The longest text that is sealed, in bytes.
pub const PLAINTEXT_BYTES_MAX: usize = 64 * 1024;

pub(super) const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// A person's data key, unwrapped. Wiped from memory when dropped.
pub(super) struct DataKey(Zeroizing<[u8; KEY_BYTES]>);

impl DataKey {
    /// A new random key.
    pub(super) fn random() -> Self {
        Self(random())
    }

    pub(super) fn seal(&self, subject: SubjectId, stream: Uuid, field: &str, plaintext: &str) -> Sealed {
        let sealed = seal(&self.0, &associated(subject, stream, field), plaintext.as_bytes());
        Sealed { subject, alg: SUITE.to_owned(), ciphertext: BASE64.encode(sealed) }
    }

    pub(super) fn open(
        &self,
        sealed: &Sealed,
        stream: Uuid,
        field: &str,
    ) -> Result<Zeroizing<String>, VaultError> {
        if sealed.alg != SUITE {
            return Err(VaultError::UnknownSuite(sealed.alg.clone()));
        }
        let bytes = BASE64.decode(&sealed.ciphertext).map_err(|_| VaultError::Broken)?;
        let plaintext =
            open(&self.0, &associated(sealed.subject, stream, field), &bytes).ok_or(VaultError::Broken)?;
        let text = std::str::from_utf8(&plaintext).map_err(|_| VaultError::Broken)?;
        Ok(Zeroizing::new(text.to_owned()))
    }

    /// This key, sealed under `kek` so that it opens for this person only.
    pub(super) fn wrap(&self, kek: &[u8; KEY_BYTES], subject: SubjectId) -> Vec<u8> {
        seal(kek, &wrapping(subject), self.0.as_slice())
    }

    pub(super) fn unwrap(
        kek: &[u8; KEY_BYTES],
        subject: SubjectId,
        wrapped: &[u8],
    ) -> Result<Self, VaultError> {
        Self::of_bytes(&open(kek, &wrapping(subject), wrapped).ok_or(VaultError::Broken)?)
    }

    /// The key that these bytes are.
    pub(super) fn of_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        if bytes.len() != KEY_BYTES {
            return Err(VaultError::Broken);
        }
        key.copy_from_slice(bytes);
        Ok(Self(key))
    }

    /// The bytes of the key, for what is sealed under it in another form than text.
    pub(super) fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

/// What ties a seal to its place. The identifiers have a fixed width and the field comes last, so that no two
/// places read the same.
fn associated(subject: SubjectId, stream: Uuid, field: &str) -> Vec<u8> {
    [b"whistle seal 1".as_slice(), subject.as_bytes(), stream.as_bytes(), field.as_bytes()].concat()
}

fn wrapping(subject: SubjectId) -> Vec<u8> {
    [b"whistle data key 1".as_slice(), subject.as_bytes()].concat()
}

/// Nonce and ciphertext. 192 random bits of nonce do not repeat under one key.
pub(super) fn seal(key: &[u8; KEY_BYTES], associated: &[u8], plaintext: &[u8]) -> Vec<u8> {
    let nonce = random::<NONCE_BYTES>();
    let ciphertext = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(*nonce), Payload { msg: plaintext, aad: associated })
        .expect("the suite fails only beyond 256 GiB");
    [nonce.as_slice(), &ciphertext].concat()
}

/// What [`seal`] sealed; `None` when it does not open.
pub(super) fn open(key: &[u8; KEY_BYTES], associated: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, ciphertext) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    (ciphertext.len() >= TAG_BYTES).then_some(())?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: associated })
        .ok()
        .map(Zeroizing::new)
}

/// Random bytes of the operating system, wiped when dropped.
pub(super) fn random<const N: usize>() -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice()).expect("the operating system has random numbers");
    bytes
}
