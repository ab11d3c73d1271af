//! `POST /api/v1/cases`

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_app::{LocationInput, RaiseInput, ReporterInput, words};
use whistle_domain::policy::WhistleKind;

use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Anybody, Body, Command};
use crate::problem::{CommandProblems, Problem, Problems};

/// A problem, as it is reported.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Whistle {
    /// One line of at most 100 characters.
    title: String,
    /// The whole story, of at most 4,000 characters.
    description: Option<String>,
    /// Category code; see `GET /api/v1/categories`.
    #[schema(example = "0402")]
    category: String,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`; the category's own where it is not given.
    #[schema(value_type = Option<words::WhistleKind>)]
    kind: Option<WhistleKind>,
    /// Channel: 1 to 32 of `a-z`, `0-9` and `_`.
    source: Option<String>,
    /// Where it is.
    location: Location,
    /// Who reports; needed unless `anonymous` or logged in.
    reporter: Option<Reporter>,
    /// Nobody is named as the reporter.
    #[serde(default)]
    anonymous: bool,
    /// The reporter's identity stays with the intake.
    #[serde(default)]
    confidential: bool,
    /// Photographs, by the ids of `POST /api/v1/photos`; at most six.
    #[serde(default)]
    #[schema(max_items = 6)]
    photos: Vec<Uuid>,
}

/// Where it is: a grid, or a point from which the grid follows.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Location {
    /// Grid code.
    grid: Option<String>,
    /// Address. What lies behind the door is kept sealed.
    address: Option<String>,
    /// Degrees east, in `crs`.
    lon: Option<f64>,
    /// Degrees north, in `crs`.
    lat: Option<f64>,
    /// `CGCS2000` (where it is not given), `WGS84` or `GCJ02`.
    crs: Option<String>,
}

/// Who reports. Kept sealed.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Reporter {
    /// Name.
    name: Option<String>,
    /// Telephone number.
    phone: Option<String>,
}

/// The receipt.
#[derive(Serialize, ToSchema)]
pub(crate) struct Receipt {
    /// Identity of the case.
    id: Uuid,
    /// The case number.
    number: String,
    /// The secret with which the case can be followed and rated without an account.
    query_code: String,
    /// Where the case stands.
    #[schema(value_type = words::CaseStatus)]
    status: &'static str,
    /// Its version.
    version: u32,
}

/// 吹哨: report a problem, with or without an account.
#[utoipa::path(
    post,
    path = "/api/v1/cases",
    tag = "cases",
    security((), ("bearer" = []), ("session" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event")),
    request_body = Whistle,
    responses((status = 201, description = "Raised", body = Receipt), Problems, CommandProblems)
)]
pub(crate) async fn raise(
    State(state): State<HttpState>,
    acting: Acting<Anybody>,
    command: Command,
    body: Body<Whistle>,
) -> Result<Answer<Receipt>, Problem> {
    let context = command.context(&body.raw);
    let raised = state.app.raise(&acting.caller, input(body.value), &context).await?;
    let id = raised.committed.case_id;
    Ok(Answer {
        status: StatusCode::CREATED,
        version: raised.committed.version,
        position: raised.committed.position,
        location: Some(format!("/api/v1/cases/{id}")),
        body: Receipt {
            id,
            number: raised.number,
            query_code: raised.query_code,
            status: raised.committed.case.status.code(),
            version: raised.committed.version,
        },
    })
}

fn input(whistle: Whistle) -> RaiseInput {
    let Location { grid, address, lon, lat, crs } = whistle.location;
    RaiseInput {
        title: whistle.title,
        description: whistle.description,
        category: whistle.category,
        kind: whistle.kind,
        source: whistle.source,
        location: LocationInput { grid, address, lon, lat, crs },
        reporter: whistle.reporter.map(|Reporter { name, phone }| ReporterInput { name, phone }),
        anonymous: whistle.anonymous,
        confidential: whistle.confidential,
        photos: whistle.photos,
    }
}
