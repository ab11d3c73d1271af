//! `whistle import cases`: records of another system, from a file and a mapping.
//!
//! The file is read to its end and judged (`judging`), row by row, before anything is written; then it is read once more
//! and handed on in batches. Stopped in the middle, the same command goes on where it was (ADR 12).

mod instants;
mod judged_file;
mod judging;
mod mapping;
mod reading;
mod report;
#[cfg(test)]
mod tests;
mod words;

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, bail};
use clap::Args;
use indicatif::ProgressBar;
use whistle_app::{CaseImporter, IMPORT_BATCH_MAX, RecordToImport, Reference};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_store::database::Pool;
use whistle_store::log::EventLog;
use whistle_store::policy::PolicyShelf;
use whistle_store::vault::Vault;

use super::{read, with_log};
use crate::house::{furnish, vault};
use crate::settings::Settings;
use crate::{failure, progress};

use judged_file::JudgedFile;
use judging::Judge;
use mapping::{BadRows, MAPPING_BYTES_MAX, Mapping};
use reading::{Rows, Source};
use report::Answer;
use words::{Places, Words};

/// Which file, and what it means.
#[derive(Debug, Args)]
#[command(
    after_long_help = "The mapping is described in docs/import.md, with a full example. The shortest one:\n\n\
                             scheme = \"old-311\"\ntimezone = \"Asia/Shanghai\"\n\
                             unknown_departments = \"create\"\nunknown_categories = \"create\"\n\
                             [columns]\nid = \"…\"\ncreated = \"…\"\ndue = \"…\"\nclosed = \"…\"\n\
                             department = \"…\"\ncategory = \"…\"\n\n\
                             JSON: {read, imported, already_there, skipped, differing, warnings, errors: \
                             [{line, column, value, reason}], first_position, last_position, seconds, …}"
)]
pub struct ImportCases {
    /// A CSV file, or a workbook (.xlsx)
    file: PathBuf,
    /// What its columns mean: a TOML file, see docs/import.md
    #[arg(long)]
    mapping: PathBuf,
    /// Judge the file and tell what would be imported; write nothing
    #[arg(long)]
    dry_run: bool,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl ImportCases {
    /// Imports the file, and ends with 1 when rows that are wrong keep it from being imported.
    pub async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let answer = self.answer(settings).await?;
        if self.json {
            println!("{}", serde_json::to_string_pretty(&answer)?);
        } else {
            for line in answer.lines() {
                println!("{line}");
            }
        }
        Ok(if answer.refused { ExitCode::from(failure::FAILED) } else { ExitCode::SUCCESS })
    }

    pub(crate) async fn answer(&self, settings: &Settings) -> anyhow::Result<Answer> {
        let started = Instant::now();
        let text = read(&self.mapping, MAPPING_BYTES_MAX)?;
        if text.len() > MAPPING_BYTES_MAX {
            bail!("{} is longer than {MAPPING_BYTES_MAX} bytes", self.mapping.display());
        }
        let mapping = Mapping::parse(&text).map_err(|error| mapping::refused(&self.mapping, &error))?;
        let file = OpenFile::open(&self.file, &mapping)?;
        let places = Places::find(&mapping, file.rows(&mapping)?.header())
            .map_err(|error| mapping::refused(&self.mapping, &error))?;
        let import = Import { command: self, mapping: &mapping, file, places };
        let mut answer = with_log(settings, async |pool, log| {
            let vault = vault(pool, settings).await?;
            import.run(&Site { pool, log, vault, clock: Arc::new(SystemClock) }).await
        })
        .await?;
        answer.seconds = started.elapsed().as_secs_f64();
        Ok(answer)
    }
}

/// Where records go.
struct Site<'a> {
    pool: &'a Pool,
    log: EventLog,
    vault: Vault,
    clock: Arc<dyn Clock>,
}

/// A file, and what it was when it was opened: it is read twice.
struct OpenFile<'a> {
    path: &'a Path,
    source: Source,
    before: Metadata,
}

impl<'a> OpenFile<'a> {
    fn open(path: &'a Path, mapping: &Mapping) -> anyhow::Result<Self> {
        let named = || path.display().to_string();
        let before =
            std::fs::metadata(path).with_context(|| format!("{} cannot be opened", path.display()))?;
        let source = Source::open(path, mapping).with_context(named)?;
        Ok(Self { path, source, before })
    }

    fn rows(&self, mapping: &Mapping) -> anyhow::Result<Rows> {
        self.source.rows(mapping).with_context(|| self.path.display().to_string())
    }

    /// What was judged must be what is imported.
    fn still_the_same(&self) -> anyhow::Result<()> {
        let now = std::fs::metadata(self.path)?;
        if now.len() != self.before.len() || now.modified()? != self.before.modified()? {
            bail!("{} was changed while it was imported; import it again", self.path.display());
        }
        Ok(())
    }
}

