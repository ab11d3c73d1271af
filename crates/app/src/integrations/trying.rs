//! 测试推送: a signed delivery without events, at once, and what came back.

use std::time::Duration;

use async_recursion::async_recursion as boxed;
use serde::Serialize;
use tokio::time::{Instant, timeout};
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::access::AccessRefusal;
use whistle_store::ids::new_id;
use whistle_store::integrations::Integration;

use super::notice::Delivery;
use crate::access::Operation;
use crate::{App, AppError, Caller, words};

/// How long a trial waits for those before it.
const PLACE_WAIT_MAX: Duration = Duration::from_secs(2);

/// What came back.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Trial {
    /// The delivery, as the receiver knows it.
    pub delivery: Uuid,
    /// Whether the receiver took it: whether the status is 200 to 299.
    pub taken: bool,
    /// The status of HTTP, if an answer came.
    pub status: Option<u16>,
    /// Why none came.
    #[schema(value_type = Option<words::NoAnswer>)]
    pub error: Option<&'static str>,
    /// How long it took, in milliseconds; at most ten seconds.
    pub milliseconds: u64,
}

impl App {
    /// 测试推送. Also of a system that is paused. Nothing is written down, because nothing changes.
    #[boxed]
    pub async fn try_integration(&self, caller: &Caller, id: Uuid) -> Result<Trial, AppError> {
        Operation::KeepIntegrations.authorise(caller)?;
        let place = timeout(PLACE_WAIT_MAX, self.integrations.trials.acquire()).await;
        let _place = place.map_err(|_| AppError::Overloaded)?.expect("the semaphore is never closed");
        let integration: Integration = self.open_integration_of(id).await?;
        let delivery = new_id();
        let body = Delivery { delivery, integration: id, test: true, events: &[] }.body();
        let began = Instant::now();
        let answer = self.send(&integration, delivery, integration.delivered, body).await?;
        let answer = answer.ok_or(AccessRefusal::IntegrationClosed)?;
        let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let (status, error) = (answer.ok(), answer.err().map(super::NoAnswer::code));
        let taken = status.is_some_and(super::delivering::means_taken);
        Ok(Trial { delivery, taken, status, error, milliseconds })
    }
}
