//! 台账: the matter, and each item of its list, as a line of the ledger. 解决一个、销号一个.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::{Case, Item};
use crate::actor::Actor;
use crate::privacy::ProtectedText;

/// What only the ledger wants to know of a case.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LedgerNotes {
    /// What was done about it last.
    pub measure: Option<ProtectedText>,
    /// Who found it good; whoever closed it, where nobody checked it before.
    pub reviewer: Option<Actor>,
    /// Who struck off which item.
    pub item_reviewers: BTreeMap<Uuid, Actor>,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine<'case> {
    /// Place under the case: 0 is the matter itself, its items follow in the order in which they were listed.
    pub line: u32,
    /// The item; none for the matter itself.
    pub item: Option<Uuid>,
    /// The problem in one line, personal data masked.
    pub problem: &'case str,
    /// 责任单位.
    pub owner: Option<&'case str>,
    /// The latest measure, personal data masked.
    pub measure: Option<&'case str>,
    /// Since when it stands on the ledger.
    pub since: DateTime<Utc>,
    /// By when it must be done.
    pub due_at: Option<DateTime<Utc>>,
    /// When it was struck off; none while it is open.
    pub struck_off_at: Option<DateTime<Utc>>,
    /// Who found it good.
    pub reviewer: Option<&'case Actor>,
}

impl Case {
    /// The lines of the ledger. What ended without having been handled (declined, not accepted, diverted, merged,
    /// withdrawn) has left it: there is nothing to strike off.
    pub fn ledger_lines(&self) -> Vec<LedgerLine<'_>> {
        let Some(report) = self.report.as_ref().filter(|_| !self.status.final_word()) else {
            return Vec::new();
        };
        let matter = LedgerLine {
            line: 0,
            item: None,
            problem: &report.title.shown,
            owner: self.lead().map(|lead| lead.department.as_str()).or_else(|| self.contact_unit()),
            measure: self.ledger.measure.as_ref().map(|measure| measure.shown.as_str()),
            since: report.raised_at,
            due_at: self.due_at(),
            struck_off_at: self.closure.as_ref().map(|closure| closure.at),
            reviewer: self.ledger.reviewer.as_ref(),
        };
        let owner = matter.owner;
        let items = (1..).zip(&self.items).map(|(line, item)| self.item_line(line, item, owner));
        std::iter::once(matter).chain(items).collect()
    }

    fn item_line<'case>(
        &'case self,
        line: u32,
        item: &'case Item,
        owner: Option<&'case str>,
    ) -> LedgerLine<'case> {
        LedgerLine {
            line,
            item: Some(item.listed.id),
            problem: &item.listed.title.shown,
            owner: item.order.as_ref().map(|order| order.unit.as_str()).or(owner),
            measure: item.claim.as_ref().map(|claim| claim.result.shown.as_str()),
            since: item.listed_at,
            due_at: item.order.as_ref().map(|order| order.due_at),
            struck_off_at: item.struck_off_at,
            reviewer: self.ledger.item_reviewers.get(&item.listed.id),
        }
    }
}
