//! `POST /api/v1/grids`, `…/{code}/change`, `…/{code}/retire`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::{GridChangeInput, GridInput};
use whistle_domain::organisation::history::Period;

use super::answer::{Conditions, Ending, Organised, done, made};
use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Body, Command, OptionalBody, Organiser, PathNumber};
use crate::problem::{CommandProblems, Problem, Problems};

/// A new grid.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewGrid {
    /// 1 to 40 letters, digits, `_` or `-`; given once and for ever.
    code: String,
    /// Shown to people.
    name: String,
    /// The territorial unit that it belongs to.
    unit: String,
    /// The larger grid that it is part of.
    parent: Option<String>,
    /// Its outline: longitude and latitude in CGCS2000, the last point being the first.
    ring: Vec<[f64; 2]>,
    /// Since when; now where nothing is said.
    valid_from: Option<DateTime<Utc>>,
    /// Until when, for what is temporary.
    valid_to: Option<DateTime<Utc>>,
}

/// What changes about a grid; what is left out stays.
#[derive(Deserialize, ToSchema)]
pub(crate) struct OtherGrid {
    /// Another name.
    name: Option<String>,
    /// Another unit that it belongs to.
    unit: Option<String>,
    /// Another grid that it is part of.
    parent: Option<String>,
    /// Another outline.
    ring: Option<Vec<[f64; 2]>>,
    /// Since when; now where nothing is said.
    valid_from: Option<DateTime<Utc>>,
}

/// 划定网格. Leaf grids never overlap.
#[utoipa::path(
    post,
    path = "/api/v1/grids",
    tag = "organisation",
    params(Conditions),
    request_body = NewGrid,
    responses((status = 201, description = "Drawn", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn draw(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    command: Command,
    body: Body<NewGrid>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let NewGrid { code, name, unit, parent, ring, valid_from, valid_to } = body.value;
    let period = Period { from: valid_from, to: valid_to };
    let input = GridInput { code, name, unit, parent, ring, period };
    Ok(made(state.app.draw_grid(&acting.caller, input, &context).await?))
}

/// 网格调整.
#[utoipa::path(
    post,
    path = "/api/v1/grids/{code}/change",
    tag = "organisation",
    params(("code" = String, Path, description = "The grid"), Conditions),
    request_body = OtherGrid,
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn change(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    PathNumber(code): PathNumber,
    command: Command,
    body: Body<OtherGrid>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let OtherGrid { name, unit, parent, ring, valid_from } = body.value;
    let input = GridChangeInput { name, unit, parent, ring, valid_from };
    Ok(done(state.app.change_grid(&acting.caller, code, input, &context).await?))
}

/// 撤销网格: nobody may look after it any more.
#[utoipa::path(
    post,
    path = "/api/v1/grids/{code}/retire",
    tag = "organisation",
    params(("code" = String, Path, description = "The grid"), Conditions),
    request_body = Ending,
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn retire(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    PathNumber(code): PathNumber,
    command: Command,
    body: OptionalBody<Ending>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    Ok(done(state.app.retire_grid(&acting.caller, code, body.value.valid_to, &context).await?))
}
