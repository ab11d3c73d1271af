//! Organisation and policy, as every request sees them.

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::{DateTime, Utc};
use whistle_domain::case::ChainStep;
use whistle_domain::organisation::Organisation;
use whistle_domain::policy::PolicyLibrary;

/// Organisation and policy at one moment. Loaded at start and after every change, never per request.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Units, grids, people and posts.
    pub organisation: Arc<Organisation>,
    /// Every policy version.
    pub policies: Arc<PolicyLibrary>,
}

impl Reference {
    /// Who is called when an emergency is not answered by this unit.
    pub(crate) fn escalation_chain(&self, unit: &str, _at: DateTime<Utc>) -> Vec<ChainStep> {
        let above = self.organisation.ancestors(unit).into_iter().rev().map(|unit| unit.code.clone());
        let step = |unit| ChainStep { unit, person: None, why: "parent_unit".to_owned() };
        above.map(step).collect()
    }
}

/// The reference data in force.
#[derive(Debug)]
pub(crate) struct CurrentReference(ArcSwap<Reference>);

impl CurrentReference {
    pub(crate) fn new(reference: Reference) -> Self {
        Self(ArcSwap::from_pointee(reference))
    }

    pub(crate) fn get(&self) -> Arc<Reference> {
        self.0.load_full()
    }

    pub(crate) fn replace(&self, reference: Reference) {
        self.0.store(Arc::new(reference));
    }
}
