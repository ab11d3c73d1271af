//! Which cases are wanted, in a list or in a file.

use chrono::{DateTime, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use utoipa::IntoParams;
use whistle_app::App;
use whistle_domain::case::CaseStatus;
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;
use whistle_store::read::{CaseFilter, Order};

use crate::extract::instant;

/// Which cases; every condition that is given must hold.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CaseConditions {
    /// Where the case stands, one of these or several separated by commas: `raised`, `declined`, `endorsed`, `handled_locally`, `filed`, `dispatched`, `in_handling`, `verification`,
    /// `callback`, `dissatisfied`, `closed`, `not_accepted`, `diverted`, `merged` or `withdrawn`.
    #[serde(default, deserialize_with = "several")]
    #[param(value_type = Option<String>)]
    status: Vec<CaseStatus>,
    /// A unit that was sent.
    department: Option<String>,
    /// Grid code.
    grid: Option<String>,
    /// A unit: everything in its area.
    area: Option<String>,
    /// Category code.
    category: Option<String>,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[param(value_type = Option<String>)]
    kind: Option<WhistleKind>,
    /// `green`, `yellow`, `red`, `grey` or `purple`.
    #[param(value_type = Option<String>)]
    lamp: Option<Lamp>,
    /// Words to look for in title, description, address and number.
    q: Option<String>,
    /// Raised at this instant or later.
    #[serde(default, deserialize_with = "instant")]
    from: Option<DateTime<Utc>>,
    /// Raised before this instant.
    #[serde(default, deserialize_with = "instant")]
    to: Option<DateTime<Utc>>,
    /// `newest` first, where nothing is said, or `oldest` first, as a queue is served.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    order: Order,
}

/// Statuses with commas between them, each named once or more.
fn several<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<CaseStatus>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(Vec::new()) };
    let mut status = Vec::new();
    for code in text.split(',') {
        let known = CaseStatus::from_code(code).ok_or_else(|| D::Error::custom("a status is unknown"))?;
        if !status.contains(&known) {
            status.push(known);
        }
    }
    Ok(status)
}

impl CaseConditions {
    /// What these conditions want of the list.
    pub(crate) fn filter(self, app: &App) -> CaseFilter {
        let given = self;
        CaseFilter {
            status: given.status,
            department: given.department,
            grid: given.grid,
            area: given.area,
            category: given.category,
            kind: given.kind,
            lamp: given.lamp,
            q: given.q.map(|text| app.search(text)),
            from: given.from,
            to: given.to,
            order: given.order,
        }
    }
}
