//! `GET /api/v1/reports/sla`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, FixedOffset, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::Report;
use whistle_domain::calendar::china;
use whistle_domain::report::{Period, Rate};

use super::figures::Row;
use super::question::ReportQuestion;
use crate::HttpState;
use crate::extract::{Acting, AtLeast, Params, ReadsReports, TwoTimes};
use crate::problem::{Problem, Problems};

/// A report.
#[derive(Serialize, ToSchema)]
pub(crate) struct SlaReport {
    /// The period, as it was understood.
    period: PeriodView,
    /// The period beside it, where one was asked for.
    compared: Option<PeriodView>,
    /// When clocks were judged.
    at: DateTime<Utc>,
    /// What the rows stand for.
    group_by: &'static str,
    /// The position of the log up to which the report knows.
    position: i64,
    /// The policy whose weights and bounds it uses.
    policy_version: u32,
    /// One for each key under which there is anything, in the order of the keys.
    items: Vec<Row>,
    /// Everything that the caller may see; where rows overlap (areas), no sum of them. It has no score: deductions are
    /// points of one unit.
    total: Row,
    /// 统计口径: what each rate divides by what.
    definitions: BTreeMap<&'static str, &'static str>,
}

/// From an instant up to, but not including, another; in Shanghai's time.
#[derive(Serialize, ToSchema)]
pub(crate) struct PeriodView {
    from: DateTime<FixedOffset>,
    to: DateTime<FixedOffset>,
}

impl From<Period> for PeriodView {
    fn from(Period { from, to }: Period) -> Self {
        Self { from: from.with_timezone(&china()), to: to.with_timezone(&china()) }
    }
}

/// 时限报表: what was due in the period, and what became of it, within the caller's area. A department sees its own row.
#[utoipa::path(get, path = "/api/v1/reports/sla", tag = "reports", params(ReportQuestion, TwoTimes, AtLeast), responses((status = 200, description = "A row for each key, and the total", body = SlaReport), (status = 422, description = "An impossible period", content_type = "application/problem+json", body = Problem), Problems))]
pub(crate) async fn sla(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(question): Params<ReportQuestion>,
    Params(times): Params<TwoTimes>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<SlaReport>, Problem> {
    let request = question.at(&times)?;
    at_least.known(&state.app).await?;
    Ok(Json(state.app.report(&acting.caller, &request).await?.into()))
}

impl From<Report> for SlaReport {
    fn from(report: Report) -> Self {
        Self {
            period: report.query.period.into(),
            compared: report.compared.map(PeriodView::from),
            at: report.query.at,
            group_by: report.query.dimension.code(),
            position: report.position,
            policy_version: report.policy.version(),
            items: report.rows.into_iter().map(Row::from).collect(),
            total: Row::total(report.total),
            definitions: Rate::ALL.into_iter().map(|rate| (rate.code(), rate.formula())).collect(),
        }
    }
}
