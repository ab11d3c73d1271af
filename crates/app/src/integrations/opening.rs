//! 接入系统: another system is told from now on.

use async_recursion::async_recursion as boxed;
use serde::{Deserialize, Serialize};
use url::Url;
use utoipa::ToSchema;
use whistle_domain::access::{
    AccessBook, AccessCommand, AccessEvent, AccessRefusal, INTEGRATIONS_MAX, IntegrationOpened,
};
use whistle_domain::case::CaseEvent;
use whistle_domain::organisation::Organisation;
use whistle_domain::privacy::redact;
use whistle_store::ids::new_id;
use whistle_store::integrations;
use whistle_store::log::Executed;

use super::IntegrationView;
use super::courier::{Courier, URL_CHARS_MAX};
use crate::access::Operation;
use crate::accounts::AccessCommitted;
use crate::cases::CommandContext;
use crate::protect::Fields;
use crate::{App, AppError, Caller};

/// Characters of a name, at most.
const NAME_CHARS_MAX: usize = 64;

/// A system to be told what happens. The service makes the secret with which it signs.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewIntegration {
    /// What to call it, in at most 64 characters.
    pub name: String,
    /// Where it takes deliveries: `https://…`, or `http://…` for a host that is listed by name. Never shown to anybody but
    /// administrators, and not in the log.
    pub url: String,
    /// The unit whose cases it is told of: those in its area, and those to which it was sent. Nothing: everybody's.
    pub unit: Option<String>,
    /// The types of events it is told of, such as `WhistleRaised`; none: every type.
    #[serde(default)]
    pub event_types: Vec<String>,
    /// It is told what stands after this position of the log; nothing: what happens from now on.
    pub after: Option<i64>,
}

/// A system that is told from now on, with its secret, told this once.
#[derive(Serialize, ToSchema)]
pub struct OpenedIntegration {
    /// The integration.
    #[serde(flatten)]
    pub integration: IntegrationView,
    /// What deliveries are signed with. Nothing when the request was carried out before: it was told then.
    pub secret: Option<String>,
}

impl App {
    /// 接入系统. What an earlier attempt with the same key wrote down and did not do is done now.
    #[boxed]
    pub async fn open_integration(
        &self,
        caller: &Caller,
        request: NewIntegration,
        context: &CommandContext,
    ) -> Result<AccessCommitted<OpenedIntegration>, AppError> {
        Operation::KeepIntegrations.authorise(caller)?;
        let head = self.log.last_position().await?;
        let asked = request.checked(&self.reference().organisation, &self.integrations.courier, head)?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let executed = if let Some(executed) = self.access.given_before(&meta).await? {
            executed
        } else {
            if self.integrations.store.open().await? >= INTEGRATIONS_MAX {
                return Err(AccessRefusal::TooManyIntegrations.into());
            }
            if self.integrations.store.name_taken(&asked.name).await? {
                return Err(AccessRefusal::IntegrationNameTaken.into());
            }
            let opened = IntegrationOpened {
                integration: new_id(),
                host: asked.host.clone(),
                unit: asked.unit.clone(),
                event_types: asked.event_types.clone(),
                after: asked.after,
            };
            self.access.execute(AccessCommand::OpenIntegration(opened), meta).await?
        };
        self.make_integration(&executed, asked).await
    }

    /// Makes the integration that was written down, unless it is there already.
    async fn make_integration(
        &self,
        executed: &Executed<AccessBook>,
        asked: Asked,
    ) -> Result<AccessCommitted<OpenedIntegration>, AppError> {
        let opened = executed.events.iter().find_map(|event| match event {
            AccessEvent::IntegrationOpened(opened) => Some(opened),
            _ => None,
        });
        let IntegrationOpened { integration: id, after, .. } = opened.ok_or(AppError::KeyReused)?;
        let mut secret = None;
        if self.integrations.store.find(*id).await?.is_none() {
            let Asked { name, url, unit, event_types, .. } = asked;
            let new = integrations::NewIntegration { id: *id, name, url, unit, event_types, after: *after };
            let made = self.integrations.store.make(&new, self.clock.now()).await?;
            secret = Some(String::clone(&made));
        }
        let integration = self.integration_view(*id).await?;
        Ok(AccessCommitted::new(OpenedIntegration { integration, secret }, executed))
    }
}

/// A request that can be accepted.
struct Asked {
    name: String,
    url: String,
    host: String,
    unit: Option<String>,
    event_types: Vec<String>,
    after: i64,
}

impl NewIntegration {
    fn checked(self, organisation: &Organisation, courier: &Courier, head: i64) -> Result<Asked, AppError> {
        let mut fields = Fields::default();
        let name = fields.line("/name", &self.name, NAME_CHARS_MAX).into_text();
        if redact(&name).found {
            fields.refuse("/name", "personal_data", "a name may hold nothing personal");
        }
        let url = checked_url(&mut fields, &self.url, courier);
        let unit = self.unit.map(|unit| unit.trim().to_owned()).filter(|unit| !unit.is_empty());
        if unit.as_deref().is_some_and(|unit| organisation.unit(unit).is_none()) {
            fields.refuse("/unit", "unknown_unit", "there is no such unit");
        }
        let mut event_types = self.event_types;
        for (at, unknown) in event_types.iter().enumerate() {
            if !CaseEvent::NAMES.contains(&unknown.as_str()) {
                let pointer = format!("/event_types/{at}");
                fields.refuse(&pointer, "unknown_event_type", "there is no event of this type");
                break;
            }
        }
        event_types.sort_unstable();
        event_types.dedup();
        let after = self.after.unwrap_or(head);
        if !(0..=head).contains(&after) {
            fields.refuse("/after", "out_of_range", format!("the log ends at position {head}"));
        }
        fields.finish()?;
        let (url, host) = url.unwrap_or_default();
        Ok(Asked { name, url, host, unit, event_types, after })
    }
}

/// The address, and the host in it, when it may be called.
fn checked_url(fields: &mut Fields, text: &str, courier: &Courier) -> Option<(String, String)> {
    let text = text.trim();
    let parsed =
        Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let Some(url) = parsed.filter(|url| url.as_str().len() <= URL_CHARS_MAX) else {
        let wanted = "an address is written like https://host/path, in at most 500 characters";
        fields.refuse("/url", "bad_url", wanted);
        return None;
    };
    if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
        fields.refuse("/url", "bad_url", "an address has no user, no password and no fragment");
    } else if !courier.permits(&url) {
        let detail =
            "this host may not be called; whoever runs the service lists hosts in the setting webhook_hosts";
        fields.refuse("/url", "host_not_allowed", detail);
    }
    let host = url[url::Position::BeforeHost..url::Position::AfterPort].to_owned();
    Some((url.into(), host))
}
