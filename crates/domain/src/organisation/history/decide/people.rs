//! People, their posts, and the leaders among them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Decision, changing, forwards};
use crate::actor::Code;
use crate::organisation::history::{
    DutyShift, DutyShiftCancelled, HeldPost, LeaderLinked, LeaderUnlinked, LinkedLeader, OrganisationEvent,
    OrganisationHistory, OrganisationRefusal, PersonDetails, PersonFact, PersonLeft, PostEnded, PostGiven,
    Validity,
};
use crate::organisation::{Leader, Post};

impl OrganisationHistory {
    pub(super) fn register_person(
        &self,
        person: Code,
        details: PersonDetails,
        validity: Validity,
    ) -> Decision {
        if self.people.get(&person).is_some() {
            return Err(OrganisationRefusal::CodeUsed { what: "person", code: person });
        }
        Ok(vec![OrganisationEvent::PersonRegistered(person_fact(person, details, forwards(validity)?))])
    }

    pub(super) fn change_person(
        &self,
        person: Code,
        details: PersonDetails,
        from: DateTime<Utc>,
    ) -> Decision {
        let (_, validity) = changing(self.people.get(&person), "person", &person, from)?;
        Ok(vec![OrganisationEvent::PersonChanged(person_fact(person, details, validity))])
    }

    /// Whoever leaves holds no post, looks after no unit and is on no roster from then on.
    pub(super) fn person_leaves(&self, person: &Code, valid_to: DateTime<Utc>) -> Decision {
        changing(self.people.get(person), "person", person, valid_to)?;
        let mut events = self.parting(|who| who == person, |_unit| false, valid_to);
        events.push(OrganisationEvent::PersonLeft(PersonLeft { person: person.clone(), valid_to }));
        Ok(events)
    }

    /// What ends at an instant with the people and units that go: posts, links and shifts.
    pub(super) fn parting(
        &self,
        leaves: impl Fn(&Code) -> bool,
        goes: impl Fn(&Code) -> bool,
        at: DateTime<Utc>,
    ) -> Vec<OrganisationEvent> {
        let ends = |person: &Code, unit: &Code, validity: &Validity| {
            (leaves(person) || goes(unit)) && validity.reaches_past(at)
        };
        let posts =
            self.posts.iter().filter(|(_, held)| ends(&held.post.person, &held.post.unit, &held.validity));
        let links = self.leaders.iter().filter(|link| ends(&link.person, &link.unit, &link.validity));
        let shifts = self.shifts.values().filter(|shift| {
            let concerned = leaves(&shift.person) || shift.leader.as_ref().is_some_and(&leaves);
            (concerned || goes(&shift.unit)) && shift.to > at && shift.to > shift.from
        });
        posts
            .map(|(id, held)| ended(*id, held, at))
            .chain(links.map(|link| unlinked(link, at)))
            .chain(shifts.map(|shift| cancelled(shift, at)))
            .collect()
    }

    pub(super) fn give_post(&self, id: Uuid, post: Post, validity: Validity) -> Decision {
        if self.posts.contains_key(&id) {
            return Err(OrganisationRefusal::CodeUsed { what: "post", code: id.to_string() });
        }
        Ok(vec![OrganisationEvent::PostGiven(post_given(id, post, forwards(validity)?))])
    }

    pub(super) fn end_post(&self, id: Uuid, valid_to: DateTime<Utc>) -> Decision {
        let code = || id.to_string();
        let held =
            self.posts.get(&id).ok_or_else(|| OrganisationRefusal::Unknown { what: "post", code: code() })?;
        if !held.validity.holds_at(valid_to) {
            return Err(OrganisationRefusal::NotInForce { what: "post", code: code() });
        }
        Ok(vec![OrganisationEvent::PostEnded(PostEnded { post: id, valid_to })])
    }

    pub(super) fn link_leader(&self, leader: Leader, validity: Validity) -> Decision {
        let validity = forwards(validity)?;
        self.person_and_unit(&leader.person, &leader.unit, validity.from)?;
        let Leader { person, unit } = leader;
        let mut same = self.leaders.iter().filter(|link| link.person == person && link.unit == unit);
        if same.any(|link| link.validity.reaches_past(validity.from)) {
            return Err(OrganisationRefusal::AlreadyLinked { person, unit });
        }
        Ok(vec![leader_linked(Leader { person, unit }, validity)])
    }

    pub(super) fn unlink_leader(&self, leader: Leader, valid_to: DateTime<Utc>) -> Decision {
        let Leader { person, unit } = leader;
        let mut same = self.leaders.iter().filter(|link| link.person == person && link.unit == unit);
        if !same.any(|link| link.validity.holds_at(valid_to)) {
            let code = format!("{person} of {unit}");
            return Err(OrganisationRefusal::NotInForce { what: "leader", code });
        }
        Ok(vec![OrganisationEvent::LeaderUnlinked(LeaderUnlinked { person, unit, valid_to })])
    }

    /// Refuses unless both are there at an instant.
    pub(super) fn person_and_unit(
        &self,
        person: &Code,
        unit: &Code,
        at: DateTime<Utc>,
    ) -> Result<(), OrganisationRefusal> {
        let unknown = |what, code: &Code| OrganisationRefusal::UnknownReference { what, code: code.clone() };
        self.people.at(person, at).ok_or_else(|| unknown("person", person))?;
        self.units.at(unit, at).ok_or_else(|| unknown("unit", unit))?;
        Ok(())
    }
}

pub(super) fn person_fact(person: Code, details: PersonDetails, validity: Validity) -> PersonFact {
    let PersonDetails { subject, name, phone } = details;
    PersonFact { person, subject, name, phone, valid_from: validity.from, valid_to: validity.to }
}

pub(super) fn post_given(id: Uuid, post: Post, validity: Validity) -> PostGiven {
    PostGiven {
        post: id,
        person: post.person,
        unit: post.unit,
        role: post.role,
        title: post.title,
        grid: post.grid,
        responsible: post.responsible,
        valid_from: validity.from,
        valid_to: validity.to,
    }
}

pub(super) fn leader_linked(leader: Leader, validity: Validity) -> OrganisationEvent {
    let Leader { person, unit } = leader;
    OrganisationEvent::LeaderLinked(LeaderLinked {
        person,
        unit,
        valid_from: validity.from,
        valid_to: validity.to,
    })
}

/// What is planned for later ends as it begins.
pub(super) fn ended(id: Uuid, held: &HeldPost, at: DateTime<Utc>) -> OrganisationEvent {
    OrganisationEvent::PostEnded(PostEnded { post: id, valid_to: at.max(held.validity.from) })
}

pub(super) fn unlinked(link: &LinkedLeader, at: DateTime<Utc>) -> OrganisationEvent {
    let (person, unit) = (link.person.clone(), link.unit.clone());
    let valid_to = at.max(link.validity.from);
    OrganisationEvent::LeaderUnlinked(LeaderUnlinked { person, unit, valid_to })
}

fn cancelled(shift: &DutyShift, at: DateTime<Utc>) -> OrganisationEvent {
    OrganisationEvent::DutyShiftCancelled(DutyShiftCancelled { shift: shift.id, at })
}
