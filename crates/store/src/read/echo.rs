//! 回音壁: the cases of a neighbourhood in a month, without a word that could tell them apart.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use super::QueryError;
use super::filter::matchable;

/// Worded entries on one wall; there are as many others as there are categories, outcomes and units.
const WORDED_MAX: i64 = 500;

/// A wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EchoBoard {
    /// Cases of the month.
    pub total: i64,
    /// Those of which nothing is said.
    pub confidential: i64,
    /// Worded entries for which there was no room.
    pub omitted: i64,
    /// Worded entries, then like matters together.
    pub entries: Vec<EchoRow>,
}

/// An entry of a wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EchoRow {
    /// Category in force.
    pub category: String,
    /// How it stands.
    pub outcome: String,
    /// The unit that leads.
    pub department: Option<String>,
    /// Whether the promised end has passed.
    pub late: bool,
    /// How many cases.
    pub count: i64,
    /// The approved wording.
    pub question: Option<String>,
    /// The approved wording.
    pub answer: Option<String>,
}

/// The wall of a neighbourhood in a month (`2026-11`). What is late is judged at `at`.
///
/// One statement, so that the numbers agree with each other.
pub async fn echo_board(
    pool: &PgPool,
    unit: &str,
    month: &str,
    at: DateTime<Utc>,
) -> Result<EchoBoard, QueryError> {
    let rows = sqlx::query_file!("src/read/queries/echo_board.sql", matchable(unit), month, at);
    let mut board = EchoBoard { total: 0, confidential: 0, omitted: 0, entries: Vec::new() };
    let mut worded = 0;
    for row in rows.fetch_all(pool).await? {
        board.total += row.count;
        if row.confidential {
            board.confidential += row.count;
            continue;
        }
        if row.question.is_some() {
            worded += 1;
            if worded > WORDED_MAX {
                board.omitted += row.count;
                continue;
            }
        }
        board.entries.push(EchoRow {
            category: row.category,
            outcome: row.outcome,
            department: row.department,
            late: row.late,
            count: row.count,
            question: row.question,
            answer: row.answer,
        });
    }
    Ok(board)
}
