//! Accounts, and the three ways in: a password, a bearer token, a browser session.
//!
//! Tokens and sessions are 256 random bits of which only the SHA-256 is kept. Nothing here is sealed, so nothing
//! here is a resident's personal data: their accounts have no display name, and their person is known by the
//! data subject in the vault.

mod attempts;
mod password;
mod register;
mod sessions;
mod tokens;
mod uses;

use std::sync::Arc;

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Code, Role};
use whistle_domain::clock::Clock;
use whistle_domain::privacy::{TextError, clean_line, redact};

pub use password::{PASSWORD_BYTES_MAX, PASSWORD_CHARS_MIN, made_password};
pub use register::{AccountFilter, RegisteredAccount};
pub use sessions::{SESSION_ENDS_AFTER, SESSION_IDLE_MAX};
pub use tokens::{IssuedToken, TokenInfo};

use crate::ids::new_id;
use crate::vault::SubjectId;
use attempts::Attempts;
use password::Passwords;
use tokens::Recent;
use uses::Uses;

/// The longest user name, in characters.
const USERNAME_CHARS_MAX: usize = 64;
/// The longest display name, label or code, in characters.
const LABEL_CHARS_MAX: usize = 64;
/// The most accounts or tokens in one answer.
const LIST_MAX: i64 = 200;

/// Why an account could not be made, changed or let in.
#[derive(Debug, thiserror::Error)]
pub enum AccountsError {
    /// The database failed.
    #[error("the accounts cannot be used")]
    Database(#[from] sqlx::Error),
    /// The name belongs to another account.
    #[error("the user name is taken")]
    UsernameTaken,
    /// Two to 64 letters, digits and `. _ - @`, not all of them signs.
    #[error(
        "a user name has 2 to {USERNAME_CHARS_MAX} letters, digits, dots, dashes and underscores, and is no row of signs"
    )]
    UsernameInvalid,
    /// A resident's user name would be kept unsealed for ever.
    #[error("a resident's user name may not be a telephone number or other personal data")]
    UsernameIsPersonal,
    /// Too short a password.
    #[error("a password has at least {PASSWORD_CHARS_MIN} characters")]
    PasswordTooShort,
    /// So long a password is an attack on the hash.
    #[error("a password has at most {PASSWORD_BYTES_MAX} bytes")]
    PasswordTooLong,
    /// The password holds the user name.
    #[error("a password may not contain the user name")]
    PasswordHoldsUsername,
    /// A display name, label, unit or area that is empty, too long, or holds control characters.
    #[error("the {field} is not usable")]
    Text {
        /// Which field it is.
        field: &'static str,
        /// What is wrong with it.
        #[source]
        reason: TextError,
    },
    /// No account acts as the service itself.
    #[error("no account can have the role {0:?}")]
    RoleNotForAccounts(Role),
    /// A department's account is posted in a department.
    #[error("an account of this role needs a unit")]
    UnitMissing,
    /// Residents are posted nowhere, and their name belongs into the vault.
    #[error("a resident's account has no unit, area or display name")]
    ResidentWithPost,
    /// Only residents are data subjects of their account.
    #[error("only a resident's account has a data subject")]
    SubjectOfStaff,
    /// There is no such account.
    #[error("there is no such account")]
    NoSuchAccount,
    /// It would be over before it began.
    #[error("the expiry lies in the past")]
    ExpiryInThePast,
    /// Nobody would be left who could let others in.
    #[error("this is the last open account of an administrator")]
    LastAdmin,
    /// Too many wrong passwords for this user name.
    #[error("too many attempts; try again in {retry_after_seconds} s")]
    TooManyAttempts {
        /// When the next attempt is looked at, in seconds from now.
        retry_after_seconds: u32,
    },
    /// Too many passwords are being hashed.
    #[error("too many are signing in; try again in a moment")]
    Busy,
    /// A stored hash or role that this version cannot read.
    #[error("the account's record cannot be read ({0})")]
    Unreadable(&'static str),
}

