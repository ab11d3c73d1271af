//! XLSX, written row by row: whatever the number of rows, one is in memory.

use std::io::{Seek, Write};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use whistle_domain::period::beijing;

use super::sheet::{Cell, Column, Head};

/// Rows of a sheet, by the format.
const SHEET_ROWS_MAX: u32 = 1_048_576;
/// Title, head and foot of a list.
const OTHER_ROWS: u32 = 5;
/// Rows that a sheet can take.
pub(crate) const ROWS_MAX: u32 = SHEET_ROWS_MAX - OTHER_ROWS;
/// Characters of a cell, by the format.
const CELL_CHARS_MAX: usize = 32_767;
/// Width of 序号.
const SERIAL_WIDTH: f64 = 7.0;
/// A4.
const PAPER_A4: u8 = 9;

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure<E: std::error::Error + 'static> {
    /// There are no more rows, for this reason.
    #[error("the rows cannot be read")]
    Rows(#[source] E),
    /// The file cannot be written.
    #[error("the sheet cannot be written")]
    Sheet(#[from] XlsxError),
}

/// Writes one sheet: the title, the head, `rows` with their numbers, and the foot. How many rows there were.
pub(crate) fn write<E: std::error::Error + 'static>(
    head: &Head,
    columns: &[Column],
    rows: impl Iterator<Item = Result<Vec<Cell>, E>>,
    to: impl Write + Seek + Send,
) -> Result<u32, Failure<E>> {
    let mut workbook = Workbook::new();
    let styles = Styles::new();
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    begin(sheet, head, columns, &styles)?;
    let mut written = 0;
    for cells in rows {
        let cells = cells.map_err(Failure::Rows)?;
        let row = written + 2;
        sheet.write_number_with_format(row, 0, f64::from(written + 1), &styles.whole)?;
        for (column, cell) in (1..).zip(cells) {
            write_cell(sheet, row, column, cell, &styles)?;
        }
        written += 1;
    }
    let last_column = u16::try_from(columns.len()).expect("a sheet has few columns");
    for (row, line) in (written + 2..).zip(head.foot()) {
        sheet.merge_range(row, 0, row, last_column, &shortened(line), &styles.foot)?;
    }
    workbook.save_to_writer(to)?;
    Ok(written)
}

fn begin(sheet: &mut Worksheet, head: &Head, columns: &[Column], styles: &Styles) -> Result<(), XlsxError> {
    let last_column = u16::try_from(columns.len()).expect("a sheet has few columns");
    sheet.set_name(head.title)?.set_landscape().set_paper_size(PAPER_A4);
    sheet.set_freeze_panes(2, 0)?.set_repeat_rows(0, 1)?;
    sheet.set_column_width(0, SERIAL_WIDTH)?;
    for (number, column) in (1..).zip(columns) {
        sheet.set_column_width(number, column.width)?;
    }
    sheet.set_row_height(0, 30)?;
    sheet.merge_range(0, 0, 0, last_column, head.title, &styles.title)?;
    sheet.write_string_with_format(1, 0, "序号", &styles.header)?;
    for (number, column) in (1..).zip(columns) {
        sheet.write_string_with_format(1, number, column.header.as_ref(), &styles.header)?;
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Cell,
    styles: &Styles,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &styles.text)?,
        Cell::Text(text) => sheet.write_string_with_format(row, column, shortened(text), &styles.text)?,
        Cell::Instant(at) => match serial_day(at) {
            Some(day) => sheet.write_number_with_format(row, column, day, &styles.instant)?,
            None => sheet.write_string_with_format(row, column, at.to_rfc3339(), &styles.text)?,
        },
        Cell::Whole(count) => {
            #[expect(
                clippy::cast_precision_loss,
                reason = "a sheet knows no other numbers; counts are small"
            )]
            let count = count as f64;
            sheet.write_number_with_format(row, column, count, &styles.whole)?
        }
        Cell::Number(number) => sheet.write_number_with_format(row, column, number, &styles.number)?,
        Cell::Percent(share) => sheet.write_number_with_format(row, column, share, &styles.percent)?,
    };
    Ok(())
}

/// A moment as spreadsheets count: days since the last day of 1899, in Beijing time. They count right from March 1900.
fn serial_day(at: DateTime<Utc>) -> Option<f64> {
    const SECONDS_A_DAY: f64 = 86_400.0;
    let local = beijing(at).naive_local();
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    let first_right = NaiveDate::from_ymd_opt(1900, 3, 1)?.and_time(NaiveTime::MIN);
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1899 are far below 2^52")]
    let days = (local - zero).num_seconds() as f64 / SECONDS_A_DAY;
    (local >= first_right).then_some(days)
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(CELL_CHARS_MAX) {
        text.truncate(end);
    }
    text
}

/// How cells look.
struct Styles {
    title: Format,
    header: Format,
    text: Format,
    whole: Format,
    number: Format,
    percent: Format,
    instant: Format,
    foot: Format,
}

