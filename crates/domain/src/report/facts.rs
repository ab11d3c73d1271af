//! A case, taken apart into what is counted.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Fact, Mark, Resident, Returns, Standing, Subject, Whistle};
use crate::actor::Code;
use crate::case::{Case, CaseStatus, Dispatch, DispatchRole, DispatchState, Ending, Report};

impl Case {
    /// Everything that the case contributes to reports: one fact for itself, once it is due or has ended, and one for
    /// each dispatch that had to be answered (two where a ruling laid the time on another unit).
    ///
    /// What has neither a deadline nor an end yet, such as planned work without a plan, is not counted before it has one.
    pub fn facts(&self, id: Uuid) -> Vec<Fact> {
        let Some(report) = &self.report else { return Vec::new() };
        let Some(blank) = self.blank(id, report) else { return Vec::new() };
        let mandatory = self.dispatches.iter().filter(|dispatch| dispatch.role.mandatory());
        let dispatches = mandatory.flat_map(|dispatch| self.dispatch_facts(&blank, dispatch));
        self.case_fact(&blank).into_iter().chain(dispatches).collect()
    }

    /// What all facts of the case have in common.
    fn blank(&self, id: Uuid, report: &Report) -> Option<Fact> {
        let closure = self.closure.as_ref();
        Some(Fact {
            id,
            subject: Subject::Case,
            case: id,
            number: report.number.clone(),
            unit: None,
            borne: false,
            area: report.location.area.clone(),
            territorial_unit: report.location.territorial_unit.clone(),
            category: self.category()?.to_owned(),
            kind: self.kind()?,
            level: closure.map_or(self.level, |closure| closure.resolved_at_level),
            source: report.source.clone(),
            standing: Standing::Owed,
            counted_at: report.raised_at,
            started_at: report.raised_at,
            due_at: None,
            closed_at: None,
            signing: None,
            response: None,
            signed_automatically: false,
            parked: false,
            excluded: self.excluded(),
            forced: closure.is_some_and(|closure| closure.forced),
            imported: false,
            issued: 0,
            returns: Returns::default(),
            feedbacks: 0,
            reworks: 0,
            resident: self.asked(),
            relapsed: self.relapsed(),
            false_closure: self.said_too_early(),
            red_cards: 0,
            appeal_upheld: false,
            repeats: None,
            local: self.dispatches.is_empty() && self.local_handling.is_some(),
            whistle: None,
        })
    }

    fn case_fact(&self, blank: &Fact) -> Option<Fact> {
        let mut fact = Fact { whistle: self.whistle(), repeats: self.repeats(), ..blank.clone() };
        if let Some(ended_at) = self.turned_away_at() {
            fact.standing = Standing::TurnedAway;
            fact.counted_at = ended_at;
            return Some(fact);
        }
        let lead = self
            .lead()
            .or_else(|| self.dispatches.iter().rfind(|dispatch| dispatch.role == DispatchRole::Lead));
        if let Some(lead) = lead {
            fact.due_at = self.end_of(lead);
            fact.imported = imported(lead);
            fact.signing = signing(lead);
            fact.response = response(lead);
            fact.signed_automatically = lead.signed_automatically;
        }
        fact.closed_at = self.closure.as_ref().map(|closure| closure.at);
        fact.parked = self.suspended().is_some();
        let mandatory = || self.dispatches.iter().filter(|dispatch| dispatch.role.mandatory());
        fact.issued = mandatory().map(|_| 1).sum();
        fact.feedbacks = mandatory().map(feedbacks).sum();
        fact.reworks = mandatory().map(|dispatch| dispatch.reworks).sum();
        fact.red_cards = mandatory().map(red_cards).sum();
        fact.returns = self.returns(|_| true);
        fact.counted_at = fact.due_at.or(fact.closed_at)?;
        Some(fact)
    }

