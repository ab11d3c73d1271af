//! What a case contributes to reports, one row for each fact: the ends of a period that are no whole days, reports of a
//! part of the district, and explanations are answered from them.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::report::Fact;

use super::super::columns::{column, joined, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;
use crate::fact_bytes;

/// A row of `report_facts`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FactRow(Arc<Fact>);

impl Row for FactRow {
    const TABLE: &'static str = "report_facts";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "borne",
        "case_id",
        "subject",
        "unit",
        "area",
        "category",
        "level",
        "counted_at",
        "latest_at",
        "running",
        "fact",
    ];

    fn of(folded: &Folded) -> Vec<Self> {
        folded.facts().iter().cloned().map(Self).collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.0.id == other.0.id && self.0.borne == other.0.borne
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/report_facts_save.sql",
            &column(rows, |row| row.0.id),
            &column(rows, |row| row.0.borne),
            &column(rows, |row| row.0.case),
            &column(rows, |row| row.0.subject.code()) as &[&str],
            &column(rows, |row| row.0.unit.as_deref().map(storable)) as &[Option<String>],
            &column(rows, |row| joined(row.0.area.iter().map(|unit| storable(unit)))),
            &column(rows, |row| storable(&row.0.category)),
            &column(rows, |row| row.0.level.code()) as &[&str],
            &column(rows, |row| row.0.counted_at) as &[DateTime<Utc>],
            &column(rows, |row| row.0.latest_at()) as &[DateTime<Utc>],
            &column(rows, |row| row.0.running()),
            &column(rows, |row| fact_bytes::written(&row.0)),
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        let Self(fact) = self;
        row.field(fact.id)
            .field(fact.borne)
            .field(fact.case)
            .field(fact.subject.code())
            .field(fact.unit.as_deref().map(storable))
            .field(fact.area.iter().map(|unit| storable(unit)).collect::<Vec<_>>())
            .field(storable(&fact.category))
            .field(fact.level.code())
            .field(fact.counted_at)
            .field(fact.latest_at())
            .field(fact.running())
            .field(fact_bytes::written(fact));
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let (ids, borne): (Vec<Uuid>, Vec<bool>) = rows.iter().map(|row| (row.0.id, row.0.borne)).unzip();
        sqlx::query_file!("src/projections/queries/report_facts_remove.sql", &ids, &borne)
            .execute(connection)
            .await?;
        Ok(())
    }
}
