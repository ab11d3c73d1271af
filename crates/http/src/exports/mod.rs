//! Lists as files: `…/export?format=xlsx|csv` with the filters of the list.

pub(crate) mod file;
pub(crate) mod sheet;
pub(crate) mod words;

mod cases;
mod csv;
mod dispatches;
mod ledger;
pub(crate) mod xlsx;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whistle_app::Caller;

use crate::HttpState;
use sheet::{Head, in_words};
use words::Words;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(cases::export))
        .routes(routes!(dispatches::export))
        .routes(routes!(ledger::export))
}

/// The head of a list of which these conditions were asked.
fn head(title: &'static str, state: &HttpState, caller: &Caller, words: &Words, basis: Basis) -> Head {
    let unit = caller.actor.unit.as_deref().map_or_else(|| "个人".to_owned(), |unit| words.unit(unit));
    let Basis { conditions, position, at } = basis;
    let conditions =
        if conditions.is_empty() { "无(可见范围内全部)".to_owned() } else { conditions.join(",") };
    let basis = format!(
        "筛选条件:{conditions};数据截至第{position}号日志记录,亮灯与超期按{}判定;个人信息已脱敏。",
        in_words(at)
    );
    Head { title, unit, made_at: state.app.clock().now(), basis }
}

/// What the rows are, and as of when.
struct Basis {
    conditions: Vec<String>,
    position: i64,
    at: chrono::DateTime<chrono::Utc>,
}

/// Conditions in words, as far as they were given.
fn conditions<const N: usize>(given: [(&str, Option<String>); N]) -> Vec<String> {
    given.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect()
}
