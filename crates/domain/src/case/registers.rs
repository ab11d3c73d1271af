//! 台账: the lists on which a case must not be forgotten, as a function of the case alone.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Case, CaseStatus, ItemState, Petition};
use crate::actor::Code;

/// A list of cases that somebody must look at, or that must never be out of sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// 挂账: parked cases, by the day on which they are looked at again.
    Parked,
    /// 待审批: whatever waits for somebody's decision.
    AwaitingDecision,
    /// 待审回音壁: words for the wall that somebody else must check, those proposed first at the top.
    EchoWording,
    /// 退单争议: returns that wait for their ruling.
    Disputed,
    /// 无头事项: matters without a duty holder, and who owns them meanwhile.
    Orphan,
    /// 不满意件: cases whose resident is not content and whose exit is not chosen.
    Dissatisfied,
    /// 督办: supervisions that go on, by the day on which an answer is due.
    Supervised,
    /// 计划类: cases that are worked off by stages, by the next one.
    Planned,
    /// 未销号: cases with items that are not struck off.
    OpenItems,
    /// 自动签收: dispatches that the service had to sign for.
    SignedAutomatically,
    /// 强制结案: cases that were closed without the resident.
    ForceClosed,
    /// 剔除: cases that do not count in the scores.
    Excluded,
    /// 回头看: closed cases, by the day on which they are looked at again.
    LookBack,
    /// 红牌: open cases that got one, since the last.
    RedCard,
}

impl Register {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Parked,
        Self::AwaitingDecision,
        Self::EchoWording,
        Self::Disputed,
        Self::Orphan,
        Self::Dissatisfied,
        Self::Supervised,
        Self::Planned,
        Self::OpenItems,
        Self::SignedAutomatically,
        Self::ForceClosed,
        Self::Excluded,
        Self::LookBack,
        Self::RedCard,
    ];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Parked => "parked",
            Self::AwaitingDecision => "awaiting_decision",
            Self::EchoWording => "echo_wording",
            Self::Disputed => "disputed",
            Self::Orphan => "orphan",
            Self::Dissatisfied => "dissatisfied",
            Self::Supervised => "supervised",
            Self::Planned => "planned",
            Self::OpenItems => "open_items",
            Self::SignedAutomatically => "signed_automatically",
            Self::ForceClosed => "force_closed",
            Self::Excluded => "excluded",
            Self::LookBack => "look_back",
            Self::RedCard => "red_card",
        }
    }
}

/// That a case stands on a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterEntry {
    /// Which register.
    pub register: Register,
    /// Since when.
    pub since: DateTime<Utc>,
    /// By when something is due; none where nothing is.
    pub due_at: Option<DateTime<Utc>>,
    /// The unit that it concerns.
    pub unit: Option<Code>,
}

impl Case {
    /// The registers on which the case stands, each once.
    pub fn registers(&self) -> Vec<RegisterEntry> {
        let mut entries: Vec<RegisterEntry> = Vec::new();
        entries.extend(self.parked());
        entries.extend(self.awaiting_decision());
        entries.extend(self.echo_wording());
        entries.extend(self.orphaned());
        entries.extend(self.dissatisfied());
        entries.extend(self.supervised());
        entries.extend(self.planned());
        entries.extend(self.open_items());
        entries.extend(self.signed_automatically());
        entries.extend(self.kept_in_sight());
        entries.extend(self.carded());
        entries
    }

    fn entry(
        &self,
        register: Register,
        since: DateTime<Utc>,
        due_at: Option<DateTime<Utc>>,
    ) -> RegisterEntry {
        RegisterEntry { register, since, due_at, unit: self.contact_unit().map(str::to_owned) }
    }

    fn parked(&self) -> Option<RegisterEntry> {
        let suspension = self.suspended()?;
        let since = suspension.petition.ruling.as_ref()?.at;
        Some(self.entry(Register::Parked, since, Some(suspension.review_at)))
    }

    /// The oldest thing that waits, and the first by when it is due; returns stand on a register of their own too.
    fn awaiting_decision(&self) -> Vec<RegisterEntry> {
        let open = !self.status.terminal();
        let disputed =
            self.disputes.iter().filter(|_| open).find(|dispute| dispute.ruling.is_none()).map(|dispute| {
                let request = &dispute.request;
                let unit = Some(request.department.clone());
                let due_at = Some(request.ruling_due_at);
                RegisterEntry { register: Register::Disputed, since: request.at, due_at, unit }
            });
        let asked = [
            disputed.as_ref().map(|dispute| dispute.since),
            pending(&self.extensions, |request| request.at).filter(|_| open),
            self.suspensions
                .last()
                .filter(|held| held.petition.pending())
                .map(|held| held.petition.request.at),
            pending(&self.forced_closings, |request| request.at).filter(|_| open),
            pending(&self.exclusions, |request| request.at),
            pending(&self.score_appeals, |request| request.at),
            self.echo.pending.as_ref().map(|proposed| proposed.at),
        ];
        let due_at = disputed.as_ref().and_then(|dispute| dispute.due_at);
        let waiting = asked.into_iter().flatten().min();
        let waiting = waiting.map(|since| self.entry(Register::AwaitingDecision, since, due_at));
        waiting.into_iter().chain(disputed).collect()
    }

