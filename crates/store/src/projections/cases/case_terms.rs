//! What a case is found by: a row per case.

use sqlx::PgConnection;
use uuid::Uuid;

use super::super::columns::{column, joined};
use super::super::copy::CopyRows;
use super::super::terms::indexed_terms;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `case_terms`. It holds the texts, which are compared at every event of the case; the terms in them are
/// looked for only when they are written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CaseTerms {
    case_id: Uuid,
    texts: Vec<String>,
}

impl Row for CaseTerms {
    const TABLE: &'static str = "case_terms";
    const COLUMNS: &'static [&'static str] = &["case_id", "terms"];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        let Some(report) = &case.report else { return Vec::new() };
        let address = report.location.address.as_ref().map(|address| &address.shown);
        let texts =
            [&report.number, &report.title.shown, &report.description.shown].into_iter().chain(address);
        vec![Self { case_id: *id, texts: texts.cloned().collect() }]
    }

    fn replaces(&self, other: &Self) -> bool {
        self.case_id == other.case_id
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/case_terms_save.sql",
            &column(rows, |row| row.case_id),
            &column(rows, |row| joined(terms(&row.texts).iter().map(i64::to_string))),
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.case_id).field(terms(&self.texts));
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let cases = column(rows, |row| row.case_id);
        sqlx::query!("DELETE FROM case_terms WHERE case_id = ANY ($1)", &cases).execute(connection).await?;
        Ok(())
    }
}

fn terms(texts: &[String]) -> Vec<i64> {
    indexed_terms(texts.iter().map(String::as_str)).into_iter().collect()
}
