//! `POST /api/v1/reports/what-if`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize, de};
use utoipa::ToSchema;
use whistle_app::{PolicyChoice, Reference, Supposition, WhatIf};
use whistle_domain::calendar::{DayKind, LocalDay};
use whistle_domain::policy::PolicyVersion;
use whistle_domain::report::{Count, Dimension, Period, Rate, Tally};

use super::question::begins;
use crate::HttpState;
use crate::extract::{Acting, Body, Supposes, as_of, parse_instant};
use crate::problem::{CommandProblems, Problem, Problems};

/// What is supposed of a past period.
#[derive(Deserialize, ToSchema)]
pub(crate) struct WhatIfQuestion {
    /// The first instant of the period, or a date, which means its first instant in Shanghai.
    #[serde(deserialize_with = "date_or_instant")]
    #[schema(value_type = String)]
    from: DateTime<Utc>,
    /// The first instant, or date, after it.
    #[serde(deserialize_with = "date_or_instant")]
    #[schema(value_type = String)]
    to: DateTime<Utc>,
    /// `department`, `area`, `category` or `level`; `department` where nothing is said.
    #[serde(default = "by_department", deserialize_with = "dimension")]
    #[schema(value_type = Option<String>)]
    group_by: Dimension,
    /// A position of the log, or an instant of `recorded_at`: only what the log had then.
    #[serde(default, deserialize_with = "position_or_instant")]
    as_of: Option<String>,
    /// The instant at which clocks are judged; that of `as_of`, else now, where it is not given.
    #[serde(default, deserialize_with = "some_instant")]
    at: Option<DateTime<Utc>>,
    /// Another policy: the `version` of one that was adopted, or the `document` of one that was not.
    policy: Option<SupposedPolicy>,
    /// Another calendar.
    calendar: Option<SupposedCalendar>,
}

/// Which policy.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SupposedPolicy {
    /// Its version.
    version: Option<PolicyVersion>,
    /// Its whole text (TOML).
    document: Option<String>,
}

/// How the calendar differs from the one in force.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SupposedCalendar {
    /// Days that are off, or working days, unlike in the calendar.
    #[serde(default)]
    extra_days: Vec<SupposedDay>,
}

/// A day that is another one than in the calendar.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SupposedDay {
    /// The day in China, such as `2026-09-28`.
    date: NaiveDate,
    /// `off` or `work`.
    #[schema(value_type = String)]
    kind: DayKind,
}

/// A period as it was, and as it would have been.
#[derive(Serialize, ToSchema)]
pub(crate) struct WhatIfReport {
    /// One row for each key, in their order.
    items: Vec<WhatIfRow>,
    /// Of everything, each case or dispatch once.
    total: SideBySide,
    /// Cases that have a part in it.
    cases: usize,
    /// Of these, the ones that the policy cannot judge, because it does not know their category. They count on both sides
    /// as they are.
    unjudged: usize,
    /// What was known: the log up to this position.
    position: Option<i64>,
    /// The instant at which clocks were judged.
    at: DateTime<Utc>,
}

/// One row.
#[derive(Serialize, ToSchema)]
struct WhatIfRow {
    /// A unit, a category or a level.
    key: String,
    /// Its name, where it has one.
    name: Option<String>,
    #[serde(flatten)]
    figures: SideBySide,
}

/// The same cases or dispatches, judged twice.
#[derive(Serialize, ToSchema)]
struct SideBySide {
    /// As it was.
    actual: Judged,
    /// As it would have been.
    hypothetical: Judged,
    /// Hypothetical less actual.
    difference: Judged,
}

/// What depends on the clocks.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
struct Judged {
    /// 应结案.
    due: i64,
    /// 结案.
    closed: i64,
    /// 按期结案.
    closed_on_time: i64,
    /// 超期未结.
    open_overdue: i64,
    /// 按期办结率, as it is usually printed: closed on time ÷ closed.
    on_time_rate_naive: Option<f64>,
    /// 按期办结率: closed on time ÷ (closed + open overdue).
    on_time_rate: Option<f64>,
    /// 签收及时率.
    sign_rate: Option<f64>,
    /// 响应率.
    response_rate: Option<f64>,
}

/// 假设推演: the deadlines of a past period counted again from where they began, under another policy or calendar, and set
/// beside what really was. Nothing is written; what people did, they did when they did it.
#[utoipa::path(
    post,
    operation_id = "what_if",
    path = "/api/v1/reports/what-if",
    tag = "reports",
    request_body = WhatIfQuestion,
    responses((status = 200, description = "Side by side", body = WhatIfReport), Problems, CommandProblems)
)]
pub(crate) async fn what_if(
    State(state): State<HttpState>,
    acting: Acting<Supposes>,
    Body { value: question, .. }: Body<WhatIfQuestion>,
) -> Result<Json<WhatIfReport>, Problem> {
    let dimension = question.group_by;
    let supposed = question.parsed()?;
    let (told, moment) = state.app.what_if(&acting.caller, supposed).await?;
    let reference = state.app.reference_at(moment).await?;
    let name = |key: &str| name_of(key, dimension, &reference);
    Ok(Json(WhatIfReport {
        items: rows(&told, name),
        total: SideBySide::of(&told.actual.total, &told.hypothetical.total),
        cases: told.cases,
        unjudged: told.unjudged,
        position: moment.position,
        at: moment.at,
    }))
}

