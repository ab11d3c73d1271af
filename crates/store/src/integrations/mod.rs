//! Other systems that are told what happens, as they stand: where they are, how far they have been told, and what the last
//! attempt came to. What administrators did with them is in the log ([`crate::access`]).

mod delivering;
#[cfg(test)]
mod tests;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::access::PauseCause;
use whistle_domain::actor::Code;
use zeroize::Zeroizing;

use crate::vault::{Vault, VaultError};

pub use delivering::{Attempt, InHand};

/// How secrets begin, so that a leaked one is recognised by secret scanners.
const PREFIX: &str = "whsec_";
/// How long a secret signs as well, once it was replaced: so long has the other side to take the new one.
pub const FORMER_SECRET_SIGNS: TimeDelta = TimeDelta::hours(24);
/// Secrets that were replaced and sign as well, at most: those that were replaced last.
pub const FORMER_SECRETS_MAX: i32 = 4;
/// Closed integrations that are listed, at most.
const CLOSED_LISTED_MAX: i64 = 20;

/// Why an integration could not be looked up or changed.
#[derive(Debug, thiserror::Error)]
pub enum IntegrationsError {
    /// The database failed.
    #[error("the integrations cannot be used")]
    Database(#[from] sqlx::Error),
    /// The secret does not open.
    #[error("the secret of an integration cannot be read")]
    Secret(#[from] VaultError),
    /// Another open integration has the name.
    #[error("another integration has this name")]
    NameTaken,
    /// A row that this version cannot read.
    #[error("the integration's record cannot be read ({0})")]
    Unreadable(&'static str),
}

/// Whether an integration is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntegrationState {
    /// It is.
    Active,
    /// Not for the time being.
    Paused,
    /// Not any more.
    Closed,
}

/// A system that is told what happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integration {
    /// Names it for ever.
    pub id: Uuid,
    /// What administrators call it.
    pub name: String,
    /// Where it takes deliveries. May hold a secret of its own.
    pub url: String,
    /// The unit whose cases it is told of; none: everybody's.
    pub unit: Option<Code>,
    /// The types of events it is told of; none: every type.
    pub event_types: Vec<String>,
    /// Whether it is told.
    pub state: IntegrationState,
    /// Why it is paused, while it is.
    pub pause_cause: Option<PauseCause>,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// Since when it is paused.
    pub paused_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Everything up to this position of the log was taken, or was nothing for it.
    pub delivered: i64,
    /// The delivery that was begun and is not known to be taken.
    pub in_hand: Option<InHand>,
    /// When it was last tried.
    pub last_attempt_at: Option<DateTime<Utc>>,
    /// When it last took something.
    pub last_success_at: Option<DateTime<Utc>>,
    /// The status of HTTP that the last attempt came to.
    pub last_status: Option<u16>,
    /// Why the last attempt came to no status, as a stable word.
    pub last_error: Option<String>,
    /// Attempts without success since the last one with.
    pub failures: u32,
    /// When the first of these was.
    pub failing_since: Option<DateTime<Utc>>,
    /// It is left alone until then.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// The position of the event by which it was last sent back; 0 before the first.
    pub replayed: i64,
}

impl Integration {
    /// How far it has been told.
    pub const fn progress(&self) -> Progress {
        Progress { id: self.id, delivered: self.delivered, replayed: self.replayed }
    }
}

/// How far an integration has been told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Which.
    pub id: Uuid,
    /// Everything up to this position of the log was taken, or was nothing for it.
    pub delivered: i64,
    /// The position of the event by which it was last sent back; 0 before the first.
    pub replayed: i64,
}

/// A row of the table, before its words are understood.
struct Row {
    id: Uuid,
    name: String,
    url: String,
    unit: Option<String>,
    event_types: Vec<String>,
    state: String,
    pause_cause: Option<String>,
    created_at: DateTime<Utc>,
    paused_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    delivered: i64,
    in_hand: Option<Uuid>,
    in_hand_through: Option<i64>,
    last_attempt_at: Option<DateTime<Utc>>,
    last_success_at: Option<DateTime<Utc>>,
    last_status: Option<i16>,
    last_error: Option<String>,
    failures: i32,
    failing_since: Option<DateTime<Utc>>,
    next_attempt_at: Option<DateTime<Utc>>,
    replayed_position: i64,
}

impl TryFrom<Row> for Integration {
    type Error = IntegrationsError;

    fn try_from(row: Row) -> Result<Self, IntegrationsError> {
        let state = match row.state.as_str() {
            "active" => IntegrationState::Active,
            "paused" => IntegrationState::Paused,
            "closed" => IntegrationState::Closed,
            _ => return Err(IntegrationsError::Unreadable("state")),
        };
        let cause = row.pause_cause.as_deref().map(PauseCause::from_code);
        if cause == Some(None) {
            return Err(IntegrationsError::Unreadable("pause_cause"));
        }
        Ok(Self {
            id: row.id,
            name: row.name,
            url: row.url,
            unit: row.unit,
            event_types: row.event_types,
            state,
            pause_cause: cause.flatten(),
            created_at: row.created_at,
            paused_at: row.paused_at,
            closed_at: row.closed_at,
            delivered: row.delivered,
            in_hand: row.in_hand.zip(row.in_hand_through).map(|(id, through)| InHand { id, through }),
            last_attempt_at: row.last_attempt_at,
            last_success_at: row.last_success_at,
            last_status: row.last_status.and_then(|status| u16::try_from(status).ok()),
            last_error: row.last_error,
            failures: u32::try_from(row.failures).unwrap_or(u32::MAX),
            failing_since: row.failing_since,
            next_attempt_at: row.next_attempt_at,
            replayed: row.replayed_position,
        })
    }
}

