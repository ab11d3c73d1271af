//! A department's work list: what is due first comes first. Residents have none.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::FromRow;
use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::case::{DispatchRole, DispatchState};
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;

use super::cursor::{List, Place};
use super::filter::{Search, SortedBy, Statement, contains, equals, found_by, matchable, shows};
use super::list::Listed;
use super::{CaseScope, QueryError};

/// What the list is sorted by: work that is never due comes last. The indexes are on this very expression.
const DUE: &str = "coalesce(due_at, 'infinity')";
/// A clock runs: somebody must act, and the case is not closed. The condition of the partial indexes.
const RUNNING: &str = "discharged_at IS NULL AND role <> 'notified'";

/// Which dispatches are wanted; every condition that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DispatchFilter {
    /// The unit that must act.
    pub department: Option<Code>,
    /// How far it has come.
    pub state: Option<DispatchState>,
    /// Its part.
    pub role: Option<DispatchRole>,
    /// Whether a clock still runs.
    pub running: Option<bool>,
    /// Whether a clock has run out before the case was closed.
    pub overdue: Option<bool>,
    /// The lamp at the instant asked for.
    pub lamp: Option<Lamp>,
    /// The leaf grid of the case.
    pub grid: Option<Code>,
    /// A unit in whose area the case lies.
    pub area: Option<Code>,
    /// Category of the case.
    pub category: Option<Code>,
    /// Kind of the case.
    pub kind: Option<WhistleKind>,
    /// What is looked for in the case.
    pub q: Option<Search>,
}

/// A row of a work list.
#[derive(Debug, Clone, PartialEq, Serialize, FromRow)]
pub struct DispatchItem {
    /// The dispatch.
    pub id: Uuid,
    /// Its case.
    pub case_id: Uuid,
    /// The number of the case.
    pub number: String,
    /// One line on the case, masked.
    pub title: String,
    /// Category of the case.
    pub category: String,
    /// Kind of the case.
    pub kind: String,
    /// The leaf grid of the case.
    pub grid: String,
    /// The units in whose area the case lies, from the district down.
    pub area: Vec<String>,
    /// The unit that must act.
    pub department: String,
    /// Lead, co-handler or notified.
    pub role: String,
    /// How far it has come.
    pub state: String,
    /// What is asked of the unit, masked.
    pub instruction: String,
    /// The unit responsible by trade.
    pub line_owner: String,
    /// The unit responsible by territory.
    pub territorial_owner: String,
    /// When it was issued: the start of every clock.
    pub issued_at: DateTime<Utc>,
    /// When it must be signed for.
    pub sign_due_at: DateTime<Utc>,
    /// When the unit must have reported for duty.
    pub report_due_at: DateTime<Utc>,
    /// When the resident must have been contacted, where that is limited.
    pub contact_due_at: Option<DateTime<Utc>>,
    /// When it must be done; planned work has milestones instead.
    pub due_at: Option<DateTime<Utc>>,
    /// From when its end is near.
    pub warn_at: Option<DateTime<Utc>>,
    /// When it was signed for.
    pub signed_at: Option<DateTime<Utc>>,
    /// When the unit reported for duty.
    pub reported_at: Option<DateTime<Utc>>,
    /// When the unit accepted it.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When the result was last fed back.
    pub fed_back_at: Option<DateTime<Utc>>,
    /// When the case was closed.
    pub discharged_at: Option<DateTime<Utc>>,
    /// Measures recorded so far.
    pub measures: i32,
    /// Times it was sent back.
    pub reworks: i32,
    /// Whether the case is parked: its clocks stand still.
    pub parked: bool,
    /// The last event of the case that the row knows.
    pub position: i64,
    /// Whether its clock has run out, at the instant asked for.
    #[sqlx(skip)]
    pub overdue: bool,
    /// The lamp at the instant asked for; none where no clock runs.
    #[sqlx(skip)]
    pub lamp: Option<Lamp>,
}

impl Listed for DispatchFilter {
    type Item = DispatchItem;

    const ROWS: &'static str = "SELECT id, case_id, number, title, category, kind, grid, area, department, role, state, instruction, \
         line_owner, territorial_owner, issued_at, sign_due_at, report_due_at, contact_due_at, due_at, signed_at, \
         reported_at, accepted_at, fed_back_at, discharged_at, measures, reworks, parked, warn_at, \
         (SELECT cases.position FROM cases WHERE cases.id = case_id) AS position \
         FROM dispatches";
    const COUNTED: &'static str = "SELECT count(*) FROM (SELECT FROM dispatches";

