//! Ends that are counted again when their year is published: what the clock of the service looks at then.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::ProvisionalClock;

use super::super::columns::column;
use super::folded::Folded;
use super::read_model::Row;

/// Far beyond every end, and what PostgreSQL can still hold: a clock that stands still does not run out.
const NEVER_SECONDS: i64 = 253_402_300_799;

/// A row of `provisional_deadlines`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ProvisionalRow {
    case_id: Uuid,
    dispatch_id: Uuid,
    clock: &'static str,
    year: i32,
    open_until: DateTime<Utc>,
}

impl ProvisionalRow {
    fn new(case_id: Uuid, clock: &ProvisionalClock) -> Self {
        let never = DateTime::from_timestamp(NEVER_SECONDS, 0).expect("the end of the year 9999");
        let open_until = if clock.standing { never } else { clock.due_at };
        let (dispatch_id, year) = (clock.dispatch, clock.mark.year);
        Self { case_id, dispatch_id, clock: clock.clock.code(), year, open_until }
    }
}

impl Row for ProvisionalRow {
    const TABLE: &'static str = "provisional_deadlines";

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        case.provisional_clocks().iter().map(|clock| Self::new(*id, clock)).collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        (self.case_id, self.dispatch_id, self.clock) == (other.case_id, other.dispatch_id, other.clock)
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let clocks: Vec<String> = column(rows, |row| row.clock.to_owned());
        sqlx::query_file!(
            "src/projections/queries/provisional_deadlines_save.sql",
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.dispatch_id),
            &clocks,
            &column(rows, |row| row.year),
            &column(rows, |row| row.open_until),
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let clocks: Vec<String> = column(rows, |row| row.clock.to_owned());
        sqlx::query_file!(
            "src/projections/queries/provisional_deadlines_remove.sql",
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.dispatch_id),
            &clocks,
        )
        .execute(connection)
        .await?;
        Ok(())
    }
}
