//! `GET /api/v1/dispatches/export`

use axum::extract::State;
use axum::response::Response;
use whistle_store::read::{DispatchFilter, DispatchItem};

use super::file::FileQuery;
use super::sheet::{Cell, Column, Line, column};
use super::words::{self, Words};
use super::{Sheet, conditions, export_list};
use crate::HttpState;
use crate::dispatches::DispatchConditions;
use crate::extract::{Acting, AtLeast, JudgedAt, Params, ReadsDispatches};
use crate::problem::{Problem, Problems};

/// 导出派单: the dispatches that the caller may see, the most urgent first, as a file; personal data masked as in the
/// list. `Whistle-Position` tells up to which event the file knows.
#[utoipa::path(get, operation_id = "export_dispatches", path = "/api/v1/dispatches/export", tag = "exports", params(FileQuery, DispatchConditions, JudgedAt, AtLeast), responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub(crate) async fn export(
    State(state): State<HttpState>,
    acting: Acting<ReadsDispatches>,
    Params(file): Params<FileQuery>,
    Params(conditions): Params<DispatchConditions>,
    Params(judged): Params<JudgedAt>,
    Params(at_least): Params<AtLeast>,
) -> Result<Response, Problem> {
    export_list(&state, &acting.caller, conditions.filter(&state.app), judged.at, file, at_least).await
}

impl Sheet for DispatchFilter {
    const TITLE: &'static str = "派单清单";

    fn conditions(&self, words: &Words) -> Vec<String> {
        let yes = |yes: bool| if yes { "是" } else { "否" }.to_owned();
        conditions([
            ("承办单位", self.department.as_deref().map(|unit| words.unit(unit))),
            ("状态", self.state.map(|state| words::dispatch_state(state.code()))),
            ("角色", self.role.map(|role| words::dispatch_role(role.code()))),
            ("未了结", self.running.map(yes)),
            ("超期", self.overdue.map(yes)),
            ("亮灯", self.lamp.map(|lamp| words::lamp(lamp).to_owned())),
            ("网格", self.grid.as_deref().map(|grid| words.grid(grid))),
            ("区域", self.area.as_deref().map(|unit| words.unit(unit))),
            ("事项", self.category.as_deref().map(|code| words.category(code)[1].clone())),
            ("哨型", self.kind.map(|kind| words::kind(kind.code()))),
            ("检索词", self.q.as_ref().map(|_| "有".to_owned())),
        ])
    }
}

impl Line for DispatchItem {
    const COLUMNS: &'static [Column] = &[
        column("案件编号", 26.0),
        column("标题", 40.0),
        column("事项", 20.0),
        column("哨型", 10.0),
        column("网格", 20.0),
        column("承办单位", 20.0),
        column("角色", 8.0),
        column("状态", 10.0),
        column("亮灯", 12.0),
        column("是否超期", 9.0),
        column("交办要求", 40.0),
        column("行业主管", 20.0),
        column("属地单位", 20.0),
        column("派单时间", 17.0),
        column("签收时限", 17.0),
        column("签收时间", 17.0),
        column("报到时限", 17.0),
        column("报到时间", 17.0),
        column("接单时间", 17.0),
        column("办结时限", 17.0),
        column("反馈时间", 17.0),
        column("了结时间", 17.0),
        column("措施数", 8.0),
        column("返工次数", 9.0),
    ];

    fn cells(&self, words: &Words) -> Vec<Cell> {
        let [_, category] = words.category(&self.category);
        vec![
            self.number.as_str().into(),
            self.title.as_str().into(),
            category.into(),
            words::kind(&self.kind).into(),
            words.grid(&self.grid).into(),
            words.unit(&self.department).into(),
            words::dispatch_role(&self.role).into(),
            words::dispatch_state(&self.state).into(),
            self.lamp.map(words::lamp).into(),
            self.overdue.into(),
            self.instruction.as_str().into(),
            words.unit(&self.line_owner).into(),
            words.unit(&self.territorial_owner).into(),
            self.issued_at.into(),
            self.sign_due_at.into(),
            self.signed_at.into(),
            self.report_due_at.into(),
            self.reported_at.into(),
            self.accepted_at.into(),
            self.due_at.into(),
            self.fed_back_at.into(),
            self.discharged_at.into(),
            self.measures.into(),
            self.reworks.into(),
        ]
    }
}
