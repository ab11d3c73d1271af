//! From rows to a file in an answer: CSV goes out as it is read, a sheet when it is whole.

use std::convert::Infallible;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Cursor, Seek};
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures::stream;
use serde::Deserialize;
use tokio::io::AsyncReadExt;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinHandle;
use tokio_util::sync::{CancellationToken, DropGuard};
use utoipa::IntoParams;
use whistle_app::{AppError, Export};
use whistle_domain::period::beijing;
use whistle_store::read::{QueryError, Rows};

use super::sheet::{Cell, Column, Head, Line, Table};
use super::words::Words;
use super::{csv, xlsx};
use crate::problem::Problem;

/// Files that are written at once in one process.
pub(crate) const EXPORTS_AT_ONCE_MAX: usize = 2;
/// Seconds after which another export is worth trying.
const RETRY_AFTER_SECONDS: u64 = 10;
/// Rows of a CSV file.
const CSV_ROWS_MAX: i64 = 5_000_000;
/// A sheet that is not whole by then goes out as a body that begins late; below the longest that an answer may take.
const SHEET_PATIENCE: Duration = Duration::from_secs(20);
/// Bytes that are read of a file at once.
const READ_BYTES: usize = 64 * 1024;
/// The log position that the rows are true at.
const WHISTLE_POSITION: HeaderName = crate::answer::WHISTLE_POSITION;

/// What kind of file is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Format {
    /// A spreadsheet.
    #[default]
    Xlsx,
    /// Text, a row per line.
    Csv,
}

/// What kind of file.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FileQuery {
    /// `xlsx` (at most 1,048,571 rows) or `csv`; `xlsx` where it is not given.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    pub(crate) format: Format,
}

