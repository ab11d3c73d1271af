//! 督办: the ladder of those above.

use uuid::Uuid;

use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_level, expect_room};
use crate::case::{
    Supervising, Supervision, SupervisionAnswered, SupervisionIssued, SupervisionLifted, SupervisionMeasure,
};

/// Where there is something to be moved.
const MOVABLE: &[CaseStatus] = &[
    CaseStatus::Raised,
    CaseStatus::Endorsed,
    CaseStatus::HandledLocally,
    CaseStatus::Filed,
    CaseStatus::Dispatched,
    CaseStatus::InHandling,
    CaseStatus::Verification,
    CaseStatus::Callback,
    CaseStatus::Dissatisfied,
];

impl Case {
    pub(super) fn supervise(&self, supervising: Supervising, facts: &Facts) -> Decision {
        let (by, at) = (facts.actor.clone(), facts.now);
        let event = match supervising {
            Supervising::Issue { supervision, measure, department, reason, copied_to } => {
                self.expect_status(MOVABLE)?;
                expect_room(self.supervisions.len())?;
                let rules = self.rules(facts)?;
                if measure != SupervisionMeasure::Reminder {
                    expect_level(&rules.approvals.supervision, facts)?;
                }
                let answered = matches!(measure, SupervisionMeasure::Written | SupervisionMeasure::Elevated);
                let lead = || self.lead().map(|lead| lead.department.clone());
                let department = department.or_else(lead).or_else(|| self.contact_unit().map(str::to_owned));
                let department = department.ok_or(CaseError::UnitMissing)?;
                self.expect_concerned(&department)?;
                CaseEvent::SupervisionIssued(SupervisionIssued {
                    supervision,
                    measure,
                    department,
                    reason,
                    reply_due_at: answered.then(|| facts.due(rules.written_reply_within, at)),
                    copied_to,
                    by,
                    at,
                })
            }
            Supervising::Answer { supervision, reply } => {
                let held = self.open_supervision(supervision)?;
                if held.answered_at.is_some() {
                    return Err(CaseError::SupervisionOver);
                }
                if !facts.actor.posted_in(&held.issued.department) {
                    return Err(CaseError::SupervisionUnknown);
                }
                CaseEvent::SupervisionAnswered(SupervisionAnswered { supervision, reply, by, at })
            }
            Supervising::Lift { supervision, reason } => {
                let held = self.open_supervision(supervision)?;
                if held.issued.measure != SupervisionMeasure::Reminder {
                    expect_level(&self.rules(facts)?.approvals.supervision, facts)?;
                }
                CaseEvent::SupervisionLifted(SupervisionLifted { supervision, reason, by, at })
            }
        };
        Ok(vec![event])
    }

    /// Only who has to do with the case, and sees it, can be moved and can answer.
    fn expect_concerned(&self, unit: &str) -> Result<(), CaseError> {
        let sent = self.dispatches.iter().any(|dispatch| dispatch.department == unit);
        let territorial = || {
            let report = self.report.as_ref();
            report.is_some_and(|report| report.location.area.iter().any(|above| above == unit))
        };
        if sent || territorial() { Ok(()) } else { Err(CaseError::NotSent) }
    }

    fn open_supervision(&self, id: Uuid) -> Result<&Supervision, CaseError> {
        let found = self.supervisions.iter().find(|held| held.issued.supervision == id);
        let found = found.ok_or(CaseError::SupervisionUnknown)?;
        if found.lifted_at.is_some() { Err(CaseError::SupervisionOver) } else { Ok(found) }
    }
}
