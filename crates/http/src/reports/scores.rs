//! `GET /api/v1/reports/scores`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::{Report, ReportRow};
use whistle_domain::report::{Count, Deduction, Rate, Ratio, ScoreTerm};

use super::figures::EscapeRates;
use super::question::ReportQuestion;
use super::sla::PeriodView;
use crate::HttpState;
use crate::extract::{Acting, AtLeast, Params, ReadsReports, TwoTimes};
use crate::problem::{Problem, Problems};

/// A ranking.
#[derive(Serialize, ToSchema)]
pub(crate) struct Scores {
    /// The period, as it was understood.
    period: PeriodView,
    /// When clocks were judged.
    at: DateTime<Utc>,
    /// What is ranked.
    group_by: &'static str,
    /// The position of the log up to which the ranking knows.
    position: i64,
    /// The policy whose weights and deductions it uses.
    policy_version: u32,
    /// Cases below which a sample is small.
    sample_min: u32,
    /// The best first; those without a score last.
    items: Vec<ScoreRow>,
}

/// 综合得分 of a unit, and what it is made of.
#[derive(Serialize, ToSchema)]
struct ScoreRow {
    key: String,
    /// Its name.
    name: Option<String>,
    /// Its place; equal points share one.
    rank: Option<usize>,
    /// Points, up to 100.
    score: Option<f64>,
    /// The same with the lower end of Wilson's interval in place of each rate: what a small sample is ranked by.
    score_at_least: Option<f64>,
    /// 样本不足.
    small_sample: bool,
    /// What was due.
    due: i64,
    /// The rates in it.
    terms: Vec<Term>,
    /// What is taken off.
    deductions: Vec<Off>,
    /// 挂账率, 剔除率, 强制结案率.
    escape: EscapeRates,
    /// 双考核: the score of those who blow the whistle, up to 100; null where no case is counted.
    whistle_score: Option<f64>,
    /// The rates in that.
    whistle_terms: Vec<Part>,
}

/// A rate in a score.
#[derive(Serialize, ToSchema)]
struct Term {
    /// Its name, under which `explain` tells more.
    figure: &'static str,
    /// Its weight in the policy, percent.
    weight: u8,
    /// Its share in this score; the weight of a rate that is not known goes to the others in proportion.
    share: f64,
    numerator: i64,
    denominator: i64,
    /// What it adds.
    points: f64,
}

/// A rate that is no more than a part of a mean.
#[derive(Serialize, ToSchema)]
struct Part {
    /// Its name, under which `explain` tells more.
    figure: &'static str,
    numerator: i64,
    denominator: i64,
}

/// What is taken off a score.
#[derive(Serialize, ToSchema)]
struct Off {
    /// Its name, under which `explain` tells more: `red_cards`, `false_closures`, `refused_reports`.
    figure: &'static str,
    /// How often.
    count: i64,
    /// Points for each.
    each: f64,
    /// Points together.
    points: f64,
}

/// 考核得分: who comes before whom, with the escape rates beside it, within the caller's area.
#[utoipa::path(get, path = "/api/v1/reports/scores", tag = "reports", params(ReportQuestion, TwoTimes, AtLeast), responses((status = 200, description = "The ranking", body = Scores), (status = 422, description = "An impossible period", content_type = "application/problem+json", body = Problem), Problems))]
pub(crate) async fn scores(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(question): Params<ReportQuestion>,
    Params(times): Params<TwoTimes>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<Scores>, Problem> {
    let request = question.at(&times)?;
    at_least.known(&state.app).await?;
    Ok(Json(state.app.report(&acting.caller, &request).await?.into()))
}

impl From<Report> for Scores {
    fn from(mut report: Report) -> Self {
        // Rows come in the order of their keys, and a stable sort leaves equal ranks in it.
        report.rows.sort_by_key(|row| row.rank.unwrap_or(usize::MAX));
        Self {
            period: report.query.period.into(),
            at: report.query.at,
            group_by: report.query.dimension.code(),
            position: report.position,
            policy_version: report.policy.version(),
            sample_min: report.policy.rules().scoring.sample_min,
            items: report.rows.into_iter().map(ScoreRow::from).collect(),
        }
    }
}

impl From<ReportRow> for ScoreRow {
    fn from(row: ReportRow) -> Self {
        let part = |(rate, ratio): (Rate, Ratio)| Part {
            figure: rate.code(),
            numerator: ratio.numerator,
            denominator: ratio.denominator,
        };
        Self {
            rank: row.rank,
            score: row.score.points,
            score_at_least: row.score.points_at_least,
            small_sample: row.score.small_sample,
            due: row.tally.get(Count::Due),
            terms: row.score.terms.into_iter().map(Term::from).collect(),
            deductions: row.score.deductions.into_iter().map(Off::from).collect(),
            escape: EscapeRates::from(&row.tally),
            whistle_score: row.whistle_score.points,
            whistle_terms: row.whistle_score.terms.into_iter().map(part).collect(),
            key: row.key,
            name: row.name,
        }
    }
}

impl From<ScoreTerm> for Term {
    fn from(term: ScoreTerm) -> Self {
        Self {
            figure: term.rate.code(),
            weight: term.weight,
            share: term.share,
            numerator: term.ratio.numerator,
            denominator: term.ratio.denominator,
            points: term.points,
        }
    }
}

impl From<Deduction> for Off {
    fn from(deduction: Deduction) -> Self {
        Self {
            figure: deduction.fault.code(),
            count: deduction.count,
            each: deduction.each,
            points: deduction.points(),
        }
    }
}
