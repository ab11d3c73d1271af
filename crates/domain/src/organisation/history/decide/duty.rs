//! The duty roster (24小时值班、领导带班).

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Decision, within_reach};
use crate::organisation::history::{
    DutyShiftCancelled, DutyShiftSet, OrganisationEvent, OrganisationHistory, OrganisationRefusal,
};

/// Nobody is on duty for more days than this without another word.
pub const SHIFT_DAYS_MAX: i64 = 31;

impl OrganisationHistory {
    pub(super) fn set_duty_shift(&self, shift: DutyShiftSet, now: DateTime<Utc>) -> Decision {
        within_reach(shift.from, now)?;
        if shift.to <= shift.from {
            return Err(OrganisationRefusal::PeriodBackwards);
        }
        if shift.to - shift.from > TimeDelta::days(SHIFT_DAYS_MAX) {
            return Err(OrganisationRefusal::ShiftTooLong { days_max: SHIFT_DAYS_MAX });
        }
        let at = shift.from;
        self.person_and_unit(&shift.person, &shift.unit, at)?;
        if let Some(leader) = &shift.leader {
            self.person_and_unit(leader, &shift.unit, at)?;
        }
        let mut others = self.shifts.values().filter(|other| other.unit == shift.unit);
        let overlapping = others.find(|other| other.from < shift.to && shift.from < other.to);
        if let Some(other) = overlapping.filter(|other| other.to > other.from) {
            return Err(OrganisationRefusal::ShiftsOverlap { unit: shift.unit, other: other.id });
        }
        Ok(vec![OrganisationEvent::DutyShiftSet(shift)])
    }

    /// A shift to come does not take place; one under way ends now; one that is over stays as it was.
    pub(super) fn cancel_duty_shift(&self, id: Uuid, now: DateTime<Utc>) -> Decision {
        let code = id.to_string();
        let Some(shift) = self.shifts.get(&id) else {
            return Err(OrganisationRefusal::Unknown { what: "shift", code });
        };
        if shift.to <= now || shift.to <= shift.from {
            return Err(OrganisationRefusal::NotInForce { what: "shift", code });
        }
        Ok(vec![OrganisationEvent::DutyShiftCancelled(DutyShiftCancelled { shift: id, at: now })])
    }
}
