//! How a case ends otherwise than by the resident's word, what does not count, and looking back.

use uuid::Uuid;

use super::clocks::clocks_anew;
use super::disputes::expect_extensible;
use super::{
    Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_approver, expect_level, expect_room,
};
use crate::case::{
    CaseClosed, CaseForceClosed, CaseReopened, Dispatch, DispatchRole, DissatisfactionExit,
    DissatisfactionSettled, ExclusionRequested, ExclusionRuled, Exit, ExtensionApproved,
    ForcedClosingRefused, ForcedClosingRequested, Judging, LookBackDone, Petition, RecallCause, Reclocked,
    ReopeningCause, ReworkOrdered, ScoreAppealDecided, ScoreAppealed, VerificationImpossible,
};
use crate::privacy::ProtectedText;

/// Where a case may be closed by force: from its filing to the resident's answer.
const FORCEABLE: &[CaseStatus] = &[
    CaseStatus::Filed,
    CaseStatus::Dispatched,
    CaseStatus::InHandling,
    CaseStatus::Verification,
    CaseStatus::Callback,
    CaseStatus::Dissatisfied,
];
/// Where a case is scored, or will be.
const SCORED: &[CaseStatus] = &[
    CaseStatus::Dispatched,
    CaseStatus::InHandling,
    CaseStatus::Verification,
    CaseStatus::Callback,
    CaseStatus::Dissatisfied,
    CaseStatus::Closed,
];

impl Case {
    pub(super) fn judge(&self, judging: Judging, facts: &Facts) -> Decision {
        let (by, at) = (facts.actor.clone(), facts.now);
        let event = match judging {
            Judging::VerificationImpossible { note } => {
                self.expect_status(&[CaseStatus::Verification])?;
                self.expect_outsider(facts)?;
                expect_room(self.impossible_checks.try_into().unwrap_or(usize::MAX))?;
                CaseEvent::VerificationImpossible(VerificationImpossible { note, by, at })
            }
            Judging::SettleDissatisfaction { exit, reason } => {
                return self.settle_dissatisfaction(exit, &reason, facts);
            }
            Judging::RequestForcedClosing { reason } => {
                self.expect_status(FORCEABLE)?;
                expect_room(self.forced_closings.len())?;
                expect_none_pending(&self.forced_closings)?;
                CaseEvent::ForcedClosingRequested(ForcedClosingRequested { reason, by, at })
            }
            Judging::RuleForcedClosing { approve, reason } => {
                let asked = pending(&self.forced_closings)?;
                expect_approver(&self.rules(facts)?.approvals.forced_closing, &asked.by, facts)?;
                if approve {
                    self.expect_status(FORCEABLE)?;
                    let resolved_at_level = self.resolving_level();
                    CaseEvent::CaseForceClosed(CaseForceClosed {
                        reason,
                        resolved_at_level,
                        look_back_at: self.look_backs_from(facts)?,
                        by,
                        at,
                    })
                } else {
                    CaseEvent::ForcedClosingRefused(ForcedClosingRefused { reason, by, at })
                }
            }
            Judging::RequestExclusion { ground, reason } => {
                self.expect_status(SCORED)?;
                expect_room(self.exclusions.len())?;
                expect_none_pending(&self.exclusions)?;
                if self.excluded() {
                    return Err(CaseError::AlreadyPending);
                }
                CaseEvent::ExclusionRequested(ExclusionRequested { ground, reason, by, at })
            }
            Judging::RuleExclusion { approve, reason } => {
                let asked = pending(&self.exclusions)?;
                expect_approver(&self.rules(facts)?.approvals.exclusion, &asked.by, facts)?;
                CaseEvent::ExclusionRuled(ExclusionRuled { approved: approve, reason, by, at })
            }
            Judging::AppealScore { appeal, reason, evidence } => {
                self.expect_status(SCORED)?;
                expect_room(self.score_appeals.len())?;
                let department = self.sent_unit(facts)?;
                let mine = |held: &&Petition<ScoreAppealed>| held.request.department == department;
                if self.score_appeals.iter().filter(mine).any(Petition::pending) {
                    return Err(CaseError::AlreadyPending);
                }
                CaseEvent::ScoreAppealed(ScoreAppealed { appeal, department, reason, evidence, by, at })
            }
            Judging::DecideScoreAppeal { appeal, approve, reason } => {
                let asked = self.score_appeals.iter().find(|held| held.request.appeal == appeal);
                let asked = asked.ok_or(CaseError::AppealUnknown)?;
                if !asked.pending() {
                    return Err(CaseError::NothingPending);
                }
                expect_approver(&self.rules(facts)?.approvals.score_appeal, &asked.request.by, facts)?;
                CaseEvent::ScoreAppealDecided(ScoreAppealDecided { appeal, upheld: approve, reason, by, at })
            }
            Judging::LookBack { relapsed, note, evidence } => {
                return self.look_back(relapsed, note, evidence, facts);
            }
            Judging::Reopen { reason } => {
                self.expect_status(&[CaseStatus::Closed])?;
                self.expect_outsider(facts)?;
                return self.reopen(ReopeningCause::Order, reason, facts);
            }
        };
        Ok(vec![event])
    }

    fn sent_unit(&self, facts: &Facts) -> Result<String, CaseError> {
        let sent = |unit: &&String| {
            self.dispatches.iter().any(|dispatch| dispatch.role.mandatory() && dispatch.department == **unit)
        };
        facts.actor.unit.as_ref().filter(sent).cloned().ok_or(CaseError::NotSent)
    }

