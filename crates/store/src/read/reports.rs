//! The rows of reports, and the facts behind a figure.
//!
//! A report of the whole district, or of a department's own row, adds up cells of two hours, days, ten days, months and
//! years, and puts right what cells cannot know: facts of which something happened after the instant of judgement, and
//! those that run out within its two hours. Only the ends of a period are read fact by fact.
//!
//! Everything else (the part of the district that a neighbourhood looks after, a report within a department or a
//! category) is read fact by fact: as long as there are facts in the period, up to [`SECONDS_MAX`].

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::report::{Count, Dimension, Fact, Groups, Period, Subject, Tally};

use super::cursor::{List, Place, checked_limit};
use super::filter::{Statement, equals, matchable};
use super::{CaseScope, Page, QueryError};
use crate::fact_bytes::KeptFact;

mod cells;
#[cfg(test)]
mod tests;

/// Longest that the database may work on one report, seconds.
pub const SECONDS_MAX: u32 = 10;
/// Facts that are looked at at once for those behind a figure.
const FACTS_AT_ONCE: u32 = 500;
/// How often, before a page ends although it is not full.
const LOOKS_MAX: u32 = 20;
/// Facts that come in one row, at most some 60 KiB.
const TOGETHER: &str = "SELECT array_agg(fact) FROM (SELECT fact, row_number() OVER () / 256 AS batch";
/// All statements of a report see one state of the read models.
const ONE_STATE: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// What is reported.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportQuery {
    /// Facts that are counted in it.
    pub period: Period,
    /// When clocks are judged.
    pub at: DateTime<Utc>,
    /// What the rows stand for.
    pub dimension: Dimension,
    /// Which facts only.
    pub within: ReportFilter,
}

/// Which facts only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportFilter {
    /// Dispatches of this department.
    pub department: Option<Code>,
    /// What lies in the area of this unit.
    pub area: Option<Code>,
    /// Of this category.
    pub category: Option<Code>,
    /// Of this level.
    pub level: Option<Code>,
}

impl ReportFilter {
    /// Facts that count in the row `key` of `dimension` only.
    #[must_use]
    pub fn of_row(mut self, dimension: Dimension, key: Code) -> Self {
        match dimension {
            Dimension::Department => self.department = Some(key),
            Dimension::Area => self.area = Some(key),
            Dimension::Category => self.category = Some(key),
            Dimension::Level => self.level = Some(key),
        }
        self
    }
}

/// The rows of a report, and what was known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reported {
    /// The rows.
    pub groups: Groups,
    /// The position of the log up to which the read models knew it.
    pub position: i64,
}

/// The rows of a report within `scope`. Residents see none.
pub async fn report(pool: &PgPool, scope: &CaseScope, query: &ReportQuery) -> Result<Reported, QueryError> {
    let Some(selection) = Selection::of(scope, query) else { return Ok(Reported::default()) };
    let mut transaction = pool.begin_with(ONE_STATE).await?;
    lock(&mut transaction).await?;
    let mut groups = Groups::default();
    match selection.source() {
        Source::Cells { code } => {
            groups = cells::report(&selection, code, query, &mut transaction).await?;
        }
        Source::Facts => {
            let within = selection.area_of_caller.as_deref();
            let take = |fact: Fact| groups.add_within(&fact, query.dimension, Some(query.at), within);
            each(selection.statement(query.period), &mut transaction, take).await?;
        }
    }
    let position = sqlx::query_scalar!("SELECT position FROM projection_checkpoints WHERE name = 'cases'");
    let position = position.fetch_one(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(Reported { groups, position })
}

/// The same as [`report`], from facts alone: for the past, of which there are no sums, and what tests hold [`report`]
/// against.
pub async fn report_of_facts(
    connection: &mut PgConnection,
    scope: &CaseScope,
    query: &ReportQuery,
) -> Result<Groups, QueryError> {
    let Some(selection) = Selection::of(scope, query) else { return Ok(Groups::default()) };
    let mut groups = Groups::default();
    let within = selection.area_of_caller.as_deref();
    let take = |fact: Fact| groups.add_within(&fact, query.dimension, Some(query.at), within);
    each(selection.statement(query.period), connection, take).await?;
    Ok(groups)
}

/// A fact behind a figure, and how often it counts in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// The fact.
    pub fact: Fact,
    /// How often it counts.
    pub count: i64,
}

