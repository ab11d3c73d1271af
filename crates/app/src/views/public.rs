//! A case as its resident follows it: plain steps, no personal data, nothing internal.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::actor::Role;
use whistle_domain::case::{Case, CaseEvent, CaseStatus, ClockKind, Ending};
use whistle_domain::privacy::ProtectedText;
use whistle_domain::stored::StoredEvent;
use whistle_store::log;

use crate::access::{self, Operation};
use crate::photos::{Eyes, PhotoView};
use crate::words;
use crate::{App, AppError, Caller};

/// Cases that became part of one another, one after the other, are followed so far.
const MERGES_FOLLOWED_MAX: usize = 8;

/// Progress of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PublicView {
    /// The case number.
    pub number: String,
    /// The short form of the number, for people.
    pub display_number: String,
    /// Where the case stands.
    #[schema(value_type = words::CaseStatus)]
    pub status: &'static str,
    /// One line, personal data masked.
    pub title: String,
    /// The whole story as they told it, personal data masked.
    pub description: String,
    /// Category code.
    pub category: String,
    /// Category in words.
    pub category_name: String,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// By when it is promised to be done.
    pub due_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether it can be rated now.
    pub rateable: bool,
    /// What happened so far, oldest first.
    pub steps: Vec<PublicStep>,
    /// The photographs that came with the report, and those of the work once it was found good.
    pub photos: Vec<PhotoView>,
}

/// One thing that happened.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PublicStep {
    /// When.
    pub at: DateTime<Utc>,
    /// What: the name of the event.
    pub step: String,
    /// The unit concerned, in words.
    pub unit: Option<String>,
    /// What was said to the resident, personal data masked.
    pub text: Option<String>,
}

impl App {
    /// Progress, for whoever holds the query code.
    #[boxed]
    pub async fn public_case(&self, number: &str, code: &str) -> Result<PublicView, AppError> {
        let (id, case, _) = self.case_by_code(number, code).await?;
        self.progress(id, &case, None).await
    }

    /// The same, for those with an account who may see the case: residents follow their own by it, and whoever answers
    /// their calls has before them what they have.
    #[boxed]
    pub async fn case_progress(&self, caller: &Caller, id: Uuid) -> Result<PublicView, AppError> {
        Operation::ReadCases.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        let staff = (caller.role() != Role::Resident).then_some(caller);
        self.progress(id, &case, staff).await
    }

    /// What the resident is told; `staff` who looks it up has no more of it than what they may see anyway.
    async fn progress(&self, id: Uuid, case: &Case, staff: Option<&Caller>) -> Result<PublicView, AppError> {
        let report = case.report.as_ref().ok_or(AppError::NotFound)?;
        let reference = self.reference();
        let eyes: Vec<Eyes> = std::iter::once(Eyes::Resident).chain(staff.map(Eyes::of)).collect();
        let mut steps = self.steps(id, None).await?;
        // 并案: the matter goes on elsewhere, and so does what its resident is told.
        let (mut told_as, mut told_in) = (case.clone(), id);
        for _ in 0..MERGES_FOLLOWED_MAX {
            let Some(Ending::Merged(merged)) = &told_as.ending else { break };
            let into = log::load(&self.log, &self.cases, merged.into).await?.ok_or(AppError::NotFound)?.0;
            if staff.is_some_and(|staff| !access::sees(staff, &into)) {
                break;
            }
            steps.extend(self.steps(merged.into, Some(told_in)).await?);
            (told_as, told_in) = (into, merged.into);
        }
        let category = case.category().unwrap_or_default().to_owned();
        let of_policy = reference.policies.current().category(&category).map(|known| known.minor.clone());
        let of_source = || case.imported.as_ref().and_then(|imported| imported.record.category_name.clone());
        let category_name = of_policy.or_else(of_source);
        Ok(PublicView {
            number: report.number.clone(),
            display_number: whistle_domain::case::display_number(&report.number),
            status: case.status.code(),
            title: report.title.shown.clone(),
            description: report.description.shown.clone(),
            category_name: category_name.unwrap_or_else(|| category.clone()),
            category,
            raised_at: report.raised_at,
            due_at: told_as.due_at(),
            closed_at: told_as.closure.as_ref().map(|closure| closure.at),
            rateable: case.status == CaseStatus::Closed && case.rating.is_none(),
            steps,
            photos: self.photo_views(case, &eyes).await?,
        })
    }

    /// What a resident is told of a case: all of it, or what followed after it took in the case `since`.
    async fn steps(&self, id: Uuid, since: Option<Uuid>) -> Result<Vec<PublicStep>, AppError> {
        let reference = self.reference();
        let unit_name = |code: &str| {
            reference.organisation.unit(code).map_or_else(|| code.to_owned(), |unit| unit.name.clone())
        };
        let (mut steps, mut begun) = (Vec::new(), since.is_none());
        for event in self.log.read_stream(id, 0).await? {
            let parsed = CaseEvent::read(&event.payload).map_err(AppError::internal)?;
            let told = told(&parsed).filter(|_| begun);
            begun |=
                matches!(&parsed, CaseEvent::DuplicateAbsorbed(absorbed) if Some(absorbed.from) == since);
            if let Some((unit, text)) = told {
                let (unit, text) = (unit.map(unit_name), text.filter(|text| !text.is_empty()));
                steps.push(PublicStep { at: event.occurred_at, step: event.event_type, unit, text });
            }
        }
        Ok(steps)
    }
}

