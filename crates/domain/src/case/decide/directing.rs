//! Changing who is sent, and bringing them together.

use uuid::Uuid;

use super::clocks::{Change, clocks, limits};
use super::dispatching::stages;
use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_room};
use crate::actor::{Actor, Code};
use crate::case::{
    CaseReclassified, Directing, Dispatch, DispatchIssued, DispatchRecalled, DispatchRole, DispatchState,
    IssueDispatches, JointAction, JointActionHeld, JointActionScheduled, JointActionSignedIn, OrphanDeclared,
    RecallCause, Reclocked, Takeover,
};
use crate::policy::WhistleKind;
use crate::privacy::ProtectedText;

/// Where departments are at work.
pub(super) const AT_WORK: &[CaseStatus] = &[CaseStatus::Dispatched, CaseStatus::InHandling];

impl Case {
    pub(super) fn direct(&self, directing: Directing, facts: &Facts) -> Decision {
        match directing {
            Directing::Reclassify { category, kind, reason } => {
                self.reclassify(category, kind, reason, facts)
            }
            Directing::DeclareOrphan { dispatch, owner, territorial_owner, reason } => {
                let to = Takeover { dispatch, department: owner };
                self.declare_orphan(to, territorial_owner, reason, facts)
            }
            Directing::AddDispatches(issue) => self.add_dispatches(issue, facts),
            Directing::Transfer { dispatch, to, reason } => self.transfer(dispatch, &to, &reason, facts),
            Directing::Release { dispatch, reason } => self.release(dispatch, reason, facts),
            Directing::ScheduleJointAction { action, meets_at, place, purpose, units } => {
                self.expect_status(AT_WORK)?;
                expect_room(self.joint_actions.len())?;
                let held = || self.dispatches.iter().filter(|dispatch| dispatch.held());
                let units = if units.is_empty() {
                    held().map(|dispatch| dispatch.department.clone()).collect()
                } else {
                    units
                };
                if units.iter().any(|unit| !held().any(|dispatch| dispatch.department == *unit)) {
                    return Err(CaseError::NotSent);
                }
                if let Some(twice) = units.iter().enumerate().find(|(at, unit)| units[..*at].contains(unit)) {
                    return Err(CaseError::DepartmentTwice(twice.1.clone()));
                }
                let (by, at) = (facts.actor.clone(), facts.now);
                Ok(vec![CaseEvent::JointActionScheduled(JointActionScheduled {
                    action,
                    meets_at,
                    place,
                    purpose,
                    units,
                    by,
                    at,
                })])
            }
            Directing::SignInJointAction { action, unit, person } => {
                let found = self.open_joint_action(action)?;
                if !found.scheduled.units.contains(&unit) {
                    return Err(CaseError::NotInvited);
                }
                if found.signed_in.iter().any(|(present, _)| *present == unit) {
                    return Err(CaseError::SignedInAlready);
                }
                let (by, at) = (facts.actor.clone(), facts.now);
                Ok(vec![CaseEvent::JointActionSignedIn(JointActionSignedIn { action, unit, person, by, at })])
            }
            Directing::HoldJointAction { action, result } => {
                let found = self.open_joint_action(action)?;
                let absent = found.absent().cloned().collect();
                let (by, at) = (facts.actor.clone(), facts.now);
                Ok(vec![CaseEvent::JointActionHeld(JointActionHeld { action, result, absent, by, at })])
            }
        }
    }

    fn open_joint_action(&self, id: Uuid) -> Result<&JointAction, CaseError> {
        let found = self.joint_actions.iter().find(|action| action.scheduled.action == id);
        let found = found.ok_or(CaseError::JointActionUnknown)?;
        if found.held_at.is_some() { Err(CaseError::JointActionOver) } else { Ok(found) }
    }