impl WhatIfQuestion {
    fn parsed(self) -> Result<Supposition, Problem> {
        let policy = match self.policy.map(|policy| (policy.version, policy.document)) {
            None => None,
            Some((Some(version), None)) => Some(PolicyChoice::Version(version)),
            Some((None, Some(document))) => Some(PolicyChoice::Document(document)),
            Some(_) => {
                let detail = "a policy is named by its version, or given as a document".to_owned();
                return Err(Problem::malformed_field("/policy".to_owned(), "bad_type", detail));
            }
        };
        let days = self.calendar.map(|calendar| calendar.extra_days).unwrap_or_default();
        let supposed = |day: SupposedDay| LocalDay { date: day.date, kind: day.kind, reason: String::new() };
        Ok(Supposition {
            period: Period { from: self.from, to: self.to },
            dimension: self.group_by,
            policy,
            extra_days: days.into_iter().map(supposed).collect(),
            as_of: as_of(self.as_of.as_deref(), self.at)?,
        })
    }
}

fn rows(told: &WhatIf, name: impl Fn(&str) -> Option<String>) -> Vec<WhatIfRow> {
    let nothing = Tally::default();
    let mut keys: Vec<&String> = told.actual.rows.keys().chain(told.hypothetical.rows.keys()).collect();
    keys.sort();
    keys.dedup();
    let row = |key: &String| WhatIfRow {
        key: key.clone(),
        name: name(key),
        figures: SideBySide::of(
            told.actual.rows.get(key).unwrap_or(&nothing),
            told.hypothetical.rows.get(key).unwrap_or(&nothing),
        ),
    };
    keys.into_iter().map(row).collect()
}

fn name_of(key: &str, dimension: Dimension, reference: &Reference) -> Option<String> {
    match dimension {
        Dimension::Department | Dimension::Area => {
            reference.organisation.unit(key).map(|unit| unit.name.clone())
        }
        Dimension::Category => {
            reference.policies.current().category(key).map(|category| category.minor.clone())
        }
        Dimension::Level => None,
    }
}

impl SideBySide {
    fn of(actual: &Tally, hypothetical: &Tally) -> Self {
        let (actual, hypothetical) = (Judged::of(actual), Judged::of(hypothetical));
        Self { difference: hypothetical.less(&actual), actual, hypothetical }
    }
}

impl Judged {
    fn of(tally: &Tally) -> Self {
        Self {
            due: tally.get(Count::Due),
            closed: tally.get(Count::Closed),
            closed_on_time: tally.get(Count::ClosedOnTime),
            open_overdue: tally.get(Count::OpenOverdue),
            on_time_rate_naive: Rate::OnTimeNaive.of(tally),
            on_time_rate: Rate::OnTime.of(tally),
            sign_rate: Rate::Sign.of(tally),
            response_rate: Rate::Response.of(tally),
        }
    }

    /// A rate that one side does not have differs by nothing that could be named.
    fn less(&self, other: &Self) -> Self {
        let between =
            |own: Option<f64>, theirs: Option<f64>| own.zip(theirs).map(|(own, theirs)| own - theirs);
        Self {
            due: self.due - other.due,
            closed: self.closed - other.closed,
            closed_on_time: self.closed_on_time - other.closed_on_time,
            open_overdue: self.open_overdue - other.open_overdue,
            on_time_rate_naive: between(self.on_time_rate_naive, other.on_time_rate_naive),
            on_time_rate: between(self.on_time_rate, other.on_time_rate),
            sign_rate: between(self.sign_rate, other.sign_rate),
            response_rate: between(self.response_rate, other.response_rate),
        }
    }
}

const fn by_department() -> Dimension {
    Dimension::Department
}

fn dimension<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Dimension, D::Error> {
    let code = String::deserialize(deserializer)?;
    Dimension::from_code(&code)
        .ok_or_else(|| de::Error::custom("group_by is department, area, category or level"))
}

fn date_or_instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    begins(&String::deserialize(deserializer)?)
}

fn some_instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    Option::<String>::deserialize(deserializer)?.as_deref().map(read_instant).transpose()
}

fn read_instant<E: de::Error>(text: &str) -> Result<DateTime<Utc>, E> {
    parse_instant(text).ok_or_else(|| E::custom("an instant is written like 2026-11-21T09:30:00+08:00"))
}

/// A position may be written as a number.
fn position_or_instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Given {
        Position(i64),
        Text(String),
    }
    Ok(Option::<Given>::deserialize(deserializer)?.map(|given| match given {
        Given::Position(position) => position.to_string(),
        Given::Text(text) => text,
    }))
}
