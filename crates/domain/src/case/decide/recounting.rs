//! 重算期限: ends that ran into a year of which nobody knew the working days, once it is published.

use super::{Case, CaseEvent, Facts};
use crate::case::{ClockKind, DeadlineRecomputed, Dispatch, ProvisionalClock, RecountReason};

impl Case {
    /// The clocks that run and whose ends are provisional. What has been done has no clock, and what had run out when the
    /// case was parked has run out.
    pub fn provisional_clocks(&self) -> Vec<ProvisionalClock> {
        if self.status.terminal() {
            return Vec::new();
        }
        let suspended = self.suspended();
        let parked_since =
            suspended.and_then(|parked| parked.petition.ruling.as_ref()).map(|ruling| ruling.at);
        let clocks = self.awaited().flat_map(Dispatch::provisional_clocks);
        let running = clocks.filter(|clock| parked_since.is_none_or(|since| clock.due_at > since));
        running.map(|clock| ProvisionalClock { standing: parked_since.is_some(), ..clock }).collect()
    }

    /// Every provisional end of a published year, counted again; the verdict on what has run out stands. No end is moved
    /// into the past: whoever is still in time when the year is published has not been late before.
    pub(super) fn recount_deadlines(&self, facts: &Facts) -> Vec<CaseEvent> {
        let open = |clock: &ProvisionalClock| clock.standing || clock.due_at >= facts.now;
        let recounted = |clock: ProvisionalClock| {
            let due = facts.calendar.recounted(clock.mark, clock.due_at)?;
            let new = if clock.standing { due.at } else { due.at.max(facts.now) };
            let warn_at = (clock.clock == ClockKind::Close)
                .then(|| facts.calendar.warning_at(clock.mark.limit, clock.issued_at, new));
            Some(CaseEvent::DeadlineRecomputed(DeadlineRecomputed {
                dispatch: clock.dispatch,
                clock: clock.clock,
                old: clock.due_at,
                new,
                warn_at,
                provisional: facts.calendar.mark(clock.mark.limit, clock.mark.from, due),
                reason: RecountReason::CalendarPublished,
                year: clock.mark.year,
                at: facts.now,
            }))
        };
        self.provisional_clocks().into_iter().filter(open).filter_map(recounted).collect()
    }
}

impl Dispatch {
    fn provisional_clocks(&self) -> impl Iterator<Item = ProvisionalClock> {
        let (clocks, marks) = (self.clocks, self.clocks.provisional);
        let open = self.discharged_at.is_none();
        let found = [
            (ClockKind::SignIn, marks.sign_in, Some(clocks.sign_due_at), self.signed_at.is_none()),
            (ClockKind::Report, marks.report, Some(clocks.report_due_at), self.reported_at.is_none()),
            (ClockKind::Contact, marks.contact, clocks.contact_due_at, self.contacted_at.is_none()),
            (ClockKind::Close, marks.close, clocks.due_at, true),
        ];
        found.into_iter().filter(move |(.., runs)| open && *runs).filter_map(|(clock, mark, due_at, _)| {
            Some(ProvisionalClock {
                dispatch: self.id,
                clock,
                mark: mark?,
                due_at: due_at?,
                issued_at: self.issued_at,
                standing: false,
            })
        })
    }
}
