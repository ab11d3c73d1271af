//! `GET /api/v1/ledger/export`

use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::ExportRequest;
use whistle_store::read::{LedgerFilter, LedgerItem, LedgerState};

use super::file::{Format, admit, answer};
use super::sheet::{Cell, Column, Line, column, in_words};
use super::words::{self, Words};
use super::{Basis, conditions, head};
use crate::HttpState;
use crate::extract::{Acting, Params, ReadsReports, instant};
use crate::problem::{Problem, Problems};

/// Which lines, in which kind of file. The filters are those of the list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LedgerExportQuery {
    /// `xlsx` (at most 1,048,571 rows) or `csv`; `xlsx` where it is not given.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    format: Format,
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
    /// Wait until the ledger knows everything up to this position.
    min_position: Option<i64>,
}

/// 导出台账: the lines that the caller may see, the newest case first, its items below it, as a file.
/// `Whistle-Position` tells up to which event the file knows.
#[utoipa::path(get, operation_id = "export_ledger", path = "/api/v1/ledger/export", tag = "exports", params(LedgerExportQuery), responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub(crate) async fn export(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(query): Params<LedgerExportQuery>,
) -> Result<Response, Problem> {
    let place = admit(&state.exports)?;
    if let Some(position) = query.min_position {
        state.app.await_position(position).await?;
    }
    let words = Words(state.app.reference());
    let conditions = conditions([
        ("责任单位", query.unit.as_deref().map(|unit| words.unit(unit))),
        ("区域", query.area.as_deref().map(|unit| words.unit(unit))),
        ("销号情况", query.state.map(|state| struck_off(state == LedgerState::StruckOff).to_owned())),
        ("吹哨时间不早于", query.from.map(in_words)),
        ("吹哨时间早于", query.to.map(in_words)),
    ]);
    let filter = LedgerFilter {
        unit: query.unit,
        area: query.area,
        state: query.state,
        from: query.from,
        to: query.to,
    };
    let request = ExportRequest { filter, at: None, rows_max: query.format.rows_max() };
    let export = state.app.export_ledger(&acting.caller, request).await?;
    let basis = Basis { conditions, position: export.position, at: export.at };
    let head = head("问题台账", &state, &acting.caller, &words, basis);
    answer(export, query.format, head, words, place).await
}

const fn struck_off(yes: bool) -> &'static str {
    if yes { "已销号" } else { "未销号" }
}

impl Line for LedgerItem {
    const COLUMNS: &'static [Column] = &[
        column("案件编号", 26.0),
        column("问题序号", 9.0),
        column("问题", 40.0),
        column("事项", 20.0),
        column("地点(网格)", 20.0),
        column("属地单位", 20.0),
        column("责任单位", 20.0),
        column("整改措施", 40.0),
        column("列入时间", 17.0),
        column("整改时限", 17.0),
        column("销号情况", 9.0),
        column("销号时间", 17.0),
        column("核查人", 24.0),
    ];

    fn cells(&self, words: &Words) -> Vec<Cell> {
        let [_, category] = words.category(&self.category);
        let reviewer = self.reviewer_role.as_deref().map(words::role);
        let reviewer_unit = self.reviewer_unit.as_deref().map(|unit| words.unit(unit));
        let reviewer: Vec<String> = reviewer_unit.into_iter().chain(reviewer).collect();
        vec![
            self.number.as_str().into(),
            if self.line == 0 { Cell::Empty } else { self.line.into() },
            self.problem.as_str().into(),
            category.into(),
            words.grid(&self.grid).into(),
            words.unit(&self.territorial_unit).into(),
            self.owner.as_deref().map(|unit| words.unit(unit)).into(),
            self.measure.as_deref().into(),
            self.since.into(),
            self.due_at.into(),
            struck_off(self.struck_off_at.is_some()).into(),
            self.struck_off_at.into(),
            reviewer.join(" ").into(),
        ]
    }
}
