//! Who is called when nobody answers (24小时值班、领导带班、逐级上报).

use chrono::{DateTime, Utc};

use super::OrganisationHistory;
use crate::actor::Code;

/// Why somebody is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainReason {
    /// 值班.
    OnDuty,
    /// 带班.
    LeaderInCharge,
    /// 联点领导.
    LinkedLeader,
}

impl ChainReason {
    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnDuty => "on_duty",
            Self::LeaderInCharge => "leader_in_charge",
            Self::LinkedLeader => "linked_leader",
        }
    }
}

/// One step of the way up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainStep {
    /// For which unit.
    pub unit: Code,
    /// Who is called; nobody when the unit has no roster, and then the unit itself is.
    pub person: Option<Code>,
    /// Why they.
    pub why: ChainReason,
}

impl OrganisationHistory {
    /// Who is called, one after the other, when an emergency sent to `unit` is not signed for: whoever is on duty, the
    /// leader in charge of the shift, the leaders linked to the unit; then the same for the unit above, and so on. It
    /// always ends with the fallback unit, and calls nobody twice.
    ///
    /// Empty only before there is an organisation. An unknown unit leads straight to the fallback unit.
    pub fn escalation_chain(&self, unit: &str, at: DateTime<Utc>) -> Vec<ChainStep> {
        let Some(district) = self.district.at(at) else { return Vec::new() };
        let fallback = &district.fallback_unit;
        let mut chain = Vec::new();
        let mut next = self.units.at(unit, at);
        // A tree is at most 64 deep; the count only keeps a damaged history from running in a circle.
        for _level in 0..64 {
            let Some(unit) = next.filter(|unit| unit.code != *fallback) else { break };
            self.call(&unit.code, at, &mut chain);
            next = unit.parent.as_ref().and_then(|parent| self.units.at(parent, at));
        }
        self.call(fallback, at, &mut chain);
        chain
    }

    /// The leaders linked to a unit, to whom its red cards are copied.
    pub fn leaders_of(&self, unit: &str, at: DateTime<Utc>) -> Vec<&Code> {
        let linked = self.leaders.iter().filter(|link| link.unit == unit && link.validity.holds_at(at));
        linked.map(|link| &link.person).collect()
    }

    fn call(&self, unit: &Code, at: DateTime<Utc>, chain: &mut Vec<ChainStep>) {
        let shift = self.shifts.values().find(|shift| shift.unit == *unit && shift.covers(at));
        let on_duty = shift.map(|shift| shift.person.clone());
        let in_charge = shift.and_then(|shift| shift.leader.clone());
        // The unit itself is called even when it has no roster, or its person on duty was called before.
        let called = |chain: &[ChainStep], person: &Code| {
            chain.iter().any(|step| step.person.as_ref() == Some(person))
        };
        let on_duty = on_duty.filter(|person| !called(chain, person));
        chain.push(ChainStep { unit: unit.clone(), person: on_duty, why: ChainReason::OnDuty });
        let linked = self.leaders_of(unit, at).into_iter().cloned();
        let above = in_charge
            .map(|person| (person, ChainReason::LeaderInCharge))
            .into_iter()
            .chain(linked.map(|person| (person, ChainReason::LinkedLeader)));
        for (person, why) in above {
            if !called(chain, &person) {
                chain.push(ChainStep { unit: unit.clone(), person: Some(person), why });
            }
        }
    }
}
