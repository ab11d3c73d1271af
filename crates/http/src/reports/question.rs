//! What is asked of a report, as the query string says it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer};
use utoipa::IntoParams;
use whistle_app::{Comparison, ReportRequest};
use whistle_domain::calendar::china_midnight;
use whistle_domain::report::Dimension;
use whistle_store::read::ReportFilter;

use crate::extract::{TwoTimes, parse_instant};
use crate::problem::Problem;

/// Which period, which rows.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReportQuestion {
    /// The first instant of the period, or a date, which means its first instant in Shanghai. Where it is not given, the
    /// beginning of the month. What counts is the instant at which something is due.
    #[serde(default, deserialize_with = "date_or_instant")]
    #[param(value_type = Option<String>)]
    from: Option<DateTime<Utc>>,
    /// The first instant, or date, after the period. Where it is not given, the end of the day of `at`.
    #[serde(default, deserialize_with = "date_or_instant")]
    #[param(value_type = Option<String>)]
    to: Option<DateTime<Utc>>,
    /// `department` (counted by dispatch), `area`, `category` or `level` (counted by case); `department` where it is not
    /// given.
    group_by: Option<String>,
    /// `mom` (环比) or `yoy` (同比): another period beside it.
    compare: Option<String>,
    /// Dispatches of this department only.
    department: Option<String>,
    /// What lies in the area of this unit only.
    area: Option<String>,
    /// Of this category only.
    category: Option<String>,
}

impl ReportQuestion {
    /// What is asked, at these times.
    pub(crate) fn at(self, times: &TwoTimes) -> Result<ReportRequest, Problem> {
        let unknown = |name: &str, known: &str| {
            let detail = format!("{name} is one of {known}");
            Problem::malformed_field(format!("/{name}"), "bad_query", detail)
        };
        let dimension = match &self.group_by {
            None => Dimension::Department,
            Some(code) => Dimension::from_code(code)
                .ok_or_else(|| unknown("group_by", "department, area, category, level"))?,
        };
        let comparison = match &self.compare {
            None => None,
            Some(code) => Some(Comparison::from_code(code).ok_or_else(|| unknown("compare", "mom, yoy"))?),
        };
        let (department, area, category) = (self.department, self.area, self.category);
        let within = ReportFilter { department, area, category, level: None };
        let as_of = times.parsed()?;
        Ok(ReportRequest { from: self.from, to: self.to, as_of, dimension, comparison, within })
    }
}

/// An instant or a date that may be left out.
fn date_or_instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    Option::<String>::deserialize(deserializer)?.as_deref().map(begins).transpose()
}

/// An instant, or the first one of a date in Shanghai.
pub(super) fn begins<E: serde::de::Error>(text: &str) -> Result<DateTime<Utc>, E> {
    let date = || {
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
        date.map(china_midnight)
    };
    let wrong = "a date is written like 2026-11-21, an instant like 2026-11-21T09:30:00+08:00";
    parse_instant(text).or_else(date).ok_or_else(|| E::custom(wrong))
}