    /// Category and kind change, the policy version does not. Clocks that are running end earlier or later by as much
    /// as the limits differ: a matter that was wrongly classified gains no time by it, and loses none that it was
    /// granted, was parked or was reopened for.
    fn reclassify(
        &self,
        category: Code,
        kind: Option<WhistleKind>,
        reason: ProtectedText,
        facts: &Facts,
    ) -> Decision {
        self.expect_status(&[CaseStatus::Filed, CaseStatus::Dispatched, CaseStatus::InHandling])?;
        let policy = self.policy(facts)?;
        let kind = kind.or(self.kind()).ok_or(CaseError::NotFound)?;
        if self.category() == Some(&category) && self.kind() == Some(kind) {
            return Err(CaseError::Nothing);
        }
        let filing = self.filing.as_ref().ok_or(CaseError::NotFound)?;
        let old = limits(policy, &filing.category, filing.kind)?;
        let new = limits(policy, &category, kind)?;
        let whole_from = self.first_issued_at().unwrap_or(facts.now);
        let change = Change { old, new, whole_from, calendar: &facts.calendar };
        let clocks: Vec<Reclocked> = self.awaited().map(|dispatch| change.of(dispatch)).collect();
        // A deadline gives way to agreed stages, and to nothing else.
        let unlimited = self.due_at().is_some() && new.close.is_none();
        let agreed = self.plan.as_ref().is_some_and(|plan| plan.awaited_milestones() > 0);
        if unlimited && !agreed {
            return Err(CaseError::NoPlan);
        }
        let (by, at) = (facts.actor.clone(), facts.now);
        Ok(vec![CaseEvent::CaseReclassified(CaseReclassified { category, kind, reason, clocks, by, at })])
    }

    /// 无头事项: the unit that owns such matters leads, and answers for the whole (牵头负全责), until the duty is found.
    /// Whoever had it first stays in touch with the resident.
    fn declare_orphan(
        &self,
        to: Takeover,
        territorial_owner: Code,
        reason: ProtectedText,
        facts: &Facts,
    ) -> Decision {
        let mut events = Vec::new();
        let first_recipient = self.contact_unit().map(str::to_owned);
        let (by, at) = (facts.actor.clone(), facts.now);
        let declared = |reason: &ProtectedText| {
            CaseEvent::OrphanDeclared(OrphanDeclared {
                owner: to.department.clone(),
                first_recipient: first_recipient.clone(),
                reason: reason.clone(),
                by: by.clone(),
                at,
            })
        };
        if let Some(lead) = self.lead() {
            self.expect_status(AT_WORK)?;
            expect_owing(lead)?;
            self.expect_no_dispute(lead.id)?;
            self.expect_fresh_unit(&to.department)?;
            events.push(declared(&reason));
            events.extend(self.hand_over(lead, RecallCause::Orphaned, &to, &reason, None, facts)?);
            return Ok(events);
        }
        let (version, category, kind) = if let Some(filing) = &self.filing {
            self.expect_status(&[CaseStatus::Filed])?;
            (filing.policy_version, filing.category.clone(), filing.kind)
        } else {
            let filed = self.filing_for(None, None, facts)?;
            let pinned = (filed.policy_version, filed.category.clone(), filed.kind);
            events.push(CaseEvent::CaseFiled(filed));
            pinned
        };
        let policy = facts.policies.version(version).ok_or(CaseError::UnknownPolicy(version))?;
        events.push(declared(&reason));
        events.push(CaseEvent::DispatchIssued(DispatchIssued {
            dispatch: to.dispatch,
            line_owner: to.department.clone(),
            department: to.department,
            role: DispatchRole::Lead,
            instruction: reason,
            territorial_owner,
            clocks: clocks(policy, &category, kind, at, facts)?,
            at,
        }));
        let stages = stages(policy, &category, facts).filter(|_| self.plan.is_none());
        events.extend(stages.map(CaseEvent::PlanAgreed));
        Ok(events)
    }

    fn add_dispatches(&self, issue: IssueDispatches, facts: &Facts) -> Decision {
        self.expect_status(AT_WORK)?;
        let filing = self.filing.as_ref().ok_or(CaseError::NotFound)?;
        expect_room(self.dispatches.len() + issue.targets.len())?;
        if issue.targets.is_empty() {
            return Err(CaseError::Nothing);
        }
        let own = clocks(self.policy(facts)?, &filing.category, filing.kind, facts.now, facts)?;
        let clocks = own.closing_like(self.lead().map(|lead| &lead.clocks));
        let mut events: Vec<CaseEvent> = Vec::with_capacity(issue.targets.len());
        for target in issue.targets {
            if target.role == DispatchRole::Lead {
                return Err(CaseError::NotOneLead);
            }
            self.expect_fresh_unit(&target.department)?;
            let twice = |event: &CaseEvent| matches!(event, CaseEvent::DispatchIssued(issued) if issued.department == target.department);
            if events.iter().any(twice) {
                return Err(CaseError::DepartmentTwice(target.department));
            }
            events.push(CaseEvent::DispatchIssued(DispatchIssued {
                dispatch: target.dispatch,
                department: target.department,
                role: target.role,
                instruction: issue.instruction.clone(),
                line_owner: issue.line_owner.clone(),
                territorial_owner: issue.territorial_owner.clone(),
                clocks,
                at: facts.now,
            }));
        }
        Ok(events)
    }

