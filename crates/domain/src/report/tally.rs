//! Counts of facts, which can be added and subtracted.

use std::ops::{AddAssign, SubAssign};

use chrono::{DateTime, Utc};

use super::{Durations, Fact, SATISFIED_MIN, Stage, Standing, Subject};
use crate::case::Level;
use crate::policy::WhistleKind;

/// What is counted. The order is that of the arrays in the database: new counts are added at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Count {
    /// 派单: dispatches issued that had to be answered.
    Issued,
    /// 应结案: had to be done; the sum of closed, open and suspended.
    Due,
    /// 结案.
    Closed,
    /// 按期结案: closed, and not after the due instant.
    ClosedOnTime,
    /// 超期未结: open, past its due instant and not parked.
    OpenOverdue,
    /// 在办未到期: open, and its due instant is still to come.
    OpenInTime,
    /// Open, of a tally that was not judged at an instant: overdue or in time.
    OpenUnjudged,
    /// 挂账: open and parked.
    Suspended,
    /// 剔除: left out of everything else.
    Excluded,
    /// 强制结案.
    Forced,
    /// Signatures that were expected.
    SignDue,
    /// 及时签收.
    SignedInTime,
    /// Responses that were expected.
    ResponseDue,
    /// 及时响应.
    RespondedInTime,
    /// 拒不报到: the service had to sign, and nobody responded in time.
    RefusedReports,
    /// The same of what is open, of a tally that was not judged: a refusal once the due instant is past.
    RefusalUnjudged,
    /// 退单申请.
    ReturnsAsked,
    /// 退单 approved.
    ReturnsApproved,
    /// 返工.
    Reworks,
    /// Feedbacks.
    Feedbacks,
    /// 应回访.
    CallbackDue,
    /// 回访成功.
    CallbackAnswered,
    /// Answered: solved.
    Solved,
    /// Answered: 1 of 5, very dissatisfied.
    Satisfaction1,
    /// Answered: 2 of 5.
    Satisfaction2,
    /// Answered: 3 of 5, 基本满意.
    Satisfaction3,
    /// Answered: 4 of 5.
    Satisfaction4,
    /// Answered: 5 of 5, very satisfied.
    Satisfaction5,
    /// 回头看 done.
    LookedBack,
    /// 复发: back at the look-back.
    Relapsed,
    /// 虚假办结, unless an appeal was upheld.
    FalseClosures,
    /// 红牌, unless an appeal was upheld.
    RedCards,
    /// 重复诉求: the same matter had been closed at the same place a short while before.
    Repeats,
    /// Closed at the building.
    ResolvedBuilding,
    /// Closed at the compound.
    ResolvedCompound,
    /// Closed at the community.
    ResolvedCommunity,
    /// Closed at the street.
    ResolvedStreet,
    /// Closed at the district.
    ResolvedDistrict,
    /// Cases raised, whatever became of them.
    Raised,
    /// 主动发现: raised by a grid worker, on a visit, on patrol, by a sensor.
    Proactive,
    /// Declined, not accepted, diverted, merged, withdrawn.
    TurnedAway,
    /// 就地化解: handled without departments.
    Local,
    /// 吹哨: cases for which departments were called.
    Whistles,
    /// 应自办: whistles that were turned away although the neighbourhood stood behind them.
    WhistlesRejected,
    /// Whistles that had to say what the neighbourhood tried itself: all but emergencies.
    AttemptDue,
    /// Those that said it.
    AttemptGiven,
    /// 办结、无期限: closed without ever having had a deadline. They are neither on time nor late, and are in no rate of it:
    /// whoever leaves deadlines out must not look better for it.
    ClosedUndated,
    /// 诉求 that were raised here, and held against what had been closed before: all but the records of other systems.
    RaisedHere,
}

