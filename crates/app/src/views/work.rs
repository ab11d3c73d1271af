//! 办理内容: the words in which the work on a case was written down.
//!
//! The fold keeps what decisions lean on, and words are not among it: they are read from the events of the one case that is
//! looked at. They are those that its history shows, personal data masked when they were taken in.

use std::collections::HashMap;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::case::{Case, CaseEvent, Dispatch, Verdict};
use whistle_domain::privacy::ProtectedText;
use whistle_domain::stored::StoredEvent;

use super::rulings::Rulings;
use super::{CaseView, DispatchView};
use crate::words;
use crate::{App, AppError};

/// What a unit was asked to do, and what it did.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct WorkView {
    /// What is asked of it, personal data masked.
    pub instruction: String,
    /// What it has done, oldest first.
    pub measures: Vec<SaidView>,
    /// What came of it: once, and again after each rework, oldest first.
    pub results: Vec<SaidView>,
    /// 逾期说明, oldest first.
    pub explanations: Vec<ExplanationView>,
    /// What it asks for and nobody has decided yet.
    pub request: Option<PendingRequestView>,
}

/// Words, and when they were written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SaidView {
    /// When.
    pub at: DateTime<Utc>,
    /// The words, personal data masked.
    pub text: String,
}

/// 逾期说明.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExplanationView {
    /// When.
    pub at: DateTime<Utc>,
    /// 逾期原因, personal data masked.
    pub reason: String,
    /// 已采取的措施, personal data masked.
    pub measures_taken: String,
    /// 下一步计划, personal data masked.
    pub next_plan: String,
}

/// What a unit asks for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PendingRequestView {
    /// `return` or `extension`.
    #[schema(value_type = words::DispatchRequest)]
    pub kind: &'static str,
    /// Identity of the request.
    pub id: Uuid,
    /// Why, personal data masked.
    pub reason: String,
    /// When.
    pub requested_at: DateTime<Utc>,
}

/// 核查、回访、回头看、评价: somebody looked, or the resident was asked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CheckView {
    /// `verification`, `callback`, `look_back` or `rating`.
    #[schema(value_type = words::CheckKind)]
    pub kind: &'static str,
    /// `passed`, `failed` or `impossible` for those who looked; `solved`, `unsolved` or `unanswered` for the resident.
    #[schema(value_type = words::CheckOutcome)]
    pub outcome: &'static str,
    /// How satisfied the resident is, 1 to 5.
    pub satisfaction: Option<u8>,
    /// What was seen or said, personal data masked.
    pub note: String,
    /// The role of whoever looked or asked.
    #[schema(value_type = words::Role)]
    pub role: &'static str,
    /// Their unit.
    pub unit: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// 就地办结: what came of a matter that no department was sent for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LocalResultView {
    /// What was done, personal data masked.
    pub text: String,
    /// The unit that did it.
    pub unit: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Everything that was said of a case, up to one of its versions.
#[derive(Debug, Default)]
pub(super) struct Said {
    of_dispatches: HashMap<Uuid, WorkView>,
    checks: Vec<CheckView>,
    local_result: Option<LocalResultView>,
    rulings: Rulings,
}

impl App {
    /// What the log says of a case up to `version`, which is the one that its view was made of: the two belong together.
    #[boxed]
    pub(super) async fn said(&self, id: Uuid, version: u32) -> Result<Said, AppError> {
        let mut said = Said::default();
        for event in self.log.read_stream_through(id, 0, version).await? {
            said.take_in(CaseEvent::read(&event.payload).map_err(AppError::internal)?);
        }
        Ok(said)
    }
}

impl CaseView {
    /// With the words of the work.
    pub(super) fn telling(self, case: &Case, said: Said) -> Self {
        let Said { mut of_dispatches, checks, local_result, rulings } = said;
        let told = |view: DispatchView| {
            let dispatch = case.dispatch(view.id)?;
            let work = of_dispatches.remove(&view.id).unwrap_or_default();
            Some(DispatchView { work: Some(work.of(case, dispatch)), ..view })
        };
        let dispatches = self.dispatches.into_iter().filter_map(told).collect();
        rulings.told_of(Self { dispatches, checks, local_result, ..self })
    }
}

