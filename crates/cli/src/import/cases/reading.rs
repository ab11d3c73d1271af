//! Rows of a file, each with the line in which it begins. A CSV file is never held in memory; a workbook is, because its
//! format leaves no choice.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use chrono::NaiveDateTime;
use csv::ByteRecord;

use super::instants::of_serial;
use super::mapping::{Encoding, Mapping};

/// The longest row of a CSV file, in bytes. A longer one is a quotation mark that nobody closed.
const ROW_BYTES_MAX: usize = 1 << 20;
/// The largest workbook that is read, in bytes: it is unpacked in memory.
const WORKBOOK_BYTES_MAX: u64 = 100 << 20;
/// What a spreadsheet is called.
const WORKBOOK: &str = "xlsx";

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It is not there, or may not be read.
    #[error("it cannot be opened")]
    Open(#[source] io::Error),
    /// The disk failed half-way.
    #[error("it cannot be read")]
    Read(#[source] io::Error),
    /// There is no line with the names of the columns.
    #[error("it is empty: the first line must name the columns")]
    Empty,
    /// A name of a column cannot be understood.
    #[error("line 1, column {number}: {reason}")]
    Header {
        /// Which column, counted from one.
        number: usize,
        /// What is wrong.
        reason: String,
    },
    /// A row goes on and on.
    #[error(
        "line {line}: the row that begins here is longer than {ROW_BYTES_MAX} bytes; a quotation mark is not closed"
    )]
    Endless {
        /// Where it begins.
        line: u64,
    },
    /// Not a workbook, or a damaged one.
    #[error("the workbook cannot be read")]
    Workbook(#[source] calamine::XlsxError),
    /// Too large to be unpacked.
    #[error("the workbook has {0} bytes, at most {WORKBOOK_BYTES_MAX} are read; save it as CSV")]
    TooLarge(u64),
    /// No sheet is called so.
    #[error("there is no sheet `{wanted}`; there are {found}")]
    Sheet {
        /// What the mapping names.
        wanted: String,
        /// What there is.
        found: String,
    },
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// As text, trimmed.
    pub text: String,
    /// As an instant, where the file knows that it is one.
    pub moment: Option<NaiveDateTime>,
}

/// A row, as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The line in which it begins, counted from one.
    pub line: u64,
    /// What stands in it.
    pub cells: Vec<Cell>,
}

/// A row that cannot be taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenRow {
    /// The line in which it begins.
    pub line: u64,
    /// Which column, counted from zero; nothing where it is the row as a whole.
    pub column: Option<usize>,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub reason: String,
}

/// A file, open at its first row.
pub struct Rows {
    header: Vec<String>,
    body: Body,
}

enum Body {
    Csv(Box<CsvBody>),
    Sheet { rows: Arc<Vec<Row>>, next: usize },
}

struct CsvBody {
    reader: csv::Reader<Lines<BufReader<File>>>,
    since_row: Arc<AtomicUsize>,
    record: ByteRecord,
    encoding: Encoding,
}

/// A file that can be gone through again and again.
pub enum Source {
    /// Read anew each time.
    Csv(std::path::PathBuf),
    /// In memory.
    Sheet(Vec<String>, Arc<Vec<Row>>),
}

impl Source {
    /// Finds out what the file is, by its name.
    pub fn open(path: &Path, mapping: &Mapping) -> Result<Self, FileError> {
        let workbook = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(WORKBOOK));
        if workbook {
            let (header, rows) = sheet(path, mapping.sheet.as_deref())?;
            return Ok(Self::Sheet(header, Arc::new(rows)));
        }
        Ok(Self::Csv(path.to_owned()))
    }

    /// From the first row on.
    pub fn rows(&self, mapping: &Mapping) -> Result<Rows, FileError> {
        match self {
            Self::Sheet(header, rows) => {
                let body = Body::Sheet { rows: rows.clone(), next: 0 };
                Ok(Rows { header: header.clone(), body })
            }
            Self::Csv(path) => {
                CsvBody::open(path, mapping).map(|(header, body)| Rows { header, body: Body::Csv(body) })
            }
        }
    }
}

