//! `GET /api/v1/reports/explain`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use whistle_app::{Explanation, Figure};
use whistle_domain::report::{Count, Fact, Mark, Rate, Subject, Tally};
use whistle_store::read::Contribution;

use super::question::ReportQuestion;
use super::sla::PeriodView;
use crate::HttpState;
use crate::extract::{Acting, AtLeast, PageQuery, Params, ReadsReports, TwoTimes};
use crate::problem::{Problem, Problems};

/// Which figure of which row. The other parameters are those of the report.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FigureQuestion {
    /// A rate or a count by its name in the report: `on_time_rate`, `open_overdue`, `false_closures`, …; `due` where it is
    /// not given.
    figure: Option<String>,
    /// The key of the row; the total where it is not given.
    key: Option<String>,
}

/// A figure, and the cases or dispatches that it is made of.
#[derive(Serialize, ToSchema)]
pub(crate) struct ExplainedFigure {
    /// The period, as it was understood.
    period: PeriodView,
    /// When clocks were judged.
    at: DateTime<Utc>,
    figure: String,
    /// What it divides by what; null for a count.
    formula: Option<&'static str>,
    /// The policy in force.
    policy_version: u32,
    /// What is counted, over all pages. Of a rate that says what is missing to one, what is missing.
    numerator: i64,
    /// Of how many; null for a count.
    denominator: Option<i64>,
    /// In the order of their counting instants. A page may be short, and still be followed by others.
    items: Vec<Behind>,
    /// Where the next page begins; nothing on the last.
    next_cursor: Option<String>,
}

/// A case or a dispatch behind a figure.
#[derive(Serialize, ToSchema)]
struct Behind {
    /// The case number.
    number: String,
    case_id: Uuid,
    /// The dispatch, where dispatches are counted.
    dispatch: Option<Uuid>,
    /// The unit that answers for it.
    unit: Option<String>,
    /// Whether a ruling laid it on that unit, which never held it.
    borne: bool,
    category: String,
    /// How often it counts in the numerator.
    numerator: i64,
    /// And in the denominator.
    denominator: i64,
    /// The instant that puts it into the period.
    counted_at: DateTime<Utc>,
    started_at: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    sign_due_at: Option<DateTime<Utc>>,
    signed_at: Option<DateTime<Utc>>,
    response_due_at: Option<DateTime<Utc>>,
    responded_at: Option<DateTime<Utc>>,
    parked: bool,
    excluded: bool,
    /// Whether it is solved for the resident.
    solved: Option<bool>,
    /// 1 to 5.
    satisfaction: Option<u8>,
}

/// 数字溯源: the cases behind a figure. Together they count as often as it says.
#[utoipa::path(get, path = "/api/v1/reports/explain", tag = "reports", params(ReportQuestion, TwoTimes, FigureQuestion, PageQuery, AtLeast), responses((status = 200, description = "A page of what counts in the figure", body = ExplainedFigure), (status = 422, description = "An impossible period", content_type = "application/problem+json", body = Problem), Problems))]
pub(crate) async fn explain(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(question): Params<ReportQuestion>,
    Params(times): Params<TwoTimes>,
    Params(asked): Params<FigureQuestion>,
    Params(page): Params<PageQuery>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<ExplainedFigure>, Problem> {
    let request = question.at(&times)?;
    let name = asked.figure.unwrap_or_else(|| Count::Due.code().to_owned());
    let figure = Figure::from_code(&name).ok_or_else(|| {
        let detail = "figure is a rate or a count by its name in the report".to_owned();
        Problem::malformed_field("/figure".to_owned(), "bad_query", detail)
    })?;
    let page = page.parsed()?;
    at_least.known(&state.app).await?;
    let explained = state.app.explain(&acting.caller, &request, asked.key, figure, &page).await?;
    Ok(Json(ExplainedFigure::of(name, figure, explained)))
}

impl ExplainedFigure {
    fn of(name: String, figure: Figure, explained: Explanation) -> Self {
        let Explanation { query, ratio, policy, page } = explained;
        let behind = |item: Contribution| Behind::of(item.fact, figure, query.at);
        Self {
            period: query.period.into(),
            at: query.at,
            formula: Rate::from_code(&name).map(Rate::formula),
            figure: name,
            policy_version: policy.version(),
            numerator: ratio.numerator,
            denominator: matches!(figure, Figure::Rate(_)).then_some(ratio.denominator),
            items: page.items.into_iter().map(behind).collect(),
            next_cursor: page.next_cursor,
        }
    }
}

impl Behind {
    fn of(fact: Fact, figure: Figure, at: DateTime<Utc>) -> Self {
        let ratio = figure.ratio(&Tally::of(&fact, Some(at)));
        let due = |mark: &Option<Mark>| mark.map(|mark| mark.due_at);
        let done = |mark: &Option<Mark>| mark.and_then(|mark| mark.done_at);
        Self {
            dispatch: (fact.subject == Subject::Dispatch).then_some(fact.id),
            numerator: ratio.numerator,
            denominator: ratio.denominator,
            sign_due_at: due(&fact.signing),
            signed_at: done(&fact.signing),
            response_due_at: due(&fact.response),
            responded_at: done(&fact.response),
            solved: fact.resident.verdict.map(|verdict| verdict.solved),
            satisfaction: fact.resident.verdict.map(|verdict| verdict.satisfaction),
            number: fact.number,
            case_id: fact.case,
            unit: fact.unit,
            borne: fact.borne,
            category: fact.category,
            counted_at: fact.counted_at,
            started_at: fact.started_at,
            due_at: fact.due_at,
            closed_at: fact.closed_at,
            parked: fact.parked,
            excluded: fact.excluded,
        }
    }
}