/// Somebody who may come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The account, as recorded with every event it causes.
    pub id: Uuid,
    /// The name to sign in with, in small letters.
    pub username: String,
    /// What the account may do.
    pub role: Role,
    /// The unit in which it is posted.
    pub unit: Option<Code>,
    /// The area whose cases it sees; none means what its unit and role say.
    pub area_unit: Option<Code>,
    /// A resident's person in the vault.
    pub subject: Option<SubjectId>,
    /// What colleagues see; residents have none.
    pub display_name: Option<String>,
}

impl Account {
    /// This account as the actor of a command.
    pub fn actor(&self) -> Actor {
        Actor { id: self.id, role: self.role, unit: self.unit.clone() }
    }
}

/// A row of the table, before its role is understood.
struct AccountRow {
    id: Uuid,
    username: String,
    role: String,
    unit: Option<String>,
    area_unit: Option<String>,
    subject: Option<Uuid>,
    display_name: Option<String>,
}

impl TryFrom<AccountRow> for Account {
    type Error = AccountsError;

    fn try_from(row: AccountRow) -> Result<Self, AccountsError> {
        Ok(Self {
            id: row.id,
            username: row.username,
            role: Role::from_code(&row.role).ok_or(AccountsError::Unreadable("role"))?,
            unit: row.unit,
            area_unit: row.area_unit,
            subject: row.subject,
            display_name: row.display_name,
        })
    }
}

/// An account to be made.
#[derive(Clone)]
pub struct NewUser {
    /// The name to sign in with; capitals are made small.
    pub username: String,
    /// Without a password the account can only be used with tokens.
    pub password: Option<String>,
    /// What the account may do.
    pub role: Role,
    /// The unit in which it is posted.
    pub unit: Option<Code>,
    /// The area whose cases it sees.
    pub area_unit: Option<Code>,
    /// What colleagues see.
    pub display_name: Option<String>,
    /// A resident's person in the vault.
    pub subject: Option<SubjectId>,
}

impl std::fmt::Debug for NewUser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The password is nobody's business.
        f.debug_struct("NewUser")
            .field("username", &self.username)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

impl NewUser {
    /// The user name in the form in which it is kept, when it and the rest of the account are admissible.
    pub fn admissible(&self) -> Result<String, AccountsError> {
        admissible(self).map(|account| account.username)
    }
}

/// A password that was judged and hashed, and is not in force yet.
pub struct ReadyPassword {
    account: Uuid,
    username: String,
    hash: String,
}

/// The accounts. Cheap to clone; all clones share their limits and caches.
#[derive(Clone)]
pub struct Accounts {
    pool: PgPool,
    clock: Arc<dyn Clock>,
    passwords: Passwords,
    attempts: Attempts,
    recent: Recent,
    uses: Uses,
}

impl std::fmt::Debug for Accounts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Accounts").finish_non_exhaustive()
    }
}

impl Accounts {
    /// The accounts of this database, by this clock.
    pub fn new(pool: PgPool, clock: Arc<dyn Clock>) -> Self {
        Self {
            pool,
            clock,
            passwords: Passwords::default(),
            attempts: Attempts::default(),
            recent: Recent::default(),
            uses: Uses::default(),
        }
    }

    /// Makes an account.
    pub async fn create_user(&self, user: NewUser) -> Result<Account, AccountsError> {
        self.create_user_as(new_id(), user).await
    }

    /// Makes an account with an identity that was given out before.
    pub async fn create_user_as(&self, id: Uuid, user: NewUser) -> Result<Account, AccountsError> {
        let account = Account { id, ..admissible(&user)? };
        let password_hash = match user.password {
            Some(password) => {
                password::admissible(&password, &account.username)?;
                Some(self.passwords.hash(password).await?)
            }
            None => None,
        };
        let inserted = sqlx::query_file!(
            "src/accounts/queries/insert_user.sql",
            account.id,
            account.username,
            password_hash,
            account.role.code(),
            account.unit,
            account.area_unit,
            account.display_name,
            account.subject,
            self.clock.now()
        )
        .execute(&self.pool)
        .await?;
        if inserted.rows_affected() == 0 { Err(AccountsError::UsernameTaken) } else { Ok(account) }
    }

