//! Bearer tokens, for programs.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::{DateTime, Utc};
use moka::sync::Cache;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Account, AccountRow, Accounts, AccountsError, LIST_MAX, label};
use crate::ids::new_id;

/// How tokens begin, so that a leaked one is recognised by secret scanners.
const PREFIX: &str = "wht_";
/// How long an account found by its token or session is believed without asking again: so long, at most, may
/// a revocation in another process go unnoticed.
const BELIEVED_FOR: Duration = Duration::from_secs(2);
/// Tokens and sessions believed at once.
const RECENT_MAX: u64 = 10_000;

/// SHA-256 of a token or session; the only form in which it is kept.
pub(super) type Digest = [u8; 32];

/// A token, shown this once.
#[derive(Clone)]
pub struct IssuedToken {
    /// Names the token, for revoking it.
    pub id: Uuid,
    /// The token itself. It is not kept.
    pub token: String,
}

impl std::fmt::Debug for IssuedToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IssuedToken").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What is known of a token afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInfo {
    /// Names the token.
    pub id: Uuid,
    /// What it was issued for.
    pub label: String,
    /// When it was issued.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself, if it does.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was revoked, if it was.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it last let somebody in, as far as that was written down: to a minute or two, and never if it is older than that
    /// was.
    pub last_used_at: Option<DateTime<Utc>>,
}

impl Accounts {
    /// Issues a token to an account that may come in.
    pub async fn issue_token(
        &self,
        account: Uuid,
        what_for: &str,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<IssuedToken, AccountsError> {
        self.issue_token_as(new_id(), account, what_for, expires_at).await
    }

    /// Issues a token with an identity that was given out before.
    pub async fn issue_token_as(
        &self,
        id: Uuid,
        account: Uuid,
        what_for: &str,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<IssuedToken, AccountsError> {
        let now = self.clock.now();
        if expires_at.is_some_and(|expires_at| expires_at <= now) {
            return Err(AccountsError::ExpiryInThePast);
        }
        let what_for = label("label", Some(what_for))?;
        let (token, digest) = random_secret(PREFIX);
        let inserted = sqlx::query!(
            "INSERT INTO tokens (id, user_id, digest, label, created_at, expires_at)
             SELECT $1, id, $3, $4, $5, $6 FROM users WHERE id = $2 AND disabled_at IS NULL",
            id,
            account,
            digest.as_slice(),
            what_for,
            now,
            expires_at
        )
        .execute(&self.pool)
        .await?;
        if inserted.rows_affected() == 0 {
            Err(AccountsError::NoSuchAccount)
        } else {
            Ok(IssuedToken { id, token })
        }
    }

    /// Revokes a token; says whether there was one to revoke. It takes effect here at once, in other processes
    /// within two seconds.
    pub async fn revoke_token(&self, token: Uuid) -> Result<bool, AccountsError> {
        let digest = sqlx::query_scalar!(
            "UPDATE tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING digest",
            token,
            self.clock.now()
        )
        .fetch_optional(&self.pool)
        .await?;
        if let Some(digest) = digest.as_deref().and_then(|digest| Digest::try_from(digest).ok()) {
            self.recent.forget(&digest);
        }
        Ok(digest.is_some())
    }

    /// What is known of a token of this account; nothing when the account has no such token.
    pub async fn token_of(&self, account: Uuid, token: Uuid) -> Result<Option<TokenInfo>, AccountsError> {
        Ok(sqlx::query_as!(
            TokenInfo,
            "SELECT id, label, created_at, expires_at, revoked_at, last_used_at FROM tokens WHERE user_id = $1 AND id = $2",
            account,
            token
        )
        .fetch_optional(&self.pool)
        .await?)
    }

    /// How many tokens let this account in.
    pub async fn tokens_in_force(&self, account: Uuid) -> Result<usize, AccountsError> {
        let tokens = sqlx::query_scalar!(
            r#"SELECT count(*) AS "tokens!" FROM tokens
               WHERE user_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)"#,
            account,
            self.clock.now()
        );
        Ok(usize::try_from(tokens.fetch_one(&self.pool).await?).unwrap_or(usize::MAX))
    }

    /// The tokens of an account, newest first; at most 200.
    pub async fn tokens_of(&self, account: Uuid) -> Result<Vec<TokenInfo>, AccountsError> {
        Ok(sqlx::query_as!(
            TokenInfo,
            "SELECT id, label, created_at, expires_at, revoked_at, last_used_at FROM tokens
             WHERE user_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2",
            account,
            LIST_MAX
        )
        .fetch_all(&self.pool)
        .await?)
    }

    /// The account that this token lets in.
    pub async fn authenticate_token(&self, token: &str) -> Result<Option<Account>, AccountsError> {
        let Some(digest) = digest_of(PREFIX, token) else { return Ok(None) };
        let now = self.clock.now();
        if let Some(account) = self.recent.find(&digest, now) {
            return Ok(Some(account));
        }
        let Some(row) = sqlx::query_file!("src/accounts/queries/account_of_token.sql", digest.as_slice())
            .fetch_optional(&self.pool)
            .await?
        else {
            return Ok(None);
        };
        if row.expires_at.is_some_and(|expires_at| expires_at <= now) {
            return Ok(None);
        }
        // Not for every request: for the first in every two seconds, which is what the account is believed for.
        self.uses.note(row.key, now);
        let account = Account::try_from(AccountRow {
            id: row.id,
            username: row.username,
            role: row.role,
            unit: row.unit,
            area_unit: row.area_unit,
            subject: row.subject,
            display_name: row.display_name,
        })?;
        self.recent.believe(digest, account.clone(), row.expires_at.unwrap_or(DateTime::<Utc>::MAX_UTC));
        Ok(Some(account))
    }
}

/// A secret of 256 random bits, and its digest.
pub(super) fn random_secret(prefix: &str) -> (String, Digest) {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).expect("the operating system has random numbers");
    let secret = format!("{prefix}{}", BASE64.encode(bytes));
    let digest = Sha256::digest(secret.as_bytes()).into();
    (secret, digest)
}

/// The digest of a secret that has the right form. Others are no secrets of ours and cost no query.
pub(super) fn digest_of(prefix: &str, secret: &str) -> Option<Digest> {
    let random = secret.strip_prefix(prefix)?;
    let right = random.len() == 43
        && random.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    right.then(|| Sha256::digest(secret.as_bytes()).into())
}

/// Accounts found a moment ago by a token or a session, so that a busy one does not cost a query every time.
#[derive(Clone)]
pub(super) struct Recent(Cache<Digest, (Account, DateTime<Utc>)>);

impl Default for Recent {
    fn default() -> Self {
        let cache = Cache::builder()
            .max_capacity(RECENT_MAX)
            .time_to_live(BELIEVED_FOR)
            .support_invalidation_closures();
        Self(cache.build())
    }
}

impl Recent {
    /// The account, unless its way in has ended meanwhile.
    pub(super) fn find(&self, digest: &Digest, now: DateTime<Utc>) -> Option<Account> {
        self.0.get(digest).filter(|(_, ends_at)| now < *ends_at).map(|(account, _)| account)
    }

    pub(super) fn believe(&self, digest: Digest, account: Account, ends_at: DateTime<Utc>) {
        self.0.insert(digest, (account, ends_at));
    }

    pub(super) fn forget(&self, digest: &Digest) {
        self.0.invalidate(digest);
    }

    /// Forgets every way in of one account.
    pub(super) fn forget_account(&self, id: Uuid) {
        self.0
            .invalidate_entries_if(move |_, (account, _)| account.id == id)
            .expect("the cache was built to support this");
    }
}
