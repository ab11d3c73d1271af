//! `GET /api/v1/cases/export`

use axum::extract::State;
use axum::response::Response;
use whistle_domain::case::CaseStatus;
use whistle_store::read::{CaseFilter, CaseItem};

use super::file::FileQuery;
use super::sheet::{Cell, Column, Line, column, in_words};
use super::words::{self, Words};
use super::{Sheet, conditions, export_list};
use crate::HttpState;
use crate::cases::CaseConditions;
use crate::extract::{Acting, AtLeast, JudgedAt, Params, ReadsCases};
use crate::problem::{Problem, Problems};

/// 导出案件: the cases that the caller may see, newest first, as a file; personal data masked as in the list.
/// `Whistle-Position` tells up to which event the file knows.
#[utoipa::path(get, operation_id = "export_cases", path = "/api/v1/cases/export", tag = "exports", params(FileQuery, CaseConditions, JudgedAt, AtLeast), responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub(crate) async fn export(
    State(state): State<HttpState>,
    acting: Acting<ReadsCases>,
    Params(file): Params<FileQuery>,
    Params(conditions): Params<CaseConditions>,
    Params(judged): Params<JudgedAt>,
    Params(at_least): Params<AtLeast>,
) -> Result<Response, Problem> {
    export_list(&state, &acting.caller, conditions.filter(&state.app), judged.at, file, at_least).await
}

impl Sheet for CaseFilter {
    const TITLE: &'static str = "案件清单";

    fn conditions(&self, words: &Words) -> Vec<String> {
        conditions([
            ("状态", in_statuses(&self.status)),
            ("承办单位", self.department.as_deref().map(|unit| words.unit(unit))),
            ("网格", self.grid.as_deref().map(|grid| words.grid(grid))),
            ("区域", self.area.as_deref().map(|unit| words.unit(unit))),
            ("事项", self.category.as_deref().map(|code| words.category(code)[1].clone())),
            ("哨型", self.kind.map(|kind| words::kind(kind.code()))),
            ("亮灯", self.lamp.map(|lamp| words::lamp(lamp).to_owned())),
            ("检索词", self.q.as_ref().map(|_| "有".to_owned())),
            ("吹哨时间不早于", self.from.map(in_words)),
            ("吹哨时间早于", self.to.map(in_words)),
        ])
    }
}

fn in_statuses(status: &[CaseStatus]) -> Option<String> {
    let named: Vec<String> = status.iter().map(|status| words::status(status.code())).collect();
    (!named.is_empty()).then(|| named.join("、"))
}

impl Line for CaseItem {
    const COLUMNS: &'static [Column] = &[
        column("编号", 26.0),
        column("状态", 10.0),
        column("亮灯", 12.0),
        column("哨型", 10.0),
        column("大类", 16.0),
        column("小类", 20.0),
        column("标题", 40.0),
        column("网格", 20.0),
        column("属地单位", 20.0),
        column("层级", 8.0),
        column("来源", 12.0),
        column("主办单位", 20.0),
        column("承办单位", 30.0),
        column("吹哨时间", 17.0),
        column("派单时间", 17.0),
        column("办结时限", 17.0),
        column("办结时间", 17.0),
        column("返工次数", 9.0),
        column("是否解决", 9.0),
        column("满意度", 8.0),
        column("要求保密", 9.0),
    ];

    fn cells(&self, words: &Words) -> Vec<Cell> {
        let [major, minor] = words.category(&self.category);
        vec![
            self.number.as_str().into(),
            words::status(&self.status).into(),
            self.lamp.map(words::lamp).into(),
            words::kind(&self.kind).into(),
            major.into(),
            minor.into(),
            self.title.as_str().into(),
            words.grid(&self.grid).into(),
            words.unit(&self.territorial_unit).into(),
            words::level(&self.level).into(),
            words::source(&self.source).into(),
            self.lead.as_deref().map(|unit| words.unit(unit)).into(),
            words.units(&self.departments).into(),
            self.raised_at.into(),
            self.issued_at.into(),
            self.due_at.into(),
            self.closed_at.into(),
            self.reworks.into(),
            self.solved.into(),
            self.satisfaction.map(i32::from).into(),
            self.confidential.into(),
        ]
    }
}
