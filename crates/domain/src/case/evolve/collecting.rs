//! Many people, many items.

use uuid::Uuid;

use crate::case::{Case, CaseEvent, Item, ItemState, Vote};

impl Case {
    pub(super) fn take_people(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::CaseLinked(linked) => self.linked.push(linked.other),
            CaseEvent::DuplicateAbsorbed(absorbed) => {
                if !self.absorbed.contains(&absorbed.from) {
                    self.absorbed.push(absorbed.from);
                }
                self.complainants.extend(absorbed.complainants.iter().cloned());
            }
            CaseEvent::ComplainantJoined(joined) => self.complainants.push(joined.complainant.clone()),
            CaseEvent::RepresentativeChosen(chosen) => self.representative = Some(chosen.complainant),
            CaseEvent::HouseholdVoted(voted) => {
                let household = self
                    .complainants
                    .iter()
                    .find(|complainant| complainant.id == voted.complainant)
                    .and_then(|complainant| complainant.household.clone());
                self.votes.push(Vote {
                    complainant: voted.complainant,
                    household,
                    verdict: voted.verdict,
                    at: voted.at,
                });
            }
            _ => {}
        }
    }

    pub(super) fn take_items(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::ItemsListed(listed) => {
                self.items.extend(listed.items.iter().map(|item| Item {
                    listed: item.clone(),
                    listed_at: listed.at,
                    state: ItemState::Open,
                    order: None,
                    claim: None,
                    failures: 0,
                    struck_off_at: None,
                }));
            }
            CaseEvent::RectificationOrdered(ordered) => {
                self.change_item(ordered.item, |item| item.order = Some(ordered.clone()));
            }
            CaseEvent::RectificationClaimed(claimed) => {
                self.note_evidence(&claimed.evidence);
                self.change_item(claimed.item, |item| {
                    item.claim = Some(claimed.clone());
                    item.state = ItemState::Claimed;
                });
            }
            CaseEvent::ItemReinspected(inspected) => {
                self.note_evidence(&inspected.evidence);
                if !inspected.passed {
                    self.change_item(inspected.item, |item| {
                        item.failures += 1;
                        item.state = ItemState::Open;
                    });
                }
            }
            CaseEvent::ItemStruckOff(struck_off) => self.change_item(struck_off.item, |item| {
                item.state = ItemState::StruckOff;
                item.struck_off_at = Some(struck_off.at);
            }),
            CaseEvent::ItemRestored(restored) => self.change_item(restored.item, |item| {
                item.state = ItemState::Open;
                item.struck_off_at = None;
            }),
            _ => {}
        }
    }

    fn change_item(&mut self, id: Uuid, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.listed.id == id) {
            change(item);
        }
    }
}
