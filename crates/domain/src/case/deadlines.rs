//! What is owed by when, by whom: the clocks of a case as one list, and what they have struck already.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Case, CaseStatus, DeadlineKind, Dispatch, DispatchRole, DispatchState, Plan, Supervision};
use crate::lamp::{self, Lamp};

/// How loud a clock strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// 催办: half of the clock is over.
    Reminder,
    /// 黄牌: the end is near.
    Yellow,
    /// 红牌: it is over.
    Red,
}

/// A clock, and whether it still runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline<'a> {
    /// Which clock.
    pub clock: DeadlineKind,
    /// The dispatch to which it is counted; none where the unit holds none.
    pub dispatch: Option<Uuid>,
    /// Which stage of the plan, counted from one.
    pub milestone: Option<u32>,
    /// Which supervision is to be answered.
    pub supervision: Option<Uuid>,
    /// The unit that answers for the time.
    pub unit: &'a str,
    /// Since when the clock runs as it does.
    pub from: DateTime<Utc>,
    /// From when its end is near.
    pub warn_at: DateTime<Utc>,
    /// Its end, which is still in time.
    pub due_at: DateTime<Utc>,
    /// When what it demands was done.
    pub met_at: Option<DateTime<Utc>>,
    /// Whether somebody must still do it.
    pub owed: bool,
}

/// The ends for which a clock has struck. Only a later end strikes again, so that nothing strikes twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Struck {
    /// Which clock.
    pub clock: DeadlineKind,
    /// Which stage of the plan.
    pub milestone: Option<u32>,
    /// Which supervision.
    pub supervision: Option<Uuid>,
    /// The latest end that was reminded of.
    pub reminder: Option<DateTime<Utc>>,
    /// The latest end that was warned of.
    pub yellow: Option<DateTime<Utc>>,
    /// The latest end that got a red card.
    pub red: Option<DateTime<Utc>>,
    /// An end that had passed when what it demands was done, and that nobody had looked at yet: it gets its red card
    /// however late the clock of the service is.
    pub missed: Option<DateTime<Utc>>,
}

impl Struck {
    pub(super) const fn nothing(
        clock: DeadlineKind,
        milestone: Option<u32>,
        supervision: Option<Uuid>,
    ) -> Self {
        Self { clock, milestone, supervision, reminder: None, yellow: None, red: None, missed: None }
    }

    /// The latest end for which it struck as loud as `signal`, or louder.
    fn last(&self, signal: Signal) -> Option<DateTime<Utc>> {
        let red = self.red.max(self.missed);
        match signal {
            Signal::Red => red,
            Signal::Yellow => red.max(self.yellow),
            Signal::Reminder => red.max(self.yellow).max(self.reminder),
        }
    }
}

/// Something that a clock will strike, or should have struck.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strike<'a> {
    pub(super) signal: Signal,
    pub(super) deadline: Deadline<'a>,
    /// The end that it is struck for.
    pub(super) due_at: DateTime<Utc>,
    pub(super) strikes_at: DateTime<Utc>,
}

impl<'a> Deadline<'a> {
    /// The lamp while the clock runs: grey while the case is parked, none once nothing is owed. Reworks count against the
    /// ends of the work alone.
    pub fn lamp(&self, parked: bool, reworks: u32, at: DateTime<Utc>) -> Option<Lamp> {
        let reworks = if self.clock.reminds() { reworks } else { 0 };
        self.owed.then(|| Lamp::of(parked, self.from, self.warn_at, self.due_at, reworks, at))
    }

    /// When it strikes what. A clock that is too short for a warning has none.
    fn signals(self) -> impl Iterator<Item = Strike<'a>> {
        let half = self.from + (self.due_at - self.from) / 2;
        let yellow = self.clock.warns() && self.warn_at < self.due_at;
        let reminder = self.clock.reminds() && half < self.warn_at;
        let strikes = [
            (Signal::Reminder, reminder.then_some(half)),
            (Signal::Yellow, yellow.then_some(self.warn_at)),
            (Signal::Red, Some(self.due_at)),
        ];
        strikes.into_iter().filter_map(move |(signal, at)| {
            Some(Strike { signal, deadline: self, due_at: self.due_at, strikes_at: at? })
        })
    }
}

