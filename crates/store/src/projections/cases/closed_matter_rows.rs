//! 重复诉求: a row for each closed case that a later report can be found to repeat.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use whistle_domain::case::ClosedMatter;
use whistle_domain::geography::Coordinate;

use super::super::columns::{column, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `closed_matters`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ClosedMatterRow(ClosedMatter);

impl Row for ClosedMatterRow {
    const TABLE: &'static str = "closed_matters";
    const COLUMNS: &'static [&'static str] =
        &["case_id", "closed_at", "grid", "category", "address", "lon", "lat"];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        case.closed_matter(*id).map(Self).into_iter().collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.0.case == other.0.case
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/closed_matters_save.sql",
            &column(rows, |row| row.0.case),
            &column(rows, |row| row.0.closed_at) as &[DateTime<Utc>],
            &column(rows, |row| storable(&row.0.spot.grid)),
            &column(rows, |row| storable(&row.0.category)),
            &column(rows, Self::address) as &[Option<String>],
            &column(rows, Self::lon) as &[Option<f64>],
            &column(rows, Self::lat) as &[Option<f64>],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.0.case)
            .field(self.0.closed_at)
            .field(storable(&self.0.spot.grid))
            .field(storable(&self.0.category))
            .field(self.address())
            .field(self.lon())
            .field(self.lat());
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let cases = column(rows, |row| row.0.case);
        sqlx::query!("DELETE FROM closed_matters WHERE case_id = ANY ($1)", &cases)
            .execute(connection)
            .await?;
        Ok(())
    }
}

impl ClosedMatterRow {
    fn address(&self) -> Option<String> {
        self.0.spot.address.as_deref().map(storable)
    }

    fn lon(&self) -> Option<f64> {
        self.0.spot.point.map(Coordinate::lon)
    }

    fn lat(&self) -> Option<f64> {
        self.0.spot.point.map(Coordinate::lat)
    }
}