impl Count {
    /// All of them, in order.
    pub const ALL: [Self; COUNTS] = [
        Self::Issued,
        Self::Due,
        Self::Closed,
        Self::ClosedOnTime,
        Self::OpenOverdue,
        Self::OpenInTime,
        Self::OpenUnjudged,
        Self::Suspended,
        Self::Excluded,
        Self::Forced,
        Self::SignDue,
        Self::SignedInTime,
        Self::ResponseDue,
        Self::RespondedInTime,
        Self::RefusedReports,
        Self::RefusalUnjudged,
        Self::ReturnsAsked,
        Self::ReturnsApproved,
        Self::Reworks,
        Self::Feedbacks,
        Self::CallbackDue,
        Self::CallbackAnswered,
        Self::Solved,
        Self::Satisfaction1,
        Self::Satisfaction2,
        Self::Satisfaction3,
        Self::Satisfaction4,
        Self::Satisfaction5,
        Self::LookedBack,
        Self::Relapsed,
        Self::FalseClosures,
        Self::RedCards,
        Self::Repeats,
        Self::ResolvedBuilding,
        Self::ResolvedCompound,
        Self::ResolvedCommunity,
        Self::ResolvedStreet,
        Self::ResolvedDistrict,
        Self::Raised,
        Self::Proactive,
        Self::TurnedAway,
        Self::Local,
        Self::Whistles,
        Self::WhistlesRejected,
        Self::AttemptDue,
        Self::AttemptGiven,
        Self::ClosedUndated,
        Self::RaisedHere,
    ];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Due => "due",
            Self::Closed => "closed",
            Self::ClosedOnTime => "closed_on_time",
            Self::OpenOverdue => "open_overdue",
            Self::OpenInTime => "open_in_time",
            Self::OpenUnjudged => "open_unjudged",
            Self::Suspended => "suspended",
            Self::Excluded => "excluded",
            Self::Forced => "forced",
            Self::SignDue => "sign_due",
            Self::SignedInTime => "signed_in_time",
            Self::ResponseDue => "response_due",
            Self::RespondedInTime => "responded_in_time",
            Self::RefusedReports => "refused_reports",
            Self::RefusalUnjudged => "refusal_unjudged",
            Self::ReturnsAsked => "returns_asked",
            Self::ReturnsApproved => "returns_approved",
            Self::Reworks => "reworks",
            Self::Feedbacks => "feedbacks",
            Self::CallbackDue => "callback_due",
            Self::CallbackAnswered => "callback_answered",
            Self::Solved => "solved",
            Self::Satisfaction1 => "satisfaction_1",
            Self::Satisfaction2 => "satisfaction_2",
            Self::Satisfaction3 => "satisfaction_3",
            Self::Satisfaction4 => "satisfaction_4",
            Self::Satisfaction5 => "satisfaction_5",
            Self::LookedBack => "looked_back",
            Self::Relapsed => "relapsed",
            Self::FalseClosures => "false_closures",
            Self::RedCards => "red_cards",
            Self::Repeats => "repeats",
            Self::ResolvedBuilding => "resolved_building",
            Self::ResolvedCompound => "resolved_compound",
            Self::ResolvedCommunity => "resolved_community",
            Self::ResolvedStreet => "resolved_street",
            Self::ResolvedDistrict => "resolved_district",
            Self::Raised => "raised",
            Self::Proactive => "proactive",
            Self::TurnedAway => "turned_away",
            Self::Local => "local",
            Self::Whistles => "whistles",
            Self::WhistlesRejected => "whistles_rejected",
            Self::AttemptDue => "attempt_due",
            Self::AttemptGiven => "attempt_given",
            Self::ClosedUndated => "closed_undated",
            Self::RaisedHere => "raised_here",
        }
    }

    /// The count with this name on the wire. What is only counted between two judgements has none that is asked for.
    pub fn from_code(code: &str) -> Option<Self> {
        let asked = |count: &Self| !matches!(count, Self::OpenUnjudged | Self::RefusalUnjudged);
        Self::ALL.into_iter().filter(asked).find(|count| count.code() == code)
    }
}

/// How many counts there are.
pub const COUNTS: usize = Count::RaisedHere as usize + 1;

/// Channels through which a matter was found before anybody complained (未诉先办).
const PROACTIVE: [&str; 5] = ["grid", "grid_worker", "visit", "patrol", "sensor"];

/// Counts and durations of facts. Tallies of two sets of facts add up to the tally of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    counts: [i64; COUNTS],
    /// How long things took.
    pub durations: Durations,
}

impl Default for Tally {
    fn default() -> Self {
        Self { counts: [0; COUNTS], durations: Durations::default() }
    }
}

impl Tally {
    /// The tally of one fact.
    ///
    /// With an instant, clocks are judged at it, and what was done later has not been done yet. Without one, everything
    /// that is known has happened, and what is open is neither overdue nor in time until [`judged`](Self::judged) says:
    /// this is what can be kept, because it does not change as time goes by.
    pub fn of(fact: &Fact, at: Option<DateTime<Utc>>) -> Self {
        let mut tally = Self::default();
        tally.count(fact, at);
        tally
    }

