//! `GET /api/v1/public/echo-wall`

use axum::Json;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse;
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::EchoWall;
use whistle_domain::period::Month;

use crate::HttpState;
use crate::extract::Params;
use crate::problem::{Problem, Problems};

/// How long a copy of the wall is good enough.
const CACHED: &str = "public, max-age=300";

/// Whose wall.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WallQuery {
    /// The neighbourhood: a unit that is a piece of the map.
    unit: String,
    /// The month, like `2026-11`.
    month: String,
}

/// 回音壁: what residents of a neighbourhood asked in a month, and what came of it. Every case of the month is counted,
/// also one that is not solved yet; nobody is named, and no number or day tells whose it was.
#[utoipa::path(get, path = "/api/v1/public/echo-wall", tag = "public", security(()), params(WallQuery), responses((status = 200, description = "The wall", body = EchoWall), Problems))]
pub(crate) async fn echo_wall(
    State(state): State<HttpState>,
    Params(query): Params<WallQuery>,
) -> Result<impl IntoResponse, Problem> {
    let month: Result<Month, _> = query.month.parse();
    let month = month.map_err(|_| Problem::malformed("bad_query", "a month is written like 2026-11"))?;
    let wall = state.app.echo_wall(&query.unit, month).await?;
    Ok(([(CACHE_CONTROL, CACHED)], Json(wall)))
}