impl Styles {
    fn new() -> Self {
        let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        Self {
            title: Format::new().set_bold().set_font_size(16).set_align(FormatAlign::Center),
            header: cell
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0x00D9_E2F3))
                .set_align(FormatAlign::Center),
            text: cell.clone().set_num_format("@"),
            whole: cell.clone().set_num_format("0"),
            number: cell.clone().set_num_format("0.00"),
            percent: cell.clone().set_num_format("0.00%"),
            instant: cell.set_num_format("yyyy-mm-dd hh:mm"),
            foot: Format::new().set_align(FormatAlign::Left),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::super::sheet::column;
    use super::*;

    fn head() -> Head {
        Head {
            title: "案件清单",
            unit: "督查中心".to_owned(),
            made_at: "2026-11-20T04:00:00Z".parse().expect("an instant"),
            basis: "全部案件".to_owned(),
            notes: vec!["件数：所有件数".to_owned()],
        }
    }

    #[test]
    fn a_sheet_has_a_title_a_head_numbered_rows_and_a_foot() {
        let columns = [column("编号", 24.0), column("件数", 8.0), column("时间", 18.0)];
        let at: DateTime<Utc> = "2026-11-20T16:30:00Z".parse().expect("an instant");
        let rows = [
            Ok::<_, Infallible>(vec![Cell::from("110105194912310021"), Cell::Whole(3), Cell::Instant(at)]),
            Ok(vec![Cell::from("=1+1"), Cell::Empty, Cell::Empty]),
        ];
        let mut file = Cursor::new(Vec::new());
        assert_eq!(write(&head(), &columns, rows.into_iter(), &mut file).expect("it can be written"), 2);
        let mut book: Xlsx<_> = Xlsx::new(file).expect("it can be read");
        let sheet = book.worksheet_range("案件清单").expect("the sheet is there");
        let cell = |row, column| sheet.get((row, column)).cloned().unwrap_or(Data::Empty);
        let text = |words: &str| Data::String(words.to_owned());
        assert_eq!(cell(0, 0), text("案件清单"));
        assert_eq!([cell(1, 0), cell(1, 1), cell(1, 3)], [text("序号"), text("编号"), text("时间")]);
        assert_eq!(
            [cell(2, 0), cell(2, 1), cell(2, 2)],
            [Data::Float(1.0), text("110105194912310021"), Data::Float(3.0)]
        );
        let Data::DateTime(shown) = cell(2, 3) else { panic!("{:?} is no date", cell(2, 3)) };
        assert!(
            (shown.as_f64() - 46_347.020_833).abs() < 0.000_01,
            "half past midnight in Beijing: {shown:?}"
        );
        assert_eq!(cell(3, 1), text("=1+1"), "a formula is text");
        assert_eq!(cell(4, 0), text("制表单位：督查中心"));
        assert_eq!(cell(5, 0), text("制表时间：2026年11月20日 12:00"));
        assert_eq!(cell(6, 0), text("统计口径：全部案件"));
        assert_eq!(cell(7, 0), text("件数：所有件数"));
    }

    #[test]
    fn what_spreadsheets_cannot_count_is_text() {
        assert_eq!(serial_day("1900-02-28T15:59:59Z".parse().expect("an instant")), None);
        assert!(serial_day("1900-02-28T16:00:00Z".parse().expect("an instant")).is_some());
    }

    #[test]
    fn a_cell_takes_no_more_than_the_format_allows() {
        assert_eq!(shortened("字".repeat(40_000)).chars().count(), CELL_CHARS_MAX);
    }

    /// Resident memory of this process, in bytes.
    #[cfg(target_os = "linux")]
    fn resident() -> u64 {
        let pages = std::fs::read_to_string("/proc/self/statm").expect("Linux tells");
        let pages = pages.split_whitespace().nth(1).and_then(|pages| pages.parse::<u64>().ok());
        pages.expect("a number of pages") * 4096
    }

    /// Three columns of three hundred bytes: 180 MB if they were kept.
    #[cfg(target_os = "linux")]
    #[test]
    fn two_hundred_thousand_rows_take_no_more_memory_than_a_few() {
        const ROWS: u32 = 200_000;
        let columns = [const { column("标题", 20.0) }; 3];
        let row = |number: u32| {
            let text = format!("{number}{}", "楼道照明灯不亮".repeat(14));
            Ok::<_, Infallible>(vec![Cell::Text(text); 3])
        };
        let mut file = tempfile::tempfile().expect("a file");
        write(&head(), &columns, (0..100).map(row), &mut file).expect("a few can be written");
        let (before, mut peak) = (resident(), 0);
        let rows = (0..ROWS).map(|number| {
            if number % 1000 == 0 {
                peak = peak.max(resident());
            }
            row(number)
        });
        let mut file = tempfile::tempfile().expect("a file");
        assert_eq!(write(&head(), &columns, rows, &mut file).expect("they can be written"), ROWS);
        let grown = peak.max(resident()).saturating_sub(before);
        assert!(grown < 32 * 1024 * 1024, "{grown} bytes more than for a few");
    }
}
