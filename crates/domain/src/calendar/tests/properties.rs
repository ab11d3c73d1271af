//! What holds for every limit and every instant.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

/// Any microsecond from 2023 to 2028, published or not.
fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    let micros = |text: &str| at(text).timestamp_micros();
    (micros("2023-01-01 00:00")..micros("2029-01-01 00:00"))
        .prop_map(|micros| DateTime::from_timestamp_micros(micros).expect("an instant"))
}

fn of_kind(kind: usize, count: u16) -> Limit {
    [Limit::WorkingDays, Limit::WorkHours, Limit::Hours, Limit::Minutes, Limit::Days][kind](count)
}

proptest! {
    #[test]
    fn an_end_is_never_before_its_start_and_later_for_more(
        from in instants(), kind in 0..5_usize, count in 0..120_u16, more in 0..30_u16,
    ) {
        let calendar = WorkCalendar::embedded();
        let end = calendar.due(of_kind(kind, count), from);
        prop_assert!(end.at >= from);
        prop_assert!(calendar.due(of_kind(kind, count + more), from).at >= end.at);
    }

    #[test]
    fn who_starts_later_ends_no_earlier(
        from in instants(), later_seconds in 0..1_000_000_i64, kind in 0..5_usize, count in 1..60_u16,
    ) {
        let calendar = WorkCalendar::embedded();
        let limit = of_kind(kind, count);
        let (first, second) = (calendar.due(limit, from), calendar.due(limit, from + TimeDelta::seconds(later_seconds)));
        prop_assert!(first.date <= second.date);
        // Natural days keep their time of day, so that only their days are in order.
        prop_assert!(kind == 4 || first.at <= second.at);
    }

    #[test]
    fn working_time_adds_up(from in instants(), first in 0..60_u16, second in 0..60_u16) {
        let calendar = WorkCalendar::embedded();
        let whole = calendar.due(Limit::WorkHours(first + second), from).at;
        let halfway = calendar.due(Limit::WorkHours(first), from).at;
        prop_assert_eq!(whole, calendar.due(Limit::WorkHours(second), halfway).at);
    }

    #[test]
    fn working_days_and_time_end_on_working_days(from in instants(), kind in 0..2_usize, count in 1..60_u16) {
        let calendar = WorkCalendar::embedded();
        prop_assert!(calendar.is_workday(calendar.due(of_kind(kind, count), from).date));
    }

    #[test]
    fn what_is_explained_is_what_is_counted(from in instants(), kind in 0..2_usize, count in 1..60_u16) {
        let calendar = WorkCalendar::embedded();
        let limit = of_kind(kind, count);
        let (end, steps) = calendar.explain(limit, from);
        prop_assert_eq!(end, calendar.due(limit, from));
        let counted = || steps.iter().filter(|step| step.counted);
        prop_assert_eq!(counted().next_back().map(|step| step.date), Some(end.date));
        if kind == 0 {
            prop_assert_eq!(counted().count(), usize::from(count));
        }
        // Every day from the first to the last is told exactly once.
        let mut day = steps[0].date;
        for step in &steps {
            prop_assert_eq!(step.date, day);
            day = step.until.unwrap_or(step.date).succ_opt().expect("a day after");
        }
    }

    #[test]
    fn a_warning_lies_between_start_and_end(from in instants(), kind in 0..5_usize, count in 1..60_u16) {
        let calendar = WorkCalendar::embedded();
        let limit = of_kind(kind, count);
        let end = calendar.due(limit, from).at;
        let warning = calendar.warning_at(limit, from, end);
        prop_assert!(from <= warning && warning <= end);
    }

    #[test]
    fn a_pause_of_nothing_changes_nothing(
        from in instants(), part in 0..100_i32, kind in 0..5_usize, count in 1..60_u16,
    ) {
        let calendar = WorkCalendar::embedded();
        let limit = of_kind(kind, count);
        let end = calendar.due(limit, from).at;
        let parked_at = from + (end - from) / 100 * part;
        prop_assert_eq!(calendar.after_pause(limit, end, parked_at, parked_at).at, end);
    }

    #[test]
    fn a_clock_never_runs_out_while_its_case_is_parked(
        from in instants(), part in 0..100_i32, pause_seconds in 0..9_000_000_i64, kind in 0..5_usize, count in 1..60_u16,
    ) {
        let calendar = WorkCalendar::embedded();
        let limit = of_kind(kind, count);
        let end = calendar.due(limit, from).at;
        let parked_at = from + (end - from) / 100 * part;
        let lifted_at = parked_at + TimeDelta::seconds(pause_seconds);
        let later = calendar.after_pause(limit, end, parked_at, lifted_at).at;
        prop_assert!(later > lifted_at && later >= end);
    }
}
