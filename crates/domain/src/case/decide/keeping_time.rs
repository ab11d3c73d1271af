//! What happens by itself when nobody acts in time: the signature that the service puts, and the calls up the chain.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Case, CaseEvent, Facts};
use crate::case::{ChainStep, Dispatch, DispatchSigned, DispatchState, DutyEscalated};
use crate::policy::WhistleKind;

impl Case {
    /// The next instant at which something happens by itself, if nothing else does before. None while nothing waits,
    /// and while the case is parked.
    pub fn timer_at(&self) -> Option<DateTime<Utc>> {
        if self.status.terminal() || self.suspended().is_some() {
            return None;
        }
        self.awaited().filter_map(|dispatch| self.timer_of(dispatch)).min()
    }

    fn timer_of(&self, dispatch: &Dispatch) -> Option<DateTime<Utc>> {
        if dispatch.state == DispatchState::Issued {
            return Some(dispatch.clocks.sign_due_at);
        }
        self.escalation_at(dispatch)
    }

    /// An emergency that nobody signed for in time is taken up the chain, a step at a time, until the unit reports
    /// for duty (24小时值班、逐级上报). What was found to be none is not.
    fn escalation_at(&self, dispatch: &Dispatch) -> Option<DateTime<Utc>> {
        let emergency = self.kind() == Some(WhistleKind::Emergency);
        let unanswered = dispatch.signed_automatically && dispatch.state == DispatchState::Signed;
        dispatch.escalated.as_ref().filter(|_| emergency && unanswered)?.next_at
    }

    /// Whatever is due by now, exactly once: what has happened is no longer due.
    pub(super) fn keep_time(&self, chains: &[(Uuid, Vec<ChainStep>)], facts: &Facts) -> Vec<CaseEvent> {
        if self.timer_at().is_none_or(|at| at > facts.now) {
            return Vec::new();
        }
        let due = |dispatch: &&Dispatch| self.timer_of(dispatch).is_some_and(|at| at <= facts.now);
        let mut events = Vec::new();
        for dispatch in self.awaited().filter(due) {
            if dispatch.state == DispatchState::Issued {
                events.push(CaseEvent::DispatchSigned(DispatchSigned {
                    dispatch: dispatch.id,
                    by: Uuid::nil(),
                    automatic: true,
                    at: facts.now,
                }));
            }
            let chain = chains.iter().find(|(id, _)| *id == dispatch.id).map(|(_, chain)| chain.as_slice());
            events.extend(self.call_next(dispatch, chain.unwrap_or_default(), facts));
        }
        events
    }

    /// The next of the chain is called; after the last of it nobody is. A chain that has become shorter since ends with
    /// whoever is its last now: they are called once more rather than nobody at all.
    fn call_next(&self, dispatch: &Dispatch, chain: &[ChainStep], facts: &Facts) -> Option<CaseEvent> {
        if self.kind() != Some(WhistleKind::Emergency) {
            return None;
        }
        let called = dispatch.escalated.as_ref().map_or(0, |escalated| escalated.step);
        let at = usize::try_from(called).unwrap_or(usize::MAX).min(chain.len().checked_sub(1)?);
        let (next, beyond) = chain[at..].split_first()?;
        let step = self.rules(facts).ok()?.escalation_step;
        Some(CaseEvent::DutyEscalated(DutyEscalated {
            dispatch: dispatch.id,
            step: called + 1,
            unit: next.unit.clone(),
            person: next.person.clone(),
            why: next.why.clone(),
            next_at: (!beyond.is_empty()).then(|| facts.due(step, facts.now)),
            at: facts.now,
        }))
    }
}
