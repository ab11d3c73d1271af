//! Which units answer for a matter: the line (by category) and the territory (by grid).

use serde::{Deserialize, Serialize};

use super::{Category, PolicySet};
use crate::actor::Code;
use crate::organisation::{Grid, Organisation};

/// Why a matter cannot be routed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoutingError {
    /// The policy has no such category.
    #[error("unknown category `{0}`")]
    UnknownCategory(Code),
    /// The organisation has no such grid.
    #[error("unknown grid `{0}`")]
    UnknownGrid(Code),
}

/// A proposal of who answers; the dispatcher decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routing {
    /// 行业主管: the unit that leads.
    pub line_owner: Code,
    /// Units that might lead instead, depending on what is broken.
    pub line_alternatives: Vec<Code>,
    /// 属地: the community (or whatever comes nearest) that answers for the grid.
    pub territorial_owner: Code,
    /// 协办: units that help; never the line owner.
    pub co_handlers: Vec<Code>,
    /// Duties that nobody carries here. A lead among them fell to the organisation's fallback unit.
    pub unresolved: Vec<Code>,
}

impl PolicySet {
    /// Who answers for a matter of `category` in `grid`.
    ///
    /// Each duty goes to the unit that carries it nearest to the grid (see [`Organisation::carrier`]). A lead
    /// duty that nobody carries makes an orphan matter (无头事项), which goes to the fallback unit.
    pub fn route(
        &self,
        category: &str,
        grid: &str,
        organisation: &Organisation,
    ) -> Result<Routing, RoutingError> {
        let category =
            self.category(category).ok_or_else(|| RoutingError::UnknownCategory(category.to_owned()))?;
        let grid = organisation.grid(grid).ok_or_else(|| RoutingError::UnknownGrid(grid.to_owned()))?;
        Ok(resolve(category, grid, organisation))
    }

    /// The duties of this policy that nobody carries in `grid`: what the district still has to settle.
    pub fn duties_without_carrier(&self, grid: &Grid, organisation: &Organisation) -> Vec<Code> {
        let uncarried =
            self.duties().iter().filter(|duty| organisation.carrier(&duty.code, &grid.unit).is_none());
        uncarried.map(|duty| duty.code.clone()).collect()
    }
}

fn resolve(category: &Category, grid: &Grid, organisation: &Organisation) -> Routing {
    let mut unresolved = Vec::new();
    let mut carrier = |duty: &Code| {
        let unit = organisation.carrier(duty, &grid.unit).map(|unit| unit.code.clone());
        if unit.is_none() {
            unresolved.push(duty.clone());
        }
        unit
    };
    let line_owner = carrier(&category.lead).unwrap_or_else(|| organisation.fallback_unit().code.clone());
    let mut named = vec![line_owner.clone()];
    let mut fresh = |units: Vec<Code>| -> Vec<Code> {
        let mut kept = Vec::new();
        for unit in units {
            if !named.contains(&unit) {
                named.push(unit.clone());
                kept.push(unit);
            }
        }
        kept
    };
    let line_alternatives = fresh(category.lead_alternatives.iter().filter_map(&mut carrier).collect());
    let co_handlers = fresh(category.co_handlers.iter().filter_map(&mut carrier).collect());
    let territorial_owner = organisation.territorial_owner(grid).code.clone();
    Routing { line_owner, line_alternatives, territorial_owner, co_handlers, unresolved }
}
