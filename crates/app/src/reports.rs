//! 报表: figures of a period, who comes before whom, and what is behind a figure.
//!
//! Where the tallies come from makes no difference to a report: [`Report::of`] takes them from the read models as well as
//! from a log that was folded to an earlier position.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Months, Utc};
use whistle_domain::actor::Code;
use whistle_domain::calendar::{china_date, china_midnight};
use whistle_domain::case::Level;
use whistle_domain::policy::PolicySet;
use whistle_domain::report::{
    Count, Dimension, Groups, Period, Rate, Ratio, Score, Tally, WhistleRate, WhistleScore, rank,
};
use whistle_store::projections::Models;
use whistle_store::read::{
    self, CaseScope, Contribution, Page, QueryError, ReportFilter, ReportQuery, Reported,
};

use crate::access::Operation;
use crate::lists::scope;
use crate::{App, AppError, AsOf, Caller, FieldProblem, PageRequest, Reference};

/// Longest period of a report, days.
pub const PERIOD_DAYS_MAX: i64 = 3_660;

/// What is asked of a report.
#[derive(Debug, Clone)]
pub struct ReportRequest {
    /// The first instant of the period; where it is not given, the beginning of the month of judgement.
    pub from: Option<DateTime<Utc>>,
    /// The first instant after it; where it is not given, the end of the day of judgement.
    pub to: Option<DateTime<Utc>>,
    /// What is known, and when clocks are judged.
    pub as_of: AsOf,
    /// What the rows stand for.
    pub dimension: Dimension,
    /// Another period to compare with.
    pub comparison: Option<Comparison>,
    /// Which facts only.
    pub within: ReportFilter,
}

/// Another period to compare with. It is judged at an instant as far from it as the period itself is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// 环比: as many calendar months before where the period is made of such, else the time of equal length before.
    Before,
    /// 同比: the same a year before.
    YearBefore,
}

impl Comparison {
    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Before => "mom",
            Self::YearBefore => "yoy",
        }
    }

    /// The comparison with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Before, Self::YearBefore].into_iter().find(|comparison| comparison.code() == code)
    }

    /// The query about the period to compare with; none if it lies before all time.
    fn of(self, query: &ReportQuery) -> Option<ReportQuery> {
        let Period { from, to } = query.period;
        let months = match self {
            Self::YearBefore => Some(12),
            Self::Before => whole_months(query.period),
        };
        let earlier = |instant: DateTime<Utc>| match months {
            Some(months) => {
                let day = china_date(instant);
                let of_day = instant - china_midnight(day);
                Some(china_midnight(day.checked_sub_months(Months::new(months))?) + of_day)
            }
            None => instant.checked_sub_signed(to - from),
        };
        let period = Period { from: earlier(from)?, to: earlier(to)? };
        Some(ReportQuery { period, at: earlier(query.at)?, ..query.clone() })
    }
}

/// How many calendar months a period consists of; none if it does not.
fn whole_months(period: Period) -> Option<u32> {
    use chrono::Datelike;
    let [first, last] = [period.from, period.to].map(china_date);
    let begins = |instant: DateTime<Utc>| {
        china_midnight(china_date(instant)) == instant && china_date(instant).day() == 1
    };
    let month = |day: chrono::NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    let months = u32::try_from(month(last) - month(first)).ok()?;
    (begins(period.from) && begins(period.to) && months > 0).then_some(months)
}

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    /// The question, with what was not said filled in.
    pub query: ReportQuery,
    /// The position of the log up to which it knows.
    pub position: i64,
    /// The policy whose weights and bounds it uses.
    pub policy: Arc<PolicySet>,
    /// By key.
    pub rows: Vec<ReportRow>,
    /// Of everything that the caller may see.
    pub total: ReportRow,
    /// The period that it is compared with.
    pub compared: Option<Period>,
}

/// A row of a report.
#[derive(Debug, Clone)]
pub struct ReportRow {
    /// What it stands for: a unit, a category, a level. Nothing for the total.
    pub key: Code,
    /// Its name.
    pub name: Option<String>,
    /// Its counts, and with them all its rates.
    pub tally: Tally,
    /// 综合得分.
    pub score: Score,
    /// Its place among the rows; equal scores share one, and without a score there is none.
    pub rank: Option<usize>,
    /// 吹哨率 and its band.
    pub whistle_rate: Option<WhistleRate>,
    /// 双考核: the side of those who blow the whistle.
    pub whistle_score: WhistleScore,
    /// The same row of the period that it is compared with.
    pub previous: Option<Tally>,
}