    /// Gives the account another password, and ends its sessions: whoever knew the old one is out. Its tokens
    /// stay.
    pub async fn set_password(&self, account: Uuid, password: String) -> Result<(), AccountsError> {
        let ready = self.ready_password(account, password).await?;
        self.put_password(ready, None).await
    }

    /// Judges and hashes a password for an account, which still has its old one.
    pub async fn ready_password(
        &self,
        account: Uuid,
        password: String,
    ) -> Result<ReadyPassword, AccountsError> {
        let username = sqlx::query_scalar!("SELECT username FROM users WHERE id = $1", account)
            .fetch_optional(&self.pool)
            .await?
            .ok_or(AccountsError::NoSuchAccount)?;
        password::admissible(&password, &username)?;
        let hash = self.passwords.hash(password).await?;
        Ok(ReadyPassword { account, username, hash })
    }

    /// Puts a password in force, and ends the sessions of its account. `position` is that of the event that says so.
    pub async fn put_password(
        &self,
        ReadyPassword { account, username, hash }: ReadyPassword,
        position: Option<i64>,
    ) -> Result<(), AccountsError> {
        let mut transaction = self.pool.begin().await?;
        sqlx::query!(
            "UPDATE users SET password_hash = $2, password_position = coalesce($3, password_position) WHERE id = $1",
            account,
            hash,
            position
        )
        .execute(&mut *transaction)
        .await?;
        sqlx::query!("DELETE FROM sessions WHERE user_id = $1", account).execute(&mut *transaction).await?;
        transaction.commit().await?;
        self.recent.forget_account(account);
        self.attempts.forgive(&username);
        Ok(())
    }

    /// Whether the password that the event at `position` speaks of, or a later one, was put in force.
    pub async fn password_put(&self, account: Uuid, position: i64) -> Result<bool, AccountsError> {
        let put = sqlx::query_scalar!(
            r#"SELECT password_position >= $2 AS "put" FROM users WHERE id = $1"#,
            account,
            position
        );
        Ok(put.fetch_optional(&self.pool).await?.flatten().unwrap_or(false))
    }

    /// Closes the account for good: no password, token or session lets it in any more. Its id stays, because
    /// events name it. Disabling twice is no error.
    pub async fn disable(&self, account: Uuid) -> Result<(), AccountsError> {
        let mut transaction = self.pool.begin().await?;
        self.disable_within(&mut transaction, account).await?;
        transaction.commit().await?;
        self.recent.forget_account(account);
        Ok(())
    }

    async fn disable_within(
        &self,
        connection: &mut PgConnection,
        account: Uuid,
    ) -> Result<(), AccountsError> {
        let disabled = sqlx::query!(
            "UPDATE users SET disabled_at = coalesce(disabled_at, $2) WHERE id = $1",
            account,
            self.clock.now()
        )
        .execute(&mut *connection)
        .await?;
        if disabled.rows_affected() == 0 {
            return Err(AccountsError::NoSuchAccount);
        }
        sqlx::query!("DELETE FROM sessions WHERE user_id = $1", account).execute(&mut *connection).await?;
        Ok(())
    }

    /// The account with this name, also a disabled one.
    pub async fn by_username(&self, username: &str) -> Result<Option<Account>, AccountsError> {
        sqlx::query_as!(
            AccountRow,
            "SELECT id, username, role, unit, area_unit, subject, display_name FROM users WHERE username = $1",
            username.trim().to_lowercase()
        )
        .fetch_optional(&self.pool)
        .await?
        .map(Account::try_from)
        .transpose()
    }

