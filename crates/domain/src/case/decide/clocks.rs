//! When the clocks of a dispatch end: from their start, after a pause, with an extension, under another category.

use chrono::{DateTime, Utc};

use super::{Case, CaseError, Facts};
use crate::calendar::{Due, Provisional, WorkCalendar};
use crate::case::{Dispatch, DispatchClocks, ProvisionalClocks, Reclocked, Suspension, category_is_imported};
use crate::policy::{Clocks, Limit, PolicySet, WhistleKind};

impl Facts {
    /// When a limit that starts at `from` ends.
    pub(super) fn due(&self, limit: Limit, from: DateTime<Utc>) -> DateTime<Utc> {
        self.calendar.due(limit, from).at
    }
}

/// The limits of a dispatch of such a case.
pub(super) fn limits(policy: &PolicySet, category: &str, kind: WhistleKind) -> Result<Clocks, CaseError> {
    // What only another system knows has no limits of its own: those of the kind hold.
    let foreign = || category_is_imported(category).then(|| policy.clocks_of(kind));
    let limits = policy.clocks_for(category, kind).or_else(foreign);
    limits.ok_or_else(|| CaseError::UnknownCategory(category.to_owned()))
}

/// These limits for a unit, which may have a duty room round the clock.
const fn limits_of(limits: Clocks, round_the_clock: bool) -> Clocks {
    if round_the_clock { limits.round_the_clock() } else { limits }
}

/// The clocks of a dispatch that starts now, and whether they are those of a unit with a duty room round the clock.
pub(super) fn clocks_for(unit: &str, limits: Clocks, facts: &Facts) -> (DispatchClocks, bool) {
    let round_the_clock = facts.calendar.round_the_clock(unit);
    (clocks_of(round_the_clock, limits, facts), round_the_clock)
}

/// The clocks of a dispatch that starts now, at a unit with a duty room round the clock or without one.
pub(super) fn clocks_of(round_the_clock: bool, limits: Clocks, facts: &Facts) -> DispatchClocks {
    started(limits_of(limits, round_the_clock), facts.now, &facts.calendar)
}

/// The clocks of a dispatch that starts anew now.
pub(super) fn clocks_anew(dispatch: &Dispatch, limits: Clocks, facts: &Facts) -> DispatchClocks {
    clocks_of(dispatch.round_the_clock, limits, facts)
}

/// An end, and the mark that it bears while it is provisional.
type End = (DateTime<Utc>, Option<Provisional>);

fn started(limits: Clocks, from: DateTime<Utc>, calendar: &WorkCalendar) -> DispatchClocks {
    let end = |limit: Limit| {
        let due = calendar.due(limit, from);
        (due.at, calendar.mark(limit, from, due))
    };
    let close = limits.close.map(end);
    let warning = |(limit, (due_at, _)): (Limit, End)| calendar.warning_at(limit, from, due_at);
    let warn_at = limits.close.zip(close).map(warning);
    assembled(end(limits.sign_in), end(limits.report), limits.contact.map(end), close, warn_at)
}

fn assembled(
    (sign_due_at, sign_in): End,
    (report_due_at, report): End,
    contact: Option<End>,
    close: Option<End>,
    warn_at: Option<DateTime<Utc>>,
) -> DispatchClocks {
    let (contact_due_at, contact) = contact.map_or((None, None), |(at, mark)| (Some(at), mark));
    let (due_at, close) = close.map_or((None, None), |(at, mark)| (Some(at), mark));
    let provisional = ProvisionalClocks { sign_in, report, contact, close };
    DispatchClocks { sign_due_at, report_due_at, contact_due_at, due_at, warn_at, provisional }
}

/// What an extension comes to.
pub(super) struct ExtendedEnd {
    pub(super) due_at: DateTime<Utc>,
    pub(super) warn_at: DateTime<Utc>,
    pub(super) provisional: Option<Provisional>,
}

impl Case {
    /// The limits by which the case is judged now.
    pub(super) fn limits(&self, facts: &Facts) -> Result<Clocks, CaseError> {
        let filing = self.filing.as_ref().ok_or(CaseError::NotFound)?;
        limits(self.policy(facts)?, &filing.category, filing.kind)
    }

    /// The end of a dispatch that gets so much more time behind `previous`. The clock keeps its own arithmetic: that of
    /// its limit, where it has one.
    pub(super) fn extended_end(
        &self,
        dispatch: &Dispatch,
        length: Limit,
        previous: DateTime<Utc>,
        facts: &Facts,
    ) -> Result<ExtendedEnd, CaseError> {
        let calendar = &facts.calendar;
        let due = calendar.extended(length, previous);
        let limit = self.limits(facts)?.close.unwrap_or(length);
        let held = dispatch.clocks.provisional.close;
        let provisional = match held {
            Some(mark) => Some(mark),
            None => calendar.mark(limit, facts.now.min(previous), due),
        };
        let warn_at = calendar.warning_at(limit, dispatch.issued_at, due.at);
        Ok(ExtendedEnd { due_at: due.at, warn_at, provisional })
    }

