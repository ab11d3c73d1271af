//! What departments do with their dispatches.

use uuid::Uuid;

use super::{Case, CaseError, CaseEvent, Decision, Facts};
use crate::case::{
    DepartmentReported, Dispatch, DispatchAccepted, DispatchAction, DispatchSigned, DispatchState,
    FeedbackSubmitted, MeasureRecorded,
};

impl Case {
    pub(super) fn act_on_dispatch(&self, id: Uuid, action: DispatchAction, facts: &Facts) -> Decision {
        let dispatch = self.dispatch(id).ok_or(CaseError::DispatchNotFound)?;
        let (by, at) = (facts.actor.id, facts.now);
        let event = match action {
            DispatchAction::Sign => {
                expect_state(dispatch, &[DispatchState::Issued])?;
                CaseEvent::DispatchSigned(DispatchSigned { dispatch: id, by, at })
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
                CaseEvent::DispatchAccepted(DispatchAccepted { dispatch: id, by, at })
            }
            DispatchAction::RecordMeasure { measure } => {
                expect_mandatory(dispatch)?;
                expect_state(dispatch, &[DispatchState::Accepted, DispatchState::Rework])?;
                CaseEvent::MeasureRecorded(MeasureRecorded { dispatch: id, measure, by, at })
            }
            DispatchAction::SubmitFeedback { result, evidence } => {
                expect_mandatory(dispatch)?;
                expect_state(dispatch, &[DispatchState::Accepted, DispatchState::Rework])?;
                CaseEvent::FeedbackSubmitted(FeedbackSubmitted { dispatch: id, result, evidence, by, at })
            }
        };
        Ok(vec![event])
    }
}

fn expect_state(dispatch: &Dispatch, expected: &'static [DispatchState]) -> Result<(), CaseError> {
    if expected.contains(&dispatch.state) {
        return Ok(());
    }
    Err(CaseError::WrongDispatchState { found: dispatch.state, expected })
}

fn expect_mandatory(dispatch: &Dispatch) -> Result<(), CaseError> {
    if dispatch.role.mandatory() { Ok(()) } else { Err(CaseError::OnlyNotified) }
}
