//! From report to filing, and the ends before it.

use chrono::{DateTime, Utc};

use crate::case::{
    Case, CaseEvent, CaseStatus, DispatchState, Ending, Endorsement, Escalation, Filing, LocalHandling,
    Report, WhistleEndorsed, WhistleRaised,
};
use crate::policy::WhistleKind;

impl Case {
    pub(super) fn take_intake(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::WhistleRaised(raised) => self.take_report(raised),
            CaseEvent::WhistleAmended(amended) => {
                self.recorded.amendments = self.recorded.amendments.saturating_add(1);
                if let Some(report) = &mut self.report {
                    report.title = amended.title.clone().unwrap_or_else(|| report.title.clone());
                    report.description =
                        amended.description.clone().unwrap_or_else(|| report.description.clone());
                }
            }
            CaseEvent::WhistleWithdrawn(withdrawn) => {
                self.end(Ending::Withdrawn(withdrawn.clone()), CaseStatus::Withdrawn);
            }
            CaseEvent::CaseNotAccepted(refused) => {
                self.end(Ending::NotAccepted(refused.clone()), CaseStatus::NotAccepted);
            }
            CaseEvent::CaseDiverted(diverted) => {
                self.end(Ending::Diverted(diverted.clone()), CaseStatus::Diverted);
            }
            CaseEvent::CaseMerged(merged) => self.end(Ending::Merged(merged.clone()), CaseStatus::Merged),
            CaseEvent::WhistleEndorsed(endorsed) => self.take_endorsement(endorsed),
            CaseEvent::WhistleDeclined(_) => self.status = CaseStatus::Declined,
            CaseEvent::HandledLocally(handled) => {
                self.level = handled.level;
                self.local_handling = Some(LocalHandling { by: handled.by.clone(), at: handled.at });
                self.note_evidence(&handled.evidence);
                self.status = CaseStatus::HandledLocally;
            }
            CaseEvent::EscalatedToLevel(escalated) => self.level = escalated.to,
            CaseEvent::CaseFiled(filed) => {
                self.filing = Some(Filing {
                    category: filed.category.clone(),
                    kind: filed.kind,
                    policy_version: filed.policy_version,
                    at: filed.at,
                });
                self.status = CaseStatus::Filed;
            }
            CaseEvent::CaseReclassified(reclassified) => {
                if let Some(filing) = &mut self.filing {
                    filing.category.clone_from(&reclassified.category);
                    filing.kind = reclassified.kind;
                }
                self.reclock(&reclassified.clocks, reclassified.at);
                if reclassified.kind == WhistleKind::Emergency {
                    self.call_from(reclassified.at);
                }
            }
            _ => {}
        }
    }

    fn take_report(&mut self, raised: &WhistleRaised) {
        self.report = Some(Report {
            number: raised.number.clone(),
            title: raised.title.clone(),
            description: raised.description.clone(),
            category: raised.category.clone(),
            kind: raised.kind,
            source: raised.source.clone(),
            location: raised.location.clone(),
            reporter: raised.reporter.clone(),
            subject: raised.subject,
            confidential: raised.confidential,
            raised_by: raised.raised_by.clone(),
            raised_at: raised.raised_at,
            repeats: raised.repeats,
        });
        self.status = CaseStatus::Raised;
    }

    fn take_endorsement(&mut self, endorsed: &WhistleEndorsed) {
        self.endorsement = Some(Endorsement {
            by: endorsed.by.clone(),
            local_attempt: endorsed.local_attempt.is_some(),
            at: endorsed.at,
        });
        self.status = CaseStatus::Endorsed;
    }

    fn end(&mut self, ending: Ending, status: CaseStatus) {
        self.ending = Some(ending);
        self.status = status;
    }

    /// Found to be an emergency only after the service had signed for it: the chain is called from now on.
    fn call_from(&mut self, at: DateTime<Utc>) {
        let unanswered = self.dispatches.iter_mut().filter(|dispatch| {
            dispatch.signed_automatically
                && dispatch.state == DispatchState::Signed
                && dispatch.escalated.is_none()
        });
        for dispatch in unanswered {
            dispatch.escalated = Some(Escalation {
                step: 0,
                unit: dispatch.department.clone(),
                person: None,
                why: String::new(),
                at,
                next_at: Some(at),
            });
        }
    }
}
