//! `GET /api/v1/categories`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::words;

use crate::HttpState;
use crate::problem::Problems;

/// Every category of the current policy.
#[derive(Serialize, ToSchema)]
pub(crate) struct Categories {
    /// The policy version.
    policy_version: u32,
    items: Vec<CategoryItem>,
}

/// 事项.
#[derive(Serialize, ToSchema)]
struct CategoryItem {
    code: String,
    /// 大类.
    major: String,
    /// 小类.
    minor: String,
    /// The kind of whistle that it usually is.
    #[schema(value_type = words::WhistleKind)]
    kind: &'static str,
}

/// 事项目录: the categories in which a whistle can be raised.
#[utoipa::path(get, path = "/api/v1/categories", tag = "reference", security(()), responses((status = 200, description = "Every category", body = Categories), Problems))]
pub(crate) async fn categories(State(state): State<HttpState>) -> Json<Categories> {
    let reference = state.app.reference();
    let policy = reference.policies.current();
    let items = policy.categories().iter().map(|category| CategoryItem {
        code: category.code.clone(),
        major: category.major.clone(),
        minor: category.minor.clone(),
        kind: category.kind.code(),
    });
    Json(Categories { policy_version: policy.version(), items: items.collect() })
}
