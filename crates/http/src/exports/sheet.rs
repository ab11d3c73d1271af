//! A table on its way into a file: what its head, its cells and its foot say, whatever the file is.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use whistle_domain::period::beijing;

use super::words::Words;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Nothing is known, or nothing is due.
    Empty,
    /// Text; numbers that are names (案件编号) are text too.
    Text(String),
    /// A count.
    Whole(i64),
    /// Points or hours, shown with two decimals.
    Number(f64),
    /// A share of one, shown in percent with two decimals.
    Percent(f64),
    /// A moment, shown in Beijing time.
    Instant(DateTime<Utc>),
}

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// Its head.
    pub(crate) header: Cow<'static, str>,
    /// Its width, in characters of Latin script; a Han character takes two.
    pub(crate) width: f64,
}

/// Something that makes a row.
pub(crate) trait Line: Send + 'static {
    /// The columns after 序号.
    const COLUMNS: &'static [Column];

    /// One cell for each column.
    fn cells(&self, words: &Words) -> Vec<Cell>;
}

/// A table that is small enough to be made at once.
#[derive(Debug)]
pub(crate) struct Table {
    /// The columns after 序号.
    pub(crate) columns: Vec<Column>,
    /// One cell for each column.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// What stands above and below the rows.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// The title, and the name of sheet and file.
    pub(crate) title: &'static str,
    /// 制表单位.
    pub(crate) unit: String,
    /// 制表时间.
    pub(crate) made_at: DateTime<Utc>,
    /// 统计口径: which rows these are, as of when, and how they were judged.
    pub(crate) basis: String,
    /// What else is to be said, a line each.
    pub(crate) notes: Vec<String>,
}

impl Head {
    /// The lines below the table.
    pub(crate) fn foot(&self) -> Vec<String> {
        let mut lines = vec![
            format!("制表单位：{}", self.unit),
            format!("制表时间：{}", in_words(self.made_at)),
            format!("统计口径：{}", self.basis),
        ];
        lines.extend_from_slice(&self.notes);
        lines
    }
}

/// A column with this head.
pub(crate) const fn column(header: &'static str, width: f64) -> Column {
    Column { header: Cow::Borrowed(header), width }
}

/// A moment as official papers write it: `2026年11月21日 09:30`.
pub(crate) fn in_words(at: DateTime<Utc>) -> String {
    beijing(at).format("%Y年%-m月%-d日 %H:%M").to_string()
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<i32> for Cell {
    fn from(count: i32) -> Self {
        Self::Whole(count.into())
    }
}

impl From<i64> for Cell {
    fn from(count: i64) -> Self {
        Self::Whole(count)
    }
}

impl From<DateTime<Utc>> for Cell {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Instant(at)
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::Text(if yes { "是" } else { "否" }.to_owned())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}