    fn dispatch_facts(&self, blank: &Fact, dispatch: &Dispatch) -> Vec<Fact> {
        let due_at = self.end_of(dispatch);
        let closed_at = self.done_at(dispatch);
        let taken_back = !dispatch.held() || (self.ending.is_some() && dispatch.fed_back_at.is_none());
        let ran_out = due_at.is_some_and(|due_at| closed_at.is_none_or(|closed_at| closed_at > due_at));
        let Some(counted_at) = due_at.or(closed_at) else { return Vec::new() };
        let borne_by = dispatch.borne_by.as_ref().filter(|unit| **unit != dispatch.department);
        let held = Fact {
            id: dispatch.id,
            subject: Subject::Dispatch,
            unit: Some(dispatch.department.clone()),
            standing: if taken_back && (!ran_out || borne_by.is_some()) {
                Standing::HandedOn
            } else {
                Standing::Owed
            },
            counted_at,
            started_at: dispatch.issued_at,
            due_at,
            closed_at,
            signing: signing(dispatch),
            response: response(dispatch),
            signed_automatically: dispatch.signed_automatically,
            parked: self.suspended().is_some(),
            imported: imported(dispatch),
            issued: 1,
            returns: self.returns(|id| id == dispatch.id),
            feedbacks: feedbacks(dispatch),
            reworks: dispatch.reworks,
            red_cards: red_cards(dispatch),
            appeal_upheld: self.appeal_upheld(&dispatch.department),
            ..blank.clone()
        };
        let borne = borne_by.filter(|_| ran_out).map(|unit| self.borne_fact(&held, unit));
        std::iter::once(held).chain(borne).collect()
    }

    /// The time that another unit lost: that unit answers for the deadline, and for nothing that it had no hand in.
    fn borne_fact(&self, held: &Fact, unit: &Code) -> Fact {
        Fact {
            unit: Some(unit.clone()),
            borne: true,
            standing: Standing::Owed,
            signing: None,
            response: None,
            signed_automatically: false,
            issued: 0,
            returns: Returns::default(),
            feedbacks: 0,
            reworks: 0,
            resident: Resident::default(),
            relapsed: None,
            false_closure: false,
            red_cards: 0,
            appeal_upheld: self.appeal_upheld(unit),
            ..held.clone()
        }
    }

    /// By when a dispatch is to be done. Planned work has its last stage instead of a deadline.
    fn end_of(&self, dispatch: &Dispatch) -> Option<DateTime<Utc>> {
        let staged = || self.plan.as_ref()?.milestones.iter().map(|planned| planned.milestone.due_at).max();
        dispatch.clocks.due_at.or_else(staged)
    }

    /// When a dispatch was done for its unit: when it last fed back, since the time that others take for checking is not
    /// the department's; a rework opens it again. What was never fed back ends with the dispatch, or with the case.
    fn done_at(&self, dispatch: &Dispatch) -> Option<DateTime<Utc>> {
        use DispatchState::{Discharged, FeedbackSubmitted, Recalled, Verified};
        match dispatch.state {
            FeedbackSubmitted | Verified | Discharged => dispatch.fed_back_at.or(dispatch.discharged_at),
            Recalled => dispatch.discharged_at,
            _ => self.turned_away_at(),
        }
    }

    /// When the case ended without having been handled. A decline is the answer to a fresh report; its instant is that
    /// of the report.
    fn turned_away_at(&self) -> Option<DateTime<Utc>> {
        let declined = || {
            let report = self.report.as_ref().filter(|_| self.status == CaseStatus::Declined);
            report.map(|report| report.raised_at)
        };
        let ended = self.ending.as_ref().map(|ending| match ending {
            Ending::NotAccepted(ended) => ended.at,
            Ending::Diverted(ended) => ended.at,
            Ending::Merged(ended) => ended.at,
            Ending::Withdrawn(ended) => ended.at,
        });
        ended.or_else(declined)
    }

