//! The backlog, added up: how many dispatches of each department are in each state, and how they were at an instant.
//!
//! What a clock says changes by itself, and sums do not. So they say at which instant they were judged, and whoever asks at
//! another judges anew the few dispatches of which something happened in between
//! (`crates/store/src/read/queries/backlog_summed.sql`). That instant is the last full quarter of an hour of the log: when
//! an event is taken in that was recorded in a later one, everything is counted again.

use std::collections::BTreeMap;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use sqlx::PgConnection;
use whistle_domain::case::DispatchState;

use super::super::projection::ProjectionError;
use super::backlog_rows::BacklogRow;
use super::folded::Change;
use super::read_model::Row;
use crate::backlog_counts::{Counts, NUMBERS, count_rows};
use crate::log::ReadError;

/// The table.
pub(super) const TABLE: &str = "backlog_sums";

/// How often everything is counted again. That takes some 50 ms among 45,000 open dispatches; what changes by itself in between
/// is counted by each question.
const COUNTED_EVERY: TimeDelta = TimeDelta::minutes(15);

/// A department, and a state of dispatches.
type Key = (String, &'static str);

/// By how much the sums change.
#[derive(Debug, Default)]
pub(super) struct BacklogChanges(BTreeMap<Key, Counts>);

impl BacklogChanges {
    /// Takes in what cases have on their hands now, and takes away what they had before, as it was at `judged_at`.
    pub(super) fn take_in(&mut self, changes: &[Change], judged_at: DateTime<Utc>) {
        for (row, is_new) in moved_rows(changes) {
            let counts = Counts::of(&row.counted(), judged_at);
            let sum = self.0.entry(row.department_and_state()).or_default();
            if is_new { *sum += counts } else { *sum -= counts }
        }
    }

    /// Takes in changes as [`Self::written`] wrote them down.
    pub(super) fn take_in_written(
        &mut self,
        departments: Vec<String>,
        states: &[String],
        counts: &[i64],
    ) -> Result<(), ReadError> {
        let damaged = || ReadError::Damaged { position: 0, what: "change of a sum of the backlog" };
        for ((department, state), numbers) in departments.into_iter().zip(states).zip(counts.chunks(NUMBERS))
        {
            let state = DispatchState::from_code(state).ok_or_else(damaged)?;
            let counts = Counts::of_numbers(numbers).ok_or_else(damaged)?;
            *self.0.entry((department, state.code())).or_default() += counts;
        }
        Ok(())
    }

    /// How many sums change.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The changes, to be appended.
    pub(super) fn written(&self) -> WrittenBacklog<'_> {
        let (keys, counts): (Vec<&Key>, Vec<&Counts>) = self.0.iter().unzip();
        let (departments, states) =
            keys.into_iter().map(|(department, state)| (department.as_str(), *state)).unzip();
        WrittenBacklog { departments, states, counts: counts.into_iter().flat_map(Counts::numbers).collect() }
    }

    /// Adds the changes to what the table holds, which was judged at `judged_at`.
    pub(super) async fn save(
        self,
        judged_at: DateTime<Utc>,
        connection: &mut PgConnection,
    ) -> Result<(), ProjectionError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let (keys, sums): (Vec<Key>, Vec<Counts>) = self.0.into_iter().unzip();
        let (departments, states): (Vec<String>, Vec<&str>) = keys.into_iter().unzip();
        let sums = held_and(sums, &departments, &states, connection).await?;
        write(&departments, &states, &sums, judged_at, connection).await?;
        Ok(())
    }
}

/// Changes of the sums as columns.
pub(super) struct WrittenBacklog<'a> {
    pub(super) departments: Vec<&'a str>,
    pub(super) states: Vec<&'static str>,
    /// [`NUMBERS`] for each.
    pub(super) counts: Vec<i64>,
}

/// Counts what tables hold that were just filled with the log up to the position `until`.
pub(super) async fn fill(until: i64, connection: &mut PgConnection) -> Result<(), ProjectionError> {
    let recorded_at = sqlx::query_scalar!("SELECT recorded_at FROM events WHERE position = $1", until);
    let Some(recorded_at) = recorded_at.fetch_optional(&mut *connection).await? else { return Ok(()) };
    count_again(judging_instant(recorded_at), connection).await
}

/// When the sums are judged once an event recorded at this instant has been taken in.
pub(super) fn judging_instant(recorded_at: DateTime<Utc>) -> DateTime<Utc> {
    recorded_at.duration_trunc(COUNTED_EVERY).unwrap_or(recorded_at)
}

/// Rows that come or go: true for those that come.
fn moved_rows(changes: &[Change]) -> Vec<(BacklogRow, bool)> {
    let mut moved = Vec::new();
    for change in changes {
        let (before, after) = (BacklogRow::of(&change.before), BacklogRow::of(&change.after));
        if before != after {
            moved.extend(before.into_iter().map(|row| (row, false)));
            moved.extend(after.into_iter().map(|row| (row, true)));
        }
    }
    moved
}

/// The sums with what the table holds already. Whoever writes holds the checkpoint, so that nobody else does.
async fn held_and(
    mut sums: Vec<Counts>,
    departments: &[String],
    states: &[&str],
    connection: &mut PgConnection,
) -> Result<Vec<Counts>, ProjectionError> {
    let held =
        sqlx::query_file!("src/projections/queries/backlog_sums_read.sql", departments, states as &[&str]);
    for held in held.fetch_all(connection).await? {
        let place = usize::try_from(held.place - 1).ok().and_then(|place| sums.get_mut(place));
        let (Some(sum), Some(counts)) = (place, Counts::of_numbers(&held.counts)) else {
            return Err(ReadError::Damaged { position: 0, what: "sum of the backlog" }.into());
        };
        *sum += counts;
    }
    Ok(sums)
}

/// Counts everything again, as it was at `judged_at`. Nothing waits to be added.
pub(super) async fn count_again(
    judged_at: DateTime<Utc>,
    connection: &mut PgConnection,
) -> Result<(), ProjectionError> {
    sqlx::query!("DELETE FROM backlog_sums").execute(&mut *connection).await?;
    let rows = count_rows(None, None, judged_at, &mut *connection).await?;
    let sums: Option<Vec<Counts>> = rows.iter().map(|row| Counts::of_numbers(&row.numbers)).collect();
    let sums = sums.expect("as many are counted as there are");
    let (departments, states): (Vec<String>, Vec<&str>) =
        rows.iter().map(|row| (row.department.clone(), row.state.as_str())).unzip();
    write(&departments, &states, &sums, judged_at, connection).await?;
    Ok(())
}

/// Writes sums over those with the same keys; a sum of nothing goes.
async fn write(
    departments: &[String],
    states: &[&str],
    sums: &[Counts],
    judged_at: DateTime<Utc>,
    connection: &mut PgConnection,
) -> Result<(), sqlx::Error> {
    let counts: Vec<String> = sums.iter().map(written).collect();
    sqlx::query_file!(
        "src/projections/queries/backlog_sums_save.sql",
        departments,
        states as &[&str],
        &counts,
        judged_at
    )
    .execute(&mut *connection)
    .await?;
    if sums.iter().any(|sum| sum.dispatches == 0) {
        sqlx::query!("DELETE FROM backlog_sums WHERE counts[1] = 0").execute(connection).await?;
    }
    Ok(())
}

/// An array as the database writes it: `unnest` would take the numbers out of arrays of arrays.
fn written(sum: &Counts) -> String {
    format!("{{{}}}", sum.numbers().map(|number| number.to_string()).join(","))
}
