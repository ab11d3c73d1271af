//! What happens by itself when nobody acts in time: the signature that the service puts, the calls up the chain, and
//! the clocks that strike.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Case, CaseEvent, Facts};
use crate::case::deadlines::Strike;
use crate::case::{
    ChainStep, ClockSignal, Dispatch, DispatchSigned, DispatchState, DutyEscalated, EVENTS_MAX, Signal,
};
use crate::policy::WhistleKind;

/// Most that the clocks of one case strike at once; the rest follows at the next look. A command has only so many events.
const STRIKES_AT_ONCE_MAX: usize = 256;

impl Case {
    /// The next instant at which something happens by itself, if nothing else does before. None while nothing waits,
    /// while the case is parked, and when its history is full.
    pub fn timer_at(&self) -> Option<DateTime<Utc>> {
        let full = usize::try_from(self.recorded.events).unwrap_or(usize::MAX) >= EVENTS_MAX;
        if full || self.status.terminal() || self.suspended().is_some() {
            return None;
        }
        let moves = self.awaited().filter_map(|dispatch| self.timer_of(dispatch)).min();
        let strikes = self.strikes().iter().map(|strike| strike.strikes_at).min();
        moves.into_iter().chain(strikes).min()
    }

    fn timer_of(&self, dispatch: &Dispatch) -> Option<DateTime<Utc>> {
        if dispatch.clocks_strike() && dispatch.state == DispatchState::Issued {
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

    /// Whatever is due by now, exactly once: what has happened is no longer due. First what the service does, then what
    /// the clocks have struck, in the order in which they did.
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
        events.extend(self.struck_by(facts.now));
        events
    }

    fn struck_by(&self, now: DateTime<Utc>) -> impl Iterator<Item = CaseEvent> {
        let mut strikes = self.strikes();
        strikes.retain(|strike| strike.strikes_at <= now);
        strikes.sort_by_key(|strike| (strike.strikes_at, strike.signal, strike.deadline.clock));
        strikes.into_iter().take(STRIKES_AT_ONCE_MAX).map(move |strike| recorded(&strike, now))
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

fn recorded(strike: &Strike<'_>, now: DateTime<Utc>) -> CaseEvent {
    let deadline = &strike.deadline;
    let signal = ClockSignal {
        clock: deadline.clock,
        dispatch: deadline.dispatch,
        milestone: deadline.milestone,
        supervision: deadline.supervision,
        unit: deadline.unit.to_owned(),
        due_at: strike.due_at,
        struck_at: strike.strikes_at,
        at: now,
    };
    match strike.signal {
        Signal::Reminder => CaseEvent::ReminderSent(signal),
        Signal::Yellow => CaseEvent::YellowCardIssued(signal),
        Signal::Red => CaseEvent::RedCardIssued(signal),
    }
}
