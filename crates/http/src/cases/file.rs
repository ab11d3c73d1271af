//! `POST /api/v1/cases/{id}/file`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::FilingInput;
use whistle_domain::policy::WhistleKind;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Command, DispatchDesk, OptionalBody, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// Category and kind, where the reported ones were wrong.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Filing {
    /// Category code.
    category: Option<String>,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[schema(value_type = Option<String>)]
    kind: Option<WhistleKind>,
}

/// 立案: pins category, kind and policy version. Dispatching does it by itself where it was not done.
#[utoipa::path(post, path = "/api/v1/cases/{id}/file", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Filing, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn file(
    State(state): State<HttpState>,
    acting: Acting<DispatchDesk>,
    PathId(id): PathId,
    command: Command,
    body: OptionalBody<Filing>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let filing = FilingInput { category: body.value.category, kind: body.value.kind };
    let committed = state.app.file(&acting.caller, id, filing, &context).await?;
    Ok(on_case(&committed))
}
