//! From a command to events, or a reason why not.
//!
//! What a single thing may do is judged where it is decided. That the organisation stays sound (known references, no
//! circles, no grids that overlap) is judged at the end, by the same rules as a file's: for the instant from which the
//! events hold, and for every later one at which something is planned.

mod duty;
mod import;
mod people;
mod territory;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    OrganisationCommand, OrganisationEvent, OrganisationFacts, OrganisationHistory, OrganisationRefusal,
    Timeline, Validity,
};
use crate::organisation::Problem;

pub use duty::SHIFT_DAYS_MAX;

/// What a decision yields.
type Decision = Result<Vec<OrganisationEvent>, OrganisationRefusal>;

/// Nobody plans, or remembers, further than this many days.
const DAYS_FROM_NOW_MAX: i64 = 20 * 366;

impl OrganisationHistory {
    /// What happens when `command` is given at the instant that `facts` say.
    pub fn decide(&self, command: OrganisationCommand, facts: &OrganisationFacts) -> Decision {
        let now = facts.now;
        if let OrganisationCommand::Import(import) = command {
            return self.import(*import, now);
        }
        if self.district.at(now).is_none() {
            return Err(OrganisationRefusal::Absent);
        }
        let events = match command {
            OrganisationCommand::Import(_) => unreachable!("decided above"),
            OrganisationCommand::EstablishUnit(unit, period) => {
                self.establish_unit(unit, period.starting(now))
            }
            OrganisationCommand::EstablishUnits(units, period) => {
                self.establish_units(units, period.starting(now))
            }
            OrganisationCommand::ChangeUnit(code, change, from) => {
                self.change_unit(code, change, from.unwrap_or(now))
            }
            OrganisationCommand::RetireUnit(code, at) => self.retire_unit(code, at.unwrap_or(now)),
            OrganisationCommand::DrawGrid(grid, period) => self.draw_grid(grid, period.starting(now)),
            OrganisationCommand::ChangeGrid(code, change, from) => {
                self.change_grid(code, change, from.unwrap_or(now))
            }
            OrganisationCommand::RetireGrid(code, at) => self.retire_grid(code, at.unwrap_or(now)),
            OrganisationCommand::RegisterPerson(code, details, period) => {
                self.register_person(code, details, period.starting(now))
            }
            OrganisationCommand::ChangePerson(code, details, from) => {
                self.change_person(code, details, from.unwrap_or(now))
            }
            OrganisationCommand::PersonLeaves(code, at) => self.person_leaves(&code, at.unwrap_or(now)),
            OrganisationCommand::GivePost(id, post, period) => self.give_post(id, post, period.starting(now)),
            OrganisationCommand::EndPost(id, at) => self.end_post(id, at.unwrap_or(now)),
            OrganisationCommand::LinkLeader(leader, period) => self.link_leader(leader, period.starting(now)),
            OrganisationCommand::UnlinkLeader(leader, at) => self.unlink_leader(leader, at.unwrap_or(now)),
            OrganisationCommand::SetDutyShift(shift) => self.set_duty_shift(shift, now),
            OrganisationCommand::CancelDutyShift(id) => self.cancel_duty_shift(id, now),
            OrganisationCommand::CheckResponsibility(since) => Ok(self.check_responsibility(since, now)),
        }?;
        let Some(from) = events.iter().filter_map(OrganisationEvent::holds_from).min() else {
            return Ok(events);
        };
        within_reach(from, now)?;
        self.sound_after(&events, from)?;
        Ok(events)
    }

    /// Refuses unless the organisation is sound from `from` on, once it has taken `events` in.
    fn sound_after(
        &self,
        events: &[OrganisationEvent],
        from: DateTime<Utc>,
    ) -> Result<(), OrganisationRefusal> {
        let mut after = self.clone();
        for event in events {
            after.evolve(event);
        }
        for instant in after.instants_from(from) {
            let problems: Vec<Problem> =
                after.file_at(instant).map(|file| file.problems()).unwrap_or_default();
            if !problems.is_empty() {
                return Err(OrganisationRefusal::Unsound(problems));
            }
        }
        Ok(())
    }

    fn check_responsibility(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> Vec<OrganisationEvent> {
        if self.last_check.as_ref().is_some_and(|checked| checked.at >= since) {
            return Vec::new();
        }
        self.responsibility_at(now).map(OrganisationEvent::ResponsibilityChecked).into_iter().collect()
    }
}

impl OrganisationEvent {
    /// The instant from which the organisation is another one; nothing for events that leave it as it is.
    fn holds_from(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::DistrictNamed(named) => Some(named.valid_from),
            Self::UnitEstablished(fact) | Self::UnitChanged(fact) => Some(fact.valid_from),
            Self::UnitRetired(retired) => Some(retired.valid_to),
            Self::GridDrawn(fact) | Self::GridChanged(fact) => Some(fact.valid_from),
            Self::GridRetired(retired) => Some(retired.valid_to),
            Self::PersonRegistered(fact) | Self::PersonChanged(fact) => Some(fact.valid_from),
            Self::PersonLeft(left) => Some(left.valid_to),
            Self::PostGiven(given) => Some(given.valid_from),
            Self::PostEnded(ended) => Some(ended.valid_to),
            Self::LeaderLinked(linked) => Some(linked.valid_from),
            Self::LeaderUnlinked(unlinked) => Some(unlinked.valid_to),
            Self::DutyShiftSet(_) | Self::DutyShiftCancelled(_) | Self::ResponsibilityChecked(_) => None,
        }
    }
}

/// Refuses an instant that nobody can mean.
fn within_reach(at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), OrganisationRefusal> {
    if (at - now).abs() > TimeDelta::days(DAYS_FROM_NOW_MAX) {
        return Err(OrganisationRefusal::InstantOutOfRange(at));
    }
    Ok(())
}

/// Refuses a span that ends before it begins.
fn forwards(validity: Validity) -> Result<Validity, OrganisationRefusal> {
    let Some(to) = validity.to else { return Ok(validity) };
    if to <= validity.from {
        return Err(OrganisationRefusal::PeriodBackwards);
    }
    within_reach(to, validity.from).map(|()| validity)
}

/// The value of something that is to change at an instant: it is in force then, and nothing later was said of it.
fn changing<'a, T>(
    timeline: Option<&'a Timeline<T>>,
    what: &'static str,
    code: &str,
    at: DateTime<Utc>,
) -> Result<(&'a T, Validity), OrganisationRefusal> {
    let unknown = || OrganisationRefusal::Unknown { what, code: code.to_owned() };
    let timeline = timeline.ok_or_else(unknown)?;
    if let Some(last) = timeline.latest_from().filter(|last| *last > at) {
        return Err(OrganisationRefusal::BeforeLastChange { last });
    }
    let value =
        timeline.at(at).ok_or_else(|| OrganisationRefusal::NotInForce { what, code: code.to_owned() })?;
    Ok((value, Validity { from: at, to: timeline.planned_end() }))
}
