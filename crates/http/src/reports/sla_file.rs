//! `GET /api/v1/reports/sla/export`

use axum::extract::State;
use axum::response::Response;
use whistle_app::{Caller, Report};
use whistle_domain::report::{Dimension, Period};

use super::question::ReportQuestion;
use super::sla_table::{definitions, table};
use crate::HttpState;
use crate::exports::file::{FileQuery, admit, answer_table};
use crate::exports::sheet::{Head, in_words};
use crate::exports::words::{self, Words};
use crate::extract::{Acting, AtLeast, Params, ReadsReports, TwoTimes};
use crate::problem::{Problem, Problems};

/// 导出时限报表: a row for each key and one of everything, with each rate beside what it divides by what, as a file. The
/// parameters are those of the report. `Whistle-Position` tells up to which event the file knows.
#[utoipa::path(get, operation_id = "export_sla_report", path = "/api/v1/reports/sla/export", tag = "exports", params(FileQuery, ReportQuestion, TwoTimes, AtLeast), responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), (status = 422, description = "An impossible period", content_type = "application/problem+json", body = Problem), Problems))]
pub(crate) async fn export(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(FileQuery { format }): Params<FileQuery>,
    Params(question): Params<ReportQuestion>,
    Params(times): Params<TwoTimes>,
    Params(at_least): Params<AtLeast>,
) -> Result<Response, Problem> {
    let request = question.at(&times)?;
    let place = admit(&state.exports)?;
    at_least.known(&state.app).await?;
    let report = state.app.report(&acting.caller, &request).await?;
    leave_a_line(&acting.caller, &report);
    let words = Words(state.app.reference());
    let head = Head {
        title: "时限报表",
        unit: words.office(&acting.caller),
        made_at: state.app.clock().now(),
        basis: basis(&report, &words),
        notes: definitions(&report),
    };
    let position = report.position;
    answer_table(table(report, request.comparison), position, format, head, place).await
}

/// Whoever takes a report away leaves a line in the log of the service, as with a list.
fn leave_a_line(caller: &Caller, report: &Report) {
    let (account, role) = (caller.actor.id, caller.role().code());
    let (count, position) = (report.rows.len(), report.position);
    tracing::info!(%account, role, list = "sla", count, position, "a report was exported");
}

/// Which period and which rows these are, as of when, and how they were judged.
fn basis(report: &Report, words: &Words) -> String {
    let query = &report.query;
    let within = &query.within;
    let rows = match query.dimension {
        Dimension::Department => "承办单位（按派单计，知会不计）",
        Dimension::Area => "区域（按案件计，一件计入所在各级区域）",
        Dimension::Category => "事项（按案件计）",
        Dimension::Level => "层级（按案件计）",
    };
    let only = [
        ("承办单位", within.department.as_deref().map(|unit| words.unit(unit))),
        ("区域", within.area.as_deref().map(|unit| words.unit(unit))),
        ("事项", within.category.as_deref().map(|code| words.category(code)[1].clone())),
        ("层级", within.level.as_deref().map(words::level)),
    ];
    let only = only.into_iter().filter_map(|(name, value)| Some(format!("，仅计{name}={}", value?)));
    let compared = report.compared.map(|period| format!("，对比{}", stretch(period)));
    format!(
        "时限在{}内的可见事项{}{}，逐行为{rows}；数据截至第{}号日志记录，办结与超期按{}判定，考核规则第{}版。",
        stretch(query.period),
        only.collect::<String>(),
        compared.unwrap_or_default(),
        report.position,
        in_words(query.at),
        report.policy.version(),
    )
}

fn stretch(Period { from, to }: Period) -> String {
    format!("{}至{}（不含）", in_words(from), in_words(to))
}
