//! 责任到人, looked at every night.

use chrono::{DateTime, Utc};
use whistle_domain::organisation::history::{
    OrganisationCommand, OrganisationEvent, OrganisationFacts, OrganisationHistory, OrganisationRefusal,
    ResponsibilityChecked,
};

use super::of_the_service;
use crate::log::{self, AggregateCache, CommandMeta, EventLog, ExecuteError};
use crate::reference::{ORGANISATION_STREAM, once};

/// Records what is wrong with the responsibility now, unless that was done at or after `since`: once for each `since`,
/// however many processes try. What was found, when it was this call that looked; nothing as well before there is an
/// organisation.
pub async fn check_responsibility(
    log: &EventLog,
    cache: &AggregateCache<OrganisationHistory>,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<ResponsibilityChecked>, ExecuteError<OrganisationRefusal>> {
    let loaded = log::load(log, cache, ORGANISATION_STREAM).await?;
    let Some((history, _)) = loaded else { return Ok(None) };
    if history.last_check().is_some_and(|checked| checked.at >= since) {
        return Ok(None);
    }
    let id = once(ORGANISATION_STREAM, &format!("responsibility since {}", since.to_rfc3339()));
    let meta = CommandMeta { occurred_at: Some(now), ..of_the_service(Some(id)) };
    let command = OrganisationCommand::CheckResponsibility(since);
    let facts = OrganisationFacts { now };
    let executed = log::execute(log, cache, ORGANISATION_STREAM, command, facts, meta).await?;
    let duplicate = executed.appended.duplicate;
    Ok(executed.events.into_iter().find_map(|event| match event {
        OrganisationEvent::ResponsibilityChecked(checked) if !duplicate => Some(checked),
        _ => None,
    }))
}