/// What the resident is told of an event: the unit and the words. `None`: nothing at all. What departments write
/// among themselves (instructions, measures, notes of the check) is not told.
fn told(event: &CaseEvent) -> Option<(Option<&str>, Option<String>)> {
    use CaseEvent as E;
    let words = |text: &ProtectedText| Some(text.shown.clone());
    match event {
        E::WhistleRaised(_)
        | E::WhistleAmended(_)
        | E::WhistleWithdrawn(_)
        | E::CaseFiled(_)
        | E::CaseReclassified(_)
        | E::DepartmentReported(_)
        | E::EscalatedToLevel(_)
        | E::VerificationPassed(_)
        | E::VerificationFailed(_)
        | E::VerificationImpossible(_)
        | E::CallbackUnanswered(_)
        | E::CallbackAnswered(_)
        | E::DissatisfactionRecorded(_)
        | E::ReworkOrdered(_)
        | E::SuspensionReviewed(_)
        | E::DuplicateAbsorbed(_)
        | E::ItemsListed(_)
        | E::ItemStruckOff(_)
        | E::ItemRestored(_)
        | E::CaseRated(_) => Some((None, None)),
        // 期限变了须告知; what departments owe among themselves is not told.
        E::DeadlineRecomputed(recomputed) => (recomputed.clock == ClockKind::Close).then_some((None, None)),
        E::WhistleEndorsed(endorsed) => Some((endorsed.by.unit.as_deref(), None)),
        E::WhistleDeclined(declined) => Some((declined.by.unit.as_deref(), words(&declined.reason))),
        E::CaseNotAccepted(refused) => Some((None, words(&refused.reason))),
        E::CaseDiverted(diverted) => Some((None, words(&diverted.reason))),
        E::CaseMerged(merged) => Some((None, Some(merged.into_number.clone()))),
        E::HandledLocally(handled) => Some((handled.by.unit.as_deref(), words(&handled.result))),
        E::DispatchIssued(issued) => issued.role.mandatory().then_some((Some(&issued.department), None)),
        E::CaseImported(imported) => Some((Some(&imported.record.department), None)),
        E::OrphanDeclared(declared) => Some((Some(&declared.owner), None)),
        E::ReturnApproved(ruling) | E::LeadDetermined(ruling) => Some((Some(&ruling.unit), None)),
        E::ResidentContacted(contacted) => Some((contacted.by.unit.as_deref(), None)),
        E::FeedbackSubmitted(feedback) => Some((None, words(&feedback.result))),
        // 延期须告知诉求人; so must everything that keeps them waiting.
        E::ExtensionApproved(approved) => Some((None, words(&approved.reason))),
        E::CaseSuspended(suspended) => Some((None, words(&suspended.reason))),
        E::SuspensionLifted(lifted) => Some((None, words(&lifted.reason))),
        E::PlanAgreed(agreed) => Some((None, words(&agreed.note))),
        E::MilestoneReached(reached) => Some((None, words(&reached.note))),
        E::ProgressReported(progress) => Some((None, words(&progress.progress))),
        E::DissatisfactionSettled(settled) => Some((None, words(&settled.reason))),
        E::CaseClosed(closed) => Some((None, words(&closed.reason))),
        E::CaseForceClosed(closed) => Some((None, words(&closed.reason))),
        E::LookBackDone(done) => Some((done.by.unit.as_deref(), None)),
        E::CaseReopened(reopened) => Some((None, words(&reopened.reason))),
        E::DispatchSigned(_)
        | E::DispatchAccepted(_)
        | E::MeasureRecorded(_)
        | E::DispatchRecalled(_)
        | E::DutyEscalated(_)
        | E::OverdueExplained(_)
        | E::JointActionScheduled(_)
        | E::JointActionSignedIn(_)
        | E::JointActionHeld(_)
        | E::ReturnRequested(_)
        | E::ReturnRefused(_)
        | E::ExtensionRequested(_)
        | E::ExtensionRefused(_)
        | E::SuspensionRequested(_)
        | E::SuspensionRefused(_)
        | E::ForcedClosingRequested(_)
        | E::ForcedClosingRefused(_)
        | E::ExclusionRequested(_)
        | E::ExclusionRuled(_)
        | E::ScoreAppealed(_)
        | E::ScoreAppealDecided(_)
        | E::SupervisionIssued(_)
        | E::SupervisionAnswered(_)
        | E::SupervisionLifted(_)
        | E::CaseLinked(_)
        | E::ComplainantJoined(_)
        | E::RepresentativeChosen(_)
        | E::HouseholdVoted(_)
        | E::RectificationOrdered(_)
        | E::RectificationClaimed(_)
        | E::ItemReinspected(_)
        | E::ReminderSent(_)
        | E::YellowCardIssued(_)
        | E::RedCardIssued(_)
        | E::EchoProposed(_)
        | E::EchoPublished(_)
        | E::EchoRefused(_)
        | E::EchoRetracted(_) => None,
    }
}
