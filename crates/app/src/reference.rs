//! Organisation, policy and calendar, as every request sees them.

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::{DateTime, Utc};
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::case::ChainStep;
use whistle_domain::organisation::Organisation;
use whistle_domain::organisation::history::{OrganisationHistory, ViewError};
use whistle_domain::policy::PolicyLibrary;
use whistle_store::reference::ReferenceStamp;

/// Organisation, policy and calendar at one moment. Loaded at start and after every change, never per request.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Units, grids, people and posts at that moment.
    pub organisation: Arc<Organisation>,
    /// Every policy version.
    pub policies: Arc<PolicyLibrary>,
    /// Which days are working days.
    pub calendar: Arc<WorkCalendar>,
    /// The organisation at any other moment, with leaders and the duty roster.
    pub history: Arc<OrganisationHistory>,
    /// The versions of the three streams.
    pub stamp: ReferenceStamp,
    /// When the organisation will be another one without anybody's doing.
    changes_at: Option<DateTime<Utc>>,
}

impl Reference {
    /// What these say of the moment `at`.
    pub fn new(
        history: Arc<OrganisationHistory>,
        policies: Arc<PolicyLibrary>,
        calendar: Arc<WorkCalendar>,
        stamp: ReferenceStamp,
        at: DateTime<Utc>,
    ) -> Result<Self, ViewError> {
        let organisation = Arc::new(history.at(at)?);
        let calendar = with_duty_rooms(calendar, &organisation);
        let changes_at = history.next_change(at);
        Ok(Self { organisation, policies, calendar, history, stamp, changes_at })
    }

    /// Who is called, one after the other, when an emergency is not answered by this unit.
    pub(crate) fn escalation_chain(&self, unit: &str, at: DateTime<Utc>) -> Vec<ChainStep> {
        let chain = self.history.escalation_chain(unit, at).into_iter();
        chain
            .map(|step| ChainStep { unit: step.unit, person: step.person, why: step.why.code().to_owned() })
            .collect()
    }

    /// The same, some time later, when something that was planned has begun or ended since.
    fn later(&self, now: DateTime<Utc>) -> Option<Result<Self, ViewError>> {
        self.changes_at.filter(|changes_at| *changes_at <= now).map(|_| {
            Self::new(self.history.clone(), self.policies.clone(), self.calendar.clone(), self.stamp, now)
        })
    }
}

/// The reference data in force.
#[derive(Debug)]
pub(crate) struct CurrentReference(ArcSwap<Reference>);

impl CurrentReference {
    pub(crate) fn new(reference: Reference) -> Self {
        Self(ArcSwap::from_pointee(reference))
    }

    /// What holds now. What was planned comes into force here, at its time.
    pub(crate) fn get(&self, now: DateTime<Utc>) -> Arc<Reference> {
        let known = self.0.load_full();
        match known.later(now) {
            None => known,
            Some(Ok(later)) => {
                self.replace(later);
                self.0.load_full()
            }
            Some(Err(error)) => {
                // Plans are checked when they are made; a history that an operator mended by hand may still fail.
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "what was planned cannot come into force"
                );
                known
            }
        }
    }

    /// Puts in force what `reference` knows better: each stream in its newer version, whoever read it.
    pub(crate) fn replace(&self, reference: Reference) {
        let newer = Arc::new(reference);
        self.0.rcu(|known| newest(known, &newer));
    }
}

/// Who is there day and night stands in the organisation, and counts by the calendar.
fn with_duty_rooms(calendar: Arc<WorkCalendar>, organisation: &Organisation) -> Arc<WorkCalendar> {
    let units = organisation.units().iter().filter(|unit| unit.round_the_clock);
    let units = units.map(|unit| unit.code.clone()).collect();
    Arc::new(Arc::unwrap_or_clone(calendar).with_duty_rooms(units))
}

/// Organisation, policies and calendar, each from where its stream is further; of equals, what was read later.
fn newest(known: &Arc<Reference>, newer: &Arc<Reference>) -> Arc<Reference> {
    let further = |version: fn(&ReferenceStamp) -> u32| {
        if version(&newer.stamp) >= version(&known.stamp) { newer } else { known }
    };
    let organisation = further(|stamp| stamp.organisation);
    let policies = further(|stamp| stamp.policies);
    let calendar = further(|stamp| stamp.calendar);
    Arc::new(Reference {
        policies: policies.policies.clone(),
        calendar: with_duty_rooms(calendar.calendar.clone(), &organisation.organisation),
        stamp: ReferenceStamp {
            organisation: organisation.stamp.organisation,
            policies: policies.stamp.policies,
            calendar: calendar.stamp.calendar,
        },
        ..Reference::clone(organisation)
    })
}
