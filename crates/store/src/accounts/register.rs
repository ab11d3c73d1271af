//! The accounts as administrators look after them: open or closed, with their keys.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_domain::actor::Role;

use super::{Account, AccountRow, Accounts, AccountsError, LIST_MAX, TokenInfo};

/// Keys of one account that are listed, at most: those that let in first, then the newest of the others.
const KEYS_LISTED_MAX: i64 = 40;
/// Held while the last administrator is looked for, by whichever process looks ("whistle" in ASCII).
const LAST_ADMIN_LOCK: i64 = 0x77_6869_7374_6c65;

/// An account, and everything that lets it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredAccount {
    /// The account.
    pub account: Account,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it was closed, if it was.
    pub disabled_at: Option<DateTime<Utc>>,
    /// Its keys, at most 40: those that let in first, and the newest first among them.
    pub keys: Vec<TokenInfo>,
}

/// Which accounts are looked for.
#[derive(Debug, Clone, Default)]
pub struct AccountFilter {
    /// Part of the user name or of the name that colleagues see, in any case.
    pub text: Option<String>,
    /// Only of this role.
    pub role: Option<Role>,
    /// Only open ones (`true`), or only closed ones (`false`).
    pub open: Option<bool>,
}

struct RegisteredRow {
    id: Uuid,
    username: String,
    role: String,
    unit: Option<String>,
    area_unit: Option<String>,
    subject: Option<Uuid>,
    display_name: Option<String>,
    created_at: DateTime<Utc>,
    disabled_at: Option<DateTime<Utc>>,
}

impl RegisteredRow {
    fn registered(self, keys: Vec<TokenInfo>) -> Result<RegisteredAccount, AccountsError> {
        let Self { id, username, role, unit, area_unit, subject, display_name, .. } = self;
        let row = AccountRow { id, username, role, unit, area_unit, subject, display_name };
        let (created_at, disabled_at) = (self.created_at, self.disabled_at);
        Ok(RegisteredAccount { account: Account::try_from(row)?, created_at, disabled_at, keys })
    }
}

impl Accounts {
    /// The accounts that `filter` lets through, open and closed, by name, from after the name `after`; at most 201, which is a
    /// page and the one after it.
    pub async fn registered(
        &self,
        filter: &AccountFilter,
        after: Option<&str>,
        limit: i64,
    ) -> Result<Vec<RegisteredAccount>, AccountsError> {
        let rows = sqlx::query_file_as!(
            RegisteredRow,
            "src/accounts/queries/registered.sql",
            after.unwrap_or_default(),
            filter.text.as_deref().map(str::to_lowercase),
            filter.role.map(Role::code),
            filter.open,
            limit.clamp(1, LIST_MAX + 1)
        )
        .fetch_all(&self.pool)
        .await?;
        self.with_keys(rows).await
    }

    /// The account with this name, open or closed.
    pub async fn registered_as(&self, username: &str) -> Result<Option<RegisteredAccount>, AccountsError> {
        let rows = sqlx::query_as!(
            RegisteredRow,
            "SELECT id, username, role, unit, area_unit, subject, display_name, created_at, disabled_at
             FROM users WHERE username = $1",
            username.trim().to_lowercase()
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(self.with_keys(rows).await?.pop())
    }

    async fn with_keys(&self, rows: Vec<RegisteredRow>) -> Result<Vec<RegisteredAccount>, AccountsError> {
        let accounts: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let found = sqlx::query_file!(
            "src/accounts/queries/keys_of_accounts.sql",
            &accounts,
            self.clock.now(),
            KEYS_LISTED_MAX
        )
        .fetch_all(&self.pool)
        .await?;
        let mut keys: HashMap<Uuid, Vec<TokenInfo>> = HashMap::new();
        for key in found {
            keys.entry(key.user_id).or_default().push(TokenInfo {
                id: key.id,
                label: key.label,
                created_at: key.created_at,
                expires_at: key.expires_at,
                revoked_at: key.revoked_at,
                last_used_at: key.last_used_at,
            });
        }
        rows.into_iter()
            .map(|row| {
                let own = keys.remove(&row.id).unwrap_or_default();
                row.registered(own)
            })
            .collect()
    }

    /// The user names of these accounts, as far as there are such accounts.
    pub async fn usernames(&self, accounts: &[Uuid]) -> Result<HashMap<Uuid, String>, AccountsError> {
        let rows = sqlx::query!("SELECT id, username FROM users WHERE id = ANY($1)", accounts)
            .fetch_all(&self.pool)
            .await?;
        Ok(rows.into_iter().map(|row| (row.id, row.username)).collect())
    }

    /// What the keys of these identities were issued for, as far as there are such keys.
    pub async fn key_labels(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, String>, AccountsError> {
        let rows = sqlx::query!("SELECT id, label FROM tokens WHERE id = ANY($1)", keys)
            .fetch_all(&self.pool)
            .await?;
        Ok(rows.into_iter().map(|row| (row.id, row.label)).collect())
    }

    /// Closes the account like [`Accounts::disable`], unless nobody would be left who could let others in.
    pub async fn close(&self, account: Uuid) -> Result<(), AccountsError> {
        let mut transaction = self.pool.begin().await?;
        // Two administrators who close each other's account at the same moment must not both succeed.
        sqlx::query!("SELECT pg_advisory_xact_lock($1) IS NULL AS locked", LAST_ADMIN_LOCK)
            .fetch_one(&mut *transaction)
            .await?;
        let last = sqlx::query_file_scalar!("src/accounts/queries/last_admin.sql", account)
            .fetch_one(&mut *transaction)
            .await?;
        if last {
            return Err(AccountsError::LastAdmin);
        }
        self.disable_within(&mut transaction, account).await?;
        transaction.commit().await?;
        self.recent.forget_account(account);
        Ok(())
    }
}
