//! 值班: the duty roster, and who is called.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::actor::{Code, Role};
use whistle_domain::organisation::history::{
    DutyShift, DutyShiftSet, OrganisationCommand, OrganisationHistory, PersonFact,
};
use whistle_domain::privacy::masking;
use whistle_store::ids::new_id;

use super::identity;
use super::request::{New, OrganisationRequest, ShiftId};
use crate::access::Operation;
use crate::{App, AppError, Caller};

/// Shifts in one answer, at most; the next ones come first.
const SHIFTS_MAX: usize = 200;

/// Somebody on duty.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewShift {
    /// For which unit.
    pub unit: String,
    /// 值班: who is on duty.
    pub person: String,
    /// 带班: who is in charge of the shift.
    pub leader: Option<String>,
    /// Its beginning.
    pub from: DateTime<Utc>,
    /// Its end, at most 31 days later; it belongs to the next shift.
    pub to: DateTime<Utc>,
}

impl OrganisationRequest<New> for NewShift {
    const OPERATION: Operation = Operation::KeepRoster;

    async fn command(self, _: New, _: &App) -> Result<(String, OrganisationCommand), AppError> {
        let shift = new_id();
        let Self { unit, person, leader, from, to } = self;
        let set = DutyShiftSet { shift, unit, person, leader, from, to };
        Ok((shift.to_string(), OrganisationCommand::SetDutyShift(set)))
    }
}

/// A shift does not take place.
#[derive(Debug, Default)]
pub struct CancelShift;

impl OrganisationRequest<ShiftId> for CancelShift {
    const OPERATION: Operation = Operation::KeepRoster;

    async fn command(self, ShiftId(id): ShiftId, _: &App) -> Result<(String, OrganisationCommand), AppError> {
        let command = OrganisationCommand::CancelDutyShift(identity(&id)?);
        Ok((id, command))
    }
}

/// Somebody on a roster. Name and number are masked for everybody but administrators.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OfficerView {
    /// The person's code.
    pub code: String,
    /// Their name; nothing for somebody who was erased.
    pub name: Option<String>,
    /// Where they are reached on duty.
    pub phone: Option<String>,
}

/// A shift.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DutyShiftView {
    /// Identity of the shift.
    pub id: Uuid,
    /// For which unit.
    pub unit: String,
    /// Who is on duty.
    pub person: OfficerView,
    /// Who is in charge of the shift.
    pub leader: Option<OfficerView>,
    /// Its beginning.
    pub from: DateTime<Utc>,
    /// Its end, which belongs to the next shift.
    pub to: DateTime<Utc>,
    /// Whether it is under way at the instant that was asked for.
    pub under_way: bool,
}

/// A step of the way up.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CalledView {
    /// For which unit.
    pub unit: String,
    /// Who is called; nobody when the unit has no roster, and then the unit itself is.
    pub person: Option<OfficerView>,
    /// `on_duty`, `leader_in_charge` or `linked_leader`.
    pub why: &'static str,
}

/// The roster.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RosterView {
    /// The instant that was asked for.
    pub at: DateTime<Utc>,
    /// The shifts under way then and to come, the earliest first; 200 at most.
    pub items: Vec<DutyShiftView>,
    /// Who is called, one after the other, when an emergency sent to the unit is not signed for; empty when no unit was
    /// asked for.
    pub chain: Vec<CalledView>,
}

impl App {
    /// The shifts under way at an instant (now) and to come, of one unit or of all.
    #[boxed]
    pub async fn roster(
        &self,
        caller: &Caller,
        unit: Option<&str>,
        at: Option<DateTime<Utc>>,
    ) -> Result<RosterView, AppError> {
        Operation::ReadOrganisation.authorise(caller)?;
        let at = at.unwrap_or_else(|| self.clock.now());
        let (history, _) = self.organisation_now().await?;
        let mut items = Vec::new();
        let shifts = history.shifts_from(at).into_iter();
        for shift in shifts.filter(|shift| unit.is_none_or(|unit| shift.unit == unit)).take(SHIFTS_MAX) {
            items.push(self.shift_view(caller, &history, shift, at).await?);
        }
        let mut chain = Vec::new();
        for step in unit.map(|unit| history.escalation_chain(unit, at)).unwrap_or_default() {
            let person = match &step.person {
                Some(person) => Some(self.officer(caller, &history, person, at).await?),
                None => None,
            };
            chain.push(CalledView { unit: step.unit, person, why: step.why.code() });
        }
        Ok(RosterView { at, items, chain })
    }

    async fn shift_view(
        &self,
        caller: &Caller,
        history: &OrganisationHistory,
        shift: &DutyShift,
        at: DateTime<Utc>,
    ) -> Result<DutyShiftView, AppError> {
        let leader = match &shift.leader {
            Some(leader) => Some(self.officer(caller, history, leader, shift.from).await?),
            None => None,
        };
        Ok(DutyShiftView {
            id: shift.id,
            unit: shift.unit.clone(),
            person: self.officer(caller, history, &shift.person, shift.from).await?,
            leader,
            from: shift.from,
            to: shift.to,
            under_way: shift.covers(at),
        })
    }

    /// Somebody as the caller may see them.
    pub(super) async fn officer(
        &self,
        caller: &Caller,
        history: &OrganisationHistory,
        code: &Code,
        at: DateTime<Utc>,
    ) -> Result<OfficerView, AppError> {
        let known = history.person(code);
        let fact: Option<&PersonFact> =
            known.and_then(|timeline| timeline.at(at).or_else(|| timeline.latest()));
        let code = code.clone();
        let Some(fact) = fact else { return Ok(OfficerView { code, name: None, phone: None }) };
        let shown = self.organisation.open_person(fact).await?;
        if caller.role() == Role::Admin {
            return Ok(OfficerView { code, name: shown.name, phone: shown.phone });
        }
        let name = shown.name.as_deref().map(masking::name);
        Ok(OfficerView { code, name, phone: shown.phone.as_deref().map(masking::phone) })
    }
}