impl Rows {
    /// The names of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next row; nothing after the last. Only the `wanted` cells are filled in, so that nobody is troubled by what
    /// stands in columns that mean nothing.
    pub fn next(&mut self, wanted: &[usize]) -> Result<Option<Result<Row, BrokenRow>>, FileError> {
        match &mut self.body {
            Body::Csv(body) => body.next(self.header.len(), wanted),
            Body::Sheet { rows, next } => {
                let row = rows.get(*next).cloned();
                *next += 1;
                Ok(row.map(Ok))
            }
        }
    }
}

impl CsvBody {
    fn open(path: &Path, mapping: &Mapping) -> Result<(Vec<String>, Box<Self>), FileError> {
        let file = File::open(path).map_err(FileError::Open)?;
        let since_row = Arc::new(AtomicUsize::new(0));
        let lines = Lines::new(BufReader::new(file), since_row.clone());
        let reader = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .delimiter(mapping.delimiter)
            .from_reader(lines);
        let mut body =
            Box::new(Self { reader, since_row, record: ByteRecord::new(), encoding: mapping.encoding });
        if body.read()?.is_none() {
            return Err(FileError::Empty);
        }
        let names = body.record.iter().enumerate().map(|(at, bytes)| {
            let name = decoded(bytes, body.encoding);
            let name = name.map_err(|reason| FileError::Header { number: at + 1, reason })?;
            Ok(name.trim_start_matches('\u{feff}').trim().to_owned())
        });
        let header = names.collect::<Result<_, _>>()?;
        Ok((header, body))
    }

    /// Reads a record, and tells in which line it begins.
    fn read(&mut self) -> Result<Option<u64>, FileError> {
        self.since_row.store(0, Ordering::Relaxed);
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => Ok(None),
            Ok(true) => {
                // The reader has just gone over the end of the row's last line. Its own word for where a row begins
                // counts the empty lines before it too.
                let within = self.record.as_slice().split(|byte| *byte == b'\n').count() - 1;
                Ok(Some(self.reader.position().line().saturating_sub(1 + within as u64)))
            }
            Err(error) if endless(&error) => Err(FileError::Endless { line: self.reader.position().line() }),
            Err(error) => Err(FileError::Read(error.into())),
        }
    }

    fn next(
        &mut self,
        columns: usize,
        wanted: &[usize],
    ) -> Result<Option<Result<Row, BrokenRow>>, FileError> {
        let Some(line) = self.read()? else { return Ok(None) };
        if self.record.len() != columns {
            let value = format!("{} fields", self.record.len());
            let reason =
                format!("the header has {columns}; a comma or a quotation mark is too many or missing");
            return Ok(Some(Err(BrokenRow { line, column: None, value, reason })));
        }
        let mut cells = vec![Cell::default(); columns];
        for &at in wanted {
            let bytes = self.record.get(at).unwrap_or_default();
            match decoded(bytes, self.encoding) {
                Ok(text) => text.trim().clone_into(&mut cells[at].text),
                Err(reason) => {
                    let value = String::from_utf8_lossy(bytes).into_owned();
                    return Ok(Some(Err(BrokenRow { line, column: Some(at), value, reason })));
                }
            }
        }
        Ok(Some(Ok(Row { line, cells })))
    }
}

/// The text, or why these bytes are none.
fn decoded(bytes: &[u8], encoding: Encoding) -> Result<String, String> {
    let utf8 = std::str::from_utf8(bytes);
    let gbk = || encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    match encoding {
        Encoding::Utf8 => utf8.map(str::to_owned).map_err(|error| {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let hint = if gbk().is_some() {
                "; it looks like GBK: set encoding = \"gbk\" in the mapping"
            } else {
                "; the file is damaged, or has another encoding"
            };
            format!("byte {} of it (0x{byte:02x}) is not UTF-8{hint}", at + 1)
        }),
        Encoding::Gbk => gbk().map(std::borrow::Cow::into_owned).ok_or_else(|| {
            "it is not GBK; leave `encoding` out of the mapping if the file is UTF-8".to_owned()
        }),
    }
}

/// Passes a file on with one kind of line end, the last line ended too, and stops at a row that does not end.
struct Lines<R> {
    inner: R,
    /// Bytes passed on since the row began.
    since_row: Arc<AtomicUsize>,
    held_return: bool,
    last: u8,
    ended: bool,
}