    /// 解除挂账: every clock has as much time left as when the case was parked, in its own arithmetic. Time that had run
    /// out before stays out.
    pub(super) fn clocks_after(
        &self,
        parked: &Suspension,
        facts: &Facts,
    ) -> Result<Vec<Reclocked>, CaseError> {
        let Some(since) = parked.petition.ruling.as_ref().map(|ruling| ruling.at) else {
            return Ok(Vec::new());
        };
        let pause = Pause { limits: self.limits(facts)?, since, until: facts.now, calendar: &facts.calendar };
        let reclocked = |dispatch: &Dispatch| {
            let clocks = pause.passed(dispatch);
            (clocks != dispatch.clocks).then_some(Reclocked { dispatch: dispatch.id, clocks })
        };
        Ok(self.awaited().filter_map(reclocked).collect())
    }
}

struct Pause<'a> {
    limits: Clocks,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    calendar: &'a WorkCalendar,
}

impl Pause<'_> {
    fn passed(&self, dispatch: &Dispatch) -> DispatchClocks {
        let limits = limits_of(self.limits, dispatch.round_the_clock);
        let (held, marks) = (dispatch.clocks, dispatch.clocks.provisional);
        // A clock that its category does not limit any more goes on by the hour.
        let by_the_clock = Limit::Minutes(0);
        let (contact, close) = (limits.contact.unwrap_or(by_the_clock), limits.close.unwrap_or(by_the_clock));
        let ends = held.due_at.map(|due_at| self.end(close, due_at, marks.close));
        assembled(
            self.end(limits.sign_in, held.sign_due_at, marks.sign_in),
            self.end(limits.report, held.report_due_at, marks.report),
            held.contact_due_at.map(|due_at| self.end(contact, due_at, marks.contact)),
            ends,
            ends.and_then(|(due_at, _)| self.warning(close, &held, due_at)),
        )
    }

    fn end(&self, limit: Limit, due: DateTime<Utc>, mark: Option<Provisional>) -> End {
        if due <= self.since {
            return (due, mark);
        }
        let later = self.calendar.after_pause(limit, due, self.since, self.until);
        (later.at, self.calendar.mark(limit, self.until, later))
    }

    /// What had run out keeps its warning, also where it had none.
    fn warning(&self, limit: Limit, held: &DispatchClocks, due_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if held.due_at.is_some_and(|held| held <= self.since) {
            return held.warn_at;
        }
        let pause = (self.since, self.until);
        Some(match held.warn_at {
            Some(warning) => self.calendar.warning_after_pause(limit, warning, pause, due_at),
            None => self.calendar.warning_at(limit, self.until, due_at),
        })
    }
}

/// 重新分类: from the limits of one category and kind to those of another.
pub(super) struct Change<'a> {
    pub(super) old: Clocks,
    pub(super) new: Clocks,
    /// When the clock of the whole case started.
    pub(super) whole_from: DateTime<Utc>,
    pub(super) calendar: &'a WorkCalendar,
}

impl Change<'_> {
    pub(super) fn of(&self, dispatch: &Dispatch) -> Reclocked {
        let (held, from) = (dispatch.clocks, dispatch.issued_at);
        let [old, new] = [self.old, self.new].map(|limits| limits_of(limits, dispatch.round_the_clock));
        let close = self.new.close.map(|new| self.end(self.old.close, new, self.whole_from, held.due_at));
        let warning =
            |(limit, (due_at, _)): (Limit, End)| self.calendar.warning_at(limit, self.whole_from, due_at);
        let clocks = assembled(
            self.end(Some(old.sign_in), new.sign_in, from, Some(held.sign_due_at)),
            self.end(Some(old.report), new.report, from, Some(held.report_due_at)),
            self.new.contact.map(|new| self.end(self.old.contact, new, from, held.contact_due_at)),
            close,
            self.new.close.zip(close).map(warning),
        );
        Reclocked { dispatch: dispatch.id, clocks }
    }

    /// Where a clock ends under its new limit, `from` being its start. What it was granted beyond its old limit, it is
    /// granted beyond the new one, in the arithmetic of that.
    fn end(&self, old: Option<Limit>, new: Limit, from: DateTime<Utc>, held: Option<DateTime<Utc>>) -> End {
        let fresh = self.calendar.due(new, from);
        let due = match old.zip(held) {
            Some((old, held)) => self.granted_as_well((old, new), from, held, fresh),
            None => fresh,
        };
        (due.at, self.calendar.mark(new, from, due))
    }

    fn granted_as_well(
        &self,
        (old, new): (Limit, Limit),
        from: DateTime<Utc>,
        held: DateTime<Utc>,
        fresh: Due,
    ) -> Due {
        let before = self.calendar.due(old, from).at;
        if held == before {
            return fresh;
        }
        let moved = self.calendar.moved(new, before, held, fresh.at);
        Due { provisional: moved.provisional || fresh.provisional, ..moved }
    }
}