/// An integration to be made.
#[derive(Debug, Clone)]
pub struct NewIntegration {
    /// The identity that the log gave it.
    pub id: Uuid,
    /// What administrators call it.
    pub name: String,
    /// Where it takes deliveries.
    pub url: String,
    /// The unit whose cases it is told of.
    pub unit: Option<Code>,
    /// The types of events it is told of.
    pub event_types: Vec<String>,
    /// It is told what stands after this position.
    pub after: i64,
}

/// The integrations. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Integrations {
    pool: PgPool,
    vault: Vault,
}

impl Integrations {
    /// The integrations of this database; the vault seals their secrets.
    pub const fn new(pool: PgPool, vault: Vault) -> Self {
        Self { pool, vault }
    }

    /// The integration with this identity, open or closed.
    pub async fn find(&self, id: Uuid) -> Result<Option<Integration>, IntegrationsError> {
        let row = sqlx::query_file_as!(Row, "src/integrations/queries/integration.sql", id);
        row.fetch_optional(&self.pool).await?.map(Integration::try_from).transpose()
    }

    /// Every open integration by name, and the twenty closed last.
    pub async fn listed(&self) -> Result<Vec<Integration>, IntegrationsError> {
        let rows = sqlx::query_file!("src/integrations/queries/listed.sql", CLOSED_LISTED_MAX);
        let rows = rows.fetch_all(&self.pool).await?;
        let whole = |what: &'static str| IntegrationsError::Unreadable(what);
        rows.into_iter()
            .map(|row| {
                Integration::try_from(Row {
                    id: row.id.ok_or(whole("id"))?,
                    name: row.name.ok_or(whole("name"))?,
                    url: row.url.ok_or(whole("url"))?,
                    unit: row.unit,
                    event_types: row.event_types.unwrap_or_default(),
                    state: row.state.ok_or(whole("state"))?,
                    pause_cause: row.pause_cause,
                    created_at: row.created_at.ok_or(whole("created_at"))?,
                    paused_at: row.paused_at,
                    closed_at: row.closed_at,
                    delivered: row.delivered.ok_or(whole("delivered"))?,
                    in_hand: row.in_hand,
                    in_hand_through: row.in_hand_through,
                    last_attempt_at: row.last_attempt_at,
                    last_success_at: row.last_success_at,
                    last_status: row.last_status,
                    last_error: row.last_error,
                    failures: row.failures.unwrap_or_default(),
                    failing_since: row.failing_since,
                    next_attempt_at: row.next_attempt_at,
                    replayed_position: row.replayed_position.unwrap_or_default(),
                })
            })
            .collect()
    }

    /// How far each open one has been told.
    pub async fn progress(&self) -> Result<Vec<Progress>, IntegrationsError> {
        let open = sqlx::query_as!(
            Progress,
            "SELECT id, delivered, replayed_position AS replayed FROM integrations WHERE state <> 'closed'"
        );
        Ok(open.fetch_all(&self.pool).await?)
    }

