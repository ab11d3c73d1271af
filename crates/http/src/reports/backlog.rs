//! `GET /api/v1/reports/backlog`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::HttpState;
use crate::extract::{Acting, AtLeast, Params, ReadsReports, TwoTimes};
use crate::problem::{Problem, Problems};

/// What every department still owes, most first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Backlog {
    items: Vec<DepartmentBacklog>,
    /// Always nothing: there are only so many departments.
    next_cursor: Option<String>,
}

/// What one department still owes.
#[derive(Serialize, ToSchema)]
struct DepartmentBacklog {
    department: String,
    /// Its name.
    name: Option<String>,
    /// Dispatches it still owes something on.
    open: i64,
    /// The same by state.
    by_state: BTreeMap<&'static str, i64>,
    /// The same by lamp.
    by_lamp: BTreeMap<&'static str, i64>,
    /// 库龄: the same by age since the issue, `within_1_day` to `within_30_days` and `over_30_days`; each beyond the band
    /// before it.
    by_age: BTreeMap<&'static str, i64>,
    /// When the oldest of them was issued.
    oldest: DateTime<Utc>,
    /// How many have a clock that has run out.
    overdue: i64,
}

/// 积压: what every department still owes, within the caller's area.
#[utoipa::path(get, path = "/api/v1/reports/backlog", tag = "reports", params(TwoTimes, AtLeast), responses((status = 200, description = "One row per department", body = Backlog), Problems))]
pub(crate) async fn backlog(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(times): Params<TwoTimes>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<Backlog>, Problem> {
    let as_of = times.parsed()?;
    at_least.known(&state.app).await?;
    let moment = state.app.moment(as_of).await?;
    let rows = state.app.backlog(&acting.caller, moment).await?;
    let reference = state.app.reference_at(moment).await?;
    let items = rows.into_iter().map(|row| DepartmentBacklog {
        name: reference.organisation.unit(&row.department).map(|unit| unit.name.clone()),
        department: row.department,
        open: row.open,
        by_state: row.by_state,
        by_lamp: row.by_lamp,
        by_age: row.by_age,
        oldest: row.oldest_issued_at,
        overdue: row.overdue,
    });
    Ok(Json(Backlog { items: items.collect(), next_cursor: None }))
}