    /// The list of the area that is asked for first is what the page is read along; of the others, the dispatch must bear
    /// the name. Where only running clocks are wanted, theirs is the shorter list.
    fn listed(&self, statement: &mut Statement, scope: &CaseScope) -> SortedBy {
        let scope = if let CaseScope::Area(unit) = scope { Some(unit) } else { None };
        let mut areas = scope.into_iter().chain(self.area.as_ref());
        let running = self.running == Some(true) || self.overdue == Some(true) || self.lamp.is_some();
        let unit = if running { None } else { areas.next() };
        let sorted_by = if let Some(unit) = unit {
            statement.push(" JOIN dispatch_units AS list ON list.dispatch_id = id WHERE list.unit = ");
            statement.push_bind(matchable(unit));
            SortedBy { at: "list.listed_at", id: "list.dispatch_id" }
        } else {
            statement.push(" WHERE TRUE");
            SortedBy { at: DUE, id: "id" }
        };
        areas.for_each(|unit| contains(statement, "area", unit));
        sorted_by
    }

    fn wanted(
        &self,
        statement: &mut Statement,
        _: SortedBy,
        scope: &CaseScope,
        at: DateTime<Utc>,
    ) -> Result<(), QueryError> {
        within(statement, scope);
        equals(statement, "department", self.department.as_deref());
        equals(statement, "state", self.state.map(DispatchState::code));
        equals(statement, "role", self.role.map(DispatchRole::code));
        equals(statement, "grid", self.grid.as_deref());
        equals(statement, "category", self.category.as_deref());
        equals(statement, "kind", self.kind.map(WhistleKind::code));
        found_by(statement, "case_id", self.q.as_ref())?;
        match self.running {
            Some(true) => statement.push(" AND ").push(RUNNING),
            Some(false) => statement.push(" AND NOT (").push(RUNNING).push(")"),
            None => statement,
        };
        match self.overdue {
            Some(true) => statement
                .push(" AND ")
                .push(RUNNING)
                .push(" AND NOT parked AND ")
                .push(DUE)
                .push(" < ")
                .push_bind(at),
            Some(false) => statement
                .push(" AND NOT (")
                .push(RUNNING)
                .push(" AND NOT parked AND ")
                .push(DUE)
                .push(" < ")
                .push_bind(at)
                .push(")"),
            None => statement,
        };
        if let Some(lamp) = self.lamp {
            statement.push(" AND ").push(RUNNING);
            shows(statement, DUE, lamp, at);
        }
        Ok(())
    }

    fn after(&self, statement: &mut Statement, sorted_by: SortedBy, cursor: &str) -> Result<(), QueryError> {
        let place = Place::decode(cursor, List::Dispatches)?;
        statement.push(format_args!(" AND ({}, {}) > (coalesce(", sorted_by.at, sorted_by.id));
        statement.push_bind(place.at).push(", 'infinity'), ").push_bind(place.id).push(")");
        Ok(())
    }

    fn in_order(&self, statement: &mut Statement, sorted_by: SortedBy) {
        statement.push(format_args!(" ORDER BY {}, {}", sorted_by.at, sorted_by.id));
    }

    fn cursor(&self, item: &DispatchItem) -> String {
        Place { at: item.due_at, id: item.id }.encode(List::Dispatches)
    }

    fn judge(item: &mut DispatchItem, at: DateTime<Utc>) {
        let running = item.discharged_at.is_none() && item.role != DispatchRole::Notified.code();
        let due_at = item.due_at.filter(|_| running);
        item.overdue = !item.parked && due_at.is_some_and(|due_at| due_at < at);
        let reworks = item.reworks.unsigned_abs();
        item.lamp = due_at.map(|due_at| {
            let warn_at = item.warn_at.unwrap_or(due_at);
            Lamp::of(item.parked, item.issued_at, warn_at, due_at, reworks, at)
        });
    }
}

fn within(statement: &mut Statement, scope: &CaseScope) {
    match scope {
        CaseScope::Everything | CaseScope::Area(_) => {}
        CaseScope::Department(unit) => equals(statement, "department", Some(unit)),
        CaseScope::Own { .. } => {
            statement.push(" AND FALSE");
        }
    }
}
