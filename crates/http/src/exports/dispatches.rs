//! `GET /api/v1/dispatches/export`

use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::ExportRequest;
use whistle_domain::case::{DispatchRole, DispatchState};
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;
use whistle_store::read::{DispatchFilter, DispatchItem};

use super::file::{Format, admit, answer};
use super::sheet::{Cell, Column, Line, column};
use super::words::{self, Words};
use super::{Basis, conditions, head};
use crate::HttpState;
use crate::extract::{Acting, Params, ReadsDispatches, instant};
use crate::problem::{Problem, Problems};

/// Which dispatches, in which kind of file. The filters are those of the list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DispatchExportQuery {
    /// `xlsx` (at most 1,048,571 rows) or `csv`; `xlsx` where it is not given.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    format: Format,
    /// The unit that was sent.
    department: Option<String>,
    /// How far it has come.
    #[param(value_type = Option<String>)]
    state: Option<DispatchState>,
    /// `lead`, `co_handler` or `notified`.
    #[param(value_type = Option<String>)]
    role: Option<DispatchRole>,
    /// Whether the department still owes something.
    open: Option<bool>,
    /// Whether a clock has run out.
    overdue: Option<bool>,
    /// `green`, `yellow`, `red`, `grey` or `purple`.
    #[param(value_type = Option<String>)]
    lamp: Option<Lamp>,
    /// Grid code.
    grid: Option<String>,
    /// A unit: everything in its area.
    area: Option<String>,
    /// Category code.
    category: Option<String>,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[param(value_type = Option<String>)]
    kind: Option<WhistleKind>,
    /// Words to look for in the case.
    q: Option<String>,
    /// The instant at which lamps are judged; now where it is not given.
    #[serde(default, deserialize_with = "instant")]
    at: Option<DateTime<Utc>>,
    /// Wait until the list knows everything up to this position.
    min_position: Option<i64>,
}

/// 导出派单: the dispatches that the caller may see, the most urgent first, as a file; personal data masked as in the
/// list. `Whistle-Position` tells up to which event the file knows.
#[utoipa::path(get, operation_id = "export_dispatches", path = "/api/v1/dispatches/export", tag = "exports", params(DispatchExportQuery), responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub(crate) async fn export(
    State(state): State<HttpState>,
    acting: Acting<ReadsDispatches>,
    Params(query): Params<DispatchExportQuery>,
) -> Result<Response, Problem> {
    let place = admit(&state.exports)?;
    if let Some(position) = query.min_position {
        state.app.await_position(position).await?;
    }
    let words = Words(state.app.reference());
    let conditions = asked(&query, &words);
    let filter = DispatchFilter {
        department: query.department,
        state: query.state,
        role: query.role,
        running: query.open,
        overdue: query.overdue,
        lamp: query.lamp,
        grid: query.grid,
        area: query.area,
        category: query.category,
        kind: query.kind,
        q: query.q,
    };
    let request = ExportRequest { filter, at: query.at, rows_max: query.format.rows_max() };
    let export = state.app.export_dispatches(&acting.caller, request).await?;
    let basis = Basis { conditions, position: export.position, at: export.at };
    let head = head("派单清单", &state, &acting.caller, &words, basis);
    answer(export, query.format, head, words, place).await
}

fn asked(query: &DispatchExportQuery, words: &Words) -> Vec<String> {
    let yes = |yes: bool| if yes { "是" } else { "否" }.to_owned();
    conditions([
        ("承办单位", query.department.as_deref().map(|unit| words.unit(unit))),
        ("状态", query.state.map(|state| words::dispatch_state(state.code()))),
        ("角色", query.role.map(|role| words::dispatch_role(role.code()))),
        ("未了结", query.open.map(yes)),
        ("超期", query.overdue.map(yes)),
        ("亮灯", query.lamp.map(|lamp| words::lamp(lamp).to_owned())),
        ("网格", query.grid.as_deref().map(|grid| words.grid(grid))),
        ("区域", query.area.as_deref().map(|unit| words.unit(unit))),
        ("事项", query.category.as_deref().map(|code| words.category(code)[1].clone())),
        ("哨型", query.kind.map(|kind| words::kind(kind.code()))),
        ("检索词", query.q.as_ref().map(|_| "有".to_owned())),
    ])
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