impl WorkView {
    /// With what the fold knows.
    fn of(self, case: &Case, dispatch: &Dispatch) -> Self {
        let request = pending_request(case, dispatch.id);
        Self { instruction: dispatch.instruction.shown.clone(), request, ..self }
    }
}

fn pending_request(case: &Case, dispatch: Uuid) -> Option<PendingRequestView> {
    let returns = case.disputes.iter().filter(|dispute| dispute.ruling.is_none()).map(|dispute| {
        let asked = &dispute.request;
        (asked.dispatch, "return", asked.request, &asked.reason, asked.at)
    });
    let extensions = case.extensions.iter().filter(|petition| petition.pending()).map(|petition| {
        let asked = &petition.request;
        (asked.dispatch, "extension", asked.request, &asked.reason, asked.at)
    });
    let mut pending = returns.chain(extensions);
    let (_, kind, id, reason, requested_at) = pending.find(|(of, ..)| *of == dispatch)?;
    Some(PendingRequestView { kind, id, reason: reason.shown.clone(), requested_at })
}

impl Said {
    fn take_in(&mut self, event: CaseEvent) {
        use CaseEvent as E;
        self.rulings.take_in(&event);
        match event {
            E::HandledLocally(done) => {
                let (text, unit) = (done.result.shown, done.by.unit);
                self.local_result = Some(LocalResultView { text, unit, at: done.at });
            }
            E::MeasureRecorded(done) => self.of(done.dispatch).measures.push(said(done.measure, done.at)),
            E::FeedbackSubmitted(done) => self.of(done.dispatch).results.push(said(done.result, done.at)),
            E::OverdueExplained(late) => self.of(late.dispatch).explanations.push(ExplanationView {
                at: late.at,
                reason: late.reason.shown,
                measures_taken: late.measures_taken.shown,
                next_plan: late.next_plan.shown,
            }),
            E::VerificationPassed(seen) => self.seen("verification", "passed", seen.note, &seen.by, seen.at),
            E::VerificationFailed(seen) => self.seen("verification", "failed", seen.note, &seen.by, seen.at),
            E::VerificationImpossible(seen) => {
                self.seen("verification", "impossible", seen.note, &seen.by, seen.at);
            }
            E::LookBackDone(seen) => {
                let outcome = if seen.relapsed { "failed" } else { "passed" };
                self.seen("look_back", outcome, seen.note, &seen.by, seen.at);
            }
            E::CallbackUnanswered(asked) => {
                self.seen("callback", "unanswered", asked.note, &asked.by, asked.at);
            }
            E::CallbackAnswered(asked) => {
                let by = (asked.by.role, asked.by.unit);
                self.heard("callback", asked.verdict, asked.comment, by, asked.at);
            }
            E::CaseRated(rated) => {
                self.heard("rating", rated.verdict, rated.comment, (Role::Resident, None), rated.at);
            }
            _ => {}
        }
    }

    fn of(&mut self, dispatch: Uuid) -> &mut WorkView {
        self.of_dispatches.entry(dispatch).or_default()
    }

    fn seen(
        &mut self,
        kind: &'static str,
        outcome: &'static str,
        note: ProtectedText,
        by: &Actor,
        at: DateTime<Utc>,
    ) {
        let (role, unit) = (by.role.code(), by.unit.clone());
        self.checks.push(CheckView { kind, outcome, satisfaction: None, note: note.shown, role, unit, at });
    }

    fn heard(
        &mut self,
        kind: &'static str,
        Verdict { solved, satisfaction }: Verdict,
        comment: ProtectedText,
        (role, unit): (Role, Option<String>),
        at: DateTime<Utc>,
    ) {
        let outcome = if solved { "solved" } else { "unsolved" };
        let (satisfaction, role) = (Some(satisfaction), role.code());
        self.checks.push(CheckView { kind, outcome, satisfaction, note: comment.shown, role, unit, at });
    }
}

fn said(text: ProtectedText, at: DateTime<Utc>) -> SaidView {
    SaidView { at, text: text.shown }
}
