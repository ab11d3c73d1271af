//! `GET /api/v1/grids`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::At;
use crate::HttpState;
use crate::extract::Params;
use crate::problem::{Problem, Problems};

/// Every grid.
#[derive(Serialize, ToSchema)]
pub(crate) struct Grids {
    items: Vec<GridItem>,
}

/// 网格.
#[derive(Serialize, ToSchema)]
struct GridItem {
    code: String,
    name: String,
    /// The unit responsible for it.
    unit: String,
    /// Its outline: longitude and latitude in CGCS2000, the last point being the first.
    ring: Vec<[f64; 2]>,
}

/// 网格: where a whistle can be raised.
#[utoipa::path(get, path = "/api/v1/grids", tag = "reference", security(()), params(At), responses((status = 200, description = "Every grid", body = Grids), Problems))]
pub(crate) async fn grids(
    State(state): State<HttpState>,
    Params(At { at }): Params<At>,
) -> Result<Json<Grids>, Problem> {
    let (now, reference) = (state.app.clock().now(), state.app.reference());
    let items = reference.history.grids_at(at.unwrap_or(now)).into_iter().map(|grid| GridItem {
        code: grid.code.clone(),
        name: grid.name.clone(),
        unit: grid.unit.clone(),
        ring: grid.polygon.ring().iter().map(|corner| [corner.lon(), corner.lat()]).collect(),
    });
    Ok(Json(Grids { items: items.collect() }))
}
