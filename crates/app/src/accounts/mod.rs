//! Accounts and keys, as administrators look after them.
//!
//! What opens a door is written down before it opens, what shuts one after it is shut. Whatever stops in between, there
//! is no way in that the log does not know, and the same command again finishes what was begun.

mod history;
mod keys;
mod opening;
mod register;

use std::time::Duration;

use async_recursion::async_recursion as boxed;
use serde::Serialize;
use tokio::sync::SemaphorePermit;
use utoipa::ToSchema;
use whistle_domain::access::{AccessBook, AccessCommand, AccessRefusal, AccountClosed, PasswordReplaced};
use whistle_store::accounts::{AccountsError, RegisteredAccount, made_password};
use whistle_store::log::{CommandMeta, ExecuteError, Executed};

use crate::access::Operation;
use crate::cases::CommandContext;
use crate::{App, AppError, Caller};

pub use history::{AccessEntry, AccessHistoryPage};
pub use keys::{IssuedKey, KeyView, NewKey};
pub use opening::{NewAccount, OpenedAccount};
pub use register::{AccountItem, AccountPage, AccountQuery};

/// How long a command waits for those before it.
const TURN_WAIT_MAX: Duration = Duration::from_secs(5);

/// What was done with an account or a key is durable in the log.
pub struct AccessCommitted<V> {
    /// What it came to.
    pub view: V,
    /// The version of the stream of accounts and keys.
    pub version: u32,
    /// Where it stands in the log.
    pub position: i64,
}

impl<V> AccessCommitted<V> {
    pub(crate) fn new(view: V, executed: &Executed<AccessBook>) -> Self {
        Self { view, version: executed.appended.version, position: executed.appended.last_position }
    }
}

/// A new password, told this once.
#[derive(Serialize, ToSchema)]
pub struct ReplacedPassword {
    /// Whose.
    pub username: String,
    /// The password. Nothing when the request was carried out before: it was told then.
    pub password: Option<String>,
}

impl App {
    /// 重置密码: whoever knew the old one is out. Keys stay.
    #[boxed]
    pub async fn replace_password(
        &self,
        caller: &Caller,
        username: &str,
        context: &CommandContext,
    ) -> Result<AccessCommitted<ReplacedPassword>, AppError> {
        Operation::KeepAccounts.authorise(caller)?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let known = self.account_named(username).await?;
        let closed = known.disabled_at.is_some();
        let (account, username) = (known.account.id, known.account.username);
        let given = self.access.given_before(&meta).await?;
        if let Some(executed) = &given
            && (closed || self.accounts.password_put(account, executed.appended.last_position).await?)
        {
            return Ok(AccessCommitted::new(ReplacedPassword { username, password: None }, executed));
        }
        if closed {
            return Err(AccessRefusal::AccountClosed.into());
        }
        let password = password_for(&username);
        // Hashing may be refused, when too many sign in: then nothing was written down.
        let ready = self.accounts.ready_password(account, password.clone()).await?;
        let executed = if let Some(executed) = given {
            executed
        } else {
            let command = AccessCommand::ReplacePassword(PasswordReplaced { account });
            self.access.execute(command, meta).await?
        };
        self.accounts.put_password(ready, Some(executed.appended.last_position)).await?;
        let view = ReplacedPassword { username, password: Some(password) };
        Ok(AccessCommitted::new(view, &executed))
    }

    /// 关闭账号, for good. Closing twice is no error.
    #[boxed]
    pub async fn close_account(
        &self,
        caller: &Caller,
        username: &str,
        context: &CommandContext,
    ) -> Result<AccessCommitted<AccountItem>, AppError> {
        Operation::KeepAccounts.authorise(caller)?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let known = self.account_named(username).await?;
        let account = known.account.id;
        if account == caller.actor.id {
            return Err(AccessRefusal::OwnAccount.into());
        }
        let meta = self.shutting(meta).await?;
        self.accounts.close(account).await?;
        let command = AccessCommand::Close(AccountClosed { account });
        let executed = self.access.execute(command, meta).await?;
        let closed = self.account_named(username).await?;
        Ok(AccessCommitted::new(AccountItem::of(closed, self.clock.now()), &executed))
    }

    /// One command on accounts at a time, so that what was looked up still holds when it is acted upon.
    pub(crate) async fn access_turn(&self) -> Result<SemaphorePermit<'_>, AppError> {
        let turn = tokio::time::timeout(TURN_WAIT_MAX, self.access_turns.acquire()).await;
        Ok(turn.map_err(|_| AppError::Overloaded)?.expect("the semaphore is never closed"))
    }

    /// What a command that shuts something is given with. It acts on the tables before the log is asked, so everything
    /// for which the log would refuse it is looked at beforehand.
    pub(crate) async fn shutting(&self, meta: CommandMeta) -> Result<CommandMeta, AppError> {
        if self.access.given_before(&meta).await?.is_none() {
            let current = self.access.version().await?;
            if meta.if_match.is_some_and(|seen| seen != current) {
                return Err(AppError::Stale { current });
            }
        }
        Ok(CommandMeta { if_match: None, ..meta })
    }

    async fn account_named(&self, username: &str) -> Result<RegisteredAccount, AppError> {
        if username.contains('\0') {
            return Err(AppError::NotFound);
        }
        self.accounts.registered_as(username).await?.ok_or(AppError::NotFound)
    }
}

/// A password that the service makes: one in which the user name does not happen to be.
fn password_for(username: &str) -> String {
    loop {
        let password = made_password();
        if !password.contains(username) {
            return password;
        }
    }
}

impl From<AccessRefusal> for AppError {
    fn from(refusal: AccessRefusal) -> Self {
        Self::AccessRefused(refusal)
    }
}

impl From<ExecuteError<AccessRefusal>> for AppError {
    fn from(error: ExecuteError<AccessRefusal>) -> Self {
        Self::of_execution(error, Self::AccessRefused)
    }
}

impl From<AccountsError> for AppError {
    fn from(error: AccountsError) -> Self {
        match error {
            AccountsError::Database(source) => {
                tracing::warn!(error = &source as &dyn std::error::Error, "accounts cannot be reached");
                Self::Unavailable
            }
            AccountsError::Busy => Self::Overloaded,
            AccountsError::UsernameTaken => AccessRefusal::UsernameTaken.into(),
            AccountsError::LastAdmin => AccessRefusal::LastAdmin.into(),
            // It was there when it was looked up.
            AccountsError::NoSuchAccount => AccessRefusal::AccountClosed.into(),
            AccountsError::ExpiryInThePast => AccessRefusal::KeyEnded.into(),
            other => Self::internal(other),
        }
    }
}
