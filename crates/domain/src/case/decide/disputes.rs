//! 退单与延期: what a department may ask for about its dispatch, and who decides.

use uuid::Uuid;

use super::directing::expect_owing;
use super::handling::{expect_mandatory, expect_state};
use super::{Case, CaseError, CaseEvent, Decision, Facts, expect_approver, expect_room};
use crate::actor::Code;
use crate::calendar::WorkCalendar;
use crate::case::{
    Dispatch, DispatchRole, DispatchRuling, DispatchState, Dispute, ExtensionApproved, ExtensionRefused,
    ExtensionRequested, RecallCause, ReturnRequested, ReturnRuling, Takeover,
};
use crate::policy::{Limit, Rules};
use crate::privacy::ProtectedText;

/// Where a unit has not taken the matter as its own yet.
const BEFORE_ACCEPTING: &[DispatchState] =
    &[DispatchState::Issued, DispatchState::Signed, DispatchState::Reported];
/// Where a unit works.
const WORKING: &[DispatchState] =
    &[DispatchState::Signed, DispatchState::Reported, DispatchState::Accepted, DispatchState::Rework];

impl Case {
    /// Extensions that count for this dispatch: for the lead those of every unit that led, because a transfer is no new
    /// time.
    pub(super) fn extensions_given(&self, dispatch: &Dispatch) -> u32 {
        if dispatch.role != DispatchRole::Lead {
            return dispatch.extensions;
        }
        let leads = self.dispatches.iter().filter(|held| held.role == DispatchRole::Lead);
        leads.map(|held| held.extensions).sum()
    }

    /// The return request on this dispatch that waits for its ruling.
    pub(super) fn open_dispute(&self, dispatch: Uuid) -> Option<&Dispute> {
        self.disputes.iter().find(|held| held.request.dispatch == dispatch && held.ruling.is_none())
    }

    /// 退单: before accepting, once per unit and case, in time, never in an emergency, and never after the last word.
    pub(super) fn request_return(
        &self,
        dispatch: &Dispatch,
        request: Uuid,
        (basis, reason): (ProtectedText, ProtectedText),
        proposed_unit: Option<Code>,
        facts: &Facts,
    ) -> Decision {
        expect_mandatory(dispatch)?;
        self.expect_no_emergency()?;
        expect_state(dispatch, BEFORE_ACCEPTING)?;
        if self.determined.is_some() {
            return Err(CaseError::Determined);
        }
        if self.open_dispute(dispatch.id).is_some() {
            return Err(CaseError::AlreadyPending);
        }
        if self.disputes.iter().any(|held| held.request.department == dispatch.department) {
            return Err(CaseError::ReturnedAlready);
        }
        let rules = self.rules(facts)?;
        let until = facts.due(rules.return_within, dispatch.issued_at);
        if facts.now > until {
            return Err(CaseError::ReturnTooLate { until });
        }
        if proposed_unit.as_deref() == Some(dispatch.department.as_str()) {
            return Err(CaseError::OwnUnitProposed);
        }
        Ok(vec![CaseEvent::ReturnRequested(ReturnRequested {
            request,
            dispatch: dispatch.id,
            department: dispatch.department.clone(),
            basis,
            reason,
            proposed_unit,
            ruling_due_at: facts.due(rules.return_ruling_within, facts.now),
            by: facts.actor.clone(),
            at: facts.now,
        })])
    }

    /// 延期: asked for before the clock runs out, with a length and a reason.
    pub(super) fn request_extension(
        &self,
        dispatch: &Dispatch,
        request: Uuid,
        length: Limit,
        reason: ProtectedText,
        facts: &Facts,
    ) -> Decision {
        expect_mandatory(dispatch)?;
        self.expect_no_emergency()?;
        expect_state(dispatch, WORKING)?;
        let due_at = dispatch.clocks.due_at.ok_or(CaseError::NoDeadline)?;
        if facts.now > due_at {
            return Err(CaseError::AfterExpiry);
        }
        if self.extensions.iter().any(|held| held.pending() && held.request.dispatch == dispatch.id) {
            return Err(CaseError::AlreadyPending);
        }
        expect_room(self.extensions.len())?;
        expect_extensible(
            dispatch,
            self.extensions_given(dispatch),
            length,
            self.rules(facts)?,
            &facts.calendar,
        )?;
        Ok(vec![CaseEvent::ExtensionRequested(ExtensionRequested {
            request,
            dispatch: dispatch.id,
            length,
            reason,
            by: facts.actor.clone(),
            at: facts.now,
        })])
    }

