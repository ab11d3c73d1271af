//! `GET /api/v1/units`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::HttpState;
use crate::problem::Problems;

/// Every unit.
#[derive(Serialize, ToSchema)]
pub(crate) struct Units {
    items: Vec<UnitItem>,
}

/// 单位.
#[derive(Serialize, ToSchema)]
struct UnitItem {
    code: String,
    name: String,
    /// `district`, `department`, `utility`, `street`, `community`, `compound`, ….
    kind: &'static str,
    /// The unit above it.
    parent: Option<String>,
}

/// 单位: departments, streets, communities, compounds.
#[utoipa::path(get, path = "/api/v1/units", tag = "reference", security(()), responses((status = 200, description = "Every unit", body = Units), Problems))]
pub(crate) async fn units(State(state): State<HttpState>) -> Json<Units> {
    let reference = state.app.reference();
    let items = reference.organisation.units().iter().map(|unit| UnitItem {
        code: unit.code.clone(),
        name: unit.name.clone(),
        kind: unit.kind.code(),
        parent: unit.parent.clone(),
    });
    Json(Units { items: items.collect() })
}
