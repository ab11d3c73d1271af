//! What the clocks have struck, and what was done too late for them to strike in time.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::case::{Case, CaseEvent, ClockSignal, DeadlineKind, Dispatch, Signal, Struck};

impl Case {
    pub(super) fn take_signal(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::ReminderSent(signal) => self.remember_strike(signal, Signal::Reminder),
            CaseEvent::YellowCardIssued(signal) => {
                self.remember_strike(signal, Signal::Yellow);
                self.count_card(signal, |dispatch| dispatch.yellow_cards += 1);
            }
            CaseEvent::RedCardIssued(signal) => {
                self.remember_strike(signal, Signal::Red);
                self.count_card(signal, |dispatch| dispatch.red_cards += 1);
                self.red_card = Some(signal.clone());
            }
            _ => {}
        }
    }

    fn remember_strike(&mut self, signal: &ClockSignal, strength: Signal) {
        let kept = if signal.clock.of_dispatch() {
            let dispatch = self.dispatches.iter_mut().find(|dispatch| Some(dispatch.id) == signal.dispatch);
            dispatch.map(|dispatch| &mut dispatch.struck)
        } else {
            Some(&mut self.struck)
        };
        let Some(kept) = kept else { return };
        let struck = entry(kept, signal.clock, signal.milestone, signal.supervision);
        let end = Some(signal.due_at);
        match strength {
            Signal::Reminder => struck.reminder = struck.reminder.max(end),
            Signal::Yellow => struck.yellow = struck.yellow.max(end),
            Signal::Red => {
                struck.red = struck.red.max(end);
                struck.missed = struck.missed.filter(|missed| Some(*missed) > struck.red);
            }
        }
    }

    fn count_card(&mut self, signal: &ClockSignal, count: impl FnOnce(&mut Dispatch)) {
        if let Some(dispatch) = signal.dispatch {
            self.change_dispatch(dispatch, count);
        }
    }

    /// What a clock of a dispatch demands is done, perhaps too late.
    pub(super) fn meet_clock(&mut self, event: &CaseEvent) {
        let (dispatch, clock, at) = match event {
            CaseEvent::DispatchSigned(signed) => (signed.dispatch, DeadlineKind::SignIn, signed.at),
            CaseEvent::DepartmentReported(reported) => (reported.dispatch, DeadlineKind::Report, reported.at),
            CaseEvent::ResidentContacted(contacted) => {
                (contacted.dispatch, DeadlineKind::Contact, contacted.at)
            }
            CaseEvent::FeedbackSubmitted(feedback) => (feedback.dispatch, DeadlineKind::Close, feedback.at),
            _ => return,
        };
        let at = self.hand_at(at);
        self.change_dispatch(dispatch, |dispatch| dispatch.meet(clock, at));
    }

    /// What every clock of the case shows at `at`: while it is parked, the instant at which they were stopped.
    pub(super) fn hand_at(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let parked = self.suspended().and_then(|parked| parked.petition.ruling.as_ref());
        parked.map_or(at, |ruling| ruling.at)
    }

    /// What a clock of the whole case demands was done at `at`.
    pub(super) fn meet(
        &mut self,
        (clock, milestone, supervision): (DeadlineKind, Option<u32>, Option<Uuid>),
        due_at: Option<DateTime<Utc>>,
        at: DateTime<Utc>,
    ) {
        let at = self.hand_at(at);
        if let Some(due_at) = due_at.filter(|due_at| at > *due_at) {
            entry(&mut self.struck, clock, milestone, supervision).miss(due_at);
        }
    }
}

impl Dispatch {
    /// What this clock demands was done when it showed `at`.
    pub(super) fn meet(&mut self, clock: DeadlineKind, at: DateTime<Utc>) {
        let deadlines = self.deadlines();
        let running = deadlines.iter().find(|deadline| deadline.clock == clock && deadline.owed);
        if let Some(due_at) = running.map(|running| running.due_at).filter(|due_at| at > *due_at) {
            entry(&mut self.struck, clock, None, None).miss(due_at);
        }
    }
}

impl Struck {
    fn miss(&mut self, due_at: DateTime<Utc>) {
        if self.red < Some(due_at) {
            self.missed = Some(due_at);
        }
    }
}

fn entry(
    kept: &mut Vec<Struck>,
    clock: DeadlineKind,
    milestone: Option<u32>,
    supervision: Option<Uuid>,
) -> &mut Struck {
    let found = kept
        .iter()
        .position(|held| (held.clock, held.milestone, held.supervision) == (clock, milestone, supervision));
    let at = found.unwrap_or_else(|| {
        kept.push(Struck::nothing(clock, milestone, supervision));
        kept.len() - 1
    });
    &mut kept[at]
}
