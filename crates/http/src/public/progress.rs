//! `GET /api/v1/public/cases/{number}`

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::PublicView;

use crate::HttpState;
use crate::extract::{Params, PathText};
use crate::problem::{Problem, Problems};

/// The secret.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Code {
    /// The code on the receipt.
    code: String,
}

/// Progress of a case, for whoever holds its code. A wrong number and a wrong code are both 404.
#[utoipa::path(
    get,
    operation_id = "public_progress",
    path = "/api/v1/public/cases/{number}",
    tag = "public",
    security(()),
    params(("number" = String, Path, description = "The case number, or its short form as people type it: `S20261121-00037`, `1121-37`"), Code),
    responses((status = 200, description = "Progress", body = PublicView), Problems)
)]
pub(crate) async fn progress(
    State(state): State<HttpState>,
    PathText(number): PathText,
    Params(Code { code }): Params<Code>,
) -> Result<Json<PublicView>, Problem> {
    Ok(Json(state.app.public_case(&number, &code).await?))
}
