//! Personal data: its sealed form in events, and what may be shown without opening the seal.
//!
//! An event can never be changed, so personal data enters one only as [`Sealed`]: encrypted under a key of its
//! own person (the *data subject*). Destroying that key erases the person from the whole log at once.

mod fold;
pub mod masking;
pub mod redact;
pub mod text;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use fold::{comparable, comparable_address};
pub use redact::{Redaction, redact};
pub use text::{TextError, clean_line, clean_paragraphs, normalise_phone};

/// Encrypted personal data, as it is kept in events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The person whose key opens this.
    pub subject: Uuid,
    /// How it was encrypted, so that other suites (SM4) can follow: `xchacha20poly1305`.
    pub alg: String,
    /// Nonce and ciphertext, base64.
    #[serde(rename = "box")]
    pub ciphertext: String,
}

/// Free text whose personal data was taken out: `shown` may be read by everybody who may read the case,
/// `original` is there only where something had to be hidden.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProtectedText {
    /// The text with personal data masked.
    pub shown: String,
    /// The text as written, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Sealed>,
}

impl ProtectedText {
    /// Text that was found to hold no personal data.
    pub fn plain(shown: impl Into<String>) -> Self {
        Self { shown: shown.into(), original: None }
    }
}
