//! Lists as files: `…/export?format=xlsx|csv` with the filters of the list.

pub(crate) mod file;
pub(crate) mod sheet;
pub(crate) mod words;

mod cases;
mod csv;
mod dispatches;
mod ledger;
mod xlsx;

use axum::response::Response;
use chrono::{DateTime, Utc};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whistle_app::{Caller, Export, ExportRequest, OpenList};

use crate::HttpState;
use crate::extract::AtLeast;
use crate::problem::Problem;
use file::{FileQuery, admit, answer};
use sheet::{Head, Line, in_words};
use words::Words;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(cases::export))
        .routes(routes!(dispatches::export))
        .routes(routes!(ledger::export))
}

/// A list as people know it.
trait Sheet: OpenList<Item: Line> {
    /// The title, and the name of the file.
    const TITLE: &'static str;

    /// What was asked for, in words.
    fn conditions(&self, words: &Words) -> Vec<String>;
}

/// Everything that `filter` wants, as a file.
async fn export_list<F: Sheet>(
    state: &HttpState,
    caller: &Caller,
    filter: F,
    at: Option<DateTime<Utc>>,
    FileQuery { format }: FileQuery,
    at_least: AtLeast,
) -> Result<Response, Problem> {
    let place = admit(&state.exports)?;
    at_least.known(&state.app).await?;
    let words = Words(state.app.reference());
    let conditions = filter.conditions(&words);
    let request = ExportRequest { filter, at, rows_max: format.rows_max() };
    let export = state.app.export(caller, request).await?;
    let basis = basis(&conditions, &export);
    let (unit, made_at) = (words.office(caller), state.app.clock().now());
    let head = Head { title: F::TITLE, unit, made_at, basis, notes: Vec::new() };
    answer(export, format, head, words, place).await
}

/// Which rows these are, as of when, and how they were judged.
fn basis<Item>(conditions: &[String], export: &Export<Item>) -> String {
    let conditions = if conditions.is_empty() {
        "无（可见范围内全部）".to_owned()
    } else {
        conditions.join("，")
    };
    let (position, at) = (export.position, in_words(export.at));
    format!("筛选条件：{conditions}；数据截至第{position}号日志记录，亮灯与超期按{at}判定；个人信息已脱敏。")
}

/// Conditions in words, as far as they were given.
fn conditions<const N: usize>(given: [(&str, Option<String>); N]) -> Vec<String> {
    given.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect()
}
