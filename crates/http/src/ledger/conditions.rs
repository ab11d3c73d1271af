//! Which lines of the ledger are wanted, in a list or in a file.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_store::read::{LedgerFilter, LedgerState};

use crate::extract::instant;

/// Which lines; every condition that is given must hold.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LedgerConditions {
    /// The unit that must put it right.
    unit: Option<String>,
    /// A unit: everything in its area.
    area: Option<String>,
    /// `open` or `struck_off`.
    #[param(value_type = Option<String>)]
    state: Option<LedgerState>,
    /// The case was raised at this instant or later.
    #[serde(default, deserialize_with = "instant")]
    from: Option<DateTime<Utc>>,
    /// The case was raised before this instant.
    #[serde(default, deserialize_with = "instant")]
    to: Option<DateTime<Utc>>,
}

impl From<LedgerConditions> for LedgerFilter {
    fn from(given: LedgerConditions) -> Self {
        Self { unit: given.unit, area: given.area, state: given.state, from: given.from, to: given.to }
    }
}
