//! `GET /api/v1/units`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::words;

use super::At;
use crate::HttpState;
use crate::extract::Params;
use crate::problem::{Problem, Problems};

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
    #[schema(value_type = words::UnitKind)]
    kind: &'static str,
    /// The unit above it.
    parent: Option<String>,
    /// 二十四小时值班: its duty room is staffed day and night.
    round_the_clock: bool,
}

/// 单位: departments, streets, communities, compounds.
#[utoipa::path(get, path = "/api/v1/units", tag = "reference", security(()), params(At), responses((status = 200, description = "Every unit", body = Units), Problems))]
pub(crate) async fn units(
    State(state): State<HttpState>,
    Params(At { at }): Params<At>,
) -> Result<Json<Units>, Problem> {
    let (now, reference) = (state.app.clock().now(), state.app.reference());
    let items = reference.history.units_at(at.unwrap_or(now)).into_iter().map(|unit| UnitItem {
        code: unit.code.clone(),
        name: unit.name.clone(),
        kind: unit.kind.code(),
        parent: unit.parent.clone(),
        round_the_clock: unit.round_the_clock,
    });
    Ok(Json(Units { items: items.collect() }))
}
