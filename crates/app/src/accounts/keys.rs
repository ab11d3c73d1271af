//! Keys: bearer tokens, with which programs come in.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::access::{
    AccessBook, AccessCommand, AccessEvent, AccessRefusal, KEY_DAYS, KEYS_MAX, KeyIssued, KeyRevoked,
};
use whistle_domain::privacy::redact;
use whistle_store::accounts::{Account, RegisteredAccount, TokenInfo};
use whistle_store::ids::new_id;
use whistle_store::log::Executed;

use super::AccessCommitted;
use crate::access::Operation;
use crate::cases::CommandContext;
use crate::protect::Fields;
use crate::{App, AppError, Caller, words};

/// Characters of a label, at most.
const LABEL_CHARS_MAX: usize = 64;

/// A key to be issued.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewKey {
    /// What it is for, in at most 64 characters.
    pub label: String,
    /// Days until it ends by itself, 1 to 3650.
    #[schema(minimum = 1, maximum = 3650)]
    pub days: i64,
}

/// What is known of a key. The key itself is not kept.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KeyView {
    /// Names it, for revoking it.
    pub id: Uuid,
    /// What it is for.
    pub label: String,
    /// Whether it lets in.
    #[schema(value_type = words::KeyState)]
    pub state: &'static str,
    /// When it was issued.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself; one from the command line may have no end.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it was last used, to a minute or two; nothing where that was never noticed.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// A key that was issued, with its secret, told this once.
#[derive(Serialize, ToSchema)]
pub struct IssuedKey {
    /// The key.
    #[serde(flatten)]
    pub key: KeyView,
    /// The bearer token. Nothing when the request was carried out before: it was told then.
    pub token: Option<String>,
}

impl KeyView {
    /// A key of an account that was closed at `closed_at`, if it was.
    pub(super) fn of(key: TokenInfo, closed_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        let TokenInfo { id, label, created_at, expires_at, revoked_at, last_used_at } = key;
        let state = match (revoked_at, expires_at) {
            (Some(_), _) => "revoked",
            (None, Some(end)) if end <= now => "expired",
            _ if closed_at.is_some() => "account_closed",
            _ => "in_force",
        };
        Self { id, label, state, created_at, expires_at, revoked_at, last_used_at }
    }
}

impl App {
    /// 签发密钥. What an earlier attempt with the same key of idempotency wrote down and did not do is done now.
    #[boxed]
    pub async fn issue_key(
        &self,
        caller: &Caller,
        username: &str,
        request: NewKey,
        context: &CommandContext,
    ) -> Result<AccessCommitted<IssuedKey>, AppError> {
        Operation::KeepAccounts.authorise(caller)?;
        let (label, life) = request.checked()?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let known = self.account_named(username).await?;
        let account = known.account.id;
        let executed = if let Some(executed) = self.access.given_before(&meta).await? {
            executed
        } else {
            if known.disabled_at.is_some() {
                return Err(AccessRefusal::AccountClosed.into());
            }
            if self.accounts.tokens_in_force(account).await? >= KEYS_MAX {
                return Err(AccessRefusal::TooManyKeys.into());
            }
            let issued = KeyIssued { account, key: new_id(), expires_at: self.clock.now() + life };
            self.access.execute(AccessCommand::IssueKey(issued), meta).await?
        };
        let view = self.make_key(&executed, &label, known.disabled_at).await?;
        Ok(AccessCommitted::new(view, &executed))
    }

    /// Makes the key that was written down, unless it is there already.
    async fn make_key(
        &self,
        executed: &Executed<AccessBook>,
        label: &str,
        closed_at: Option<DateTime<Utc>>,
    ) -> Result<IssuedKey, AppError> {
        let issued = executed.events.iter().find_map(|event| match event {
            AccessEvent::KeyIssued(issued) => Some(*issued),
            _ => None,
        });
        let KeyIssued { account, key, expires_at } = issued.ok_or(AppError::KeyReused)?;
        let mut token = None;
        if self.accounts.token_of(account, key).await?.is_none() {
            let made = self.accounts.issue_token_as(key, account, label, Some(expires_at)).await?;
            token = Some(made.token);
        }
        let known = self.accounts.token_of(account, key).await?.ok_or(AppError::NotFound)?;
        Ok(IssuedKey { key: KeyView::of(known, closed_at, self.clock.now()), token })
    }

    /// 撤销密钥: it lets nobody in from now on. Revoking twice is no error.
    #[boxed]
    pub async fn revoke_key(
        &self,
        caller: &Caller,
        username: &str,
        key: Uuid,
        context: &CommandContext,
    ) -> Result<AccessCommitted<KeyView>, AppError> {
        Operation::KeepAccounts.authorise(caller)?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let RegisteredAccount { account: Account { id: account, .. }, disabled_at, .. } =
            self.account_named(username).await?;
        self.accounts.token_of(account, key).await?.ok_or(AppError::NotFound)?;
        let meta = self.shutting(meta).await?;
        self.accounts.revoke_token(key).await?;
        let command = AccessCommand::RevokeKey(KeyRevoked { account, key });
        let executed = self.access.execute(command, meta).await?;
        let revoked = self.accounts.token_of(account, key).await?.ok_or(AppError::NotFound)?;
        Ok(AccessCommitted::new(KeyView::of(revoked, disabled_at, self.clock.now()), &executed))
    }
}

impl NewKey {
    fn checked(self) -> Result<(String, TimeDelta), AppError> {
        let mut fields = Fields::default();
        let label = fields.line("/label", &self.label, LABEL_CHARS_MAX).into_text();
        if redact(&label).found {
            fields.refuse("/label", "personal_data", "a label may hold nothing personal");
        }
        if !KEY_DAYS.contains(&self.days) {
            let (least, most) = (KEY_DAYS.start(), KEY_DAYS.end());
            fields.refuse("/days", "out_of_range", format!("a key lasts {least} to {most} days"));
        }
        fields.finish()?;
        Ok((label, TimeDelta::days(self.days)))
    }
}
