//! The list of integrations.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::access::{INTEGRATIONS_MAX, PauseCause};
use whistle_store::integrations::{Integration, IntegrationState};

use crate::access::Operation;
use crate::{App, AppError, Caller, words};

/// A system that is told what happens. There is no secret in it; but its address may hold one, so that only administrators
/// see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IntegrationView {
    /// Names it, for changing it.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// Where it takes deliveries.
    pub url: String,
    /// The unit whose cases it is told of; nothing: everybody's.
    pub unit: Option<String>,
    /// The types of events it is told of; none: every type.
    pub event_types: Vec<String>,
    /// Whether it is told.
    #[schema(value_type = words::IntegrationState)]
    pub state: &'static str,
    /// Why it is paused, while it is.
    #[schema(value_type = Option<words::PauseCause>)]
    pub pause_cause: Option<&'static str>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Since when it is paused.
    pub paused_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Everything up to this position of the log was taken, or was nothing for it. May be some seconds old.
    pub delivered: i64,
    /// Events of the log after that position, whether they are for it or not.
    pub behind: i64,
    /// When it was last tried.
    pub last_attempt_at: Option<DateTime<Utc>>,
    /// When it last took something.
    pub last_success_at: Option<DateTime<Utc>>,
    /// The status of HTTP that the last attempt came to.
    pub last_status: Option<u16>,
    /// Why the last attempt came to no status.
    #[schema(value_type = Option<words::NoAnswer>)]
    pub last_error: Option<String>,
    /// Attempts without success since the last one with.
    pub failures: u32,
    /// When the first of these was.
    pub failing_since: Option<DateTime<Utc>>,
    /// It is left alone until then.
    pub next_attempt_at: Option<DateTime<Utc>>,
}

/// Every system that is told, and the twenty that were told last.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IntegrationList {
    /// The open ones by name; after them those that were closed, the last one first.
    pub items: Vec<IntegrationView>,
    /// How many can be open at a time.
    pub open_max: usize,
    /// The hosts that may be called, as whoever runs the service listed them; `*` is every host of the public network.
    pub hosts: Vec<String>,
    /// The position at which the log ends.
    pub head: i64,
}

impl IntegrationView {
    pub(super) fn of(integration: Integration, head: i64) -> Self {
        let state = match integration.state {
            IntegrationState::Active if integration.failures > 0 => "failing",
            IntegrationState::Active => "active",
            IntegrationState::Paused => "paused",
            IntegrationState::Closed => "closed",
        };
        let behind = if state == "closed" { 0 } else { (head - integration.delivered).max(0) };
        Self {
            id: integration.id,
            name: integration.name,
            url: integration.url,
            unit: integration.unit,
            event_types: integration.event_types,
            state,
            pause_cause: integration.pause_cause.map(PauseCause::code),
            opened_at: integration.created_at,
            paused_at: integration.paused_at,
            closed_at: integration.closed_at,
            delivered: integration.delivered,
            behind,
            last_attempt_at: integration.last_attempt_at,
            last_success_at: integration.last_success_at,
            last_status: integration.last_status,
            last_error: integration.last_error,
            failures: integration.failures,
            failing_since: integration.failing_since,
            next_attempt_at: integration.next_attempt_at,
        }
    }
}

impl App {
    /// Every open integration, and the twenty closed last.
    #[boxed]
    pub async fn integrations_listed(&self, caller: &Caller) -> Result<IntegrationList, AppError> {
        Operation::KeepIntegrations.authorise(caller)?;
        let listed = self.integrations.store.listed().await?;
        let head = *self.log.head().borrow();
        Ok(IntegrationList {
            items: listed.into_iter().map(|one| IntegrationView::of(one, head)).collect(),
            open_max: INTEGRATIONS_MAX,
            hosts: self.integrations.courier.hosts().entries(),
            head,
        })
    }

    /// One of them, as it stands now.
    pub(super) async fn integration_view(&self, id: Uuid) -> Result<IntegrationView, AppError> {
        let head = *self.log.head().borrow();
        Ok(IntegrationView::of(self.integration(id).await?, head))
    }
}
