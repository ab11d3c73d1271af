//! `GET /api/v1/report-packs/{id}/export`

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::{AppError, PackView};
use whistle_domain::pack::{PackFigures, Share, Stretch};

use crate::HttpState;
use crate::exports::file::{self, admit, attachment};
use crate::exports::sheet::{Cell, Column, Head, column, in_words};
use crate::exports::words::Words;
use crate::extract::{Acting, Params, PathText, ReadsPacks};
use crate::problem::{Problem, Problems};

/// What kind of file is wanted.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum PackFormat {
    /// The text.
    #[default]
    Txt,
    /// The figures.
    Xlsx,
}

/// What kind of file.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PackExportQuery {
    /// `txt` (the text) or `xlsx` (the figures); `txt` where it is not given.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    format: PackFormat,
}

/// 导出报告包: its text, or its figures as a sheet.
#[utoipa::path(get, operation_id = "export_report_pack", path = "/api/v1/report-packs/{id}/export", tag = "exports", params(("id" = String, Path, description = "Its period: `2026-W46`, `2026-10` or `2026-Q3`"), PackExportQuery), responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub(crate) async fn export(
    State(state): State<HttpState>,
    acting: Acting<ReadsPacks>,
    PathText(id): PathText,
    Params(query): Params<PackExportQuery>,
) -> Result<Response, Problem> {
    let _place = admit(&state.exports)?;
    let pack = state.app.pack(&acting.caller, &id).await?;
    let title = pack.item.title.clone();
    let (bytes, media_type, extension) = match query.format {
        PackFormat::Txt => (pack.text.into_bytes(), "text/plain; charset=utf-8", "txt"),
        PackFormat::Xlsx => {
            let unit = acting.caller.actor.unit.as_deref();
            let unit = unit.map(|unit| Words(state.app.reference()).unit(unit)).unwrap_or_default();
            let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (sheet_with(&pack, unit)?, sheet, "xlsx")
        }
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (CONTENT_DISPOSITION, attachment(&format!("{title}.{extension}"), extension)),
    ];
    Ok((headers, bytes).into_response())
}

const COLUMNS: &[Column] = &[
    column("栏目", 14.0),
    column("指标", 30.0),
    column("本期", 12.0),
    column("上期", 12.0),
    column("上年同期", 12.0),
    column("今年以来", 12.0),
    column("分子", 9.0),
    column("分母", 9.0),
];

fn sheet_with(pack: &PackView, unit: String) -> Result<Vec<u8>, AppError> {
    let basis = format!(
        "{}；是否办结、是否超期截至{}；数据截至第{}号日志记录。",
        pack.item.title,
        in_words(pack.figures.judged_at),
        pack.item.as_of_position
    );
    let made_at = pack.item.frozen_at;
    let head = Head { title: "报告包数据", unit, made_at, basis, notes: Vec::new() };
    file::sheet_of(&head, COLUMNS, rows(&pack.figures))
}

fn rows(figures: &PackFigures) -> Vec<Vec<Cell>> {
    let mut rows = summary(figures);
    for point in &figures.trend {
        let (received, completion) = (Cell::Whole(point.received), point.completion);
        rows.push(vec![
            "分月走势".into(),
            format!("{} 受理", point.month).into(),
            received,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]);
        rows.push(one("分月走势", format!("{} 办结率", point.month), completion));
    }
    for department in &figures.departments {
        rows.push(one("承办单位", format!("{} 按期办结率", department.name), department.on_time));
        rows.push(counts("承办单位", format!("{} 超期未结", department.name), department.overdue, None));
    }
    for category in &figures.categories {
        rows.push(counts("事项", category.name.clone(), category.received, Some(category.previous)));
    }
    for spot in &figures.hot_spots {
        rows.push(counts("热点", format!("{} {}", spot.name, spot.category_name), spot.received, None));
    }
    for (title, matters) in [("超期未结", &figures.overdue), ("退单争议", &figures.disputed)] {
        for matter in matters {
            let mut row = counts(title, format!("{} {}", matter.number, matter.unit), 1, None);
            row[3] = matter.due_at.map(in_words).into();
            rows.push(row);
        }
    }
    rows
}

/// The figures that every stretch has, side by side.
fn summary(figures: &PackFigures) -> Vec<Vec<Cell>> {
    let count = |name: &str, of: fn(&Stretch) -> i64| {
        vec![
            "总体".into(),
            name.into(),
            Cell::Whole(of(&figures.now)),
            Cell::Whole(of(&figures.previous)),
            figures.year_before.as_ref().map_or(Cell::Empty, |before| Cell::Whole(of(before))),
            Cell::Whole(of(&figures.this_year)),
            Cell::Empty,
            Cell::Empty,
        ]
    };
    let rate = |name: &str, of: fn(&Stretch) -> Share| {
        vec![
            "总体".into(),
            name.into(),
            percent(of(&figures.now)),
            percent(of(&figures.previous)),
            figures.year_before.as_ref().map_or(Cell::Empty, |before| percent(of(before))),
            percent(of(&figures.this_year)),
            Cell::Whole(of(&figures.now).of),
            Cell::Whole(of(&figures.now).all),
        ]
    };
    vec![
        count("受理（件）", |stretch| stretch.received),
        count("办结（件）", |stretch| stretch.closed),
        rate("办结率", |stretch| stretch.completion),
        rate("按期办结率", |stretch| stretch.on_time),
        rate("响应率", |stretch| stretch.response),
        rate("解决率", |stretch| stretch.resolution),
        rate("满意率", |stretch| stretch.satisfaction),
        rate("重复诉求率", |stretch| stretch.repeat),
        count("挂账（件）", |stretch| stretch.parked),
        count("剔除（件）", |stretch| stretch.excluded),
        count("强制结案（件）", |stretch| stretch.forced),
    ]
}

fn one(title: &str, name: String, share: Share) -> Vec<Cell> {
    let empty = || Cell::Empty;
    let (of, all) = (Cell::Whole(share.of), Cell::Whole(share.all));
    vec![title.into(), name.into(), percent(share), empty(), empty(), empty(), of, all]
}

fn counts(title: &str, name: String, now: i64, previous: Option<i64>) -> Vec<Cell> {
    let previous = previous.map_or(Cell::Empty, Cell::Whole);
    let empty = || Cell::Empty;
    vec![title.into(), name.into(), Cell::Whole(now), previous, empty(), empty(), empty(), empty()]
}

/// The words of the pack for the same share.
fn percent(share: Share) -> Cell {
    Cell::Text(share.in_words())
}
