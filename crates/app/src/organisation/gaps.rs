//! 责任到人: what the check finds now, and what it found at night.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_domain::organisation::history::ResponsibilityChecked;

use crate::access::Operation;
use crate::{App, AppError, Caller};

/// What the check found, now and at night.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GapsView {
    /// Now.
    pub now: ResponsibilityView,
    /// At the last nightly check; nothing before the first.
    pub last_check: Option<ResponsibilityView>,
}

/// What one check found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResponsibilityView {
    /// The instant that was looked at.
    pub at: DateTime<Utc>,
    /// How many leaf grids there were.
    pub leaf_grids: usize,
    /// Leaf grids without exactly one person who answers for them; 200 at most.
    pub gaps: Vec<GapView>,
    /// How many there are altogether.
    pub gaps_total: usize,
    /// Pairs of leaf grids that share area.
    pub overlapping: Vec<[String; 2]>,
    /// Points inside the map that no leaf grid covers, longitude and latitude in CGCS2000; 20 at most.
    pub uncovered: Vec<[f64; 2]>,
}

/// A leaf grid that nobody, or more than one person, answers for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GapView {
    /// Which grid.
    pub grid: String,
    /// How many people answer for it.
    pub responsible: usize,
}

impl App {
    /// Grids without one responsible person, and points without a grid.
    #[boxed]
    pub async fn gaps(&self, caller: &Caller) -> Result<GapsView, AppError> {
        Operation::ReadOrganisation.authorise(caller)?;
        let (history, _) = self.organisation_now().await?;
        let now = history.responsibility_at(self.clock.now()).ok_or(AppError::NotFound)?;
        let last_check = history.last_check().map(ResponsibilityView::from);
        Ok(GapsView { now: ResponsibilityView::from(&now), last_check })
    }
}

impl From<&ResponsibilityChecked> for ResponsibilityView {
    fn from(checked: &ResponsibilityChecked) -> Self {
        let gaps = checked.gaps.iter();
        Self {
            at: checked.at,
            leaf_grids: checked.leaf_grids,
            gaps: gaps.map(|gap| GapView { grid: gap.grid.clone(), responsible: gap.responsible }).collect(),
            gaps_total: checked.gaps_total,
            overlapping: checked.overlapping.clone(),
            uncovered: checked.uncovered.iter().map(|point| [point.lon(), point.lat()]).collect(),
        }
    }
}
