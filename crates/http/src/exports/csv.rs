//! CSV as spreadsheets in China open it: UTF-8 with a byte order mark, lines that end with CR LF. The first line is the
//! head, and nothing follows the last row: the file is for programs too.

use bytes::Bytes;
use csv::{Terminator, Writer, WriterBuilder};
use whistle_domain::period::beijing;

use super::sheet::{Cell, Column};

/// Text of so many digits and nothing else is a name, and would be shown as `9.99E+11`.
const DIGITS_OF_A_NAME_MIN: usize = 12;

/// What spreadsheets take for the beginning of a formula, also in the full width that they fold.
const FORMULA_STARTS: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Why a row cannot be written. Into memory everything can; the writer does not know that.
type Failure = csv::Error;

/// The byte order mark and the head.
pub(super) fn head(columns: &[Column]) -> Result<Bytes, Failure> {
    let mut writer = writer();
    writer
        .write_record(std::iter::once("序号").chain(columns.iter().map(|column| column.header.as_ref())))?;
    let rows = finished(writer)?;
    Ok(["\u{feff}".as_bytes(), &rows].concat().into())
}

/// These rows, the first of which is the one after `before`.
pub(super) fn rows(rows: impl Iterator<Item = Vec<Cell>>, before: u64) -> Result<Bytes, Failure> {
    let mut writer = writer();
    for (serial, cells) in (before + 1..).zip(rows) {
        let cells = cells.into_iter().map(text);
        writer.write_record(std::iter::once(serial.to_string()).chain(cells))?;
    }
    Ok(finished(writer)?.into())
}

fn writer() -> Writer<Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::with_capacity(64 * 1024))
}

fn finished(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, Failure> {
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn text(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Whole(count) => count.to_string(),
        Cell::Number(number) => format!("{number:.2}"),
        Cell::Percent(share) => format!("{:.2}%", share * 100.0),
        Cell::Instant(at) => beijing(at).format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// Text that a spreadsheet neither executes nor takes for a number. What begins like a formula is led by an apostrophe,
/// digits that are a name by a tab, as spreadsheets themselves write text.
fn harmless(text: String) -> String {
    let formula = text.starts_with(FORMULA_STARTS);
    if formula {
        return format!("'{text}");
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let name = digits && (text.len() >= DIGITS_OF_A_NAME_MIN || (text.len() > 1 && text.starts_with('0')));
    if name { format!("\t{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    #[case("+86", "'+86")]
    #[case("-1+1", "'-1+1")]
    #[case("@SUM(A1)", "'@SUM(A1)")]
    #[case("\u{ff1d}1", "'\u{ff1d}1")]
    #[case("\t=1", "'\t=1")]
    #[case("路灯不亮=黑", "路灯不亮=黑")]
    #[case("999001001001", "\t999001001001")]
    #[case("0301", "\t0301")]
    #[case("12", "12")]
    #[case("0", "0")]
    #[case("999001S20260302000017", "999001S20260302000017")]
    fn text_is_neither_executed_nor_taken_for_a_number(#[case] given: &str, #[case] written: &str) {
        assert_eq!(harmless(given.to_owned()), written);
    }

    #[test]
    fn a_moment_is_shown_in_beijing_time() {
        let at = "2026-11-20T16:30:00Z".parse().expect("an instant");
        assert_eq!(text(Cell::Instant(at)), "2026-11-21 00:30:00");
    }

    #[test]
    fn shares_are_shown_in_percent_and_points_with_two_decimals() {
        assert_eq!([Cell::Percent(2.0 / 3.0), Cell::Number(99.5)].map(text), ["66.67%", "99.50"]);
    }
}