impl Dispatch {
    /// From when the end of its closing clock is near.
    pub fn warn_at(&self) -> Option<DateTime<Utc>> {
        let due_at = self.clocks.due_at?;
        Some(self.clocks.warn_at.unwrap_or_else(|| lamp::warned_from(self.issued_at, due_at)))
    }

    /// Whether its clocks strike: as long as its unit holds it. Those merely notified owe nothing, and for the past of
    /// another system nothing strikes.
    pub(super) const fn clocks_strike(&self) -> bool {
        self.awaited() && !self.imported
    }

    /// Its four clocks: signing, reporting, the resident's contact, and the end. Those merely notified have none. The
    /// lead alone calls the resident, who need not hear the same from everybody. What was imported has its end alone.
    pub fn deadlines(&self) -> Vec<Deadline<'_>> {
        use DispatchState::{Issued, Signed};
        if !self.role.mandatory() {
            return Vec::new();
        }
        let owing = self.owes_something();
        let unsigned = matches!(self.state, Issued);
        let unreported = matches!(self.state, Issued | Signed);
        let uncontacted = owing && self.role == DispatchRole::Lead && self.contacted_at.is_none();
        let done_at = self.fed_back_at.filter(|_| !owing);
        let clocks = &self.clocks;
        let four = [
            (DeadlineKind::SignIn, Some(clocks.sign_due_at), self.signed_at, unsigned),
            (DeadlineKind::Report, Some(clocks.report_due_at), self.reported_at, unreported),
            (DeadlineKind::Contact, clocks.contact_due_at, self.contacted_at, uncontacted),
            (DeadlineKind::Close, clocks.due_at, done_at, owing),
        ];
        let deadline = |(clock, due_at, met_at, owed): (_, Option<DateTime<Utc>>, _, _)| {
            let due_at = due_at.filter(|_| clock == DeadlineKind::Close || !self.imported)?;
            let stored = self.warn_at().filter(|_| clock == DeadlineKind::Close);
            Some(Deadline {
                clock,
                dispatch: Some(self.id),
                milestone: None,
                supervision: None,
                unit: self.borne_by.as_deref().unwrap_or(&self.department),
                from: self.clocked_at,
                warn_at: stored.unwrap_or_else(|| lamp::warned_from(self.clocked_at, due_at)),
                due_at,
                met_at,
                owed,
            })
        };
        four.into_iter().filter_map(deadline).collect()
    }
}

