//! What an import answers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::judging::{Note, RowProblem};

/// Problems and differences that are told one by one; the rest is counted.
pub const TOLD_MAX: usize = 1_000;
/// Those that are shown to people.
const SHOWN_MAX: usize = 20;

/// The answer. Lists hold at most [`TOLD_MAX`]; the counts beside them are of all.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Answer {
    /// Rows that were read.
    pub read: u64,
    /// Records that became cases; in a rehearsal, that would.
    pub imported: u64,
    /// Records that had been imported before.
    pub already_there: u64,
    /// Rows that were left out because something is wrong with them.
    pub skipped: u64,
    /// Records that had been imported before, and say something else now; their cases stay as they are.
    pub differing: u64,
    /// Things that are noteworthy about records.
    pub warnings: u64,
    /// Units that the import established, that of the scheme counted too.
    pub new_units: usize,
    /// Categories that are new in the import catalogue.
    pub new_categories: usize,
    /// Rows that something is wrong with.
    pub wrong: u64,
    /// What is wrong with them.
    pub errors: Vec<RowProblem>,
    /// How often each thing was noteworthy.
    pub warning_counts: BTreeMap<Note, u64>,
    /// Which records say something else now.
    pub differences: Vec<Difference>,
    /// Where the first of the new events stands in the log.
    pub first_position: Option<i64>,
    /// Where the last of them stands.
    pub last_position: Option<i64>,
    /// Whether nothing was to be written.
    pub rehearsal: bool,
    /// Whether rows that are wrong kept the file from being imported.
    pub refused: bool,
    /// How long it took.
    pub seconds: f64,
}

/// A record that says something else than when it was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The line in which it stands.
    pub line: u64,
    /// Its number.
    pub id: String,
}

impl Answer {
    /// Notes the problems of one row.
    pub fn note_wrong(&mut self, problems: Vec<RowProblem>) {
        self.wrong += 1;
        let room = TOLD_MAX.saturating_sub(self.errors.len());
        self.errors.extend(problems.into_iter().take(room));
    }

    /// Notes what is noteworthy about one record.
    pub fn note(&mut self, notes: &[Note]) {
        for note in notes {
            self.warnings += 1;
            *self.warning_counts.entry(*note).or_default() += 1;
        }
    }

    /// Notes a record that says something else now.
    pub fn note_difference(&mut self, line: u64, id: &str) {
        self.differing += 1;
        if self.differences.len() < TOLD_MAX {
            self.differences.push(Difference { line, id: id.to_owned() });
        }
    }

    /// For people, line by line.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.errors.iter().take(SHOWN_MAX).map(problem_line).collect();
        if self.errors.len() > SHOWN_MAX {
            lines.push(format!("… and more; {} rows are wrong in all, --json lists them", self.wrong));
        }
        for difference in self.differences.iter().take(SHOWN_MAX) {
            let Difference { line, id } = difference;
            lines.push(format!(
                "line {line}: `{id}` was imported before and says something else now; the case stays as it is"
            ));
        }
        if self.differences.len() > SHOWN_MAX {
            lines.push(format!("… and more; {} records differ in all, --json lists them", self.differing));
        }
        for (note, count) in &self.warning_counts {
            lines.push(format!("note: {count} × {}", note.words()));
        }
        lines.push(self.summary());
        lines
    }

    fn summary(&self) -> String {
        if self.refused {
            return format!(
                "{} rows read, {} wrong: nothing was imported; mend them, or set rows_with_errors = \"skip\"",
                self.read, self.wrong
            );
        }
        let verb = if self.rehearsal { "would be imported" } else { "imported" };
        let positions = match (self.first_position, self.last_position) {
            (Some(first), Some(last)) => format!(", positions {first} to {last}"),
            _ => String::new(),
        };
        format!(
            "{} rows read: {} {verb}, {} already there, {} differing, {} skipped; {} new units, {} new categories{positions}; {:.1} s",
            self.read,
            self.imported,
            self.already_there,
            self.differing,
            self.skipped,
            self.new_units,
            self.new_categories,
            self.seconds
        )
    }
}

fn problem_line(problem: &RowProblem) -> String {
    let RowProblem { line, column, value, reason } = problem;
    match column {
        Some(column) => format!("line {line}, column `{column}`, `{value}`: {reason}"),
        None => format!("line {line}, {value}: {reason}"),
    }
}
