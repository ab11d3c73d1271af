//! Who was let in and who is told, as the fold of the events of one stream: accounts, passwords, keys and integrations, as
//! administrators keep them.
//!
//! The stream says what was done and by whom. It names accounts and keys by their identity and holds no secret, no
//! user name and no label: those lie in tables, where they can be changed, and the log is for ever.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::{Code, Role};
use crate::case::ErrorClass;
use crate::organisation::UnitKind;

mod integrations;
#[cfg(test)]
mod tests;

pub use integrations::{
    INTEGRATIONS_MAX, IntegrationClosed, IntegrationOpened, IntegrationPaused, IntegrationReplayed,
    IntegrationResumed, IntegrationSecretReplaced, PauseCause,
};

/// Keys of one account that let somebody in at the same time, at most.
pub const KEYS_MAX: usize = 20;
/// The shortest and the longest life of a key, in days.
pub const KEY_DAYS: std::ops::RangeInclusive<i64> = 1..=3650;

/// What was closed, revoked and paused: it is not closed, revoked or paused again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AccessBook {
    closed: HashSet<Uuid>,
    revoked: HashSet<Uuid>,
    #[serde(default)]
    paused: HashSet<Uuid>,
    #[serde(default)]
    disconnected: HashSet<Uuid>,
}

/// What can be done with accounts and keys. Whether it may be is judged on the tables, where those are that have no
/// event: accounts from the command line.
#[derive(Debug, Clone)]
pub enum AccessCommand {
    /// 开通账号.
    Open(AccountOpened),
    /// 关闭账号. Nothing happens where it was closed before.
    Close(AccountClosed),
    /// 重置密码.
    ReplacePassword(PasswordReplaced),
    /// 签发密钥.
    IssueKey(KeyIssued),
    /// 撤销密钥. Nothing happens where it was revoked before.
    RevokeKey(KeyRevoked),
    /// 接入系统.
    OpenIntegration(IntegrationOpened),
    /// 暂停推送. Nothing happens where it was paused or closed before.
    PauseIntegration(IntegrationPaused),
    /// 恢复推送. Nothing happens where it was not paused.
    ResumeIntegration(IntegrationResumed),
    /// 重新推送.
    ReplayIntegration(IntegrationReplayed),
    /// 更换签名密钥.
    ReplaceSecret(IntegrationSecretReplaced),
    /// 断开系统. Nothing happens where it was closed before.
    CloseIntegration(IntegrationClosed),
}

/// Whatever can happen. Kept for ever: fields are only added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccessEvent {
    /// 账号开通.
    AccountOpened(AccountOpened),
    /// 账号关闭.
    AccountClosed(AccountClosed),
    /// 密码重置.
    PasswordReplaced(PasswordReplaced),
    /// 密钥签发.
    KeyIssued(KeyIssued),
    /// 密钥撤销.
    KeyRevoked(KeyRevoked),
    /// 系统接入.
    IntegrationOpened(IntegrationOpened),
    /// 推送暂停.
    IntegrationPaused(IntegrationPaused),
    /// 推送恢复.
    IntegrationResumed(IntegrationResumed),
    /// 重新推送.
    IntegrationReplayed(IntegrationReplayed),
    /// 签名密钥更换.
    IntegrationSecretReplaced(IntegrationSecretReplaced),
    /// 系统断开.
    IntegrationClosed(IntegrationClosed),
}

/// An account is opened. It is written down before the account is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountOpened {
    /// The account.
    pub account: Uuid,
    /// What it may do.
    pub role: Role,
    /// The unit in which it is posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Code>,
    /// The unit whose area it sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Code>,
}

/// An account was closed: nothing lets it in any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountClosed {
    /// The account.
    pub account: Uuid,
}

/// An account gets another password. It is written down before the old one stops to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordReplaced {
    /// The account.
    pub account: Uuid,
}

/// An account gets a key. It is written down before the key is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyIssued {
    /// The account.
    pub account: Uuid,
    /// The key, by its identity.
    pub key: Uuid,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
}

/// A key was revoked: it lets nobody in any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRevoked {
    /// The account.
    pub account: Uuid,
    /// The key, by its identity.
    pub key: Uuid,
}

/// Why an account, a key or an integration stays as it is. Nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AccessRefusal {
    /// Nobody shuts themselves out.
    #[error("nobody closes their own account")]
    OwnAccount,
    /// Somebody must be there to let others in.
    #[error("this is the last open account of an administrator")]
    LastAdmin,
    /// A closed account stays closed.
    #[error("the account is closed")]
    AccountClosed,
    /// A user name belongs to one account for ever.
    #[error("the user name is taken")]
    UsernameTaken,
    /// More keys than anybody can look after.
    #[error("an account has at most {KEYS_MAX} keys at a time")]
    TooManyKeys,
    /// A key that was written down and is made so late that its time is over.
    #[error("the key has ended before it was made")]
    KeyEnded,
    /// A closed integration stays closed.
    #[error("the integration is closed")]
    IntegrationClosed,
    /// Two open ones of the same name could not be told apart.
    #[error("another integration has this name")]
    IntegrationNameTaken,
    /// More systems than anybody can look after.
    #[error("at most {INTEGRATIONS_MAX} integrations are open at a time")]
    TooManyIntegrations,
}