    /// Adds one fact; see [`of`](Self::of).
    pub fn add(&mut self, fact: &Fact, at: Option<DateTime<Utc>>) {
        self.count(fact, at);
    }

    /// The tally of many facts.
    pub fn of_all<'a>(facts: impl IntoIterator<Item = &'a Fact>, at: Option<DateTime<Utc>>) -> Self {
        let mut tally = Self::default();
        facts.into_iter().for_each(|fact| tally.count(fact, at));
        tally
    }

    /// How many.
    pub const fn get(&self, count: Count) -> i64 {
        self.counts[count as usize]
    }

    /// All counts, in the order of [`Count`]: how the database keeps them.
    pub const fn counts(&self) -> &[i64; COUNTS] {
        &self.counts
    }

    /// A tally of what the database kept. Counts that it did not know yet are zero, and those that this program does
    /// not know are left out.
    pub fn from_counts(counts: &[i64], durations: Durations) -> Self {
        let mut tally = Self { durations, ..Self::default() };
        for (own, kept) in tally.counts.iter_mut().zip(counts) {
            *own = *kept;
        }
        tally
    }

    /// Adds counts that the database kept, see [`from_counts`](Self::from_counts), `times` times.
    pub fn merge_counts(&mut self, kept: impl IntoIterator<Item = i64>, times: i64) {
        let mut own = self.counts.iter_mut();
        kept.into_iter().for_each(|kept| own.next().into_iter().for_each(|own| *own += kept * times));
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.counts.iter().all(|count| *count == 0) && self.durations.is_empty()
    }

    /// Judges what is open, of facts all of which were due before the instant of judgement (`past`), or none was.
    #[must_use]
    pub fn judged(mut self, past: bool) -> Self {
        let open = std::mem::take(&mut self.counts[Count::OpenUnjudged as usize]);
        let refused = std::mem::take(&mut self.counts[Count::RefusalUnjudged as usize]);
        self.bump(if past { Count::OpenOverdue } else { Count::OpenInTime }, open);
        self.bump(Count::RefusedReports, if past { refused } else { 0 });
        self
    }

    const fn bump(&mut self, count: Count, by: i64) {
        self.counts[count as usize] += by;
    }

    fn one_if(&mut self, count: Count, yes: bool) {
        self.bump(count, i64::from(yes));
    }

    fn count(&mut self, fact: &Fact, at: Option<DateTime<Utc>>) {
        if fact.excluded {
            self.bump(Count::Excluded, i64::from(fact.standing == Standing::Owed));
            return;
        }
        if fact.subject == Subject::Case {
            self.count_whistle(fact);
        }
        match fact.standing {
            Standing::Owed => {
                self.count_handling(fact, at);
                self.count_resident(fact);
                self.count_faults(fact);
                self.count_step(fact, at);
            }
            Standing::HandedOn => self.count_step(fact, at),
            Standing::TurnedAway => {}
        }
    }

    /// The neighbourhood's side: what was raised, and what became of it before departments had it.
    fn count_whistle(&mut self, fact: &Fact) {
        self.bump(Count::Raised, 1);
        self.one_if(Count::Proactive, PROACTIVE.contains(&fact.source.as_str()));
        self.one_if(Count::RaisedHere, fact.repeats.is_some());
        self.one_if(Count::Repeats, fact.repeats == Some(true));
        self.one_if(Count::TurnedAway, fact.standing == Standing::TurnedAway);
        self.one_if(Count::Local, fact.local && fact.standing == Standing::Owed);
        if let Some(whistle) = fact.whistle {
            let attempt_due = fact.kind != WhistleKind::Emergency;
            self.bump(Count::Whistles, 1);
            self.one_if(Count::WhistlesRejected, whistle.rejected);
            self.one_if(Count::AttemptDue, attempt_due);
            self.one_if(Count::AttemptGiven, attempt_due && whistle.local_attempt);
        }
    }

    /// Issue, signature and return: also of what was handed on.
    fn count_step(&mut self, fact: &Fact, at: Option<DateTime<Utc>>) {
        self.bump(Count::Issued, i64::from(fact.issued));
        self.bump(Count::ReturnsAsked, i64::from(fact.returns.asked));
        self.bump(Count::ReturnsApproved, i64::from(fact.returns.approved));
        if let Some(signing) = fact.signing {
            let signed_at = signing.done_by(at);
            self.bump(Count::SignDue, 1);
            self.one_if(Count::SignedInTime, signed_at.is_some_and(|signed_at| signed_at <= signing.due_at));
            self.measure(Stage::Signing, fact, signed_at);
        }
    }

    /// The deadline and the response.
    fn count_handling(&mut self, fact: &Fact, at: Option<DateTime<Utc>>) {
        let closed_at = fact.closed_at.filter(|closed_at| at.is_none_or(|at| *closed_at <= at));
        let Some(due_at) = fact.due_at else {
            if closed_at.is_some() {
                self.bump(Count::ClosedUndated, 1);
                self.count_closing(fact);
                self.count_response(fact, Count::Closed, at);
            }
            return;
        };
        self.bump(Count::Due, 1);
        let open = match (closed_at, at) {
            (Some(closed_at), _) => {
                self.one_if(Count::ClosedOnTime, closed_at <= due_at);
                self.count_closing(fact);
                self.measure(Stage::Closing, fact, Some(closed_at));
                Count::Closed
            }
            (None, _) if fact.parked => Count::Suspended,
            (None, None) => Count::OpenUnjudged,
            (None, Some(at)) if at > fact.counted_at => Count::OpenOverdue,
            (None, Some(_)) => Count::OpenInTime,
        };
        self.bump(open, 1);
        self.count_response(fact, open, at);
    }

    fn count_response(&mut self, fact: &Fact, open: Count, at: Option<DateTime<Utc>>) {
        let Some(response) = fact.response else { return };
        let responded_at = response.done_by(at);
        let in_time = responded_at.is_some_and(|responded_at| responded_at <= response.due_at);
        self.bump(Count::ResponseDue, 1);
        self.one_if(Count::RespondedInTime, in_time);
        self.measure(Stage::Response, fact, responded_at);
        if fact.signed_automatically && !in_time && !fact.appeal_upheld {
            match open {
                Count::Closed | Count::OpenOverdue => self.bump(Count::RefusedReports, 1),
                Count::OpenUnjudged => self.bump(Count::RefusalUnjudged, 1),
                _ => {}
            }
        }
    }

    fn count_closing(&mut self, fact: &Fact) {
        self.one_if(Count::Forced, fact.forced);
        self.bump(
            match fact.level {
                Level::Building => Count::ResolvedBuilding,
                Level::Compound => Count::ResolvedCompound,
                Level::Community => Count::ResolvedCommunity,
                Level::Street => Count::ResolvedStreet,
                Level::District => Count::ResolvedDistrict,
            },
            1,
        );
    }

    fn count_resident(&mut self, fact: &Fact) {
        self.one_if(Count::CallbackDue, fact.resident.due);
        let Some(verdict) = fact.resident.verdict else { return };
        self.bump(Count::CallbackAnswered, 1);
        self.one_if(Count::Solved, verdict.solved);
        self.bump(
            match verdict.satisfaction {
                0 | 1 => Count::Satisfaction1,
                2 => Count::Satisfaction2,
                SATISFIED_MIN => Count::Satisfaction3,
                4 => Count::Satisfaction4,
                5.. => Count::Satisfaction5,
            },
            1,
        );
    }

    fn count_faults(&mut self, fact: &Fact) {
        self.bump(Count::Feedbacks, i64::from(fact.feedbacks));
        self.bump(Count::Reworks, i64::from(fact.reworks));
        self.one_if(Count::LookedBack, fact.relapsed.is_some());
        self.one_if(Count::Relapsed, fact.relapsed == Some(true));
        self.one_if(Count::FalseClosures, fact.false_closure && !fact.appeal_upheld);
        self.bump(Count::RedCards, if fact.appeal_upheld { 0 } else { i64::from(fact.red_cards) });
    }

    fn measure(&mut self, stage: Stage, fact: &Fact, done_at: Option<DateTime<Utc>>) {
        if let Some(done_at) = done_at {
            self.durations.count(stage, (done_at - fact.started_at).num_seconds());
        }
    }

    fn merge(&mut self, other: &Self, times: i64) {
        for (own, others) in self.counts.iter_mut().zip(&other.counts) {
            *own += others * times;
        }
        self.durations.merge(&other.durations, times);
    }
}

impl AddAssign<&Tally> for Tally {
    fn add_assign(&mut self, other: &Tally) {
        self.merge(other, 1);
    }
}

impl SubAssign<&Tally> for Tally {
    fn sub_assign(&mut self, other: &Tally) {
        self.merge(other, -1);
    }
}
