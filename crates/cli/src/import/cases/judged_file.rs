//! The whole file, judged before anything is written.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use indicatif::ProgressBar;
use sha2::{Digest, Sha256};
use whistle_app::ImportGround;
use whistle_domain::actor::Code;
use whistle_domain::imports::{CATEGORIES_MAX, ImportedCategory};

use super::judging::{Judge, Judged};
use super::mapping::Mapping;
use super::reading::{FileError, Rows};
use super::report::Answer;

/// The most units that one import brings along. A column that has more values is no department and no area.
const UNITS_MAX: usize = 2_000;

/// What is known of a file once it was read to its end.
#[derive(Debug, Default)]
pub struct JudgedFile {
    /// What will be answered, as far as it is known.
    pub answer: Answer,
    /// Lines of rows that cannot be imported.
    pub wrong_lines: HashSet<u64>,
    departments: BTreeMap<Code, String>,
    areas: BTreeMap<Code, String>,
    categories: BTreeMap<Code, String>,
}

/// More words than any organisation has units, or any classification has categories.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line}: the file would bring more than {limit} {what}; is the column `{column}` really that of them?"
)]
pub struct TooManyWords {
    line: u64,
    limit: usize,
    what: &'static str,
    column: String,
}

/// Why a file was not judged to its end.
#[derive(Debug, thiserror::Error)]
pub enum JudgingError {
    /// It cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// It brings too much along.
    #[error(transparent)]
    Words(#[from] TooManyWords),
}

impl JudgedFile {
    /// Judges every row. In memory are a digest of each number, and the lines of rows that are wrong.
    pub fn read(
        rows: &mut Rows,
        judge: &Judge<'_>,
        mapping: &Mapping,
        wanted: &[usize],
        bar: &ProgressBar,
    ) -> Result<Self, JudgingError> {
        let (mut file, mut seen) = (Self::default(), HashMap::new());
        while let Some(row) = rows.next(wanted)? {
            file.answer.read += 1;
            bar.inc(1);
            let (line, judged) = match row {
                Ok(row) => (row.line, judge.judge(&row)),
                Err(broken) => (broken.line, Err(vec![judge.broken(broken)])),
            };
            let judged = judged.and_then(|judged| once(judged, line, &mut seen, judge));
            match judged {
                Ok(judged) => file.take(judged, line, mapping)?,
                Err(problems) => {
                    file.answer.note_wrong(problems);
                    file.wrong_lines.insert(line);
                }
            }
        }
        Ok(file)
    }

    fn take(&mut self, judged: Judged, line: u64, mapping: &Mapping) -> Result<(), TooManyWords> {
        self.answer.note(&judged.notes);
        let columns = &mapping.columns;
        let too_many = |what, column: &Option<String>, limit| TooManyWords {
            line,
            limit,
            what,
            column: column.clone().unwrap_or_default(),
        };
        self.departments.extend(judged.new_department);
        if self.departments.len() > UNITS_MAX {
            return Err(too_many("departments", &columns.department, UNITS_MAX));
        }
        self.areas.extend(judged.new_area);
        if self.areas.len() > UNITS_MAX {
            return Err(too_many("areas", &columns.area, UNITS_MAX));
        }
        let record = judged.record;
        self.categories.extend(record.category_name.map(|name| (record.category, name)));
        if self.categories.len() > CATEGORIES_MAX {
            return Err(too_many("categories", &columns.category, CATEGORIES_MAX));
        }
        Ok(())
    }

    /// What must be there before the first record.
    pub fn ground(&mut self, mapping: &Mapping) -> ImportGround {
        let categories = std::mem::take(&mut self.categories).into_iter();
        ImportGround {
            scheme: mapping.scheme.clone(),
            scheme_name: mapping.scheme_name.clone(),
            departments: std::mem::take(&mut self.departments).into_iter().collect(),
            areas: std::mem::take(&mut self.areas).into_iter().collect(),
            categories: categories.map(|(code, name)| ImportedCategory { code, name }).collect(),
        }
    }
}

/// The number of a record must be its own: the first to have it keeps it.
fn once(
    judged: Judged,
    line: u64,
    seen: &mut HashMap<u128, u64>,
    judge: &Judge<'_>,
) -> Result<Judged, Vec<super::judging::RowProblem>> {
    let digest: [u8; 32] = Sha256::digest(&judged.record.external).into();
    let (half, _) = digest.split_first_chunk::<16>().expect("a digest has 32 bytes");
    match seen.entry(u128::from_be_bytes(*half)) {
        Entry::Vacant(unmet) => {
            unmet.insert(line);
            Ok(judged)
        }
        Entry::Occupied(met) => {
            let reason = format!("the record in line {} has this number too", met.get());
            Err(vec![judge.id_problem(line, &judged.record.external, reason)])
        }
    }
}
