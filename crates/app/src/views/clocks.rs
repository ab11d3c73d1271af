//! The clocks of a case: what is owed by when, by whom, and with which lamp.

use crate::words;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{Case, Deadline, Dispatch};
use whistle_domain::lamp::Lamp;

/// A clock.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClockView {
    /// Of a dispatch `sign_in`, `report`, `contact` and `close`; of the whole case `case_close`, `milestone`, `progress` and
    /// `supervision`.
    #[schema(value_type = words::DeadlineKind)]
    pub clock: &'static str,
    /// Which stage of the plan, counted from one.
    pub milestone: Option<u32>,
    /// Which supervision is to be answered.
    pub supervision: Option<Uuid>,
    /// The unit that answers for the time.
    pub unit: String,
    /// From when its end is near.
    pub warn_at: DateTime<Utc>,
    /// Its end, which is still in time.
    pub due_at: DateTime<Utc>,
    /// When what it demands was done.
    pub met_at: Option<DateTime<Utc>>,
    /// `green`, `yellow`, `red`, `grey`, `purple`; nothing once nothing is owed.
    #[schema(value_type = Option<words::Lamp>)]
    pub lamp: Option<&'static str>,
}

/// The clocks of a dispatch, judged at `now`.
pub(super) fn of_dispatch(case: &Case, dispatch: &Dispatch, now: DateTime<Utc>) -> Vec<ClockView> {
    views(&dispatch.deadlines(), case, dispatch.reworks, now)
}

/// The clocks of the case as a whole, judged at `now`.
pub(super) fn of_case(case: &Case, now: DateTime<Utc>) -> Vec<ClockView> {
    views(&case.deadlines(), case, case.reworks, now)
}

fn views(deadlines: &[Deadline<'_>], case: &Case, reworks: u32, now: DateTime<Utc>) -> Vec<ClockView> {
    let parked = case.suspended().is_some();
    let view = |deadline: &Deadline<'_>| ClockView {
        clock: deadline.clock.code(),
        milestone: deadline.milestone,
        supervision: deadline.supervision,
        unit: deadline.unit.to_owned(),
        warn_at: deadline.warn_at,
        due_at: deadline.due_at,
        met_at: deadline.met_at,
        lamp: deadline.lamp(parked, reworks, now).map(Lamp::code),
    };
    deadlines.iter().map(view).collect()
}