impl AccessRefusal {
    /// A stable name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnAccount => "own_account",
            Self::LastAdmin => "last_admin",
            Self::AccountClosed => "account_closed",
            Self::UsernameTaken => "username_taken",
            Self::TooManyKeys => "too_many_keys",
            Self::KeyEnded => "key_ended",
            Self::IntegrationClosed => "integration_closed",
            Self::IntegrationNameTaken => "integration_name_taken",
            Self::TooManyIntegrations => "too_many_integrations",
        }
    }

    /// What kind of refusal it is.
    pub const fn class(self) -> ErrorClass {
        match self {
            Self::OwnAccount => ErrorClass::Forbidden,
            Self::LastAdmin
            | Self::AccountClosed
            | Self::UsernameTaken
            | Self::TooManyKeys
            | Self::KeyEnded
            | Self::IntegrationClosed
            | Self::IntegrationNameTaken
            | Self::TooManyIntegrations => ErrorClass::WrongState,
        }
    }
}

/// Whether an account of this role needs a unit: without one it would see nothing.
pub const fn needs_unit(role: Role) -> bool {
    matches!(role, Role::GridWorker | Role::Community | Role::Hotline | Role::Dispatcher | Role::Department)
}

/// Whether an account of this role can be posted in a unit of this kind. The neighbourhood's accounts are posted on the
/// map; those that serve a whole district sit in an office; whoever can be sent can have a department's account.
pub const fn unit_fits(role: Role, kind: UnitKind) -> bool {
    match role {
        Role::Resident | Role::System => false,
        Role::GridWorker | Role::Community => kind.territorial(),
        Role::Department => true,
        Role::Hotline | Role::Dispatcher | Role::Supervisor | Role::Auditor | Role::Admin => !matches!(
            kind,
            UnitKind::Compound | UnitKind::Building | UnitKind::PropertyCompany | UnitKind::Committee
        ),
    }
}

impl AccessBook {
    /// What happens when `command` is given.
    pub fn decide(&self, command: AccessCommand) -> Option<AccessEvent> {
        match command {
            AccessCommand::Open(opened) => Some(AccessEvent::AccountOpened(opened)),
            AccessCommand::Close(closed) => {
                (!self.closed.contains(&closed.account)).then_some(AccessEvent::AccountClosed(closed))
            }
            AccessCommand::ReplacePassword(replaced) => Some(AccessEvent::PasswordReplaced(replaced)),
            AccessCommand::IssueKey(issued) => Some(AccessEvent::KeyIssued(issued)),
            AccessCommand::RevokeKey(revoked) => {
                (!self.revoked.contains(&revoked.key)).then_some(AccessEvent::KeyRevoked(revoked))
            }
            AccessCommand::OpenIntegration(opened) => Some(AccessEvent::IntegrationOpened(opened)),
            AccessCommand::PauseIntegration(paused) => (!self.paused(paused.integration)
                && !self.disconnected.contains(&paused.integration))
            .then_some(AccessEvent::IntegrationPaused(paused)),
            AccessCommand::ResumeIntegration(resumed) => {
                self.paused(resumed.integration).then_some(AccessEvent::IntegrationResumed(resumed))
            }
            AccessCommand::ReplayIntegration(replayed) => Some(AccessEvent::IntegrationReplayed(replayed)),
            AccessCommand::ReplaceSecret(replaced) => Some(AccessEvent::IntegrationSecretReplaced(replaced)),
            AccessCommand::CloseIntegration(closed) => (!self.disconnected.contains(&closed.integration))
                .then_some(AccessEvent::IntegrationClosed(closed)),
        }
    }

    /// Whether the log says that this integration is paused.
    pub fn paused(&self, integration: Uuid) -> bool {
        self.paused.contains(&integration)
    }

    /// Takes `event` in.
    pub fn evolve(&mut self, event: &AccessEvent) {
        match event {
            AccessEvent::AccountClosed(closed) => {
                self.closed.insert(closed.account);
            }
            AccessEvent::KeyRevoked(revoked) => {
                self.revoked.insert(revoked.key);
            }
            AccessEvent::IntegrationPaused(paused) => {
                self.paused.insert(paused.integration);
            }
            AccessEvent::IntegrationResumed(resumed) => {
                self.paused.remove(&resumed.integration);
            }
            AccessEvent::IntegrationClosed(closed) => {
                self.paused.remove(&closed.integration);
                self.disconnected.insert(closed.integration);
            }
            AccessEvent::AccountOpened(_)
            | AccessEvent::PasswordReplaced(_)
            | AccessEvent::KeyIssued(_)
            | AccessEvent::IntegrationOpened(_)
            | AccessEvent::IntegrationReplayed(_)
            | AccessEvent::IntegrationSecretReplaced(_) => {}
        }
    }
}

impl Aggregate for AccessBook {
    const TYPE: &'static str = "access";
    type Command = AccessCommand;
    type Event = AccessEvent;
    type Error = AccessRefusal;
    type Services = ();

    async fn handle(
        &mut self,
        command: AccessCommand,
        _facts: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), AccessRefusal> {
        if let Some(event) = self.decide(command) {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: AccessEvent) {
        self.evolve(&event);
    }
}

impl DomainEvent for AccessEvent {
    fn event_type(&self) -> String {
        let name = match self {
            Self::AccountOpened(_) => "AccountOpened",
            Self::AccountClosed(_) => "AccountClosed",
            Self::PasswordReplaced(_) => "PasswordReplaced",
            Self::KeyIssued(_) => "KeyIssued",
            Self::KeyRevoked(_) => "KeyRevoked",
            Self::IntegrationOpened(_) => "IntegrationOpened",
            Self::IntegrationPaused(_) => "IntegrationPaused",
            Self::IntegrationResumed(_) => "IntegrationResumed",
            Self::IntegrationReplayed(_) => "IntegrationReplayed",
            Self::IntegrationSecretReplaced(_) => "IntegrationSecretReplaced",
            Self::IntegrationClosed(_) => "IntegrationClosed",
        };
        name.to_owned()
    }

    fn event_version(&self) -> String {
        "1".to_owned()
    }
}
