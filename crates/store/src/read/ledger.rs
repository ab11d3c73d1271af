//! 台账: the newest case first, its items below it. Residents have none.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::FromRow;
use uuid::Uuid;
use whistle_domain::actor::Code;

use super::cursor::{List, Place};
use super::filter::{SortedBy, Statement, between, equals, matchable};
use super::list::Listed;
use super::{CaseScope, QueryError};

/// Whether a line still stands on the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerState {
    /// 未销号.
    Open,
    /// 已销号.
    StruckOff,
}

/// Which lines are wanted; every condition that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerFilter {
    /// The unit that must put it right.
    pub unit: Option<Code>,
    /// A unit in whose area the case lies.
    pub area: Option<Code>,
    /// Struck off or not.
    pub state: Option<LedgerState>,
    /// The case was raised at this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// The case was raised before this instant.
    pub to: Option<DateTime<Utc>>,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromRow)]
pub struct LedgerItem {
    /// The case.
    pub case_id: Uuid,
    /// 0 for the matter itself, its items from 1.
    pub line: i32,
    /// The item; none for the matter itself.
    pub item: Option<Uuid>,
    /// When the case was raised.
    pub raised_at: DateTime<Utc>,
    /// Since when the line stands on the ledger.
    pub since: DateTime<Utc>,
    /// By when it must be done.
    pub due_at: Option<DateTime<Utc>>,
    /// When it was struck off.
    pub struck_off_at: Option<DateTime<Utc>>,
    /// Number of the case.
    pub number: String,
    /// The problem in one line, masked.
    pub problem: String,
    /// Category of the case.
    pub category: String,
    /// The leaf grid of the case.
    pub grid: String,
    /// The unit responsible for the grid.
    pub territorial_unit: String,
    /// 责任单位.
    pub owner: Option<String>,
    /// The latest measure, masked.
    pub measure: Option<String>,
    /// The role of whoever found it good.
    pub reviewer_role: Option<String>,
    /// The unit of whoever found it good.
    pub reviewer_unit: Option<String>,
}

impl Listed for LedgerFilter {
    type Item = LedgerItem;

    const ROWS: &'static str = "SELECT ledger.case_id, ledger.line, ledger.item, ledger.raised_at, ledger.since, ledger.due_at, \
         ledger.struck_off_at, ledger.number, ledger.problem, ledger.category, ledger.grid, ledger.territorial_unit, \
         ledger.owner, ledger.measure, ledger.reviewer_role, ledger.reviewer_unit";
    const COUNTED: &'static str = "SELECT count(*) FROM (SELECT";

    /// The list of the first unit that is asked for is what is read along; a case on the lists of the others too must be
    /// found there.
    fn listed(&self, statement: &mut Statement, scope: &CaseScope) -> SortedBy {
        let scoped = match scope {
            CaseScope::Area(unit) => Some(("area", unit)),
            CaseScope::Department(unit) => Some(("department", unit)),
            CaseScope::Everything | CaseScope::Own { .. } => None,
        };
        let mut lists = scoped.into_iter().chain(self.area.as_ref().map(|unit| ("area", unit)));
        let sorted_by = if let Some((relation, unit)) = lists.next() {
            statement.push(
                " FROM case_units AS list JOIN ledger ON ledger.case_id = list.case_id WHERE list.relation = ",
            );
            statement.push_bind(relation).push(" AND list.unit = ").push_bind(matchable(unit));
            SortedBy { at: "list.listed_at", id: "list.case_id" }
        } else {
            statement.push(" FROM ledger WHERE TRUE");
            SortedBy { at: "ledger.raised_at", id: "ledger.case_id" }
        };
        for (relation, unit) in lists {
            statement
                .push(" AND EXISTS (SELECT FROM case_units AS other WHERE other.case_id = ledger.case_id");
            statement
                .push(" AND other.listed_at = ledger.raised_at AND other.relation = ")
                .push_bind(relation);
            statement.push(" AND other.unit = ").push_bind(matchable(unit)).push(")");
        }
        sorted_by
    }

    fn wanted(
        &self,
        statement: &mut Statement,
        sorted_by: SortedBy,
        scope: &CaseScope,
        _: DateTime<Utc>,
    ) -> Result<(), QueryError> {
        if let CaseScope::Own { .. } = scope {
            statement.push(" AND FALSE");
        }
        equals(statement, "ledger.owner", self.unit.as_deref());
        match self.state {
            Some(LedgerState::Open) => statement.push(" AND ledger.struck_off_at IS NULL"),
            Some(LedgerState::StruckOff) => statement.push(" AND ledger.struck_off_at IS NOT NULL"),
            None => statement,
        };
        between(statement, sorted_by.at, self.from, self.to);
        Ok(())
    }

    fn after(&self, statement: &mut Statement, sorted_by: SortedBy, cursor: &str) -> Result<(), QueryError> {
        let (place, line) = decode(cursor)?;
        let before = |statement: &mut Statement, comparison: &str| {
            statement.push(format_args!("({}, {}) {comparison} (", sorted_by.at, sorted_by.id));
            statement.push_bind(place.at).push("::timestamptz, ").push_bind(place.id).push(")");
        };
        statement.push(" AND ");
        before(statement, "<=");
        statement.push(" AND (");
        before(statement, "<");
        statement.push(" OR ledger.line > ").push_bind(line).push(")");
        Ok(())
    }

    fn in_order(&self, statement: &mut Statement, sorted_by: SortedBy) {
        statement.push(format_args!(" ORDER BY {} DESC, {} DESC, ledger.line", sorted_by.at, sorted_by.id));
    }

    /// The place of the case, and the line below it.
    fn cursor(&self, item: &LedgerItem) -> String {
        let place = Place { at: Some(item.raised_at), id: item.case_id };
        format!("{}.{}", place.encode(List::Ledger), item.line)
    }

    /// A line is struck off or not, whatever the time.
    fn judge(_: &mut LedgerItem, _: DateTime<Utc>) {}
}

fn decode(cursor: &str) -> Result<(Place, i32), QueryError> {
    let (place, line) = cursor.split_once('.').ok_or(QueryError::Cursor)?;
    let place = Place::decode(place, List::Ledger)?;
    let line = line.parse().map_err(|_number| QueryError::Cursor)?;
    if place.at.is_none() { Err(QueryError::Cursor) } else { Ok((place, line)) }
}
