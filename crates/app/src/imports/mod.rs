//! Records of another system on their way into the log.
//!
//! Whoever reads a file judges it and turns its words into codes; here a record becomes a case. What the record is
//! follows from its scheme and number (ADR 12): it is imported once, however often it comes.

mod ground;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures::{StreamExt, TryStreamExt, stream};
use serde::Serialize;
use uuid::Uuid;
use whistle_domain::actor::{Actor, Code, Role};
use whistle_domain::case::{Case, CaseCommand, CaseError, Facts, ImportedRecord, Location, imported_number};
use whistle_domain::clock::Clock;
use whistle_domain::geography::Place;
use whistle_domain::imports::CatalogueRefusal;
use whistle_domain::organisation::history::OrganisationRefusal;
use whistle_domain::policy::WhistleKind;
use whistle_store::imports::RecordIds;
use whistle_store::log::{
    self, AggregateCache, COMMANDS_ASKED_MAX, CommandMeta, EventLog, ExecuteError, IdOrigin, LoadError,
    ReadError,
};
use whistle_store::vault::{Vault, VaultError};

use crate::protect::{Fields, Protector};
use crate::{AppError, Reference};

pub use ground::{ImportGround, Prepared};

/// Most characters of a title; a record's own must be cut to it.
pub const IMPORT_TITLE_CHARS_MAX: usize = crate::cases::TITLE_CHARS_MAX;
/// Most characters of a description.
pub const IMPORT_TEXT_CHARS_MAX: usize = crate::protect::TEXT_CHARS_MAX;
/// Most characters of an address.
pub const IMPORT_LINE_CHARS_MAX: usize = crate::protect::LINE_CHARS_MAX;
/// The most records that [`CaseImporter::take`] takes at once: the vault and the log have queues, and their ends.
pub const IMPORT_BATCH_MAX: usize = 1_000;

// All of a batch are looked up at once.
const _: () = assert!(IMPORT_BATCH_MAX <= COMMANDS_ASKED_MAX);

