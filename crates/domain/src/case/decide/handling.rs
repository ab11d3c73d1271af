//! What departments do with their dispatches.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Case, CaseError, CaseEvent, Decision, Facts, expect_room};
use crate::case::{
    DepartmentReported, Dispatch, DispatchAccepted, DispatchAction, DispatchRole, DispatchSigned,
    DispatchState, FeedbackSubmitted, MeasureRecorded, OverdueExplained, PlannedMilestone, ResidentContacted,
};

impl Case {
    pub(super) fn act_on_dispatch(&self, id: Uuid, action: DispatchAction, facts: &Facts) -> Decision {
        let dispatch = self.dispatch(id).ok_or(CaseError::DispatchNotFound)?;
        let (by, at) = (facts.actor.id, facts.now);
        let event = match action {
            DispatchAction::Sign => {
                expect_state(dispatch, &[DispatchState::Issued])?;
                CaseEvent::DispatchSigned(DispatchSigned { dispatch: id, by, automatic: false, at })
            }
            DispatchAction::ReportForDuty { place, person, arrived_at } => {
                expect_mandatory(dispatch)?;
                expect_state(dispatch, &[DispatchState::Signed])?;
                let arrived_at = arrived_at.unwrap_or(at);
                if arrived_at < dispatch.issued_at || arrived_at > at {
                    return Err(CaseError::ArrivalOutOfRange { arrived_at });
                }
                CaseEvent::DepartmentReported(DepartmentReported {
                    dispatch: id,
                    place,
                    person,
                    arrived_at,
                    by,
                    at,
                })
            }
            DispatchAction::Accept => {
                expect_mandatory(dispatch)?;
                expect_state(dispatch, &[DispatchState::Reported])?;
                if self.open_dispute(id).is_some() {
                    return Err(CaseError::ReturnPending);
                }
                CaseEvent::DispatchAccepted(DispatchAccepted { dispatch: id, by, at })
            }
            DispatchAction::RecordMeasure { measure, evidence } => {
                expect_mandatory(dispatch)?;
                expect_state(dispatch, &[DispatchState::Accepted, DispatchState::Rework])?;
                expect_measures(dispatch)?;
                CaseEvent::MeasureRecorded(MeasureRecorded { dispatch: id, measure, evidence, by, at })
            }
            DispatchAction::SubmitFeedback { result, evidence } => {
                expect_mandatory(dispatch)?;
                expect_state(dispatch, &[DispatchState::Accepted, DispatchState::Rework])?;
                CaseEvent::FeedbackSubmitted(FeedbackSubmitted { dispatch: id, result, evidence, by, at })
            }
            DispatchAction::ContactResident { note } => {
                expect_mandatory(dispatch)?;
                expect_state(dispatch, AT_HAND)?;
                expect_measures(dispatch)?;
                let by = facts.actor.clone();
                CaseEvent::ResidentContacted(ResidentContacted { dispatch: id, note, by, at })
            }
            DispatchAction::RequestReturn { request, basis, reason, proposed_unit } => {
                return self.request_return(dispatch, request, (basis, reason), proposed_unit, facts);
            }
            DispatchAction::RequestExtension { request, length, reason } => {
                return self.request_extension(dispatch, request, length, reason, facts);
            }
            DispatchAction::ExplainOverdue { reason, measures_taken, next_plan } => {
                expect_mandatory(dispatch)?;
                expect_state(dispatch, AT_HAND)?;
                let late = dispatch.clocks.due_at.is_some_and(|due_at| at > due_at);
                if !late && !self.stage_late(dispatch, at) {
                    return Err(CaseError::NotOverdue);
                }
                expect_room(dispatch.overdue_explained.try_into().unwrap_or(usize::MAX))?;
                CaseEvent::OverdueExplained(OverdueExplained {
                    dispatch: id,
                    reason,
                    measures_taken,
                    next_plan,
                    by: facts.actor.clone(),
                    at,
                })
            }
        };
        Ok(vec![event])
    }

    /// Whether a stage of the work is late; the lead answers for the stages.
    fn stage_late(&self, dispatch: &Dispatch, at: DateTime<Utc>) -> bool {
        let late = |stage: &PlannedMilestone| stage.reached_at.is_none() && at > stage.milestone.due_at;
        let stages = self.plan.as_ref().filter(|_| dispatch.role == DispatchRole::Lead);
        stages.is_some_and(|plan| plan.milestones.iter().any(late))
    }
}

/// Where the unit has the matter in its hands.
const AT_HAND: &[DispatchState] = &[
    DispatchState::Issued,
    DispatchState::Signed,
    DispatchState::Reported,
    DispatchState::Accepted,
    DispatchState::FeedbackSubmitted,
    DispatchState::Rework,
];

/// Contacts and measures are counted together with a limit, so that no stream grows without end.
fn expect_measures(dispatch: &Dispatch) -> Result<(), CaseError> {
    expect_room(dispatch.measures.saturating_add(dispatch.contacts).try_into().unwrap_or(usize::MAX))
}

pub(super) fn expect_state(dispatch: &Dispatch, expected: &'static [DispatchState]) -> Result<(), CaseError> {
    if expected.contains(&dispatch.state) {
        return Ok(());
    }
    Err(CaseError::WrongDispatchState { found: dispatch.state, expected })
}

pub(super) fn expect_mandatory(dispatch: &Dispatch) -> Result<(), CaseError> {
    if dispatch.role.mandatory() { Ok(()) } else { Err(CaseError::OnlyNotified) }
}
