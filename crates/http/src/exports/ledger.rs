//! `GET /api/v1/ledger/export`

use axum::extract::State;
use axum::response::Response;
use whistle_store::read::{LedgerFilter, LedgerItem, LedgerState};

use super::file::FileQuery;
use super::sheet::{Cell, Column, Line, column, in_words};
use super::words::{self, Words};
use super::{Sheet, conditions, export_list};
use crate::HttpState;
use crate::extract::{Acting, AtLeast, Params, ReadsReports};
use crate::ledger::LedgerConditions;
use crate::problem::{Problem, Problems};

/// 导出台账: the lines that the caller may see, the newest case first, its items below it, as a file.
/// `Whistle-Position` tells up to which event the file knows.
#[utoipa::path(get, operation_id = "export_ledger", path = "/api/v1/ledger/export", tag = "exports", params(FileQuery, LedgerConditions, AtLeast), responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub(crate) async fn export(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(file): Params<FileQuery>,
    Params(conditions): Params<LedgerConditions>,
    Params(at_least): Params<AtLeast>,
) -> Result<Response, Problem> {
    export_list(&state, &acting.caller, LedgerFilter::from(conditions), None, file, at_least).await
}

impl Sheet for LedgerFilter {
    const TITLE: &'static str = "问题台账";

    fn conditions(&self, words: &Words) -> Vec<String> {
        conditions([
            ("责任单位", self.unit.as_deref().map(|unit| words.unit(unit))),
            ("区域", self.area.as_deref().map(|unit| words.unit(unit))),
            ("销号情况", self.state.map(|state| struck_off(state == LedgerState::StruckOff).to_owned())),
            ("吹哨时间不早于", self.from.map(in_words)),
            ("吹哨时间早于", self.to.map(in_words)),
        ])
    }
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
        column("地点（网格）", 20.0),
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
