//! `POST /api/v1/report-packs`, `GET /api/v1/report-packs`, `GET /api/v1/report-packs/{id}`

mod export;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whistle_app::{PackFilter, PackItem, PackView};
use whistle_domain::pack::PackKind;
use whistle_domain::period::Period;

use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Body, Command, PackMaker, Params, PathText, ReadsPacks};
use crate::organisation::Conditions;
use crate::problem::{CommandProblems, Problem, Problems};

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(freeze, list)).routes(routes!(read)).routes(routes!(export::export))
}

/// Which pack.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewPack {
    /// `weekly`, `monthly` or `quarterly`.
    #[schema(value_type = String)]
    kind: PackKind,
    /// A period that is over: `2026-W46`, `2026-10` or `2026-Q3`.
    #[schema(value_type = String)]
    period: Period,
}

/// 定稿: the pack of a period that is over, with its figures, its text and the position of the log that they are true at.
/// Each is frozen once: a second time is refused, and the first stays as it is.
#[utoipa::path(
    post,
    operation_id = "freeze_report_pack",
    path = "/api/v1/report-packs",
    tag = "reports",
    params(Conditions),
    request_body = NewPack,
    responses((status = 201, description = "Frozen", body = PackView), Problems, CommandProblems)
)]
pub(crate) async fn freeze(
    State(state): State<HttpState>,
    acting: Acting<PackMaker>,
    command: Command,
    body: Body<NewPack>,
) -> Result<Answer<PackView>, Problem> {
    let context = command.context(&body.raw);
    let NewPack { kind, period } = body.value;
    let frozen = state.app.freeze_pack(&acting.caller, kind, period, &context).await?;
    Ok(Answer {
        status: StatusCode::CREATED,
        location: Some(format!("/api/v1/report-packs/{}", frozen.view.item.id)),
        body: frozen.view,
        version: frozen.version,
        position: frozen.position,
    })
}

/// Which packs.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PackQuery {
    /// Of periods of this year; of the present one where it is not given.
    #[param(minimum = 1950, maximum = 9990)]
    year: Option<u16>,
    /// `weekly`, `monthly` or `quarterly`.
    #[param(value_type = Option<String>)]
    kind: Option<PackKind>,
}

/// Packs, the latest frozen first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Packs {
    items: Vec<PackItem>,
    /// Always nothing: a year has only so many periods.
    next_cursor: Option<String>,
}

/// The packs of a year.
#[utoipa::path(get, operation_id = "list_report_packs", path = "/api/v1/report-packs", tag = "reports", params(PackQuery), responses((status = 200, description = "The latest frozen first", body = Packs), Problems))]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<ReadsPacks>,
    Params(query): Params<PackQuery>,
) -> Result<Json<Packs>, Problem> {
    let filter = PackFilter { year: query.year.map(i32::from), kind: query.kind };
    let items = state.app.packs(&acting.caller, filter).await?;
    Ok(Json(Packs { items, next_cursor: None }))
}

/// One pack, as it was frozen.
#[utoipa::path(get, operation_id = "read_report_pack", path = "/api/v1/report-packs/{id}", tag = "reports", params(("id" = String, Path, description = "Its period: `2026-W46`, `2026-10` or `2026-Q3`")), responses((status = 200, description = "The pack", body = PackView), Problems))]
pub(crate) async fn read(
    State(state): State<HttpState>,
    acting: Acting<ReadsPacks>,
    PathText(id): PathText,
) -> Result<Json<PackView>, Problem> {
    Ok(Json(state.app.pack(&acting.caller, &id).await?))
}