/// A row that does not end.
#[derive(Debug, thiserror::Error)]
#[error("a row is longer than {ROW_BYTES_MAX} bytes")]
struct EndlessRow;

fn endless(error: &csv::Error) -> bool {
    let csv::ErrorKind::Io(error) = error.kind() else { return false };
    error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<EndlessRow>)
}

impl<R: Read> Lines<R> {
    fn new(inner: R, since_row: Arc<AtomicUsize>) -> Self {
        Self { inner, since_row, held_return: false, last: b'\n', ended: false }
    }

    /// A return before a new line is left out, any other is kept.
    fn passed_on(&mut self, given: &[u8], out: &mut [u8]) -> usize {
        let mut length = 0;
        for &byte in given {
            if std::mem::take(&mut self.held_return) && byte != b'\n' {
                out[length] = b'\r';
                length += 1;
            }
            if byte == b'\r' {
                self.held_return = true;
            } else {
                out[length] = byte;
                length += 1;
            }
        }
        length
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        // A held return may have to be passed on beside what is read.
        let mut given = vec![0; out.len().saturating_sub(1)];
        if given.is_empty() || self.ended {
            return Ok(0);
        }
        let length = loop {
            let read = self.inner.read(&mut given)?;
            if read == 0 {
                self.ended = true;
                if self.last == b'\n' && !self.held_return {
                    return Ok(0);
                }
                out[0] = b'\n';
                break 1;
            }
            let length = self.passed_on(&given[..read], out);
            if length > 0 {
                break length;
            }
        };
        self.last = out[length - 1];
        // What is read ahead belongs to rows that come.
        if self.since_row.fetch_add(length, Ordering::Relaxed) > ROW_BYTES_MAX {
            return Err(io::Error::other(EndlessRow));
        }
        Ok(length)
    }
}

/// The header and the rows of a sheet: the one that is named, else the first. Rows without anything are left out.
fn sheet(path: &Path, wanted: Option<&str>) -> Result<(Vec<String>, Vec<Row>), FileError> {
    let bytes = std::fs::metadata(path).map_err(FileError::Open)?.len();
    if bytes > WORKBOOK_BYTES_MAX {
        return Err(FileError::TooLarge(bytes));
    }
    let mut workbook: Xlsx<_> = open_workbook(path).map_err(FileError::Workbook)?;
    let names = workbook.sheet_names();
    let name = match wanted {
        None => names.first().cloned().ok_or(FileError::Empty)?,
        Some(wanted) if names.iter().any(|name| name == wanted) => wanted.to_owned(),
        Some(wanted) => {
            return Err(FileError::Sheet { wanted: wanted.to_owned(), found: names.join(", ") });
        }
    };
    let range = workbook.worksheet_range(&name).map_err(FileError::Workbook)?;
    let first = range.start().map_or(0, |(row, _)| u64::from(row)) + 1;
    let mut rows = (first..).zip(range.rows());
    let (_, header) = rows.next().ok_or(FileError::Empty)?;
    let header = header.iter().map(|data| cell(data).text).collect();
    let row = |(line, data): (u64, &[Data])| Row { line, cells: data.iter().map(cell).collect() };
    let told = |row: &Row| row.cells.iter().any(|cell| !cell.text.is_empty());
    Ok((header, rows.map(row).filter(told).collect()))
}

/// Numbers of records come as floating point; nobody writes them with a point.
fn cell(data: &Data) -> Cell {
    let plain = |text: &str| Cell { text: text.trim().to_owned(), moment: None };
    match data {
        Data::Empty => Cell::default(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => plain(text),
        Data::Int(number) => plain(&number.to_string()),
        Data::Float(number) => Cell { text: number.to_string(), moment: of_serial(*number) },
        Data::Bool(truth) => plain(&truth.to_string()),
        Data::Error(error) => plain(&error.to_string()),
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
            let date = chrono::NaiveDate::from_ymd_opt(i32::from(year), month.into(), day.into());
            let moment = date.and_then(|date| {
                date.and_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into())
            });
            Cell { text: moment.map(|moment| moment.to_string()).unwrap_or_default(), moment }
        }
    }
}

#[cfg(test)]
mod tests;