impl Case {
    /// The clocks of the case as a whole: its end, its stages, the reports on its progress, the answers to those above.
    pub fn deadlines(&self) -> Vec<Deadline<'_>> {
        let mut all = Vec::new();
        if let Some(lead) = self.lead() {
            all.extend(self.own_end(lead));
            if let Some(plan) = &self.plan {
                all.extend(self.stages(lead, plan));
            }
        }
        all.extend(self.supervisions.iter().filter_map(|held| self.reply_to(held)));
        all
    }

    /// When the lead has done its part, the time is that of whoever checks, asks and closes: the unit of the territory.
    fn own_end<'a>(&'a self, lead: &'a Dispatch) -> Option<Deadline<'a>> {
        let due_at = lead.clocks.due_at?;
        let owed =
            matches!(self.status, CaseStatus::Verification | CaseStatus::Callback | CaseStatus::Dissatisfied);
        let territory = self.report.as_ref().map(|report| report.location.territorial_unit.as_str());
        Some(Deadline {
            clock: DeadlineKind::CaseClose,
            dispatch: None,
            milestone: None,
            supervision: None,
            unit: territory.filter(|_| owed).unwrap_or(&lead.department),
            from: lead.clocked_at,
            warn_at: lead.warn_at().unwrap_or(due_at),
            due_at,
            met_at: self.closure.as_ref().map(|closure| closure.at),
            owed,
        })
    }

    /// The lead answers for the stages, and for saying how they come along.
    fn stages<'a>(&'a self, lead: &'a Dispatch, plan: &'a Plan) -> impl Iterator<Item = Deadline<'a>> {
        let at_work = matches!(self.status, CaseStatus::Dispatched | CaseStatus::InHandling);
        let deadline = move |clock, milestone, due_at, met_at: Option<DateTime<Utc>>| Deadline {
            clock,
            dispatch: Some(lead.id),
            milestone,
            supervision: None,
            unit: &lead.department,
            from: plan.agreed_at,
            warn_at: lamp::warned_from(plan.agreed_at, due_at),
            due_at,
            met_at,
            owed: at_work && met_at.is_none(),
        };
        let stages = (1..).zip(&plan.milestones).map(move |(number, planned)| {
            deadline(DeadlineKind::Milestone, Some(number), planned.milestone.due_at, planned.reached_at)
        });
        let progress = plan.progress_due_at.filter(|_| plan.open_milestones() > 0);
        stages.chain(progress.map(|due_at| deadline(DeadlineKind::Progress, None, due_at, None)))
    }

    fn reply_to<'a>(&'a self, held: &'a Supervision) -> Option<Deadline<'a>> {
        let due_at = held.issued.reply_due_at.filter(|_| held.lifted_at.is_none())?;
        let unit = held.issued.department.as_str();
        let dispatch = self.awaited().find(|dispatch| dispatch.department == unit);
        Some(Deadline {
            clock: DeadlineKind::Supervision,
            dispatch: dispatch.map(|dispatch| dispatch.id),
            milestone: None,
            supervision: Some(held.issued.supervision),
            unit,
            from: held.issued.at,
            warn_at: lamp::warned_from(held.issued.at, due_at),
            due_at,
            met_at: held.answered_at,
            owed: held.answered_at.is_none() && !self.status.terminal(),
        })
    }

    /// Whatever the clocks have still to strike, past or to come, in no order.
    pub(super) fn strikes(&self) -> Vec<Strike<'_>> {
        let mut strikes = Vec::new();
        for dispatch in self.dispatches.iter().filter(|dispatch| dispatch.clocks_strike()) {
            for deadline in dispatch.deadlines() {
                let struck = dispatch.struck.iter().find(|struck| struck.clock == deadline.clock);
                strikes.extend(open_strikes(deadline, struck, None));
            }
        }
        let lead = self.lead().filter(|lead| lead.clocks_strike());
        let its_end = lead.and_then(|lead| lead.struck.iter().find(|held| held.clock == DeadlineKind::Close));
        let of_no_dispatch = |clock| matches!(clock, DeadlineKind::Supervision);
        for deadline in self.deadlines() {
            if lead.is_none() && !of_no_dispatch(deadline.clock) {
                continue;
            }
            let struck = self.struck.iter().find(|struck| {
                (struck.clock, struck.milestone, struck.supervision)
                    == (deadline.clock, deadline.milestone, deadline.supervision)
            });
            // What the lead let pass is not held against whoever came after it.
            let before = its_end.filter(|_| deadline.clock == DeadlineKind::CaseClose);
            strikes.extend(open_strikes(deadline, struck, before));
        }
        strikes
    }
}

fn open_strikes<'a>(
    deadline: Deadline<'a>,
    struck: Option<&Struck>,
    before: Option<&Struck>,
) -> impl Iterator<Item = Strike<'a>> {
    let missed = struck.and_then(|struck| struck.missed).map(|end| Strike {
        signal: Signal::Red,
        deadline,
        due_at: end,
        strikes_at: end,
    });
    let last = move |signal| {
        let own = struck.and_then(|struck| struck.last(signal));
        own.max(before.and_then(|before| before.last(signal)))
    };
    let armed = deadline
        .signals()
        .filter(move |strike| deadline.owed && last(strike.signal).is_none_or(|last| last < deadline.due_at));
    missed.into_iter().chain(armed)
}
