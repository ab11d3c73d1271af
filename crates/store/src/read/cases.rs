//! The case list, newest first; queues are read from the other end.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::FromRow;
use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::case::CaseStatus;
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;

use super::cursor::{List, Place};
use super::filter::{
    Order, Search, SortedBy, Statement, between, contains, equals, found_by, matchable, one_of, shows,
};
use super::list::Listed;
use super::{CaseScope, QueryError};

/// Which cases are wanted; every condition that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// Where the case stands: at one of these, or anywhere where none is named.
    pub status: Vec<CaseStatus>,
    /// A unit that was dispatched, in whatever role.
    pub department: Option<Code>,
    /// The leaf grid.
    pub grid: Option<Code>,
    /// A unit in whose area the case lies.
    pub area: Option<Code>,
    /// Category in force.
    pub category: Option<Code>,
    /// Kind in force.
    pub kind: Option<WhistleKind>,
    /// The lamp at the instant asked for.
    pub lamp: Option<Lamp>,
    /// What is looked for.
    pub q: Option<Search>,
    /// Raised at this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// Raised before this instant.
    pub to: Option<DateTime<Utc>>,
    /// Which come first.
    pub order: Order,
}

/// A row of the case list.
#[derive(Debug, Clone, PartialEq, Serialize, FromRow)]
pub struct CaseItem {
    /// The case.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub status: String,
    /// Kind in force.
    pub kind: String,
    /// Category in force.
    pub category: String,
    /// One line, masked.
    pub title: String,
    /// The leaf grid.
    pub grid: String,
    /// The unit responsible for the grid when the case was raised.
    pub territorial_unit: String,
    /// The units in whose area the case lies, from the district down.
    pub area: Vec<String>,
    /// The level that holds it.
    pub level: String,
    /// Channel.
    pub source: String,
    /// Every unit that was dispatched, lead first.
    pub departments: Vec<String>,
    /// The unit that leads.
    pub lead: Option<String>,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// When it was dispatched.
    pub issued_at: Option<DateTime<Utc>>,
    /// When it must be closed.
    pub due_at: Option<DateTime<Utc>>,
    /// From when its end is near.
    pub warn_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Times it was sent back.
    pub reworks: i32,
    /// The resident's verdict: whether the problem is gone.
    pub solved: Option<bool>,
    /// The resident's verdict: 1 to 5.
    pub satisfaction: Option<i16>,
    /// Whether the reporter asked to stay unknown to departments.
    pub confidential: bool,
    /// Whether it is parked: its clock stands still.
    pub parked: bool,
    /// The version that an `If-Match` names.
    pub version: i32,
    /// The last event that the row knows.
    pub position: i64,
    /// The lamp at the instant asked for; none where no clock runs.
    #[sqlx(skip)]
    pub lamp: Option<Lamp>,
}

impl Listed for CaseFilter {
    type Item = CaseItem;

    const ROWS: &'static str = "SELECT id, number, status, kind, category, title, grid, territorial_unit, area, level, source, departments, \
         lead, raised_at, issued_at, due_at, closed_at, reworks, solved, satisfaction, confidential, parked, version, position, \
         warn_at FROM cases";
    const COUNTED: &'static str = "SELECT count(*) FROM (SELECT FROM cases";

    /// Cases that wait lie at the young end of every list: read from the old end, it would be read through. They have an index
    /// of their own in that order, short as it is.
    ///
    /// Otherwise the list of the first unit that is asked for is what the page is read along; of the others, the case must bear the
    /// name. Joined by the case alone, because the planner would take a second equality for a much rarer match.
    fn listed(&self, statement: &mut Statement, scope: &CaseScope) -> SortedBy {
        let (mine, ours) = match scope {
            CaseScope::Area(unit) => (Some(unit), None),
            CaseScope::Department(unit) => (None, Some(unit)),
            CaseScope::Everything | CaseScope::Own { .. } => (None, None),
        };
        let wanted = [
            ("area", "area", mine),
            ("department", "departments", ours),
            ("department", "departments", self.department.as_ref()),
            ("area", "area", self.area.as_ref()),
        ];
        if self.queue() {
            statement.push(WAITING);
            let units = wanted.into_iter().filter_map(|(_, column, unit)| Some((column, unit?)));
            units.for_each(|(column, unit)| contains(statement, column, unit));
            return SortedBy { at: "raised_at", id: "id" };
        }
        let mut wanted =
            wanted.into_iter().filter_map(|(relation, column, unit)| Some((relation, column, unit?)));
        let Some((relation, _, unit)) = wanted.next() else {
            statement.push(" WHERE TRUE");
            return SortedBy { at: "raised_at", id: "id" };
        };
        statement
            .push(" JOIN case_units AS list ON list.case_id = id WHERE list.relation = ")
            .push_bind(relation);
        statement.push(" AND list.unit = ").push_bind(matchable(unit));
        wanted.for_each(|(_, column, unit)| contains(statement, column, unit));
        SortedBy { at: "list.listed_at", id: "list.case_id" }
    }

