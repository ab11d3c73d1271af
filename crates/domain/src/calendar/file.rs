//! The arrangement of a year as a file: `date,kind,festival,basis`.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{CalendarDay, DayKind};

/// The largest file, in bytes: some thousand days with their notices.
pub const CALENDAR_BYTES_MAX: usize = 1 << 20;
/// Most days of one file.
pub const CALENDAR_DAYS_MAX: usize = 5_000;

/// Why a file of calendar days cannot be taken. Lines count from one, the heading included.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFileProblem {
    /// Too large to be one.
    #[error("the file has more than {CALENDAR_BYTES_MAX} bytes or {CALENDAR_DAYS_MAX} days")]
    TooLarge,
    /// Another encoding.
    #[error("line {line} is not UTF-8; a file in GBK must be converted first")]
    NotUtf8 {
        /// The line.
        line: usize,
    },
    /// Not the columns that are known.
    #[error("the first line must be `date,kind,festival,basis`, not `{found}`")]
    Heading {
        /// What it is.
        found: String,
    },
    /// A row with too few or too many columns, or an unclosed quotation.
    #[error("line {line} cannot be read as a row of four columns")]
    Row {
        /// The line.
        line: u64,
    },
    /// Not a date.
    #[error("line {line}: `{found}` is not a date such as 2027-01-01")]
    Date {
        /// The line.
        line: u64,
        /// What it is.
        found: String,
    },
    /// Neither off nor work.
    #[error("line {line}: `{found}` is neither `off` nor `work`")]
    Kind {
        /// The line.
        line: u64,
        /// What it is.
        found: String,
    },
    /// The festival is missing.
    #[error("line {line}: the festival is missing")]
    Festival {
        /// The line.
        line: u64,
    },
    /// A day is there twice.
    #[error("line {line}: {date} is there twice")]
    Twice {
        /// The line of the second.
        line: u64,
        /// The day.
        date: NaiveDate,
    },
}

#[derive(Deserialize)]
struct Row {
    date: String,
    kind: String,
    festival: String,
    basis: String,
}

/// The days of a CSV file with the columns `date,kind,festival,basis` in UTF-8, in the order of the file.
pub fn read_days(bytes: &[u8]) -> Result<Vec<CalendarDay>, CalendarFileProblem> {
    if bytes.len() > CALENDAR_BYTES_MAX {
        return Err(CalendarFileProblem::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        CalendarFileProblem::NotUtf8 { line }
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let heading = reader.headers().map_err(|_| CalendarFileProblem::Row { line: 1 })?.clone();
    if heading != *["date", "kind", "festival", "basis"].as_slice() {
        let found = heading.iter().collect::<Vec<_>>().join(",");
        return Err(CalendarFileProblem::Heading { found: shown(&found) });
    }
    let (mut days, mut seen) = (Vec::new(), HashSet::new());
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            CalendarFileProblem::Row { line }
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        let row = record.deserialize(Some(&heading)).map_err(|_| CalendarFileProblem::Row { line })?;
        let day = day(row, line)?;
        if !seen.insert(day.date) {
            return Err(CalendarFileProblem::Twice { line, date: day.date });
        }
        if days.len() == CALENDAR_DAYS_MAX {
            return Err(CalendarFileProblem::TooLarge);
        }
        days.push(day);
    }
    Ok(days)
}

fn day(row: Row, line: u64) -> Result<CalendarDay, CalendarFileProblem> {
    let date: NaiveDate =
        row.date.parse().map_err(|_| CalendarFileProblem::Date { line, found: shown(&row.date) })?;
    let kind = match row.kind.as_str() {
        "off" => DayKind::Off,
        "work" => DayKind::Work,
        other => return Err(CalendarFileProblem::Kind { line, found: shown(other) }),
    };
    if row.festival.is_empty() {
        return Err(CalendarFileProblem::Festival { line });
    }
    Ok(CalendarDay { date, kind, festival: row.festival, basis: row.basis })
}

fn shown(found: &str) -> String {
    found.chars().take(40).collect()
}
