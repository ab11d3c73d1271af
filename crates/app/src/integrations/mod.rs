//! 系统对接: other systems that are told what happens, signed, in the order of the log, at least once.
//!
//! `docs/adr/0018-integrations.md` has the reasons, `docs/integrations.md` what a receiver has to know.

mod changing;
mod collecting;
mod courier;
mod delivering;
mod notice;
mod opening;
mod signature;
mod trying;
mod view;

use std::collections::HashMap;
use std::sync::Mutex;

use tokio::sync::Semaphore;
use uuid::Uuid;
use whistle_domain::access::AccessRefusal;
use whistle_store::ids::new_id;
use whistle_store::integrations::{Integration, IntegrationState, Integrations, IntegrationsError};
use whistle_store::log::CommandMeta;

use crate::{App, AppError};

pub use changing::{ReplacedSecret, Replay};
use collecting::Walked;
use courier::Courier;
pub(crate) use courier::NoAnswer;
pub use courier::WebhookHosts;
pub use delivering::Delivered;
pub use opening::{NewIntegration, OpenedIntegration};
pub use trying::Trial;
pub use view::{IntegrationList, IntegrationView};

/// Trials at a time: each may hold a connection for ten seconds.
const TRIALS_AT_ONCE_MAX: usize = 4;
/// Systems for which the log is looked through at a time: each holds a connection to the database again and again, which others
/// wait for. Nobody who is being sent something counts.
const LOOKS_AT_ONCE_MAX: usize = 4;

/// Everything about other systems.
pub(crate) struct IntegrationRoom {
    store: Integrations,
    courier: Courier,
    /// This process, as it takes deliveries in hand.
    process: Uuid,
    walked: Mutex<HashMap<Uuid, Walked>>,
    looks: Semaphore,
    trials: Semaphore,
}

impl IntegrationRoom {
    /// What integrations are called, as far as there are such.
    pub(crate) async fn names(&self, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>, IntegrationsError> {
        self.store.names(ids).await
    }

    pub(crate) fn new(store: Integrations, hosts: WebhookHosts) -> Self {
        Self {
            store,
            courier: Courier::new(hosts),
            process: new_id(),
            walked: Mutex::default(),
            looks: Semaphore::new(LOOKS_AT_ONCE_MAX),
            trials: Semaphore::new(TRIALS_AT_ONCE_MAX),
        }
    }
}

impl App {
    /// The integration with this identity, open or closed.
    async fn integration(&self, id: Uuid) -> Result<Integration, AppError> {
        self.integrations.store.find(id).await?.ok_or(AppError::NotFound)
    }

    /// The integration that a command is about, and whether the command was given before: then whatever became of the
    /// integration since, the first answer is told again. Otherwise it must not be closed.
    async fn integration_for(&self, id: Uuid, meta: &CommandMeta) -> Result<(Integration, bool), AppError> {
        if self.access.given_before(meta).await?.is_some() {
            return Ok((self.integration(id).await?, true));
        }
        Ok((self.open_integration_of(id).await?, false))
    }

    /// The integration with this identity, unless it is closed.
    async fn open_integration_of(&self, id: Uuid) -> Result<Integration, AppError> {
        let found = self.integration(id).await?;
        if found.state == IntegrationState::Closed {
            Err(AccessRefusal::IntegrationClosed.into())
        } else {
            Ok(found)
        }
    }
}

impl From<IntegrationsError> for AppError {
    fn from(error: IntegrationsError) -> Self {
        match error {
            IntegrationsError::Database(source) => {
                tracing::warn!(error = &source as &dyn std::error::Error, "integrations cannot be reached");
                Self::Unavailable
            }
            IntegrationsError::NameTaken => AccessRefusal::IntegrationNameTaken.into(),
            IntegrationsError::Secret(error) => error.into(),
            other @ IntegrationsError::Unreadable(_) => Self::internal(other),
        }
    }
}
