//! Many people, many items.

use uuid::Uuid;

use super::directing::AT_WORK;
use super::review::expect_satisfaction;
use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_level};
use crate::actor::Code;
use crate::case::{
    COMPLAINANTS_MAX, Collecting, Complainant, ComplainantJoined, Dispatch, HouseholdVoted, ITEMS_MAX, Item,
    ItemReinspected, ItemRestored, ItemState, ItemStruckOff, ItemsListed, ListedItem, RectificationClaimed,
    RectificationOrdered, RepresentativeChosen, Verdict,
};
use crate::privacy::ProtectedText;

/// Where somebody can still join, and items can be listed.
const OPEN: &[CaseStatus] = &[
    CaseStatus::Raised,
    CaseStatus::Endorsed,
    CaseStatus::Filed,
    CaseStatus::Dispatched,
    CaseStatus::InHandling,
];

/// Where items are looked at: while departments work, and when all say that they are done.
const INSPECTABLE: &[CaseStatus] =
    &[CaseStatus::Dispatched, CaseStatus::InHandling, CaseStatus::Verification];

impl Case {
    pub(super) fn collect(&self, collecting: Collecting, facts: &Facts) -> Decision {
        let (by, at) = (facts.actor.clone(), facts.now);
        match collecting {
            Collecting::Join { complainant } => {
                self.expect_status(OPEN)?;
                if self.complainants.len() >= COMPLAINANTS_MAX {
                    return Err(CaseError::TooMany { max: COMPLAINANTS_MAX });
                }
                let subject = complainant.subject;
                let reporter = self.report.as_ref().is_some_and(|report| report.subject == subject);
                if reporter || self.complainants.iter().any(|held| held.subject == subject) {
                    return Err(CaseError::JoinedAlready);
                }
                Ok(vec![CaseEvent::ComplainantJoined(ComplainantJoined { complainant, by, at })])
            }
            Collecting::ChooseRepresentative { complainant } => {
                self.complainant(complainant)?;
                if self.representative == Some(complainant) {
                    return Ok(Vec::new());
                }
                Ok(vec![CaseEvent::RepresentativeChosen(RepresentativeChosen { complainant, by, at })])
            }
            Collecting::Vote { complainant, verdict, comment } => {
                self.vote(complainant, verdict, comment, facts)
            }
            Collecting::ListItems { items } => self.list_items(items, facts),
            Collecting::OrderRectification { item, unit, requirement, within } => {
                self.expect_status(AT_WORK)?;
                let held = self.item(item)?;
                expect_item_state(held, ItemState::Open)?;
                self.expect_sent(&unit)?;
                // A limit that has run out is given anew only by the level that grants further time.
                if held.order.as_ref().is_some_and(|order| at > order.due_at) {
                    expect_level(&self.rules(facts)?.approvals.further_extension, facts)?;
                }
                let due_at = facts.due(within, at);
                Ok(vec![CaseEvent::RectificationOrdered(RectificationOrdered {
                    item,
                    unit,
                    requirement,
                    due_at,
                    by,
                    at,
                })])
            }
            Collecting::ClaimRectified { item, result, evidence } => {
                self.expect_status(AT_WORK)?;
                let held = self.item(item)?;
                let own = self.own_dispatch(&facts.actor).ok_or(CaseError::NotSent)?;
                if held.order.as_ref().is_some_and(|order| order.unit != own.department) {
                    return Err(CaseError::OrderedFromOther);
                }
                expect_item_state(held, ItemState::Open)?;
                expect_evidence(&evidence)?;
                Ok(vec![CaseEvent::RectificationClaimed(RectificationClaimed {
                    item,
                    result,
                    evidence,
                    by,
                    at,
                })])
            }
            Collecting::Reinspect { item, passed, note, evidence } => {
                self.reinspect(item, passed, note, evidence, facts)
            }
            Collecting::RestoreItem { item, reason } => {
                self.expect_status(INSPECTABLE)?;
                expect_item_state(self.item(item)?, ItemState::StruckOff)?;
                Ok(vec![CaseEvent::ItemRestored(ItemRestored { item, reason, by, at })])
            }
        }
    }

    fn complainant(&self, id: Uuid) -> Result<&Complainant, CaseError> {
        let found = self.complainants.iter().find(|complainant| complainant.id == id);
        found.ok_or(CaseError::ComplainantUnknown)
    }

    fn item(&self, id: Uuid) -> Result<&Item, CaseError> {
        self.items.iter().find(|item| item.listed.id == id).ok_or(CaseError::ItemUnknown)
    }

    fn expect_sent(&self, unit: &Code) -> Result<(), CaseError> {
        let sent = |dispatch: &Dispatch| dispatch.department == *unit;
        if self.awaited().any(sent) { Ok(()) } else { Err(CaseError::NotSent) }
    }

    /// One vote per household and round, however many of its members complained.
    fn vote(&self, complainant: Uuid, verdict: Verdict, comment: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Callback, CaseStatus::Dissatisfied, CaseStatus::Closed])?;
        self.expect_outsider(facts)?;
        expect_satisfaction(verdict)?;
        let voter = self.complainant(complainant)?;
        if self.has_voted(voter) {
            return Err(CaseError::HouseholdVoted);
        }
        let (by, at) = (facts.actor.clone(), facts.now);
        Ok(vec![CaseEvent::HouseholdVoted(HouseholdVoted { complainant, verdict, comment, by, at })])
    }

    fn list_items(&self, items: Vec<ListedItem>, facts: &Facts) -> Decision {
        self.expect_status(OPEN)?;
        if items.is_empty() {
            return Err(CaseError::Nothing);
        }
        if self.items.len() + items.len() > ITEMS_MAX {
            return Err(CaseError::TooMany { max: ITEMS_MAX });
        }
        let (by, at) = (facts.actor.clone(), facts.now);
        Ok(vec![CaseEvent::ItemsListed(ItemsListed { items, by, at })])
    }

    /// 复查、销号: never by the unit that put it right, nor by anybody of it; and never without something that shows
    /// what was seen.
    fn reinspect(
        &self,
        item: Uuid,
        passed: bool,
        note: ProtectedText,
        evidence: Vec<ProtectedText>,
        facts: &Facts,
    ) -> Decision {
        self.expect_status(INSPECTABLE)?;
        let held = self.item(item)?;
        expect_item_state(held, ItemState::Claimed)?;
        self.expect_outsider(facts)?;
        let own = |claim: &RectificationClaimed| {
            claim.by.id == facts.actor.id
                || claim.by.unit.as_deref().is_some_and(|unit| facts.actor.posted_in(unit))
        };
        if held.claim.as_ref().is_some_and(own) {
            return Err(CaseError::OwnHandling);
        }
        expect_evidence(&evidence)?;
        let (by, at) = (facts.actor.clone(), facts.now);
        let inspected = ItemReinspected { item, passed, note, evidence, by: by.clone(), at };
        let mut events = vec![CaseEvent::ItemReinspected(inspected)];
        if passed {
            events.push(CaseEvent::ItemStruckOff(ItemStruckOff { item, by, at }));
        }
        Ok(events)
    }
}

fn expect_item_state(item: &Item, expected: ItemState) -> Result<(), CaseError> {
    if item.state == expected { Ok(()) } else { Err(CaseError::WrongItemState { found: item.state }) }
}

const fn expect_evidence(evidence: &[ProtectedText]) -> Result<(), CaseError> {
    if evidence.is_empty() { Err(CaseError::EvidenceMissing) } else { Ok(()) }
}
