//! What is counted of the backlog: once for each dispatch, and once for all of them in the database.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgExecutor;
use whistle_domain::lamp::{Lamp, PURPLE_REWORKS_MIN};

/// 库龄: the bands of age since the issue, by the days that they end at, and the one for everything older.
pub const AGE_BANDS_DAYS: [u32; 5] = [1, 3, 7, 15, 30];

/// How far from the instant of the sums they are put right dispatch by dispatch; as in `backlog_summed.sql`.
pub(crate) const SUMS_APART_MAX: TimeDelta = TimeDelta::hours(168);

/// How many numbers there are.
pub(crate) const NUMBERS: usize = 13;

/// Dispatches, counted as they are at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    /// All of them.
    pub(crate) dispatches: i64,
    /// Those older than each band of age.
    pub(crate) older: [i64; AGE_BANDS_DAYS.len()],
    /// Those with a clock that stands still.
    pub(crate) parked: i64,
    /// Those with a clock that runs. All that follow are of these.
    pub(crate) running: i64,
    /// Past the due instant.
    pub(crate) overdue: i64,
    /// Reworked so often that the clock does not matter. All that follow are of the others.
    pub(crate) reworked: i64,
    /// Past the due instant.
    pub(crate) late: i64,
    /// Past it by more than the limit.
    pub(crate) too_late: i64,
    /// Near the due instant.
    pub(crate) warned: i64,
}

/// What of a dispatch is counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Counted {
    pub(crate) issued_at: DateTime<Utc>,
    pub(crate) warn_at: Option<DateTime<Utc>>,
    pub(crate) due_at: Option<DateTime<Utc>>,
    /// From when it is overdue by more than its limit, see [`worst_at`].
    pub(crate) worst_at: Option<DateTime<Utc>>,
    pub(crate) reworks: i32,
    pub(crate) parked: bool,
}

/// The instant after which a clock is overdue by more than its limit, in whole microseconds. None if that is never.
pub(crate) fn worst_at(issued_at: DateTime<Utc>, due_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let (issued, due) = (issued_at.timestamp_micros(), due_at.timestamp_micros());
    DateTime::from_timestamp_micros(due.checked_mul(2)?.checked_sub(issued)?)
}

/// The instants at which the bands of age begin: what was issued before one is older than the band, and what was issued
/// at it still belongs to the band.
fn band_starts(at: DateTime<Utc>) -> [DateTime<Utc>; AGE_BANDS_DAYS.len()] {
    AGE_BANDS_DAYS.map(|days| {
        at.checked_sub_signed(TimeDelta::days(i64::from(days))).unwrap_or(DateTime::<Utc>::MIN_UTC)
    })
}

impl Counts {
    /// One dispatch as it is at `at`. The statement of [`count_rows`] counts alike; a property test holds the two
    /// together.
    pub(crate) fn of(dispatch: &Counted, at: DateTime<Utc>) -> Self {
        let passed = |instant: Option<DateTime<Utc>>| instant.is_some_and(|instant| instant < at);
        let warned = dispatch.warn_at.is_some_and(|instant| instant <= at);
        let reworked = u32::try_from(dispatch.reworks).is_ok_and(|reworks| reworks >= PURPLE_REWORKS_MIN);
        let (running, parked) = (dispatch.due_at.is_some() && !dispatch.parked, dispatch.parked);
        let (by_clock, late) = (running && !reworked, passed(dispatch.due_at));
        Self {
            dispatches: 1,
            older: band_starts(at).map(|start| i64::from(dispatch.issued_at < start)),
            parked: i64::from(dispatch.due_at.is_some() && parked),
            running: i64::from(running),
            overdue: i64::from(running && late),
            reworked: i64::from(running && reworked),
            late: i64::from(by_clock && late),
            too_late: i64::from(by_clock && late && passed(dispatch.worst_at)),
            warned: i64::from(by_clock && !late && warned),
        }
    }

    /// How many have this lamp.
    pub(crate) const fn of_lamp(&self, lamp: Lamp) -> i64 {
        match lamp {
            Lamp::Green => self.running - self.reworked - self.late - self.warned,
            Lamp::Yellow => self.warned,
            Lamp::Red => self.late - self.too_late,
            Lamp::Grey => self.parked,
            Lamp::Purple => self.reworked + self.too_late,
        }
    }

    /// How many of each age: those older than each band, less those that are older than the next.
    pub(crate) fn by_age(&self) -> [i64; AGE_BANDS_DAYS.len() + 1] {
        let [first, second, third, fourth, fifth] = self.older;
        let older = [self.dispatches, first, second, third, fourth, fifth, 0];
        std::array::from_fn(|band| older[band] - older[band + 1])
    }

    /// Changes each number by the other's.
    fn change(&mut self, other: Self, by: impl Fn(i64, i64) -> i64) {
        let (mine, others) = (self.numbers(), other.numbers());
        let changed: [i64; NUMBERS] = std::array::from_fn(|place| by(mine[place], others[place]));
        *self = Self::of_numbers(&changed).expect("there are as many as there were");
    }

    /// The numbers in the order in which the database has them.
    pub(crate) const fn numbers(&self) -> [i64; NUMBERS] {
        let Self { dispatches, older, parked, running, overdue, reworked, late, too_late, warned } = *self;
        let [first, second, third, fourth, fifth] = older;
        [
            dispatches, first, second, third, fourth, fifth, parked, running, overdue, reworked, late,
            too_late, warned,
        ]
    }

    /// The counts with these numbers; nothing if there are not as many as there should be.
    pub(crate) fn of_numbers(numbers: &[i64]) -> Option<Self> {
        let numbers: [i64; NUMBERS] = numbers.try_into().ok()?;
        let [
            dispatches,
            first,
            second,
            third,
            fourth,
            fifth,
            parked,
            running,
            overdue,
            reworked,
            late,
            too_late,
            warned,
        ] = numbers;
        let older = [first, second, third, fourth, fifth];
        Some(Self { dispatches, older, parked, running, overdue, reworked, late, too_late, warned })
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.change(other, |mine, others| mine + others);
    }
}

impl std::ops::SubAssign for Counts {
    fn sub_assign(&mut self, other: Self) {
        self.change(other, |mine, others| mine - others);
    }
}

/// The dispatches of one department that are in one state.
#[derive(Debug)]
pub(crate) struct StateCounts {
    pub(crate) department: String,
    pub(crate) state: String,
    pub(crate) oldest_issued_at: DateTime<Utc>,
    /// Those of [`Counts`].
    pub(crate) numbers: Vec<i64>,
}

/// Counts all rows of the backlog that lie in an area, or belong to a department, as they are at `at`; by department.
pub(crate) async fn count_rows(
    area: Option<String>,
    department: Option<String>,
    at: DateTime<Utc>,
    connection: impl PgExecutor<'_>,
) -> Result<Vec<StateCounts>, sqlx::Error> {
    let [first, second, third, fourth, fifth] = band_starts(at);
    sqlx::query_file_as!(
        StateCounts,
        "src/read/queries/backlog_counts.sql",
        at,
        area,
        department,
        first,
        second,
        third,
        fourth,
        fifth
    )
    .fetch_all(connection)
    .await
}
