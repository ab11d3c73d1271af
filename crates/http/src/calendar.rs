//! `GET /api/v1/calendar`, `GET …/due`, `PUT …/years/{year}`, `POST …/local-days`, `DELETE …/local-days/{date}`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whistle_app::{
    AppError, CalendarCommitted, CalendarYearView, DueView, LocalDayInput, LocalDayView, YearInput,
};
use whistle_domain::calendar::book::ArrangedDay;
use whistle_domain::calendar::{DayKind, china_date};
use whistle_domain::policy::Limit;

use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{
    Acting, Body, CalendarKeeper, Command, NoBody, Params, PathText, ReadsCalendar, instant,
};
use crate::organisation::Conditions;
use crate::problem::{CommandProblems, Problem, Problems};

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(year))
        .routes(routes!(due))
        .routes(routes!(publish))
        .routes(routes!(declare))
        .routes(routes!(withdraw))
}

/// Of which year.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OfYear {
    /// The year; the present one where nothing is said.
    year: Option<i32>,
}

/// What is counted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Counting {
    /// When it starts (RFC 3339); now where nothing is said.
    #[serde(default, deserialize_with = "instant")]
    from: Option<DateTime<Utc>>,
    /// `3wd` legal working days, `4wh` working hours, `2h` hours, `30min` minutes, `7d` natural days.
    limit: String,
}

/// The arrangement of a year.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewYear {
    /// The notice that ordered it.
    source: String,
    /// When the notice came out.
    #[schema(value_type = String)]
    published_on: NaiveDate,
    /// Every day off, and every working day that makes up for one.
    days: Vec<NewDay>,
}

/// A day of an arrangement.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewDay {
    /// The day in China.
    #[schema(value_type = String)]
    date: NaiveDate,
    /// Off or work.
    #[schema(value_type = String)]
    kind: DayKind,
    /// Its festival, in Chinese.
    festival: String,
}

/// An extra day of this place.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewLocalDay {
    /// The day in China.
    #[schema(value_type = String)]
    date: NaiveDate,
    /// Off or work.
    #[schema(value_type = String)]
    kind: DayKind,
    /// Why, in Chinese.
    reason: String,
}

/// 工作日历: what is known of the days of a year.
#[utoipa::path(
    get,
    operation_id = "calendar_year",
    path = "/api/v1/calendar",
    tag = "calendar",
    params(OfYear),
    responses((status = 200, description = "The year", body = CalendarYearView), Problems)
)]
pub(crate) async fn year(
    State(state): State<HttpState>,
    acting: Acting<ReadsCalendar>,
    Params(OfYear { year }): Params<OfYear>,
) -> Result<Json<CalendarYearView>, Problem> {
    let year = year.unwrap_or_else(|| china_date(state.app.clock().now()).year());
    Ok(Json(state.app.calendar_year(&acting.caller, year).await?))
}

/// 期限计算: when a limit ends, and how that is counted. Without an account.
#[utoipa::path(
    get,
    operation_id = "calendar_due",
    path = "/api/v1/calendar/due",
    tag = "calendar",
    security(()),
    params(Counting),
    responses((status = 200, description = "The end", body = DueView), Problems)
)]
pub(crate) async fn due(
    State(state): State<HttpState>,
    Params(Counting { from, limit }): Params<Counting>,
) -> Result<Json<DueView>, Problem> {
    let limit: Limit = limit.parse().map_err(|error| AppError::BadQuery(format!("limit: {error}")))?;
    let from = from.unwrap_or_else(|| state.app.clock().now());
    Ok(Json(state.app.counted(limit, from)))
}

/// 发布年度节假日安排: the same days again change nothing, others are a revision. Ends that were provisional for want of it
/// are counted again; ends that were certain, and those that have run out, stay.
#[utoipa::path(
    put,
    operation_id = "publish_year",
    path = "/api/v1/calendar/years/{year}",
    tag = "calendar",
    params(("year" = i32, Path, description = "The year"), Conditions),
    request_body = NewYear,
    responses((status = 200, description = "Published", body = CalendarYearView), Problems, CommandProblems)
)]
pub(crate) async fn publish(
    State(state): State<HttpState>,
    acting: Acting<CalendarKeeper>,
    PathText(year): PathText,
    command: Command,
    body: Body<NewYear>,
) -> Result<Answer<CalendarYearView>, Problem> {
    let year = year.parse().map_err(|_| AppError::NotFound)?;
    let context = command.context(&body.raw);
    let NewYear { source, published_on, days } = body.value;
    let days = days.into_iter().map(|NewDay { date, kind, festival }| ArrangedDay { date, kind, festival });
    let input = YearInput { year, source, published_on, days: days.collect() };
    Ok(done(state.app.publish_year(&acting.caller, input, &context).await?))
}

/// 本地放假、上班: for every end that is promised from now on.
#[utoipa::path(
    post,
    operation_id = "declare_local_day",
    path = "/api/v1/calendar/local-days",
    tag = "calendar",
    params(Conditions),
    request_body = NewLocalDay,
    responses((status = 201, description = "Declared", body = LocalDayView), Problems, CommandProblems)
)]
pub(crate) async fn declare(
    State(state): State<HttpState>,
    acting: Acting<CalendarKeeper>,
    command: Command,
    body: Body<NewLocalDay>,
) -> Result<Answer<LocalDayView>, Problem> {
    let context = command.context(&body.raw);
    let NewLocalDay { date, kind, reason } = body.value;
    let input = LocalDayInput { date, kind, reason };
    let declared = state.app.declare_local_day(&acting.caller, input, &context).await?;
    Ok(Answer { status: StatusCode::CREATED, ..done(declared) })
}

/// 撤销本地放假、上班.
#[utoipa::path(
    delete,
    operation_id = "withdraw_local_day",
    path = "/api/v1/calendar/local-days/{date}",
    tag = "calendar",
    params(("date" = String, Path, description = "The day"), Conditions),
    responses((status = 200, description = "Withdrawn", body = LocalDayView), Problems, CommandProblems)
)]
pub(crate) async fn withdraw(
    State(state): State<HttpState>,
    acting: Acting<CalendarKeeper>,
    PathText(date): PathText,
    command: Command,
    body: NoBody<()>,
) -> Result<Answer<LocalDayView>, Problem> {
    let date = date.parse().map_err(|_| AppError::NotFound)?;
    let context = command.context(&body.raw);
    Ok(done(state.app.withdraw_local_day(&acting.caller, date, &context).await?))
}

fn done<V: Serialize>(committed: CalendarCommitted<V>) -> Answer<V> {
    let CalendarCommitted { view, stream_version, position } = committed;
    Answer { status: StatusCode::OK, body: view, version: stream_version, position, location: None }
}