/// One import.
struct Import<'a> {
    command: &'a ImportCases,
    mapping: &'a Mapping,
    file: OpenFile<'a>,
    places: Places,
}

impl Import<'_> {
    async fn run(&self, site: &Site<'_>) -> anyhow::Result<Answer> {
        PolicyShelf::new(site.log.clone()).ensure_default(site.clock.now()).await?;
        let reference = furnish(site.pool, &*site.clock).await?;
        let bar = progress::over_events("judging");
        let mut judged = self.judge(&reference, site, &bar)?;
        bar.finish_and_clear();
        let mut answer = std::mem::take(&mut judged.answer);
        answer.rehearsal = self.command.dry_run;
        if answer.wrong > 0 && self.mapping.rows_with_errors == BadRows::Refuse {
            answer.refused = true;
            return Ok(answer);
        }
        answer.skipped = answer.wrong;
        if !self.command.dry_run {
            let prepared = judged.ground(self.mapping).prepare(&site.log, &site.vault, &*site.clock).await?;
            (answer.new_units, answer.new_categories) = (prepared.units, prepared.categories);
        }
        self.write(&reference, judged, site, answer).await
    }

    fn judge(&self, reference: &Reference, site: &Site<'_>, bar: &ProgressBar) -> anyhow::Result<JudgedFile> {
        let mut rows = self.file.rows(self.mapping)?;
        let judge = self.judge_of(reference, &rows, site)?;
        JudgedFile::read(&mut rows, &judge, self.mapping, &self.places.wanted(), bar)
            .with_context(|| self.file.path.display().to_string())
    }

    fn judge_of<'a>(
        &'a self,
        reference: &'a Reference,
        rows: &Rows,
        site: &Site<'_>,
    ) -> anyhow::Result<Judge<'a>> {
        let words = Words::new(self.mapping, &reference.organisation, reference.policies.current())
            .map_err(|error| mapping::refused(&self.command.mapping, &error))?;
        let (header, places) = (rows.header().to_vec(), self.places.clone());
        Ok(Judge::new(self.mapping, header, places, words, site.clock.now()))
    }

    /// Reads the file once more, and hands its records on. The words mean what they meant when it was judged, although
    /// the units that it brought along are there now.
    async fn write(
        &self,
        reference: &Reference,
        judged: JudgedFile,
        site: &Site<'_>,
        mut answer: Answer,
    ) -> anyhow::Result<Answer> {
        let bar = progress::over_events("importing");
        bar.set_length(answer.read);
        let present = furnish(site.pool, &*site.clock).await?;
        let (log, vault, clock) = (site.log.clone(), site.vault.clone(), Arc::clone(&site.clock));
        let importer = CaseImporter::new(log, vault, clock, present, self.mapping.scheme.clone());
        let mut rows = self.file.rows(self.mapping)?;
        let judge = self.judge_of(reference, &rows, site)?;
        let wanted = self.places.wanted();
        let mut batch = Batch::default();
        loop {
            let row = rows.next(&wanted).with_context(|| self.file.path.display().to_string())?;
            let last = row.is_none();
            if let Some(Ok(row)) = row
                && !judged.wrong_lines.contains(&row.line)
            {
                let Ok(judged) = judge.judge(&row) else {
                    bail!("{} was changed while it was imported; import it again", self.file.path.display());
                };
                batch.lines.push(row.line);
                batch.records.push(judged.record);
            }
            if batch.records.len() == IMPORT_BATCH_MAX || last {
                self.file.still_the_same()?;
                bar.inc(batch.records.len() as u64);
                self.hand_on(&importer, std::mem::take(&mut batch), &mut answer).await?;
            }
            if last {
                bar.finish_and_clear();
                return Ok(answer);
            }
        }
    }

    async fn hand_on(
        &self,
        importer: &CaseImporter,
        batch: Batch,
        answer: &mut Answer,
    ) -> anyhow::Result<()> {
        let taken = if self.command.dry_run {
            importer.rehearse(&batch.records).await
        } else {
            importer.take(&batch.records).await
        };
        let taken = taken.with_context(|| {
            let done = answer.imported;
            format!("the import stopped after {done} new cases; the same command goes on from there")
        })?;
        answer.imported += taken.imported as u64;
        answer.already_there += taken.already_there as u64;
        for at in taken.differing {
            answer.note_difference(batch.lines[at], &batch.records[at].external);
        }
        answer.first_position = answer.first_position.or(taken.first_position);
        answer.last_position = taken.last_position.or(answer.last_position);
        Ok(())
    }
}

/// Records on their way, with the lines in which they stand.
#[derive(Debug, Default)]
struct Batch {
    lines: Vec<u64>,
    records: Vec<RecordToImport>,
}
