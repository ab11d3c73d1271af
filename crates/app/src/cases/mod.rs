//! The commands of a case, as people give them.

mod answering;
mod closing;
mod collecting;
mod desk;
mod directing;
mod dispatching;
mod disputes;
mod echoing;
mod judging;
mod merging;
mod moment;
mod raise;
mod repeats;
mod request;
mod review;
mod ruling;
mod scheduling;
mod screening;
mod supervising;

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_domain::case::{Case, CaseCommand, CaseEvent, Facts};
use whistle_store::ids::new_id;
use whistle_store::log::{self, CommandMeta, Executed, IdOrigin};

pub use answering::{Acceptance, Feedback, Measure, ReportForDuty, Signature};
pub use closing::{Callback, Closing, Rating, Verification};
pub use collecting::{
    HouseholdVote, ItemForm, ItemList, ItemRestoration, Joining, RectificationClaim, RectificationOrder,
    Reinspection, Representation,
};
pub use desk::CaseDesk;
pub use directing::{
    FurtherDispatches, JointMeeting, JointResult, Orphanage, Reclassification, Release, SignIn, Transfer,
};
pub use dispatching::{Dispatches, Filing};
pub use disputes::{
    Contact, ExtensionRequest, ExtensionRuling, OverdueForm, ReturnRequest, ReturnRulingForm,
};
pub use echoing::{EchoProposal, EchoRetraction, EchoRuling};
pub use judging::{
    Exclusion, ExclusionRulingForm, ExitForm, ForcedClosing, ForcedClosingRuling, LookingBack, Reopening,
    ScoreAppeal, ScoreAppealRuling, Settlement,
};
pub use merging::Merging;
pub(crate) use raise::TITLE_CHARS_MAX;
pub use raise::{LocationInput, RaiseInput, Raised, ReporterInput};
pub use request::{CaseRequest, CodeRequest, DispatchAnswer, DispatchParty, DispatchRequest};
pub use review::{Endorsement, Escalation, LocalHandling, Refusal};
pub use ruling::Decision;
pub use scheduling::{
    MilestoneForm, MilestoneReport, PlanForm, Progress, Resumption, SuspensionRequest, SuspensionReview,
    SuspensionRuling,
};
pub use screening::{Amendment, Diversion, Linking, NotAccepting, Withdrawal};
pub use supervising::{SupervisionEnd, SupervisionOrder, SupervisionReply};

use crate::{App, AppError, Caller, access};

/// The kind of stream that a case is.
pub(crate) const CASE_STREAM: &str = <Case as cqrs_es::Aggregate>::TYPE;

/// What comes with a command besides its content.
#[derive(Debug, Clone, Default)]
pub struct CommandContext {
    /// The client's idempotency key.
    pub idempotency_key: Option<String>,
    /// Method, path and body of the request, as they came: the same key with others is refused.
    pub request: Vec<u8>,
    /// The version of the case that the client has seen.
    pub if_match: Option<u32>,
}

/// A command that is durable in the log, now or since an earlier request with the same key.
#[derive(Debug, Clone)]
pub struct Committed {
    /// Which case.
    pub case_id: Uuid,
    /// The case right after the command.
    pub case: Case,
    /// What happened.
    pub events: Vec<CaseEvent>,
    /// The version of the case right after the command.
    pub version: u32,
    /// Where the last of its events stands in the log.
    pub position: i64,
}

impl Committed {
    /// The identities that the command gave out, in its order.
    pub fn created(&self) -> Vec<Uuid> {
        let ids = self.events.iter().flat_map(|event| match event {
            CaseEvent::DispatchIssued(issued) => vec![issued.dispatch],
            CaseEvent::ComplainantJoined(joined) => vec![joined.complainant.id],
            CaseEvent::ItemsListed(listed) => listed.items.iter().map(|item| item.id).collect(),
            CaseEvent::JointActionScheduled(scheduled) => vec![scheduled.action],
            CaseEvent::SupervisionIssued(issued) => vec![issued.supervision],
            CaseEvent::ScoreAppealed(appeal) => vec![appeal.appeal],
            CaseEvent::ReturnRequested(request) => vec![request.request],
            CaseEvent::ExtensionRequested(request) => vec![request.request],
            _ => Vec::new(),
        });
        ids.collect()
    }
}

impl App {
    /// Loads a case that the caller may see; anything else does not exist for them.
    #[boxed]
    pub(crate) async fn visible_case(&self, caller: &Caller, id: Uuid) -> Result<(Case, u32), AppError> {
        let loaded = log::load(&self.log, &self.cases, id).await?;
        loaded.filter(|(case, _)| access::sees(caller, case)).ok_or(AppError::NotFound)
    }

    /// The first answer, where the client's key was used before. It is looked for before anything else is judged: what
    /// was right once is answered again even when the world has moved on since.
    #[boxed]
    pub(crate) async fn answered_before(
        &self,
        caller: &Caller,
        case_id: Uuid,
        context: &CommandContext,
    ) -> Result<Option<Committed>, AppError> {
        if context.idempotency_key.is_none() {
            return Ok(None);
        }
        let replayed = log::replay(&self.log, case_id, &self.meta(caller, context)).await?;
        Ok(replayed.map(|executed| self.committed(case_id, executed)))
    }

    /// Decides and appends, exactly once for the command's id.
    #[boxed]
    pub(crate) async fn commit(
        &self,
        caller: &Caller,
        case_id: Uuid,
        command: CaseCommand,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let now = self.clock.now();
        let meta = CommandMeta { occurred_at: Some(now), ..self.meta(caller, context) };
        let reference = self.reference();
        let facts = Facts {
            now,
            actor: caller.actor.clone(),
            policies: reference.policies.clone(),
            calendar: reference.calendar.clone(),
        };
        let executed = log::execute(&self.log, &self.cases, case_id, command, facts, meta).await?;
        Ok(self.committed(case_id, executed))
    }

    /// What was carried out, now or before. Dispatches can be acted on at once, however far the read models are.
    fn committed(&self, case_id: Uuid, executed: Executed<Case>) -> Committed {
        for event in &executed.events {
            if let CaseEvent::DispatchIssued(issued) = event {
                self.dispatch_cases.insert(issued.dispatch, case_id);
            }
        }
        Committed {
            case_id,
            case: executed.aggregate,
            events: executed.events,
            version: executed.appended.version,
            position: executed.appended.last_position,
        }
    }

    pub(crate) fn meta(&self, caller: &Caller, context: &CommandContext) -> CommandMeta {
        let (command_id, id_origin, request_digest) = match &context.idempotency_key {
            None => (new_id(), IdOrigin::Generated, None),
            Some(key) => (
                self.command_id(caller, key),
                IdOrigin::Client,
                Some(self.vault.idempotency_digest(&[b"request", &context.request])),
            ),
        };
        CommandMeta {
            command_id,
            id_origin,
            actor: caller.actor.clone(),
            request_digest,
            if_match: context.if_match,
            occurred_at: None,
        }
    }

    /// The command's id follows from the key and from who uses it, so that one person's key never meets another's.
    pub(crate) fn command_id(&self, caller: &Caller, key: &str) -> Uuid {
        derived_id(self.vault.idempotency_digest(&[b"command", caller.actor.id.as_bytes(), key.as_bytes()]))
    }
}

/// An identifier that follows from a digest.
pub(crate) fn derived_id(digest: [u8; 32]) -> Uuid {
    let bytes = std::array::from_fn(|at| digest[at]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