    /// Due from the moment in which it was proposed, which keeps them in the order in which they came.
    fn echo_wording(&self) -> Option<RegisterEntry> {
        let proposed_at = self.echo.pending.as_ref()?.at;
        Some(self.entry(Register::EchoWording, proposed_at, Some(proposed_at)))
    }

    /// An orphan matter leaves the register when another unit takes over from its owner, or the case ends.
    fn orphaned(&self) -> Option<RegisterEntry> {
        let orphan = self.orphan.as_ref()?;
        let owned = self.lead().is_some_and(|lead| lead.department == orphan.owner);
        let entry = RegisterEntry {
            register: Register::Orphan,
            since: orphan.at,
            due_at: self.due_at(),
            unit: Some(orphan.owner.clone()),
        };
        (owned && !self.status.terminal()).then_some(entry)
    }

    fn dissatisfied(&self) -> Option<RegisterEntry> {
        let (recorded, exit) = self.dissatisfactions.last()?;
        let waits = exit.is_none() && self.status == CaseStatus::Dissatisfied;
        waits.then(|| self.entry(Register::Dissatisfied, recorded.at, self.due_at()))
    }

    /// The supervision whose answer is due first speaks for all; where none is due, the oldest.
    fn supervised(&self) -> Option<RegisterEntry> {
        let open = || self.supervisions.iter().filter(|held| held.lifted_at.is_none());
        let first = open().next().filter(|_| !self.status.terminal())?;
        let unanswered = open().filter(|held| held.answered_at.is_none());
        let due = unanswered.filter_map(|held| held.issued.reply_due_at.map(|due_at| (due_at, held)));
        let next = due.min_by_key(|(due_at, _)| *due_at);
        Some(RegisterEntry {
            register: Register::Supervised,
            since: first.issued.at,
            due_at: next.map(|(due_at, _)| due_at),
            unit: Some(next.map_or(first, |(_, held)| held).issued.department.clone()),
        })
    }

    /// A case that was sent without a deadline stands here too until it has a plan: it must have one or the other. That
    /// the record of another system has none says nothing of the kind.
    fn planned(&self) -> Option<RegisterEntry> {
        if self.status.terminal() {
            return None;
        }
        let Some(plan) = &self.plan else {
            let lead = self.lead().filter(|lead| lead.clocks.due_at.is_none() && !lead.imported)?;
            return Some(self.entry(Register::Planned, lead.issued_at, None));
        };
        let next = plan.milestones.iter().find(|planned| planned.reached_at.is_none())?;
        let due_at = plan.progress_due_at.map_or(next.milestone.due_at, |due| due.min(next.milestone.due_at));
        Some(self.entry(Register::Planned, plan.agreed_at, Some(due_at)))
    }

    fn open_items(&self) -> Option<RegisterEntry> {
        let open = || self.items.iter().filter(|item| item.state != ItemState::StruckOff);
        let since = open().map(|item| item.listed_at).min().filter(|_| !self.status.terminal())?;
        let due_at = open().filter_map(|item| item.order.as_ref().map(|order| order.due_at)).min();
        Some(self.entry(Register::OpenItems, since, due_at))
    }

    fn signed_automatically(&self) -> Option<RegisterEntry> {
        let unanswered = self.awaited().find(|held| held.signed_automatically && held.reported_at.is_none());
        let dispatch = unanswered.filter(|_| !self.status.terminal())?;
        Some(RegisterEntry {
            register: Register::SignedAutomatically,
            since: dispatch.signed_at?,
            due_at: Some(dispatch.clocks.report_due_at),
            unit: Some(dispatch.department.clone()),
        })
    }

    /// By the end that was let pass: the oldest lateness comes first.
    fn carded(&self) -> Option<RegisterEntry> {
        let card = self.red_card.as_ref().filter(|_| !self.status.terminal())?;
        Some(RegisterEntry {
            register: Register::RedCard,
            since: card.struck_at,
            due_at: Some(card.due_at),
            unit: Some(card.unit.clone()),
        })
    }

    /// What was closed by force, left out of the scores, or is to be looked at again.
    fn kept_in_sight(&self) -> Vec<RegisterEntry> {
        let mut entries = Vec::new();
        if let Some(closure) = &self.closure {
            if closure.forced {
                entries.push(self.entry(Register::ForceClosed, closure.at, None));
            }
            let next = self.next_look_back();
            entries.extend(next.map(|due_at| self.entry(Register::LookBack, closure.at, Some(due_at))));
        }
        let granted = self.exclusions.iter().rev().find(|petition| petition.granted());
        let ruling = granted.and_then(|petition| petition.ruling.as_ref());
        entries.extend(ruling.map(|ruling| self.entry(Register::Excluded, ruling.at, None)));
        entries
    }
}

fn pending<R>(petitions: &[Petition<R>], at: impl Fn(&R) -> DateTime<Utc>) -> Option<DateTime<Utc>> {
    petitions.iter().find(|petition| petition.pending()).map(|petition| at(&petition.request))
}