    /// 重办、研判、延期、移交: no fifth way leads out.
    fn settle_dissatisfaction(&self, exit: Exit, reason: &ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Dissatisfied])?;
        self.expect_outsider(facts)?;
        let (by, at) = (facts.actor.clone(), facts.now);
        let settled = |exit| {
            let reason = reason.clone();
            CaseEvent::DissatisfactionSettled(DissatisfactionSettled { exit, reason, by: by.clone(), at })
        };
        let rework = |dispatches: Vec<Uuid>| {
            let reason = Some(reason.clone());
            CaseEvent::ReworkOrdered(ReworkOrdered { dispatches, reason, by: by.clone(), at })
        };
        match exit {
            Exit::Redo => Ok(vec![settled(DissatisfactionExit::Redo), rework(self.to_rework(&[])?)]),
            Exit::Analysis => {
                expect_level(&self.rules(facts)?.approvals.analysis, facts)?;
                let closed = CaseClosed {
                    reason: reason.clone(),
                    resolved_at_level: self.resolving_level(),
                    look_back_at: self.look_backs_from(facts)?,
                    by: by.clone(),
                    at,
                };
                Ok(vec![settled(DissatisfactionExit::Analysis), CaseEvent::CaseClosed(closed)])
            }
            Exit::Extension { request, length } => {
                self.expect_no_emergency()?;
                let rules = self.rules(facts)?;
                let lead = self.lead().ok_or(CaseError::NoDeadline)?;
                let level = rules.extension_level(self.extensions_given(lead));
                expect_level(level, facts)?;
                expect_extensible(lead, self.extensions_given(lead), length, rules, &facts.calendar)?;
                let previous_due_at = lead.clocks.due_at.ok_or(CaseError::NoDeadline)?;
                let end = self.extended_end(lead, length, previous_due_at.max(at), facts)?;
                let approved = ExtensionApproved {
                    request,
                    dispatch: lead.id,
                    previous_due_at,
                    due_at: end.due_at,
                    warn_at: Some(end.warn_at),
                    provisional: end.provisional,
                    reason: reason.clone(),
                    by: by.clone(),
                    at,
                };
                Ok(vec![
                    settled(DissatisfactionExit::Extension),
                    rework(vec![lead.id]),
                    CaseEvent::ExtensionApproved(approved),
                ])
            }
            Exit::Transfer(to) => {
                let lead = self.lead().ok_or(CaseError::NotSent)?;
                self.expect_fresh_unit(&to.department)?;
                let mut events = vec![settled(DissatisfactionExit::Transfer), rework(vec![lead.id])];
                events.extend(self.hand_over(lead, RecallCause::Transferred, &to, reason, None, facts)?);
                Ok(events)
            }
        }
    }

    /// 回头看: not before its time has come, by somebody outside the handling. A relapse reopens the case.
    fn look_back(
        &self,
        relapsed: bool,
        note: ProtectedText,
        evidence: Vec<ProtectedText>,
        facts: &Facts,
    ) -> Decision {
        self.expect_status(&[CaseStatus::Closed])?;
        self.expect_outsider(facts)?;
        expect_room(self.look_backs.len())?;
        // A case that was closed before policies said so may be looked at whenever somebody goes there.
        if let Some(from) = self.next_look_back().filter(|from| facts.now < *from) {
            return Err(CaseError::LookBackTooEarly { from });
        }
        let (by, at) = (facts.actor.clone(), facts.now);
        let reason = note.clone();
        let mut events = vec![CaseEvent::LookBackDone(LookBackDone { relapsed, note, evidence, by, at })];
        if relapsed {
            events.extend(self.reopen(ReopeningCause::Relapse, reason, facts)?);
        }
        Ok(events)
    }

    /// The lead starts again, with clocks that start now. The round before is kept with its closing and its rating.
    fn reopen(&self, cause: ReopeningCause, reason: ProtectedText, facts: &Facts) -> Decision {
        expect_room(self.reopenings.try_into().unwrap_or(usize::MAX))?;
        // Whoever never fed back, because the case was closed by force, owes it still.
        let owing = |dispatch: &&Dispatch| {
            dispatch.awaited() && (dispatch.role == DispatchRole::Lead || dispatch.fed_back_at.is_none())
        };
        let owing: Vec<&Dispatch> = self.dispatches.iter().filter(owing).collect();
        let mut reclocked = Vec::new();
        if self.filing.is_some() && !owing.is_empty() {
            let limits = self.limits(facts)?;
            reclocked.extend(owing.iter().map(|dispatch| Reclocked {
                dispatch: dispatch.id,
                clocks: clocks_anew(dispatch, limits, facts),
            }));
        }
        let (by, at) = (facts.actor.clone(), facts.now);
        Ok(vec![CaseEvent::CaseReopened(CaseReopened {
            cause,
            reason,
            dispatches: owing.iter().map(|dispatch| dispatch.id).collect(),
            clocks: reclocked,
            by,
            at,
        })])
    }
}

fn pending<R>(petitions: &[Petition<R>]) -> Result<&R, CaseError> {
    let open = petitions.last().filter(|petition| petition.pending());
    open.map(|petition| &petition.request).ok_or(CaseError::NothingPending)
}

fn expect_none_pending<R>(petitions: &[Petition<R>]) -> Result<(), CaseError> {
    if petitions.iter().any(Petition::pending) { Err(CaseError::AlreadyPending) } else { Ok(()) }
}