    fn transfer(&self, id: Uuid, to: &Takeover, reason: &ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(AT_WORK)?;
        let dispatch = self.dispatch(id).ok_or(CaseError::DispatchNotFound)?;
        expect_owing(dispatch)?;
        self.expect_no_dispute(id)?;
        self.expect_fresh_unit(&to.department)?;
        self.hand_over(dispatch, RecallCause::Transferred, to, reason, None, facts)
    }

    fn release(&self, id: Uuid, reason: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(AT_WORK)?;
        let dispatch = self.dispatch(id).ok_or(CaseError::DispatchNotFound)?;
        if dispatch.role == DispatchRole::Lead {
            return Err(CaseError::NotAnHelper);
        }
        // A case that was reopened has notified units that are done with it.
        if !RELEASABLE.contains(&dispatch.state) {
            return Err(CaseError::WrongDispatchState { found: dispatch.state, expected: RELEASABLE });
        }
        self.expect_no_dispute(id)?;
        let (by, at) = (facts.actor.clone(), facts.now);
        let cause = RecallCause::Released;
        Ok(vec![CaseEvent::DispatchRecalled(DispatchRecalled {
            dispatch: id,
            cause,
            reason,
            borne_by: None,
            by,
            at,
        })])
    }

    /// One unit's dispatch ends, another's begins. Signing and reporting start anew for the new unit; the end of the
    /// case does not move, because its clock never stops for who is to do it.
    pub(super) fn hand_over(
        &self,
        from: &Dispatch,
        cause: RecallCause,
        to: &Takeover,
        reason: &ProtectedText,
        borne_by: Option<Code>,
        facts: &Facts,
    ) -> Decision {
        expect_room(self.dispatches.len())?;
        let filing = self.filing.as_ref().ok_or(CaseError::NotFound)?;
        let fresh = clocks(self.policy(facts)?, &filing.category, filing.kind, facts.now, facts)?;
        let (by, at): (Actor, _) = (facts.actor.clone(), facts.now);
        let recalled =
            DispatchRecalled { dispatch: from.id, cause, reason: reason.clone(), borne_by, by, at };
        let issued = DispatchIssued {
            dispatch: to.dispatch,
            department: to.department.clone(),
            role: from.role,
            instruction: from.instruction.clone(),
            line_owner: from.line_owner.clone(),
            territorial_owner: from.territorial_owner.clone(),
            clocks: fresh.closing_like(Some(&from.clocks)),
            at,
        };
        Ok(vec![CaseEvent::DispatchRecalled(recalled), CaseEvent::DispatchIssued(issued)])
    }

    /// A return request is ruled on before anything else happens to its dispatch.
    fn expect_no_dispute(&self, dispatch: Uuid) -> Result<(), CaseError> {
        if self.open_dispute(dispatch).is_some() { Err(CaseError::ReturnPending) } else { Ok(()) }
    }

    /// A unit has at most one part in a case at a time.
    pub(super) fn expect_fresh_unit(&self, unit: &str) -> Result<(), CaseError> {
        let holds = |dispatch: &Dispatch| dispatch.held() && dispatch.department == unit;
        if self.dispatches.iter().any(holds) {
            return Err(CaseError::DepartmentTwice(unit.to_owned()));
        }
        Ok(())
    }
}

/// Where the unit still owes a step: neither fed back nor found good, nor taken back or discharged.
const OWING: &[DispatchState] = &[
    DispatchState::Issued,
    DispatchState::Signed,
    DispatchState::Reported,
    DispatchState::Accepted,
    DispatchState::Rework,
];

pub(super) fn expect_owing(dispatch: &Dispatch) -> Result<(), CaseError> {
    if !dispatch.role.mandatory() {
        return Err(CaseError::OnlyNotified);
    }
    if OWING.contains(&dispatch.state) {
        return Ok(());
    }
    Err(CaseError::WrongDispatchState { found: dispatch.state, expected: OWING })
}

/// Where a helping unit can be let go: as long as the case has not ended.
const RELEASABLE: &[DispatchState] = &[
    DispatchState::Issued,
    DispatchState::Signed,
    DispatchState::Reported,
    DispatchState::Accepted,
    DispatchState::FeedbackSubmitted,
    DispatchState::Rework,
    DispatchState::Verified,
];
