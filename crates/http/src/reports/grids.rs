//! `GET /api/v1/reports/backlog/grids`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use whistle_domain::policy::WhistleKind;

use crate::HttpState;
use crate::extract::{Acting, AtLeast, Params, ReadsReports, TwoTimes};
use crate::problem::{Problem, Problems};

/// Open cases, grid by grid.
#[derive(Serialize, ToSchema)]
pub(crate) struct GridBacklogs {
    items: Vec<GridBacklog>,
    /// Always nothing: there are only so many grids.
    next_cursor: Option<String>,
}

/// The open cases of one grid.
#[derive(Serialize, ToSchema)]
struct GridBacklog {
    grid: String,
    /// Its name.
    name: Option<String>,
    /// Cases that are not over.
    open: i64,
    /// How many have a clock that has run out.
    overdue: i64,
    /// The same by lamp; a case whose clock does not run yet, and planned work, has none.
    by_lamp: BTreeMap<&'static str, i64>,
    /// When the oldest of them was raised.
    oldest: DateTime<Utc>,
}

/// Of which kind.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OfKind {
    /// `appeal`, `law`, `emergency`, `key` or `mediation`; all where nothing is said.
    #[param(value_type = Option<String>)]
    kind: Option<WhistleKind>,
}

/// 网格积压: the open cases of every grid that has any, within the caller's area. Cases are counted here, dispatches in the
/// backlog of departments.
#[utoipa::path(get, operation_id = "grid_backlog", path = "/api/v1/reports/backlog/grids", tag = "reports", params(OfKind, TwoTimes, AtLeast), responses((status = 200, description = "One row per grid", body = GridBacklogs), Problems))]
pub(crate) async fn grids(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(OfKind { kind }): Params<OfKind>,
    Params(times): Params<TwoTimes>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<GridBacklogs>, Problem> {
    let as_of = times.parsed()?;
    at_least.known(&state.app).await?;
    let moment = state.app.moment(as_of).await?;
    let rows = state.app.grid_backlog(&acting.caller, kind, moment).await?;
    let reference = state.app.reference_at(moment).await?;
    let items = rows.into_iter().map(|row| GridBacklog {
        name: reference.organisation.grid(&row.grid).map(|grid| grid.name.clone()),
        grid: row.grid,
        open: row.open,
        overdue: row.overdue,
        by_lamp: row.by_lamp,
        oldest: row.oldest_raised_at,
    });
    Ok(Json(GridBacklogs { items: items.collect(), next_cursor: None }))
}
