//! `GET /api/v1/cases/export`

use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::ExportRequest;
use whistle_domain::case::CaseStatus;
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;
use whistle_store::read::{CaseFilter, CaseItem};

use super::file::{Format, admit, answer};
use super::sheet::{Cell, Column, Line, column, in_words};
use super::words::{self, Words};
use super::{Basis, conditions, head};
use crate::HttpState;
use crate::extract::{Acting, Params, ReadsCases, instant};
use crate::problem::{Problem, Problems};

/// Which cases, in which kind of file. The filters are those of the list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CaseExportQuery {
    /// `xlsx` (at most 1,048,571 rows) or `csv`; `xlsx` where it is not given.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    format: Format,
    /// Where the case stands.
    #[param(value_type = Option<String>)]
    status: Option<CaseStatus>,
    /// A unit that was sent.
    department: Option<String>,
    /// Grid code.
    grid: Option<String>,
    /// A unit: everything in its area.
    area: Option<String>,
    /// Category code.
    category: Option<String>,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[param(value_type = Option<String>)]
    kind: Option<WhistleKind>,
    /// `green`, `yellow`, `red`, `grey` or `purple`.
    #[param(value_type = Option<String>)]
    lamp: Option<Lamp>,
    /// Words to look for in title, description, address and number.
    q: Option<String>,
    /// Raised at this instant or later.
    #[serde(default, deserialize_with = "instant")]
    from: Option<DateTime<Utc>>,
    /// Raised before this instant.
    #[serde(default, deserialize_with = "instant")]
    to: Option<DateTime<Utc>>,
    /// The instant at which lamps are judged; now where it is not given.
    #[serde(default, deserialize_with = "instant")]
    at: Option<DateTime<Utc>>,
    /// Wait until the list knows everything up to this position.
    min_position: Option<i64>,
}

/// 导出案件: the cases that the caller may see, newest first, as a file; personal data masked as in the list.
/// `Whistle-Position` tells up to which event the file knows.
#[utoipa::path(get, operation_id = "export_cases", path = "/api/v1/cases/export", tag = "exports", params(CaseExportQuery), responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub(crate) async fn export(
    State(state): State<HttpState>,
    acting: Acting<ReadsCases>,
    Params(query): Params<CaseExportQuery>,
) -> Result<Response, Problem> {
    let place = admit(&state.exports)?;
    if let Some(position) = query.min_position {
        state.app.await_position(position).await?;
    }
    let words = Words(state.app.reference());
    let conditions = asked(&query, &words);
    let filter = CaseFilter {
        status: query.status,
        department: query.department,
        grid: query.grid,
        area: query.area,
        category: query.category,
        kind: query.kind,
        lamp: query.lamp,
        q: query.q,
        from: query.from,
        to: query.to,
    };
    let request = ExportRequest { filter, at: query.at, rows_max: query.format.rows_max() };
    let export = state.app.export_cases(&acting.caller, request).await?;
    let basis = Basis { conditions, position: export.position, at: export.at };
    let head = head("案件清单", &state, &acting.caller, &words, basis);
    answer(export, query.format, head, words, place).await
}

fn asked(query: &CaseExportQuery, words: &Words) -> Vec<String> {
    conditions([
        ("状态", query.status.map(|status| words::status(status.code()))),
        ("承办单位", query.department.as_deref().map(|unit| words.unit(unit))),
        ("网格", query.grid.as_deref().map(|grid| words.grid(grid))),
        ("区域", query.area.as_deref().map(|unit| words.unit(unit))),
        ("事项", query.category.as_deref().map(|code| words.category(code)[1].clone())),
        ("哨型", query.kind.map(|kind| words::kind(kind.code()))),
        ("亮灯", query.lamp.map(|lamp| words::lamp(lamp).to_owned())),
        ("检索词", query.q.as_ref().map(|_| "有".to_owned())),
        ("吹哨时间不早于", query.from.map(in_words)),
        ("吹哨时间早于", query.to.map(in_words)),
    ])
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
            self.source.as_str().into(),
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