    /// The accounts that may come in, by name, from after the name `after`; at most 200.
    pub async fn list(&self, after: Option<&str>, limit: i64) -> Result<Vec<Account>, AccountsError> {
        sqlx::query_as!(
            AccountRow,
            "SELECT id, username, role, unit, area_unit, subject, display_name FROM users
             WHERE disabled_at IS NULL AND username > $1 ORDER BY username LIMIT $2",
            after.unwrap_or_default(),
            limit.clamp(1, LIST_MAX)
        )
        .fetch_all(&self.pool)
        .await?
        .into_iter()
        .map(Account::try_from)
        .collect()
    }

    /// The account with this name and password. `None` does not say which of them was wrong, and takes the
    /// same time either way. After five wrong passwords in a quarter of an hour the name is refused until the
    /// quarter is over, whether there is such an account or not.
    pub async fn authenticate_password(
        &self,
        username: &str,
        password: &str,
    ) -> Result<Option<Account>, AccountsError> {
        let username = username.trim().to_lowercase();
        if username.chars().count() > USERNAME_CHARS_MAX
            || username.contains('\0')
            || password.len() > PASSWORD_BYTES_MAX
        {
            return Ok(None);
        }
        self.attempts.count(&username, self.clock.now())?;
        let row = sqlx::query!(
            "SELECT password_hash FROM users WHERE username = $1 AND disabled_at IS NULL",
            username
        )
        .fetch_optional(&self.pool)
        .await?;
        let stored = row.and_then(|row| row.password_hash);
        if !self.passwords.verify(password.to_owned(), stored.clone()).await? {
            return Ok(None);
        }
        self.attempts.forgive(&username);
        // Asked again, because comparing takes long: the account may have been disabled meanwhile, or given
        // another password.
        sqlx::query_as!(
            AccountRow,
            "SELECT id, username, role, unit, area_unit, subject, display_name FROM users
             WHERE username = $1 AND password_hash = $2 AND disabled_at IS NULL",
            username,
            stored
        )
        .fetch_optional(&self.pool)
        .await?
        .map(Account::try_from)
        .transpose()
    }
}

/// The account to be made, when its parts agree with its role.
fn admissible(user: &NewUser) -> Result<Account, AccountsError> {
    let username = user.username.trim().to_lowercase();
    let length = username.chars().count();
    let legible = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '@');
    // Of dots alone a path leads elsewhere.
    let nameless = !username.contains(char::is_alphanumeric);
    if nameless || !(2..=USERNAME_CHARS_MAX).contains(&length) || !username.chars().all(legible) {
        return Err(AccountsError::UsernameInvalid);
    }
    let account = Account {
        id: new_id(),
        username,
        role: user.role,
        unit: label("unit", user.unit.as_deref())?,
        area_unit: label("area", user.area_unit.as_deref())?,
        subject: user.subject,
        display_name: label("display name", user.display_name.as_deref())?,
    };
    let posted = account.unit.is_some() || account.area_unit.is_some() || account.display_name.is_some();
    match account.role {
        Role::System => Err(AccountsError::RoleNotForAccounts(Role::System)),
        Role::Resident if posted => Err(AccountsError::ResidentWithPost),
        Role::Resident if redact(&account.username).found => Err(AccountsError::UsernameIsPersonal),
        Role::Department if account.unit.is_none() => Err(AccountsError::UnitMissing),
        role if role.staff() && account.subject.is_some() => Err(AccountsError::SubjectOfStaff),
        _ => Ok(account),
    }
}

/// A short text that people read.
fn label(field: &'static str, given: Option<&str>) -> Result<Option<String>, AccountsError> {
    given
        .map(|given| {
            clean_line(given, LABEL_CHARS_MAX).map_err(|reason| AccountsError::Text { field, reason })
        })
        .transpose()
}

#[cfg(test)]
mod tests;