    /// How many are open.
    pub async fn open(&self) -> Result<usize, IntegrationsError> {
        let open =
            sqlx::query_scalar!(r#"SELECT count(*) AS "open!" FROM integrations WHERE state <> 'closed'"#);
        Ok(usize::try_from(open.fetch_one(&self.pool).await?).unwrap_or(usize::MAX))
    }

    /// Whether an open one has this name.
    pub async fn name_taken(&self, name: &str) -> Result<bool, IntegrationsError> {
        let taken = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT FROM integrations WHERE name = $1 AND state <> 'closed') AS "taken!""#,
            name
        );
        Ok(taken.fetch_one(&self.pool).await?)
    }

    /// What the integrations of these identities are called, as far as there are such.
    pub async fn names(&self, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>, IntegrationsError> {
        let rows = sqlx::query!("SELECT id, name FROM integrations WHERE id = ANY($1)", ids);
        Ok(rows.fetch_all(&self.pool).await?.into_iter().map(|row| (row.id, row.name)).collect())
    }

    /// Makes an integration, and the secret with which it is signed to. The secret is told this once.
    pub async fn make(
        &self,
        new: &NewIntegration,
        now: DateTime<Utc>,
    ) -> Result<Zeroizing<String>, IntegrationsError> {
        let secret = made_secret();
        let sealed = self.vault.seal_secret(new.id, &secret);
        let made = sqlx::query!(
            "INSERT INTO integrations (id, name, url, unit, event_types, state, created_at, secret, delivered)
             VALUES ($1, $2, $3, $4, $5, 'active', $6, $7, $8)
             ON CONFLICT (name) WHERE state <> 'closed' DO NOTHING",
            new.id,
            new.name,
            new.url,
            new.unit,
            &new.event_types,
            now,
            sealed,
            new.after
        );
        let made = made.execute(&self.pool).await?;
        if made.rows_affected() == 0 { Err(IntegrationsError::NameTaken) } else { Ok(secret) }
    }

    /// Stops telling it; what is in hand stays in hand. Says whether it was told until now.
    pub async fn pause(
        &self,
        id: Uuid,
        cause: PauseCause,
        now: DateTime<Utc>,
    ) -> Result<bool, IntegrationsError> {
        let paused = sqlx::query!(
            "UPDATE integrations SET state = 'paused', pause_cause = $2, paused_at = $3 WHERE id = $1 AND state = 'active'",
            id,
            cause.code(),
            now
        );
        Ok(paused.execute(&self.pool).await?.rows_affected() > 0)
    }

    /// Tells it again, beginning at once with what waited.
    pub async fn resume(&self, id: Uuid) -> Result<(), IntegrationsError> {
        let resumed = sqlx::query!(
            "UPDATE integrations
             SET state = 'active', pause_cause = NULL, paused_at = NULL, failures = 0, failing_since = NULL,
                 next_attempt_at = NULL
             WHERE id = $1 AND state = 'paused'",
            id
        );
        resumed.execute(&self.pool).await?;
        Ok(())
    }

    /// Goes on after this position, at once. What was in hand is let go. `event` is the position of the event that says so:
    /// what it or a later one asked for is not done again.
    pub async fn replay(&self, id: Uuid, after: i64, event: i64) -> Result<(), IntegrationsError> {
        let replayed = sqlx::query!(
            "UPDATE integrations
             SET delivered = $2, in_hand = NULL, in_hand_through = NULL, in_hand_by = NULL, in_hand_until = NULL,
                 next_attempt_at = NULL, replayed_position = $3
             WHERE id = $1 AND state <> 'closed' AND replayed_position < $3",
            id,
            after,
            event
        );
        replayed.execute(&self.pool).await?;
        Ok(())
    }

    /// Tells it no more, for good. Its secret is gone.
    pub async fn close(&self, id: Uuid, now: DateTime<Utc>) -> Result<(), IntegrationsError> {
        let closed = sqlx::query!(
            "UPDATE integrations
             SET state = 'closed', closed_at = $2, pause_cause = NULL, paused_at = NULL, secret = NULL,
                 former_secret = NULL, former_until = NULL, earlier_secrets = '{}', earlier_until = '{}', in_hand = NULL, in_hand_through = NULL, in_hand_by = NULL,
                 in_hand_until = NULL, next_attempt_at = NULL
             WHERE id = $1 AND state <> 'closed'",
            id,
            now
        );
        closed.execute(&self.pool).await?;
        Ok(())
    }

    /// Makes another secret, told this once. The one before signs as well for [`FORMER_SECRET_SIGNS`], and so do those that were
    /// replaced shortly before it, [`FORMER_SECRETS_MAX`] altogether. `event` is the position of the event that says so; nothing
    /// is made for it, or for one before it, a second time.
    pub async fn replace_secret(
        &self,
        id: Uuid,
        event: i64,
        now: DateTime<Utc>,
    ) -> Result<Option<Zeroizing<String>>, IntegrationsError> {
        let secret = made_secret();
        let replaced = sqlx::query_file!(
            "src/integrations/queries/replace_secret.sql",
            id,
            self.vault.seal_secret(id, &secret),
            now + FORMER_SECRET_SIGNS,
            event,
            FORMER_SECRETS_MAX - 1
        );
        let made = replaced.execute(&self.pool).await?.rows_affected() > 0;
        Ok(made.then_some(secret))
    }

    /// The secrets that sign just now, the newest first; none when it is closed.
    pub async fn signing_secrets(
        &self,
        id: Uuid,
        now: DateTime<Utc>,
    ) -> Result<Vec<Zeroizing<String>>, IntegrationsError> {
        let row = sqlx::query!(
            "SELECT secret, former_secret, former_until, earlier_secrets, earlier_until FROM integrations WHERE id = $1",
            id
        );
        let Some(row) = row.fetch_optional(&self.pool).await? else { return Ok(Vec::new()) };
        let last = row.former_secret.zip(row.former_until);
        let replaced = last.into_iter().chain(row.earlier_secrets.into_iter().zip(row.earlier_until));
        let former = replaced.filter(|(_, until)| now < *until).map(|(sealed, _)| sealed);
        let sealed = row.secret.into_iter().chain(former);
        sealed.map(|sealed| Ok(self.vault.open_secret(id, &sealed)?)).collect()
    }
}

/// A secret of 256 random bits.
fn made_secret() -> Zeroizing<String> {
    let mut random = Zeroizing::new([0_u8; 32]);
    getrandom::fill(random.as_mut_slice()).expect("the operating system has random numbers");
    Zeroizing::new(format!("{PREFIX}{}", BASE64.encode(random.as_slice())))
}
