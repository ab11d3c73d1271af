//! The rows of reports, and the facts behind a figure.
//!
//! A report of the whole district, or of a department's own row, adds up the cells of whole days, months and years, and
//! puts right what cells cannot know: facts of which something happened after the instant of judgement, and those that
//! run out on its day. Only the ends of a period that are no whole days are read fact by fact.
//!
//! Everything else (the part of the district that a neighbourhood looks after, a report within a department or a
//! category) is read fact by fact: as long as there are facts in the period, up to [`SECONDS_MAX`].

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};
use futures::TryStreamExt;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::calendar::{china_date, china_midnight};
use whistle_domain::report::{Count, Dimension, Fact, Groups, Period, Subject, Tally, pieces};

use super::cursor::{List, Place, checked_limit};
use super::filter::{Statement, equals, matchable};
use super::{CaseScope, Page, QueryError};
use crate::fact_bytes::KeptFact;
use crate::projections::TOTAL_CELLS;
use crate::tally_bytes;

#[cfg(test)]
mod tests;

/// Longest that the database may work on one report, seconds.
pub const SECONDS_MAX: u32 = 10;
/// Facts that are looked at at once for those behind a figure.
const FACTS_AT_ONCE: u32 = 500;
/// How often, before a page ends although it is not full.
const LOOKS_MAX: u32 = 20;
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
            groups = of_cells(&selection, code, query, &mut transaction).await?;
        }
        Source::Facts => {
            let within = selection.area_of_caller.as_deref();
            let take = |fact| groups.take(&fact, query, within);
            selection.each_in(query.period, &mut transaction, take).await?;
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
    selection.each_in(query.period, connection, |fact| groups.take(&fact, query, within)).await?;
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
        let mut statement = Statement::new("SELECT fact FROM report_facts WHERE subject = ");
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

    /// Every fact of a period, one at a time.
    async fn each_in(
        &self,
        period: Period,
        connection: &mut PgConnection,
        take: impl FnMut(Fact),
    ) -> Result<(), QueryError> {
        if period.from < period.to {
            each(self.statement(period), connection, take).await?;
        }
        Ok(())
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

/// Takes facts into the rows of a report.
trait Take {
    fn take(&mut self, fact: &Fact, query: &ReportQuery, within: Option<&str>);
}

impl Take for Groups {
    fn take(&mut self, fact: &Fact, query: &ReportQuery, within: Option<&str>) {
        self.add_within(fact, query.dimension, Some(query.at), within);
    }
}

/// A report out of cells, with what they cannot know put right.
async fn of_cells(
    selection: &Selection,
    code: Option<&str>,
    query: &ReportQuery,
    connection: &mut PgConnection,
) -> Result<Groups, QueryError> {
    let ReportQuery { period, at, dimension, .. } = *query;
    let whole = Whole::of(period);
    let mut groups = Groups::default();
    if let Some(whole) = whole {
        whole.add_cells(selection, code, at, &mut groups, connection).await?;
        whole.correct(selection, at, &mut groups, connection).await?;
    }
    // Before, between and after whole days.
    let (begin, end) = whole.map_or((period.to, period.to), |whole| (whole.from, whole.to));
    for edge in [Period { from: period.from, to: begin }, Period { from: end, to: period.to }] {
        selection.each_in(edge, connection, |fact| groups.add(&fact, dimension, Some(at))).await?;
    }
    groups.rows.retain(|_, tally| !tally.is_empty());
    Ok(groups)
}

/// The whole days of a period.
#[derive(Clone, Copy)]
struct Whole {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

impl Whole {
    fn of(period: Period) -> Option<Self> {
        let first = china_date(period.from);
        let begun = china_midnight(first) < period.from;
        let first = if begun { first.checked_add_days(Days::new(1))? } else { first };
        let (from, to) = (china_midnight(first), china_midnight(china_date(period.to)));
        (from < to).then_some(Self { from, to })
    }

    /// The instant at which the day of judgement ends: what was due before it is judged as past, and what was not as to
    /// come.
    fn turn(self, at: DateTime<Utc>) -> DateTime<Utc> {
        let next = china_date(at).checked_add_days(Days::new(1)).map_or(self.to, china_midnight);
        next.clamp(self.from, self.to)
    }

    /// The cells, and what waits to be added to them.
    async fn add_cells(
        self,
        selection: &Selection,
        code: Option<&str>,
        at: DateTime<Utc>,
        groups: &mut Groups,
        connection: &mut PgConnection,
    ) -> Result<(), QueryError> {
        let turn = china_date(self.turn(at));
        let past = pieces(china_date(self.from), turn);
        let wanted: Vec<_> = past.into_iter().chain(pieces(turn, china_date(self.to))).collect();
        let cells = sqlx::query_file!(
            "src/read/queries/report_cells.sql",
            selection.dimension.code(),
            TOTAL_CELLS,
            &wanted.iter().map(|piece| piece.grain.code()).collect::<Vec<_>>() as &[&str],
            &wanted.iter().map(|piece| piece.start).collect::<Vec<_>>(),
            &wanted.iter().map(|piece| piece.start < turn).collect::<Vec<_>>(),
            code.map(matchable)
        );
        let cells = cells.fetch_all(&mut *connection).await?;
        let waiting = sqlx::query_file!(
            "src/read/queries/report_cell_changes.sql",
            selection.dimension.code(),
            TOTAL_CELLS,
            china_date(self.from),
            china_date(self.to),
            turn,
            code.map(matchable)
        );
        let waiting = waiting.fetch_all(connection).await?.into_iter();
        let waiting = waiting.map(|cell| (cell.code, cell.past, cell.total, cell.tally));
        let cells = cells.into_iter().map(|cell| (cell.code, cell.past, cell.total, cell.tally));
        let several = selection.dimension == Dimension::Area;
        let mut sums: BTreeMap<(Option<Code>, bool), Tally> = BTreeMap::new();
        for (code, past, total, tally) in cells.chain(waiting) {
            let tally = tally_bytes::read(&tally)
                .ok_or_else(|| sqlx::Error::Decode("a cell of a report is damaged".into()))?;
            let row = (!total).then_some(code);
            if row.is_some() || several {
                *sums.entry((row, past)).or_default() += &tally;
            }
        }
        for ((row, past), sum) in sums {
            let judged = sum.judged(past);
            match row {
                None => groups.total += &judged,
                Some(code) => {
                    if !several {
                        groups.total += &judged;
                    }
                    *groups.rows.entry(code).or_default() += &judged;
                }
            }
        }
        Ok(())
    }

    /// Facts of which something happened after the instant of judgement, and those that run out later on its day, count
    /// as they stood at it.
    async fn correct(
        self,
        selection: &Selection,
        at: DateTime<Utc>,
        groups: &mut Groups,
        connection: &mut PgConnection,
    ) -> Result<(), QueryError> {
        let turn = self.turn(at);
        let within = Period { from: self.from, to: self.to };
        let mut later = selection.statement(within);
        later.push(" AND latest_at > ").push_bind(at);
        let mut running = selection.statement(Period { from: self.from.max(at), to: turn });
        running.push(" AND running AND latest_at <= ").push_bind(at);
        for statement in [later, running] {
            each(statement, connection, |fact| {
                let mut change = Tally::of(&fact, Some(at));
                change -= &Tally::of(&fact, None).judged(fact.counted_at < turn);
                groups.total += &change;
                for key in fact.keys(selection.dimension) {
                    *groups.rows.entry(key.to_owned()).or_default() += &change;
                }
            })
            .await?;
        }
        Ok(())
    }
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