    pub(super) fn rule_on_dispatch(&self, id: Uuid, ruling: DispatchRuling, facts: &Facts) -> Decision {
        let dispatch = self.dispatch(id).ok_or(CaseError::DispatchNotFound)?;
        match ruling {
            DispatchRuling::Return { approve, reason, dispatch: next, unit } => {
                self.rule_return(dispatch, approve, &reason, next, unit, facts)
            }
            DispatchRuling::Extension { approve, reason } => {
                self.rule_extension(dispatch, approve, reason, facts)
            }
        }
    }

    /// The second request of a case is decided by the level that speaks the last word (审定): whatever it says is
    /// final. Whoever loses bears the time: the desk that sent the wrong unit, or the unit that asked in vain.
    fn rule_return(
        &self,
        dispatch: &Dispatch,
        approve: bool,
        reason: &ProtectedText,
        next: Uuid,
        unit: Option<Code>,
        facts: &Facts,
    ) -> Decision {
        let dispute = self.open_dispute(dispatch.id).ok_or(CaseError::NothingPending)?;
        let first =
            self.disputes.first().is_some_and(|first| first.request.request == dispute.request.request);
        let last_word = !first || self.determined.is_some();
        let approvals = &self.rules(facts)?.approvals;
        let level = if last_word { &approvals.determination } else { &approvals.first_return };
        expect_approver(level, &dispute.request.by, facts)?;
        let own = dispatch.department.clone();
        let unit = if approve {
            expect_owing(dispatch)?;
            self.expect_no_emergency()?;
            let unit =
                unit.or_else(|| dispute.request.proposed_unit.clone()).ok_or(CaseError::UnitMissing)?;
            if unit == own {
                return Err(CaseError::UnitUnchanged);
            }
            self.expect_fresh_unit(&unit)?;
            unit
        } else {
            own.clone()
        };
        let desk = facts.actor.unit.clone().unwrap_or_else(|| own.clone());
        let borne_by = if approve { desk } else { own.clone() };
        let ruling = ReturnRuling {
            request: dispute.request.request,
            dispatch: dispatch.id,
            department: own,
            approved: approve,
            unit: unit.clone(),
            reason: reason.clone(),
            borne_by: borne_by.clone(),
            by: facts.actor.clone(),
            at: facts.now,
        };
        let ruled = match (last_word, approve) {
            (true, _) => CaseEvent::LeadDetermined(ruling),
            (false, true) => CaseEvent::ReturnApproved(ruling),
            (false, false) => CaseEvent::ReturnRefused(ruling),
        };
        let mut events = vec![ruled];
        if approve {
            let to = Takeover { dispatch: next, department: unit };
            events.extend(self.hand_over(
                dispatch,
                RecallCause::Returned,
                &to,
                reason,
                Some(borne_by),
                facts,
            )?);
        }
        Ok(events)
    }

    /// The extension is counted from the end of the clock, not from the ruling.
    fn rule_extension(
        &self,
        dispatch: &Dispatch,
        approve: bool,
        reason: ProtectedText,
        facts: &Facts,
    ) -> Decision {
        let asked =
            self.extensions.iter().find(|held| held.pending() && held.request.dispatch == dispatch.id);
        let request = &asked.ok_or(CaseError::NothingPending)?.request;
        let rules = self.rules(facts)?;
        let level = rules.extension_level(self.extensions_given(dispatch));
        expect_approver(level, &request.by, facts)?;
        let (by, at) = (facts.actor.clone(), facts.now);
        let (request, length) = (request.request, request.length);
        if !approve {
            let refused = ExtensionRefused { request, dispatch: dispatch.id, reason, by, at };
            return Ok(vec![CaseEvent::ExtensionRefused(refused)]);
        }
        self.expect_no_emergency()?;
        expect_owing(dispatch)?;
        let previous_due_at = dispatch.clocks.due_at.ok_or(CaseError::NoDeadline)?;
        let end = self.extended_end(dispatch, length, previous_due_at, facts)?;
        Ok(vec![CaseEvent::ExtensionApproved(ExtensionApproved {
            request,
            dispatch: dispatch.id,
            previous_due_at,
            due_at: end.due_at,
            warn_at: Some(end.warn_at),
            provisional: end.provisional,
            reason,
            by,
            at,
        })])
    }
}

/// No more extensions than the policy has, and none longer than it allows or than the limit that it extends.
pub(super) fn expect_extensible(
    dispatch: &Dispatch,
    given: u32,
    length: Limit,
    rules: &Rules,
    calendar: &WorkCalendar,
) -> Result<(), CaseError> {
    if given >= rules.extensions_max {
        return Err(CaseError::ExtensionsExhausted { max: rules.extensions_max });
    }
    if length.nominal() > rules.extension_max.nominal()
        || dispatch.first_due_at.is_some_and(|own| {
            // As if both had been counted from the same instant: days of work hold weekends.
            calendar.outlasts(length, dispatch.issued_at, own)
        })
    {
        return Err(CaseError::ExtensionTooLong { max: rules.extension_max });
    }
    Ok(())
}