    fn wanted(
        &self,
        statement: &mut Statement,
        sorted_by: SortedBy,
        scope: &CaseScope,
        at: DateTime<Utc>,
    ) -> Result<(), QueryError> {
        within(statement, scope);
        let status: Vec<&'static str> = self.status.iter().copied().map(CaseStatus::code).collect();
        one_of(statement, "status", &status);
        equals(statement, "grid", self.grid.as_deref());
        equals(statement, "category", self.category.as_deref());
        equals(statement, "kind", self.kind.map(WhistleKind::code));
        found_by(statement, "id", self.q.as_ref())?;
        between(statement, sorted_by.at, self.from, self.to);
        if let Some(lamp) = self.lamp {
            statement.push(" AND issued_at IS NOT NULL AND closed_at IS NULL");
            shows(statement, "due_at", lamp, at);
        }
        Ok(())
    }

    fn after(&self, statement: &mut Statement, sorted_by: SortedBy, cursor: &str) -> Result<(), QueryError> {
        let place = Place::decode(cursor, self.list())?;
        let beyond = match self.order {
            Order::Newest => "<",
            Order::Oldest => ">",
        };
        statement.push(format_args!(" AND ({}, {}) {beyond} (", sorted_by.at, sorted_by.id));
        statement.push_bind(place.at.ok_or(QueryError::Cursor)?);
        statement.push(", ").push_bind(place.id).push(")");
        Ok(())
    }

    fn in_order(&self, statement: &mut Statement, SortedBy { at, id }: SortedBy) {
        match self.order {
            Order::Newest => statement.push(format_args!(" ORDER BY {at} DESC, {id} DESC")),
            Order::Oldest => statement.push(format_args!(" ORDER BY {at}, {id}")),
        };
    }

    fn cursor(&self, item: &CaseItem) -> String {
        Place { at: Some(item.raised_at), id: item.id }.encode(self.list())
    }

    fn judge(item: &mut CaseItem, at: DateTime<Utc>) {
        item.lamp = item.judged(at);
    }
}

/// Nothing is over yet: as the index `cases_waiting` has it, word by word, or it is not used.
pub(super) const WAITING: &str = " WHERE status IN ('raised', 'endorsed', 'handled_locally', 'filed', 'dispatched', 'in_handling', \
     'verification', 'callback', 'dissatisfied')";

impl CaseFilter {
    /// Whether cases are asked for that wait, the one that waits longest first.
    fn queue(&self) -> bool {
        let open = !self.status.is_empty() && self.status.iter().all(|status| !status.terminal());
        open && self.order == Order::Oldest
    }

    /// A cursor leads on in the order in which it was given out.
    const fn list(&self) -> List {
        match self.order {
            Order::Newest => List::Cases,
            Order::Oldest => List::CasesOldestFirst,
        }
    }
}

impl CaseItem {
    fn judged(&self, at: DateTime<Utc>) -> Option<Lamp> {
        let (issued_at, due_at) = (self.issued_at?, self.due_at?);
        let running = self.closed_at.is_none();
        let warn_at = self.warn_at.unwrap_or(due_at);
        running.then(|| Lamp::of(self.parked, issued_at, warn_at, due_at, self.reworks.unsigned_abs(), at))
    }
}

fn within(statement: &mut Statement, scope: &CaseScope) {
    match scope {
        CaseScope::Everything | CaseScope::Area(_) | CaseScope::Department(_) => {}
        CaseScope::Own { subject, account } => {
            let account = Some(*account).filter(|account| !account.is_nil());
            statement.push(" AND (subject = ").push_bind(*subject);
            statement.push(" OR raised_by = ").push_bind(account).push(")");
        }
    }
}
