//! Sealing the secrets with which the service shows other systems that it is the service. They must be read again to sign with,
//! and belong to no person, so the key-encryption key holds them itself.

use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Vault, VaultError};

impl Vault {
    /// Seals a secret of this integration.
    pub fn seal_secret(&self, integration: Uuid, secret: &str) -> Vec<u8> {
        self.keys.seal(&bound(integration), secret.as_bytes())
    }

    /// Opens what was sealed for this integration.
    pub fn open_secret(&self, integration: Uuid, sealed: &[u8]) -> Result<Zeroizing<String>, VaultError> {
        let secret = self.keys.open(&bound(integration), sealed).ok_or(VaultError::Broken)?;
        let text = std::str::from_utf8(&secret).map_err(|_| VaultError::Broken)?;
        Ok(Zeroizing::new(text.to_owned()))
    }
}

/// What ties a sealed secret to its integration.
fn bound(integration: Uuid) -> Vec<u8> {
    [b"whistle integration secret 1".as_slice(), integration.as_bytes()].concat()
}