    /// The resident is to be asked from the moment at which the handling was found good, also of what was closed by
    /// force: those who were never asked are the classical hiding place.
    fn asked(&self) -> Resident {
        use CaseStatus::{Callback, Closed, Dissatisfied};
        let rated = || self.rating.as_ref().map(|rating| rating.verdict);
        let verdict = self.callback.answer.or_else(rated);
        let recorded = self.dispatches.iter().any(imported);
        let stage = matches!(self.status, Callback | Dissatisfied | Closed) && !recorded;
        Resident { due: stage || verdict.is_some() || !self.callback.unanswered_at.is_empty(), verdict }
    }

    /// Records of another system are not held against each other.
    fn repeats(&self) -> Option<bool> {
        let report = self.report.as_ref().filter(|_| self.imported.is_none());
        report.map(|report| report.repeats.is_some())
    }

    fn relapsed(&self) -> Option<bool> {
        let looked = !self.look_backs.is_empty();
        looked.then(|| self.look_backs.iter().any(|look| look.relapsed))
    }

    fn said_too_early(&self) -> bool {
        let unsolved = self.dissatisfactions.iter().any(|(recorded, _)| !recorded.verdict.solved);
        self.reopenings > 0 || self.relapsed() == Some(true) || unsolved
    }

    /// A whistle was blown when departments were sent, or when the neighbourhood stood behind one that was turned away.
    fn whistle(&self) -> Option<Whistle> {
        let endorsed = self.endorsement.as_ref();
        let rejected = matches!(self.ending, Some(Ending::NotAccepted(_))) && endorsed.is_some();
        let blown = rejected || !self.dispatches.is_empty();
        let local_attempt = endorsed.is_some_and(|endorsement| endorsement.local_attempt);
        blown.then_some(Whistle { rejected, local_attempt })
    }

    fn returns(&self, of: impl Fn(Uuid) -> bool) -> Returns {
        let mut returns = Returns::default();
        for dispute in self.disputes.iter().filter(|dispute| of(dispute.request.dispatch)) {
            returns.asked += 1;
            returns.approved += u32::from(dispute.ruling.as_ref().is_some_and(|ruling| ruling.approved));
        }
        returns
    }

    fn appeal_upheld(&self, unit: &str) -> bool {
        self.score_appeals.iter().any(|appeal| appeal.granted() && appeal.request.department == unit)
    }
}

/// 签收. What the service signed was not signed in time by anybody.
fn signing(dispatch: &Dispatch) -> Option<Mark> {
    let done_at = dispatch.signed_at.filter(|_| !dispatch.signed_automatically);
    (!imported(dispatch)).then_some(Mark { due_at: dispatch.clocks.sign_due_at, done_at })
}

/// 响应: reporting for duty or contacting the resident; the one that was in time speaks for both, else the earlier.
fn response(dispatch: &Dispatch) -> Option<Mark> {
    if imported(dispatch) {
        return None;
    }
    let report = Mark { due_at: dispatch.clocks.report_due_at, done_at: dispatch.reported_at };
    let contact_due_at = dispatch.clocks.contact_due_at.unwrap_or(report.due_at);
    let contact = Mark { due_at: contact_due_at, done_at: dispatch.contacted_at };
    let in_time = |mark: &Mark| mark.done_at.is_some_and(|done_at| done_at <= mark.due_at);
    let first = [report.done_at, contact.done_at].into_iter().flatten().min();
    let late = Mark { due_at: report.due_at, done_at: first };
    Some([report, contact].into_iter().find(in_time).unwrap_or(late))
}

/// Each rework follows a feedback, and one that stands was not sent back.
fn feedbacks(dispatch: &Dispatch) -> u32 {
    let stands = dispatch.fed_back_at.is_some() && dispatch.state != DispatchState::Rework;
    dispatch.reworks.saturating_add(u32::from(stands))
}

/// Whether it comes from the records of another system.
const fn imported(dispatch: &Dispatch) -> bool {
    dispatch.imported
}

/// 红牌 that were issued for it.
const fn red_cards(dispatch: &Dispatch) -> u32 {
    dispatch.red_cards
}