impl Report {
    /// The report that these tallies make, under the weights of `policy`. `previous` is the period to compare with.
    pub fn of(
        query: ReportQuery,
        Reported { groups, position }: Reported,
        previous: Option<(Period, Groups)>,
        policy: &Arc<PolicySet>,
        reference: &Reference,
    ) -> Self {
        let scoring = &policy.rules().scoring;
        let (compared, before) = previous.unzip();
        let previous = |key: Option<&str>| {
            let before = before.as_ref()?;
            Some(key.map_or_else(
                || before.total.clone(),
                |key| before.rows.get(key).cloned().unwrap_or_default(),
            ))
        };
        let ranks: BTreeMap<Code, Option<usize>> =
            rank(groups.rows.iter().map(|(key, tally)| (key.as_str(), tally)), scoring)
                .into_iter()
                .map(|ranked| (ranked.key, ranked.rank))
                .collect();
        let row = |key: Code, tally: Tally, previous: Option<Tally>| ReportRow {
            name: name_of(query.dimension, &key, reference),
            rank: ranks.get(&key).copied().flatten(),
            score: Score::of(&tally, scoring),
            whistle_rate: WhistleRate::of(&tally, scoring),
            whistle_score: WhistleScore::of(&tally),
            key,
            tally,
            previous,
        };
        let total = row(Code::new(), groups.total, previous(None));
        let rows = groups.rows.into_iter().map(|(key, tally)| {
            let previous = previous(Some(&key));
            row(key, tally, previous)
        });
        Self { rows: rows.collect(), total, position, policy: Arc::clone(policy), compared, query }
    }
}

/// The name of a row, as the organisation and the policy of the day have it.
fn name_of(dimension: Dimension, key: &str, reference: &Reference) -> Option<String> {
    match dimension {
        Dimension::Department | Dimension::Area => {
            reference.organisation.unit(key).map(|unit| unit.name.clone())
        }
        Dimension::Category => {
            let current = reference.policies.current().category(key);
            current.map(|category| format!("{}·{}", category.major, category.minor))
        }
        Dimension::Level => Level::from_code(key).map(|level| {
            match level {
                Level::Building => "楼栋",
                Level::Compound => "小区",
                Level::Community => "社区",
                Level::Street => "街道",
                Level::District => "区县",
            }
            .to_owned()
        }),
    }
}

/// A figure of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// A count.
    Count(Count),
    /// A rate.
    Rate(Rate),
}

impl Figure {
    /// The figure with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Rate::from_code(code).map(Self::Rate).or_else(|| Count::from_code(code).map(Self::Count))
    }

    /// Numerator and denominator of a tally, without the complement of those that say what is missing to one. A count
    /// has no denominator.
    pub fn ratio(self, tally: &Tally) -> Ratio {
        let sum = |counts: &[Count]| counts.iter().map(|count| tally.get(*count)).sum();
        match self {
            Self::Count(count) => Ratio { numerator: tally.get(count), denominator: 0 },
            Self::Rate(rate) => {
                let (numerator, denominator, _) = rate.terms();
                Ratio { numerator: sum(numerator), denominator: sum(denominator) }
            }
        }
    }

    fn counts(self) -> Vec<Count> {
        match self {
            Self::Count(count) => vec![count],
            Self::Rate(rate) => {
                let (numerator, denominator, _) = rate.terms();
                numerator.iter().chain(denominator).copied().collect()
            }
        }
    }
}

/// The facts behind a figure.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The question, with what was not said filled in.
    pub query: ReportQuery,
    /// The figure, of all pages together.
    pub ratio: Ratio,
    /// The policy in force, for what weights there are.
    pub policy: Arc<PolicySet>,
    /// A page of the facts that count in it, in the order of their counting instants.
    pub page: Page<Contribution>,
}

impl App {
    /// The report that the read models make, or would have made at an earlier position.
    #[boxed]
    pub async fn report(&self, caller: &Caller, request: &ReportRequest) -> Result<Report, AppError> {
        let scope = self.report_scope(caller)?;
        let moment = self.moment(request.as_of).await?;
        let query = checked_query(request, moment.at)?;
        let before = request.comparison.and_then(|comparison| comparison.of(&query));
        let (reported, before_groups) = if let Some(position) = moment.position {
            self.reported_then(position, &scope, &query, before.as_ref()).await?
        } else {
            let reported = read::report(&self.pool, &scope, &query).await?;
            let groups = match &before {
                Some(before) => Some(read::report(&self.pool, &scope, before).await?.groups),
                None => None,
            };
            (reported, groups)
        };
        let previous = before.map(|before| before.period).zip(before_groups);
        let reference = self.reference_at(moment).await?;
        Ok(Report::of(query, reported, previous, reference.policies.current(), &reference))
    }

    /// The rows of a report and of the period to compare with, as the log made them up to `position`.
    async fn reported_then(
        &self,
        position: i64,
        scope: &CaseScope,
        query: &ReportQuery,
        before: Option<&ReportQuery>,
    ) -> Result<(Reported, Option<Groups>), AppError> {
        let mut looking = self.look_back(position, Models::FACTS).await?;
        let groups = read::report_of_facts(looking.past().connection(), scope, query).await?;
        let before = match before {
            Some(before) => Some(read::report_of_facts(looking.past().connection(), scope, before).await?),
            None => None,
        };
        looking.close().await;
        Ok((Reported { groups, position }, before))
    }

