//! 并案: two cases about one matter become one, and nobody who complained is lost.
//!
//! Two streams cannot grow in one step. The case that goes on takes the complainants in first, under an id that follows
//! from the two cases; only then does the other one end. Whatever is cut off in between loses nobody, and the same
//! request again completes it.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{Case, CaseCommand, CaseError, Complainant, Facts, Screening};
use whistle_domain::policy::WhistleKind;
use whistle_store::ids::new_id;
use whistle_store::log::{self, CommandMeta, IdOrigin};

use super::{CaseDesk, CaseRequest, derived_id};
use crate::AppError;
use crate::access::Operation;

/// 并案.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Merging {
    /// The case that goes on.
    pub into: Uuid,
    /// Why it is the same matter.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Merging {
    const OPERATION: Operation = Operation::Merge;
    // Somebody may join between the one step and the other: then both are taken again.
    const PINNED: bool = true;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        if self.into == desk.case_id {
            return Err(CaseError::OwnCase.into());
        }
        let target = desk.other_case(self.into).await?;
        let into_number = number(&target)?;
        let merge = CaseCommand::Screen(Screening::MergeInto {
            own: desk.case_id,
            into: self.into,
            into_number,
            reason: protect.text(reason).await?,
        });
        let emergency = |case: &Case| case.kind() == Some(WhistleKind::Emergency);
        if emergency(desk.case) && !emergency(&target) {
            return Err(CaseError::NotForEmergencies.into());
        }
        // Only a case that can end so is taken in.
        desk.case.decide(merge.clone(), &desk.facts())?;
        desk.absorb_into(self.into).await?;
        Ok(merge)
    }
}

impl CaseDesk<'_> {
    pub(super) fn facts(&self) -> Facts {
        Facts {
            now: self.app.clock.now(),
            actor: self.caller.actor.clone(),
            policies: self.reference.policies.clone(),
            calendar: self.reference.calendar.clone(),
        }
    }

    /// The case `into` takes this one in, exactly once.
    async fn absorb_into(&self, into: Uuid) -> Result<(), AppError> {
        let (from, facts) = (self.case_id, self.facts());
        let digest = self.app.vault.idempotency_digest(&[
            b"absorb",
            into.as_bytes(),
            from.as_bytes(),
            &self.case.recorded.events.to_be_bytes(),
        ]);
        let command = CaseCommand::Screen(Screening::Absorb {
            from,
            from_number: number(self.case)?,
            complainants: complainants(self.case, from),
        });
        let meta = CommandMeta {
            command_id: derived_id(digest),
            id_origin: IdOrigin::Client,
            actor: self.caller.actor.clone(),
            request_digest: None,
            if_match: None,
            occurred_at: Some(facts.now),
        };
        let absorbed = log::execute(&self.app.log, &self.app.cases, into, command, facts, meta);
        Box::pin(absorbed).await?;
        Ok(())
    }
}

fn number(case: &Case) -> Result<String, AppError> {
    Ok(case.report.as_ref().ok_or(AppError::NotFound)?.number.clone())
}

/// Everybody whose matter the case is, the reporter first.
fn complainants(case: &Case, id: Uuid) -> Vec<Complainant> {
    let reporter = case.report.as_ref().map(|report| Complainant {
        id: new_id(),
        subject: report.subject,
        reporter: report.reporter.clone(),
        household: None,
        from_case: Some(id),
    });
    let joined = case.complainants.iter().map(|complainant| Complainant {
        from_case: complainant.from_case.or(Some(id)),
        ..complainant.clone()
    });
    reporter.into_iter().chain(joined).collect()
}
