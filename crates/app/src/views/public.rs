//! A case as its resident follows it: plain steps, no personal data, nothing internal.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_domain::actor::Code;
use whistle_domain::case::{CaseEvent, CaseStatus};

use crate::{App, AppError};

/// Progress of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PublicView {
    /// The case number.
    pub number: String,
    /// The short form of the number, for people.
    pub display_number: String,
    /// Where the case stands.
    pub status: &'static str,
    /// One line, personal data masked.
    pub title: String,
    /// Category code.
    pub category: Code,
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
    pub async fn public_case(&self, number: &str, code: &str) -> Result<PublicView, AppError> {
        let (id, case, _) = self.case_by_code(number, code).await?;
        let report = case.report.as_ref().ok_or(AppError::NotFound)?;
        let reference = self.reference();
        let unit_name = |code: &str| {
            reference.organisation.unit(code).map_or_else(|| code.to_owned(), |unit| unit.name.clone())
        };
        let mut steps = Vec::new();
        for event in self.log.read_stream(id, 0).await? {
            let parsed: CaseEvent = serde_json::from_slice(&event.payload).map_err(AppError::internal)?;
            if let Some((unit, text)) = told(&parsed) {
                let (unit, text) = (unit.map(unit_name), text.filter(|text| !text.is_empty()));
                steps.push(PublicStep { at: event.occurred_at, step: event.event_type, unit, text });
            }
        }
        let category = case.category().unwrap_or_default().to_owned();
        let category_name = reference.policies.current().category(&category).map(|known| known.minor.clone());
        Ok(PublicView {
            number: report.number.clone(),
            display_number: whistle_domain::case::display_number(&report.number),
            status: case.status.code(),
            title: report.title.shown.clone(),
            category_name: category_name.unwrap_or_else(|| category.clone()),
            category,
            raised_at: report.raised_at,
            due_at: case.due_at(),
            closed_at: case.closure.as_ref().map(|closure| closure.at),
            rateable: case.status == CaseStatus::Closed && case.rating.is_none(),
            steps,
        })
    }
}

/// What the resident is told of an event: the unit and the words. `None`: nothing at all. What departments write
/// among themselves (instructions, measures, notes of the check) is not told.
fn told(event: &CaseEvent) -> Option<(Option<&str>, Option<String>)> {
    match event {
        CaseEvent::WhistleRaised(_)
        | CaseEvent::CaseFiled(_)
        | CaseEvent::DepartmentReported(_)
        | CaseEvent::EscalatedToLevel(_)
        | CaseEvent::VerificationPassed(_)
        | CaseEvent::VerificationFailed(_)
        | CaseEvent::CallbackUnanswered(_)
        | CaseEvent::CallbackAnswered(_)
        | CaseEvent::ReworkOrdered(_)
        | CaseEvent::CaseRated(_) => Some((None, None)),
        CaseEvent::WhistleEndorsed(endorsed) => Some((endorsed.by.unit.as_deref(), None)),
        CaseEvent::WhistleDeclined(declined) => {
            Some((declined.by.unit.as_deref(), Some(declined.reason.shown.clone())))
        }
        CaseEvent::HandledLocally(handled) => {
            Some((handled.by.unit.as_deref(), Some(handled.result.shown.clone())))
        }
        CaseEvent::DispatchIssued(issued) => {
            issued.role.mandatory().then_some((Some(&issued.department), None))
        }
        CaseEvent::FeedbackSubmitted(feedback) => Some((None, Some(feedback.result.shown.clone()))),
        CaseEvent::CaseClosed(closed) => Some((None, Some(closed.reason.shown.clone()))),
        CaseEvent::DispatchSigned(_) | CaseEvent::DispatchAccepted(_) | CaseEvent::MeasureRecorded(_) => None,
    }
}