/// The facts within `scope` that make up the sum of `counts`, in the order of their counting instants. A page may have
/// fewer than `limit`, or none, and still be followed by others.
pub async fn contributions(
    connection: &mut PgConnection,
    scope: &CaseScope,
    query: &ReportQuery,
    counts: &[Count],
    cursor: Option<&str>,
    limit: u32,
) -> Result<Page<Contribution>, QueryError> {
    let limit = usize::try_from(checked_limit(limit)?).expect("a page fits into memory");
    let mut after = cursor.map(FactPlace::decode).transpose()?;
    let Some(selection) = Selection::of(scope, query) else {
        return Ok(Page { items: Vec::new(), next_cursor: None });
    };
    let mut items = Vec::new();
    for _ in 0..LOOKS_MAX {
        let facts = selection.some_after(query.period, after, connection).await?;
        let last = facts.len() < usize::try_from(FACTS_AT_ONCE).expect("a small number");
        for fact in facts {
            let place = FactPlace::of(&fact);
            let tally = Tally::of(&fact, Some(query.at));
            let count = counts.iter().map(|count| tally.get(*count)).sum();
            if count != 0 {
                if items.len() == limit {
                    return Ok(Page { items, next_cursor: after.map(FactPlace::encode) });
                }
                items.push(Contribution { fact, count });
            }
            after = Some(place);
        }
        if last {
            return Ok(Page { items, next_cursor: None });
        }
    }
    Ok(Page { items, next_cursor: after.map(FactPlace::encode) })
}

