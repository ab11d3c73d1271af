//! Codes and digests that are computed from the key file, and so need not be kept.

use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::Vault;

/// Digits and letters that are not mistaken for one another when read out: no 0/O, 1/I/L, U/V.
const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 30^8 codes, against an attempt limit on the page where they are entered.
const CODE_LENGTH: usize = 8;

impl Vault {
    /// The code with which a resident follows a case without an account: 8 characters, the same every time, and
    /// never kept anywhere.
    pub fn query_code(&self, case: Uuid) -> String {
        let digest = self.keys.query_code_digest(case);
        digest
            .chunks_exact(digest.len() / CODE_LENGTH)
            .map(|chunk| {
                // 32 bits per character: the bias of the remainder is below 1 in 100 million.
                let number = chunk.iter().fold(0_usize, |number, &byte| number << 8 | usize::from(byte));
                char::from(ALPHABET[number % ALPHABET.len()])
            })
            .collect()
    }

    /// Whether this is the case's code. Small letters, spaces and dashes are forgiven; the time taken does not
    /// tell how much of it was right.
    pub fn query_code_matches(&self, case: Uuid, given: &str) -> bool {
        let given: Vec<u8> = given
            .bytes()
            .filter(|byte| !matches!(byte, b' ' | b'-'))
            .map(|byte| byte.to_ascii_uppercase())
            .take(CODE_LENGTH + 1)
            .collect();
        self.query_code(case).as_bytes().ct_eq(&given).into()
    }

    /// A digest of a request for telling whether a repeated idempotency key comes with the same body. Keyed,
    /// because a bare hash of a body with a telephone number in it can be guessed back.
    pub fn idempotency_digest(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.keys.idempotency_digest(parts)
    }
}
