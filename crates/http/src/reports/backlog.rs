//! `GET /api/v1/reports/backlog`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::HttpState;
use crate::extract::{Acting, Params, ReadsReports, as_of, instant};
use crate::problem::{Problem, Problems};

/// When to judge.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct BacklogQuery {
    /// A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then.
    as_of: Option<String>,
    /// The instant at which clocks are judged; that of `as_of`, else now, where it is not given.
    #[serde(default, deserialize_with = "instant")]
    at: Option<DateTime<Utc>>,
    /// Wait until the report knows everything up to this position.
    min_position: Option<i64>,
}

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
#[utoipa::path(get, path = "/api/v1/reports/backlog", tag = "reports", params(BacklogQuery), responses((status = 200, description = "One row per department", body = Backlog), Problems))]
pub(crate) async fn backlog(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(query): Params<BacklogQuery>,
) -> Result<Json<Backlog>, Problem> {
    let as_of = as_of(query.as_of.as_deref(), query.at)?;
    if let Some(position) = query.min_position {
        state.app.await_position(position).await?;
    }
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