    /// The facts that count in the figure of the row `key`, or of the total without one.
    #[boxed]
    pub async fn explain(
        &self,
        caller: &Caller,
        request: &ReportRequest,
        key: Option<Code>,
        figure: Figure,
        page: &PageRequest,
    ) -> Result<Explanation, AppError> {
        let scope = self.report_scope(caller)?;
        let moment = self.moment(request.as_of).await?;
        let mut query = checked_query(request, moment.at)?;
        let policy = self.reference_at(moment).await?.policies.current().clone();
        let mut looking = match moment.position {
            Some(position) => Some(self.look_back(position, Models::FACTS).await?),
            None => None,
        };
        let mut groups = match &mut looking {
            Some(looking) => read::report_of_facts(looking.past().connection(), &scope, &query).await?,
            None => read::report(&self.pool, &scope, &query).await?.groups,
        };
        let tally = match &key {
            Some(key) => groups.rows.remove(key),
            None => Some(groups.total),
        };
        let Some(tally) = tally else {
            let page = Page { items: Vec::new(), next_cursor: None };
            return Ok(Explanation { query, ratio: figure.ratio(&Tally::default()), policy, page });
        };
        if let Some(key) = key {
            query.within = query.within.of_row(query.dimension, key);
        }
        let (counts, cursor, limit) = (figure.counts(), page.cursor.as_deref(), page.limit);
        let page = if let Some(mut looking) = looking {
            let connection = looking.past().connection();
            let page = read::contributions(connection, &scope, &query, &counts, cursor, limit).await?;
            looking.close().await;
            page
        } else {
            let mut connection = self.pool.acquire().await.map_err(QueryError::from)?;
            read::contributions(&mut connection, &scope, &query, &counts, cursor, limit).await?
        };
        Ok(Explanation { query, ratio: figure.ratio(&tally), policy, page })
    }

    /// Whoever looks after the area of the whole district sees everything.
    pub fn report_scope(&self, caller: &Caller) -> Result<CaseScope, AppError> {
        let scope = scope(Operation::ReadReports, caller)?;
        let reference = self.reference();
        Ok(match scope {
            CaseScope::Area(unit)
                if reference.organisation.unit(&unit).is_some_and(|unit| unit.parent.is_none()) =>
            {
                CaseScope::Everything
            }
            scope => scope,
        })
    }
}

/// The question, with what was not said filled in.
fn checked_query(request: &ReportRequest, at: DateTime<Utc>) -> Result<ReportQuery, AppError> {
    use chrono::{Datelike, Days};
    let today = china_date(at);
    let month = today.with_day(1).unwrap_or(today);
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let period = Period {
        from: request.from.unwrap_or_else(|| china_midnight(month)),
        to: request.to.unwrap_or_else(|| china_midnight(tomorrow)),
    };
    let refused = |pointer: &str, detail: String| {
        let problem = FieldProblem { pointer: pointer.to_owned(), code: "bad_period", detail };
        Err(AppError::Invalid(vec![problem]))
    };
    if period.from >= period.to {
        return refused("/to", "the period ends before it begins".to_owned());
    }
    if (period.to - period.from).num_days() > PERIOD_DAYS_MAX {
        return refused("/from", format!("a period has {PERIOD_DAYS_MAX} days at most"));
    }
    Ok(ReportQuery { period, at, dimension: request.dimension, within: request.within.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(&format!("{text}+08:00")).expect("an instant").to_utc()
    }

    #[test]
    fn a_period_is_compared_with_its_like() {
        use Comparison::{Before, YearBefore};
        for (comparison, asked, expected) in [
            (
                Before,
                ["2026-03-01T00:00:00", "2026-04-01T00:00:00", "2026-04-03T09:00:00"],
                ["2026-02-01T00:00:00", "2026-03-01T00:00:00", "2026-03-03T09:00:00"],
            ),
            (
                Before,
                ["2026-01-01T00:00:00", "2026-04-01T00:00:00", "2026-04-01T00:00:00"],
                ["2025-10-01T00:00:00", "2026-01-01T00:00:00", "2026-01-01T00:00:00"],
            ),
            (
                Before,
                ["2026-03-11T00:00:00", "2026-03-21T00:00:00", "2026-03-22T00:00:00"],
                ["2026-03-01T00:00:00", "2026-03-11T00:00:00", "2026-03-12T00:00:00"],
            ),
            (
                YearBefore,
                ["2024-02-29T10:00:00", "2024-03-21T00:00:00", "2024-03-22T00:00:00"],
                ["2023-02-28T10:00:00", "2023-03-21T00:00:00", "2023-03-22T00:00:00"],
            ),
        ] {
            let [from, to, at] = asked.map(instant);
            let period = Period { from, to };
            let within = ReportFilter::default();
            let query = ReportQuery { period, at, dimension: Dimension::Area, within };
            let before = comparison.of(&query).expect("a period before");
            assert_eq!([before.period.from, before.period.to, before.at], expected.map(instant));
            assert_eq!(Comparison::from_code(comparison.code()), Some(comparison));
        }
    }

    #[test]
    fn every_figure_is_found_by_its_name() {
        for rate in Rate::ALL {
            assert_eq!(Figure::from_code(rate.code()), Some(Figure::Rate(rate)));
        }
        assert_eq!(Figure::from_code("open_overdue"), Some(Figure::Count(Count::OpenOverdue)));
        assert_eq!(Figure::from_code("open_unjudged"), None);
    }
}