/// Takes the tables before the snapshot: a rebuild that swaps them comes wholly before the report, or after it. In the
/// order in which the swap locks them.
async fn lock(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    let statement = format!(
        "LOCK TABLE sum_changes, report_cells, report_facts IN ACCESS SHARE MODE; \
         SET LOCAL statement_timeout = '{SECONDS_MAX}s'"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(connection).await?;
    Ok(())
}

/// Which facts a caller's question is about.
struct Selection {
    subject: Subject,
    filter: ReportFilter,
    dimension: Dimension,
    area_of_caller: Option<Code>,
}

/// What answers a question.
enum Source<'a> {
    /// Sums; of one row only, where there is a code.
    Cells { code: Option<&'a str> },
    /// One fact after the other.
    Facts,
}

impl Selection {
    /// What of the question is within `scope`: a department sees its own dispatches, a neighbourhood what lies in its
    /// area. None if there is nothing at all to see.
    fn of(scope: &CaseScope, query: &ReportQuery) -> Option<Self> {
        let mut filter = query.within.clone();
        let mut area_of_caller = None;
        let mut own = None;
        match scope {
            CaseScope::Everything => {}
            CaseScope::Area(unit) => area_of_caller = Some(unit.clone()),
            CaseScope::Department(unit) => own = Some(unit.clone()),
            CaseScope::Own { .. } => return None,
        }
        if let Some(unit) = own {
            if filter.department.as_ref().is_some_and(|asked| *asked != unit) {
                return None;
            }
            filter.department = Some(unit);
        }
        let subject = if filter.department.is_some() { Subject::Dispatch } else { query.dimension.subject() };
        Some(Self { subject, filter, dimension: query.dimension, area_of_caller })
    }

    fn source(&self) -> Source<'_> {
        let ReportFilter { department, area, category, level } = &self.filter;
        let others = area.is_some() || category.is_some() || level.is_some() || self.area_of_caller.is_some();
        match (department, self.dimension) {
            _ if others => Source::Facts,
            (None, _) => Source::Cells { code: None },
            (Some(unit), Dimension::Department) => Source::Cells { code: Some(unit) },
            (Some(_), _) => Source::Facts,
        }
    }

    fn statement(&self, period: Period) -> Statement {
        self.statement_of("SELECT fact", period)
    }

    /// For [`each_together`], which ends it. None for a period that is empty.
    fn statement_together(&self, period: Period) -> Option<Statement> {
        (period.from < period.to).then(|| self.statement_of(TOGETHER, period))
    }

    fn statement_of(&self, head: &str, period: Period) -> Statement {
        let mut statement = Statement::new(head);
        statement.push(" FROM report_facts WHERE subject = ");
        statement.push_bind(self.subject.code());
        statement.push(" AND counted_at >= ").push_bind(period.from);
        statement.push(" AND counted_at < ").push_bind(period.to);
        equals(&mut statement, "unit", self.filter.department.as_deref());
        equals(&mut statement, "category", self.filter.category.as_deref());
        equals(&mut statement, "level", self.filter.level.as_deref());
        for unit in self.filter.area.iter().chain(&self.area_of_caller) {
            statement.push(" AND area @> ").push_bind(vec![matchable(unit)]);
        }
        statement
    }

    async fn some_after(
        &self,
        period: Period,
        after: Option<FactPlace>,
        connection: &mut PgConnection,
    ) -> Result<Vec<Fact>, QueryError> {
        let mut statement = self.statement(period);
        if let Some(FactPlace { at, id, borne }) = after {
            statement.push(" AND (counted_at, id, borne) > (").push_bind(at);
            statement.push(", ").push_bind(id).push(", ").push_bind(borne).push(")");
        }
        statement.push(" ORDER BY counted_at, id, borne LIMIT ").push_bind(i64::from(FACTS_AT_ONCE));
        let mut facts = Vec::new();
        each(statement, connection, |fact| facts.push(fact)).await?;
        Ok(facts)
    }
}

/// One row for each fact: of however many, a few are in memory at once.
async fn each(
    mut statement: Statement,
    connection: &mut PgConnection,
    mut take: impl FnMut(Fact),
) -> Result<(), QueryError> {
    let mut facts = statement.build_query_scalar::<KeptFact>().fetch(connection);
    while let Some(KeptFact(fact)) = facts.try_next().await? {
        take(fact);
    }
    Ok(())
}

/// Many facts in one row, where they are those of a day at most: a row takes as long to hand over as several facts take to
/// add up. In no order.
async fn each_together(
    statement: Option<Statement>,
    connection: &mut PgConnection,
    mut take: impl FnMut(Fact),
) -> Result<(), QueryError> {
    let Some(mut statement) = statement else { return Ok(()) };
    statement.push(") AS facts GROUP BY batch");
    let mut batches = statement.build_query_scalar::<Vec<KeptFact>>().fetch(connection);
    while let Some(batch) = batches.try_next().await? {
        for KeptFact(fact) in batch {
            take(fact);
        }
    }
    Ok(())
}

/// The place of a fact in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FactPlace {
    at: DateTime<Utc>,
    id: Uuid,
    borne: bool,
}

impl FactPlace {
    const fn of(fact: &Fact) -> Self {
        Self { at: fact.counted_at, id: fact.id, borne: fact.borne }
    }

    fn encode(self) -> String {
        let list = if self.borne { List::BorneFacts } else { List::Facts };
        Place { at: Some(self.at), id: self.id }.encode(list)
    }

    fn decode(cursor: &str) -> Result<Self, QueryError> {
        let of = |list, borne| {
            let Place { at, id } = Place::decode(cursor, list)?;
            Ok(Self { at: at.ok_or(QueryError::Cursor)?, id, borne })
        };
        of(List::Facts, false).or_else(|_: QueryError| of(List::BorneFacts, true))
    }
}
