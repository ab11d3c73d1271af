//! The one projection of cases: each case is folded by the domain itself, and every row of every read model is a pure
//! function of the folded case.
//!
//! A new read model is one new file with a [`Row`](read_model::Row), and a line in [`READ_MODELS`]. The sums of reports and
//! of the backlog are no rows of a case: they change by the difference between what a case contributes now and what it did
//! ([`sums`]).

mod backlog_rows;
mod backlog_sums;
mod case_rows;
mod case_terms;
mod case_units;
mod closed_matter_rows;
mod dispatch_rows;
mod dispatch_units;
mod echo_rows;
mod fact_rows;
mod fill;
mod folded;
mod history;
mod known;
mod ledger_rows;
pub(super) mod past;
mod precedent_rows;
mod provisional_rows;
mod read_model;
mod register_rows;
pub(crate) mod report_cells;
pub(super) mod sums;
#[cfg(test)]
mod tests;
mod timer_rows;

use std::collections::BTreeMap;

use futures::future::BoxFuture;
use sqlx::PgConnection;
use uuid::Uuid;

use super::projection::{BATCH_EVENTS_MAX, Projection, ProjectionError, ProjectionWriter};
use super::record::{CaseRecord, understood};
use crate::log::RecordedEvent;
use backlog_rows::BacklogRow;
use case_rows::CaseRow;
use case_terms::CaseTerms;
use case_units::CaseUnit;
use closed_matter_rows::ClosedMatterRow;
use dispatch_rows::DispatchRow;
use dispatch_units::DispatchUnit;
use echo_rows::EchoRow;
use fact_rows::FactRow;
use fill::Bounds;
use folded::{Advance, Change};
use known::KnownCases;
use ledger_rows::LedgerRow;
use precedent_rows::PrecedentRow;
use provisional_rows::ProvisionalRow;
use read_model::{ReadModel, read_model};
use register_rows::RegisterRow;
use sums::Sums;
use timer_rows::TimerRow;

/// Cases that are folded and written at once: bounds what a batch holds in memory.
const CASES_AT_ONCE_MAX: usize = 1024;

/// Every read model of the case. A swap locks the tables in this order, in which the lists read them too: a work list
/// looks from its dispatches to their cases, never the other way round.
const READ_MODELS: [ReadModel; 14] = [
    read_model::<RegisterRow>(),
    read_model::<DispatchRow>(),
    read_model::<DispatchUnit>(),
    read_model::<BacklogRow>(),
    read_model::<CaseRow>(),
    read_model::<CaseUnit>(),
    read_model::<CaseTerms>(),
    read_model::<PrecedentRow>(),
    read_model::<TimerRow>(),
    read_model::<FactRow>(),
    read_model::<ProvisionalRow>(),
    read_model::<LedgerRow>(),
    read_model::<EchoRow>(),
    read_model::<ClosedMatterRow>(),
];

/// What is added up, and what waits for it. Reports read it before the rows.
static SUMS: [&str; 3] = [sums::TABLE, report_cells::TABLE, backlog_sums::TABLE];

/// The tables of the sums, and then those of the rows.
static TABLES: [&str; READ_MODELS.len() + SUMS.len()] = {
    let mut tables = [sums::TABLE; READ_MODELS.len() + SUMS.len()];
    tables[1] = report_cells::TABLE;
    tables[2] = backlog_sums::TABLE;
    let mut number = 0;
    while number < READ_MODELS.len() {
        tables[number + SUMS.len()] = READ_MODELS[number].table;
        number += 1;
    }
    tables
};

/// The projection of cases.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cases;

impl Projection for Cases {
    fn name(&self) -> &'static str {
        "cases"
    }

    fn tables(&self) -> &'static [&'static str] {
        &TABLES
    }

    fn sums(&self) -> &'static [&'static str] {
        &SUMS
    }

    fn writer(&self) -> Box<dyn ProjectionWriter> {
        Box::new(CasesWriter { known: KnownCases::new() })
    }
}