/// Why records were not imported. Those of earlier batches are: the same import again goes on after them.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The units that the records name could not be established.
    #[error("the units of the import cannot be established")]
    Units(#[source] ExecuteError<OrganisationRefusal>),
    /// The categories that the records name could not be named.
    #[error("the categories of the import cannot be named")]
    Categories(#[source] ExecuteError<CatalogueRefusal>),
    /// The organisation cannot be read.
    #[error("the organisation cannot be read")]
    Organisation(#[from] LoadError),
    /// A text of a record is not fit to be taken in.
    #[error("a text of the record `{external}` cannot be taken in")]
    Text {
        /// Its number in the source.
        external: String,
        /// What is wrong with it.
        #[source]
        error: AppError,
    },
    /// The record did not become a case.
    #[error("the record `{external}` cannot be imported")]
    Case {
        /// Its number in the source.
        external: String,
        /// Why.
        #[source]
        error: Box<ExecuteError<CaseError>>,
    },
    /// Nobody can be made whose key seals what is personal.
    #[error("personal data cannot be sealed")]
    Vault(#[from] VaultError),
    /// Whether records were imported before cannot be found out.
    #[error("the event log cannot be read")]
    Log(#[from] ReadError),
    /// More at once than is taken.
    #[error("{records} records came at once, at most {IMPORT_BATCH_MAX} are taken")]
    TooMany {
        /// How many came.
        records: usize,
    },
}

/// A record that was judged, its words turned into codes and its texts cut to what fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordToImport {
    /// Its number in the source.
    pub external: String,
    /// One line.
    pub title: String,
    /// The whole story.
    pub description: Option<String>,
    /// A category of the policy, or one of the import catalogue.
    pub category: Code,
    /// What the source calls it, where it is one of the catalogue.
    pub category_name: Option<String>,
    /// Kind of whistle.
    pub kind: WhistleKind,
    /// Channel.
    pub source: String,
    /// The status that the source gives it.
    pub status: Option<String>,
    /// The unit that handled it.
    pub department: Code,
    /// The leaf grid in which it lies, where that is known.
    pub grid: Option<Code>,
    /// The unit in whose area it lies, where no grid is known.
    pub area: Option<Code>,
    /// Address, to the door if need be.
    pub address: Option<String>,
    /// The point.
    pub place: Option<Place>,
    /// When it was reported.
    pub created_at: DateTime<Utc>,
    /// By when it was to be closed.
    pub due_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// Records that became cases; in a rehearsal, that would.
    pub imported: usize,
    /// Records that had been imported before, and say what they said.
    pub already_there: usize,
    /// Records that had been imported before and say something else now: their places in the batch. The case stays as
    /// it is.
    pub differing: Vec<usize>,
    /// Where the first of the new events stands in the log.
    pub first_position: Option<i64>,
    /// Where the last of them stands.
    pub last_position: Option<i64>,
}

impl Taken {
    fn note(&mut self, position: i64) {
        self.imported += 1;
        self.first_position = Some(self.first_position.map_or(position, |first| first.min(position)));
        self.last_position = Some(self.last_position.map_or(position, |last| last.max(position)));
    }
}

/// Turns the records of one scheme into cases.
pub struct CaseImporter {
    log: EventLog,
    vault: Vault,
    reference: Reference,
    clock: Arc<dyn Clock>,
    scheme: Code,
    /// Nothing is read twice: the framework wants one.
    cases: AggregateCache<Case>,
}

/// Whoever runs the import has the machine itself, and no account.
fn importer() -> Actor {
    Actor { id: Uuid::nil(), role: Role::System, unit: None }
}

/// A record with what follows from it.
struct Named<'a> {
    record: &'a RecordToImport,
    ids: RecordIds,
    digest: [u8; 32],
}

impl CaseImporter {
    /// For the records of `scheme`, whose units are all in `reference`.
    pub fn new(
        log: EventLog,
        vault: Vault,
        clock: Arc<dyn Clock>,
        reference: Reference,
        scheme: Code,
    ) -> Self {
        Self { log, vault, reference, clock, scheme, cases: AggregateCache::new(1) }
    }

    /// Takes up to [`IMPORT_BATCH_MAX`] records, each with a number of its own. When it fails, some of them may be in
    /// the log: taking the same again completes it.
    pub async fn take(&self, records: &[RecordToImport]) -> Result<Taken, ImportError> {
        let (mut taken, fresh) = self.compared(records).await?;
        let imports = stream::iter(fresh).map(|named| self.import(named));
        let mut positions = imports.buffer_unordered(IMPORT_BATCH_MAX);
        while let Some(position) = positions.try_next().await? {
            match position {
                Some(position) => taken.note(position),
                // Another process was faster.
                None => taken.already_there += 1,
            }
        }
        Ok(taken)
    }

    /// What [`CaseImporter::take`] would come to; nothing is written.
    pub async fn rehearse(&self, records: &[RecordToImport]) -> Result<Taken, ImportError> {
        let (taken, fresh) = self.compared(records).await?;
        Ok(Taken { imported: fresh.len(), ..taken })
    }

    /// The records that the log does not know, and what became of the others.
    async fn compared<'a>(
        &self,
        records: &'a [RecordToImport],
    ) -> Result<(Taken, Vec<Named<'a>>), ImportError> {
        if records.len() > IMPORT_BATCH_MAX {
            return Err(ImportError::TooMany { records: records.len() });
        }
        let named: Vec<Named> = records.iter().map(|record| self.named(record)).collect();
        let commands: Vec<Uuid> = named.iter().map(|named| named.ids.command).collect();
        let known: HashMap<Uuid, Option<[u8; 32]>> = self.log.known_commands(&commands).await?;
        let (mut taken, mut fresh) = (Taken::default(), Vec::with_capacity(records.len()));
        for (at, named) in named.into_iter().enumerate() {
            match known.get(&named.ids.command) {
                None => fresh.push(named),
                Some(digest) if *digest == Some(named.digest) => taken.already_there += 1,
                Some(_) => taken.differing.push(at),
            }
        }
        Ok((taken, fresh))
    }

    /// The digest has a key: it tells nobody who has only the log what a record said.
    fn named<'a>(&self, record: &'a RecordToImport) -> Named<'a> {
        let said = serde_json::to_vec(record).expect("a record has no key that is not a string");
        let digest = self.vault.idempotency_digest(&[b"import", self.scheme.as_bytes(), &said]);
        Named { record, ids: RecordIds::of(&self.scheme, &record.external), digest }
    }

    /// Imports a record, and tells where; nothing when that had been done meanwhile.
    async fn import(&self, Named { record, ids, digest }: Named<'_>) -> Result<Option<i64>, ImportError> {
        let sealed = self.sealed(record, ids).await?;
        let actor = importer();
        let facts = Facts {
            now: self.clock.now(),
            actor: actor.clone(),
            policies: self.reference.policies.clone(),
            calendar: self.reference.calendar.clone(),
        };
        let meta = CommandMeta {
            command_id: ids.command,
            id_origin: IdOrigin::Generated,
            actor,
            request_digest: Some(digest),
            if_match: Some(0),
            occurred_at: Some(record.created_at),
        };
        let command = CaseCommand::ImportCase(Box::new(sealed));
        let executed = log::execute(&self.log, &self.cases, ids.case, command, facts, meta).await;
        let refused = |error| ImportError::Case { external: record.external.clone(), error: Box::new(error) };
        let appended = executed.map_err(refused)?.appended;
        Ok((!appended.duplicate).then_some(appended.last_position))
    }

    /// The record with what is personal in it sealed, under the key of somebody of whom nothing is known.
    async fn sealed(&self, record: &RecordToImport, ids: RecordIds) -> Result<ImportedRecord, ImportError> {
        let unfit = |error| ImportError::Text { external: record.external.clone(), error };
        let mut fields = Fields::default();
        let title = fields.line("/title", &record.title, IMPORT_TITLE_CHARS_MAX);
        let description = fields.optional_text("/description", record.description.as_deref());
        fields.finish().map_err(unfit)?;
        let protector = Protector {
            vault: &self.vault,
            subject: self.vault.subject_for(None).await?,
            case: ids.case,
            name: None,
            reporter_name: None,
            photos: None,
        };
        let address = match record.address.clone() {
            Some(address) => Some(protector.address(address).await.map_err(unfit)?),
            None => None,
        };
        Ok(ImportedRecord {
            scheme: self.scheme.clone(),
            external: record.external.clone(),
            number: imported_number(&self.scheme, &record.external),
            title: protector.text(title).await.map_err(unfit)?,
            description: protector.optional_text(description).await.map_err(unfit)?,
            category: record.category.clone(),
            category_name: record.category_name.clone(),
            kind: record.kind,
            source: record.source.clone(),
            location: Location { address, ..self.location(record) },
            subject: protector.subject,
            dispatch: ids.dispatch,
            department: record.department.clone(),
            created_at: record.created_at,
            due_at: record.due_at,
            closed_at: record.closed_at,
            status: record.status.clone(),
        })
    }

    /// The grid decides whose area it is, then the unit that is named; what has neither is the district's.
    fn location(&self, record: &RecordToImport) -> Location {
        let organisation = &self.reference.organisation;
        let of_grid = record.grid.as_deref().and_then(|grid| organisation.territorial_unit(grid));
        let named = || record.area.as_deref().and_then(|area| organisation.unit(area));
        let root = || organisation.units().iter().find(|unit| unit.parent.is_none());
        let unit = of_grid.or_else(named).or_else(root);
        let path = unit.map(|unit| organisation.ancestors(&unit.code)).unwrap_or_default();
        Location {
            grid: of_grid.and(record.grid.clone()).unwrap_or_default(),
            territorial_unit: unit.map(|unit| unit.code.clone()).unwrap_or_default(),
            area: path.into_iter().map(|unit| unit.code.clone()).collect(),
            address: None,
            place: record.place,
        }
    }
}
