//! Browser sessions.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::tokens::{digest_of, random_secret};
use super::{Account, AccountRow, Accounts, AccountsError};

/// How sessions begin; a token is no session and a session no token.
const PREFIX: &str = "whs_";
/// How long a session lives without being used.
pub const SESSION_IDLE_MAX: TimeDelta = TimeDelta::minutes(60);
/// How long a session lives at most.
pub const SESSION_ENDS_AFTER: TimeDelta = TimeDelta::hours(12);
/// Use is written down this often at most.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);
/// Sessions that one account has at a time; opening another ends the one unused for longest.
const PER_ACCOUNT_MAX: i64 = 20;

impl Accounts {
    /// Opens a session for an account that has shown who it is, and answers the secret for the cookie. Sessions
    /// that are over are cleared away.
    pub async fn open_session(&self, account: Uuid) -> Result<String, AccountsError> {
        let now = self.clock.now();
        let (session, digest) = random_secret(PREFIX);
        let mut transaction = self.pool.begin().await?;
        let inserted = sqlx::query!(
            "INSERT INTO sessions (digest, user_id, created_at, last_seen_at, expires_at)
             SELECT $1, id, $3, $3, $4 FROM users WHERE id = $2 AND disabled_at IS NULL",
            digest.as_slice(),
            account,
            now,
            now + SESSION_ENDS_AFTER
        )
        .execute(&mut *transaction)
        .await?;
        if inserted.rows_affected() == 0 {
            return Err(AccountsError::NoSuchAccount);
        }
        sqlx::query_file!(
            "src/accounts/queries/clear_sessions.sql",
            account,
            now,
            now - SESSION_IDLE_MAX,
            PER_ACCOUNT_MAX
        )
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(session)
    }

    /// Ends a session; says whether there was one.
    pub async fn end_session(&self, session: &str) -> Result<bool, AccountsError> {
        let Some(digest) = digest_of(PREFIX, session) else { return Ok(false) };
        let ended = sqlx::query!("DELETE FROM sessions WHERE digest = $1", digest.as_slice())
            .execute(&self.pool)
            .await?;
        self.recent.forget(&digest);
        Ok(ended.rows_affected() > 0)
    }

    /// The account whose session this is. Using a session keeps it from ending for want of use.
    pub async fn authenticate_session(&self, session: &str) -> Result<Option<Account>, AccountsError> {
        let Some(digest) = digest_of(PREFIX, session) else { return Ok(None) };
        let now = self.clock.now();
        if let Some(account) = self.recent.find(&digest, now) {
            return Ok(Some(account));
        }
        let Some(row) = sqlx::query_file!("src/accounts/queries/account_of_session.sql", digest.as_slice())
            .fetch_optional(&self.pool)
            .await?
        else {
            return Ok(None);
        };
        if ends_at(row.last_seen_at, row.expires_at) <= now {
            return Ok(None);
        }
        let mut last_seen_at = row.last_seen_at;
        if now - last_seen_at >= SEEN_EVERY {
            sqlx::query!("UPDATE sessions SET last_seen_at = $2 WHERE digest = $1", digest.as_slice(), now)
                .execute(&self.pool)
                .await?;
            last_seen_at = now;
        }
        let account = Account::try_from(AccountRow {
            id: row.id,
            username: row.username,
            role: row.role,
            unit: row.unit,
            area_unit: row.area_unit,
            subject: row.subject,
            display_name: row.display_name,
        })?;
        self.recent.believe(digest, account.clone(), ends_at(last_seen_at, row.expires_at));
        Ok(Some(account))
    }
}

/// When a session ends if it is not used any more.
fn ends_at(last_seen_at: DateTime<Utc>, expires_at: DateTime<Utc>) -> DateTime<Utc> {
    (last_seen_at + SESSION_IDLE_MAX).min(expires_at)
}