impl Format {
    /// Rows that it can take.
    pub(crate) fn rows_max(self) -> i64 {
        match self {
            Self::Xlsx => xlsx::ROWS_MAX.into(),
            Self::Csv => CSV_ROWS_MAX,
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// A place among those whose file is written now.
pub(crate) fn admit(exports: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, Problem> {
    exports.clone().try_acquire_owned().map_err(|_full| {
        let problem = Problem::unavailable("overloaded", "other exports are being written");
        problem.retry_after(RETRY_AFTER_SECONDS)
    })
}

/// The file as an answer.
pub(crate) async fn answer<L: Line>(
    export: Export<L>,
    format: Format,
    head: Head,
    words: Words,
    place: OwnedSemaphorePermit,
) -> Result<Response, Problem> {
    let (name, position) = (name(&head, format), export.position);
    let response = match format {
        Format::Csv => csv_body(export.rows, words, place)?.into_response(),
        Format::Xlsx => sheet_body(export.rows, head, words, place).await?,
    };
    Ok(described(response, format, &name, position))
}

/// A table as an answer.
pub(crate) async fn answer_table(
    table: Table,
    position: i64,
    format: Format,
    head: Head,
    place: OwnedSemaphorePermit,
) -> Result<Response, Problem> {
    let name = name(&head, format);
    let writing = tokio::task::spawn_blocking(move || {
        let _place = place;
        match format {
            Format::Csv => csv_of(table),
            Format::Xlsx => sheet_of(&head, &table.columns, table.rows),
        }
    });
    let bytes = writing.await.map_err(internal)??;
    Ok(described(bytes.into_response(), format, &name, position))
}

fn csv_of(table: Table) -> Result<Vec<u8>, AppError> {
    let head = csv::head(&table.columns).map_err(internal)?;
    let rows = csv::rows(table.rows.into_iter(), 0).map_err(internal)?;
    Ok([head, rows].concat())
}

/// A whole sheet, of few rows.
pub(crate) fn sheet_of(head: &Head, columns: &[Column], rows: Vec<Vec<Cell>>) -> Result<Vec<u8>, AppError> {
    let mut file = Cursor::new(Vec::new());
    let rows = rows.into_iter().map(Ok::<_, Infallible>);
    xlsx::write(head, columns, rows, &mut file).map_err(internal)?;
    Ok(file.into_inner())
}

/// What the file is called.
fn name(head: &Head, format: Format) -> String {
    format!("{}{}.{}", head.title, beijing(head.made_at).format("%Y%m%d"), format.extension())
}

/// With the headers that every file has.
fn described(mut response: Response, format: Format, name: &str, position: i64) -> Response {
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(CONTENT_DISPOSITION, attachment(name, format.extension()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(WHISTLE_POSITION, HeaderValue::from(position));
    response
}

/// The name as RFC 6266 and RFC 5987 want it, with a plain one for whoever knows neither.
pub(crate) fn attachment(name: &str, extension: &str) -> HeaderValue {
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            encoded.push(char::from(byte));
        } else {
            let _infallible = write!(encoded, "%{byte:02X}");
        }
    }
    HeaderValue::from_str(&format!("attachment; filename=\"export.{extension}\"; filename*=UTF-8''{encoded}"))
        .expect("letters, digits and percent signs are a header value")
}

/// CSV on its way.
struct CsvBody<L> {
    rows: Rows<L>,
    words: Words,
    written: u64,
    _place: OwnedSemaphorePermit,
}

fn csv_body<L: Line>(rows: Rows<L>, words: Words, place: OwnedSemaphorePermit) -> Result<Body, Problem> {
    let head = csv::head(L::COLUMNS).map_err(|error| Problem::from(internal(error)))?;
    let state = CsvBody { rows, words, written: 0, _place: place };
    let body = stream::unfold(Some(state), |state| async move {
        let mut state = state?;
        let lines = match state.rows.recv().await? {
            Ok(lines) => lines,
            // The body ends in the middle, so that nobody takes it for whole.
            Err(error) => return Some((Err(internal(error)), None)),
        };
        let cells = lines.iter().map(|line| line.cells(&state.words));
        let rows = csv::rows(cells, state.written).map_err(internal);
        state.written += u64::try_from(lines.len()).unwrap_or_default();
        Some((rows, Some(state)))
    });
    let head = stream::once(async move { Ok::<Bytes, AppError>(head) });
    Ok(Body::from_stream(futures::StreamExt::chain(head, body)))
}

/// What was written, with the place that it holds until it has gone out.
struct Written {
    file: File,
    bytes: u64,
    place: OwnedSemaphorePermit,
}

type Writing = JoinHandle<Result<Written, AppError>>;

async fn sheet_body<L: Line>(
    rows: Rows<L>,
    head: Head,
    words: Words,
    place: OwnedSemaphorePermit,
) -> Result<Response, Problem> {
    let gone = CancellationToken::new();
    let guard = gone.clone().drop_guard();
    let mut writing: Writing = tokio::task::spawn_blocking(move || sheet(rows, &head, &words, &gone, place));
    match tokio::time::timeout(SHEET_PATIENCE, &mut writing).await {
        Ok(written) => {
            let written = written.map_err(internal)??;
            let length = HeaderValue::from(written.bytes);
            let mut response =
                Body::from_stream(stream::unfold(SheetBody::of(written), next)).into_response();
            response.headers_mut().insert(CONTENT_LENGTH, length);
            Ok(response)
        }
        Err(_elapsed) => {
            let state = SheetBody::Writing(writing, guard);
            Ok(Body::from_stream(stream::unfold(state, next)).into_response())
        }
    }
}

/// Runs where it may block. Whoever asked may have gone away meanwhile.
fn sheet<L: Line>(
    mut rows: Rows<L>,
    head: &Head,
    words: &Words,
    gone: &CancellationToken,
    place: OwnedSemaphorePermit,
) -> Result<Written, AppError> {
    let handfuls = std::iter::from_fn(|| {
        if gone.is_cancelled() { Some(Err(QueryError::NobodyReads)) } else { rows.blocking_recv() }
    });
    let cells = handfuls.flat_map(|handful| match handful {
        Ok(lines) => lines.into_iter().map(|line| Ok(line.cells(words))).collect(),
        Err(error) => vec![Err(error)],
    });
    let mut file = tempfile::tempfile().map_err(internal)?;
    let written = xlsx::write(head, L::COLUMNS, cells, BufWriter::new(&mut file));
    written.map_err(|failure| match failure {
        xlsx::Failure::Rows(error) => AppError::from(error),
        sheet @ xlsx::Failure::Sheet(_) => internal(sheet),
    })?;
    let bytes = file.stream_position().map_err(internal)?;
    file.rewind().map_err(internal)?;
    Ok(Written { file, bytes, place })
}

/// A sheet on its way.
enum SheetBody {
    /// Not whole yet. Dropping the guard ends the writing.
    Writing(Writing, DropGuard),
    /// Whole.
    Reading(tokio::fs::File, OwnedSemaphorePermit),
    /// Over, or failed.
    Over,
}

impl SheetBody {
    fn of(written: Written) -> Self {
        Self::Reading(tokio::fs::File::from_std(written.file), written.place)
    }
}

async fn next(state: SheetBody) -> Option<(Result<Bytes, AppError>, SheetBody)> {
    let (mut file, place) = match state {
        SheetBody::Over => return None,
        SheetBody::Reading(file, place) => (file, place),
        SheetBody::Writing(writing, guard) => {
            let written = writing.await.map_err(internal).and_then(|written| written);
            drop(guard);
            match written {
                Ok(written) => (tokio::fs::File::from_std(written.file), written.place),
                Err(error) => return Some((Err(error), SheetBody::Over)),
            }
        }
    };
    let mut bytes = Vec::with_capacity(READ_BYTES);
    match (&mut file).take(READ_BYTES as u64).read_to_end(&mut bytes).await {
        Ok(0) => None,
        Ok(_) => Some((Ok(bytes.into()), SheetBody::Reading(file, place))),
        Err(error) => Some((Err(internal(error)), SheetBody::Over)),
    }
}

fn internal(error: impl std::error::Error + Send + Sync + 'static) -> AppError {
    AppError::Internal(Box::new(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_export_is_told_to_come_back() {
        let exports = Arc::new(Semaphore::new(EXPORTS_AT_ONCE_MAX));
        let held: Vec<_> =
            (0..EXPORTS_AT_ONCE_MAX).map(|_| admit(&exports).expect("there is room")).collect();
        let refused = admit(&exports).expect_err("there is no room").into_response();
        assert_eq!(refused.status(), 503);
        assert_eq!(refused.headers()["retry-after"], "10");
        drop(held);
        assert!(admit(&exports).is_ok());
    }

    #[test]
    fn a_chinese_name_is_encoded_and_a_plain_one_stands_beside_it() {
        let header = attachment("案件清单20261120.xlsx", "xlsx");
        assert_eq!(
            header,
            "attachment; filename=\"export.xlsx\"; filename*=UTF-8''%E6%A1%88%E4%BB%B6%E6%B8%85%E5%8D%9520261120.xlsx"
        );
    }
}