struct CasesWriter {
    known: KnownCases,
}

impl ProjectionWriter for CasesWriter {
    fn take_in<'a>(
        &'a mut self,
        events: &'a [RecordedEvent],
        connection: &'a mut PgConnection,
    ) -> BoxFuture<'a, Result<i64, ProjectionError>> {
        Box::pin(async move {
            let (records, reached) = understood(events)?;
            let batch: Vec<Stretch> = by_case(records).into_iter().collect();
            let mut sums = Sums::as_they_stand(connection).await?;
            for some in batch.chunks(CASES_AT_ONCE_MAX) {
                let changes = self.fold(some, connection).await?;
                sums.take_in(&changes);
                write(&changes, connection).await?;
                for change in changes {
                    self.known.put(change.after);
                }
            }
            if let Some(last) = events.iter().rfind(|event| event.position <= reached) {
                let more = events.len() == BATCH_EVENTS_MAX as usize;
                sums.save(last.position, last.recorded_at, more, connection).await?;
            }
            Ok(reached)
        })
    }

    fn fill<'a>(
        &'a mut self,
        until: i64,
        reader: &'a mut PgConnection,
        writers: [&'a mut PgConnection; 2],
        progress: &'a mut (dyn FnMut(i64) + Send),
    ) -> BoxFuture<'a, Result<(), ProjectionError>> {
        Box::pin(fill::fill(until, Bounds::USUAL, reader, writers, progress))
    }

    fn forget(&mut self) {
        self.known = KnownCases::new();
    }
}

/// A case, and what a batch says of it: at least one event.
type Stretch = (Uuid, Vec<CaseRecord>);

impl CasesWriter {
    /// Folds each case from where its rows stand to the end of its stretch. Cases whose rows are that far already, or
    /// farther, are left out.
    async fn fold(
        &self,
        batch: &[Stretch],
        connection: &mut PgConnection,
    ) -> Result<Vec<Change>, ProjectionError> {
        let ids: Vec<Uuid> = batch.iter().map(|(id, _)| *id).collect();
        let written = history::written_versions(&ids, connection).await?;
        let mut advances = BTreeMap::new();
        let mut missing = Vec::new();
        for (id, records) in batch {
            let written = written.get(id).copied().unwrap_or_default();
            let (first, last) = (first_version(records), last_version(records));
            if last <= written {
                continue;
            }
            let advance = Advance::starting_at(self.known.at_or_before(*id, written), written);
            if advance.version() < first - 1 {
                missing.push(history::Wanted { case: *id, after: advance.version(), through: first - 1 });
            }
            advances.insert(*id, advance);
        }
        history::read(&missing, connection, |record| match advances.get_mut(&record.case) {
            Some(advance) => advance.take_in(record),
            None => Ok(()),
        })
        .await?;
        for (id, records) in batch {
            if let Some(advance) = advances.get_mut(id) {
                records.iter().try_for_each(|record| advance.take_in(record))?;
            }
        }
        Ok(advances.into_values().map(Advance::done).collect())
    }
}

fn by_case(records: Vec<CaseRecord>) -> BTreeMap<Uuid, Vec<CaseRecord>> {
    let mut cases: BTreeMap<Uuid, Vec<CaseRecord>> = BTreeMap::new();
    for record in records {
        cases.entry(record.case).or_default().push(record);
    }
    cases
}

fn first_version(records: &[CaseRecord]) -> i32 {
    records.first().map_or(1, |record| record.version)
}

fn last_version(records: &[CaseRecord]) -> i32 {
    records.last().map_or(0, |record| record.version)
}

/// Brings the rows of cases from the one state of each case to the other. The sums are left alone.
async fn write(changes: &[Change], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    for model in &READ_MODELS {
        (model.write)(changes, connection).await?;
    }
    Ok(())
}
