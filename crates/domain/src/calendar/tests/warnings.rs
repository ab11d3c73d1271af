//! When a warning begins, and what parking and extensions leave of a clock.

use rstest::rstest;

use super::*;

#[rstest]
#[case::the_day_before_the_last_is_over("2026-11-16 10:00", "5wd", "2026-11-21 00:00")]
#[case::over_a_festival("2026-02-13 10:00", "3wd", "2026-02-25 00:00")]
#[case::two_days("2026-11-16 10:00", "2wd", "2026-11-18 00:00")]
#[case::one_day_its_last_fifth("2026-11-16 14:00", "1wd", "2026-11-17 17:12")]
#[case::working_time_a_working_day_before("2026-11-16 10:00", "20wh", "2026-11-17 16:00")]
#[case::short_working_time_its_last_fifth("2026-11-20 17:00", "5wh", "2026-11-23 11:00")]
#[case::natural_days("2026-11-16 10:00", "7d", "2026-11-21 00:00")]
#[case::hours_a_day_and_less("2026-11-16 10:00", "20h", "2026-11-17 02:00")]
#[case::minutes("2026-11-16 10:00", "50min", "2026-11-16 10:40")]
#[case::at_once("2026-11-16 10:00", "0min", "2026-11-16 10:00")]
fn yellow_begins_a_working_day_before_the_end_or_with_the_last_fifth(
    #[case] from: &str,
    #[case] count: &str,
    #[case] warning: &str,
) {
    let end = due(count, from).at;
    let found = WorkCalendar::embedded().warning_at(limit(count), at(from), end);
    assert_eq!(found, at(warning), "{}", found.with_timezone(&china()));
}

#[rstest]
#[case::working_days_stay_working_days(
    "5wd",
    "2026-11-23 00:00",
    "2026-11-17 10:00",
    "2026-12-01 09:00",
    "2026-12-05 00:00"
)]
#[case::over_a_festival(
    "5wd",
    "2026-02-28 00:00",
    "2026-02-14 10:00",
    "2026-03-02 10:00",
    "2026-03-07 00:00"
)]
#[case::on_the_last_day_hours_are_left(
    "5wd",
    "2026-11-18 00:00",
    "2026-11-17 20:00",
    "2026-11-24 10:00",
    "2026-11-24 14:00"
)]
#[case::the_last_hours_end_on_no_rest_day(
    "5wd",
    "2026-11-18 00:00",
    "2026-11-17 10:00",
    "2026-11-20 15:00",
    "2026-11-23 05:00"
)]
#[case::working_time("8wh", "2026-11-17 10:00", "2026-11-16 17:00", "2026-11-20 17:30", "2026-11-23 10:30")]
#[case::hours("48h", "2026-11-18 10:00", "2026-11-17 10:00", "2026-11-21 12:00", "2026-11-22 12:00")]
#[case::natural_days("7d", "2026-11-20 10:00", "2026-11-17 10:00", "2026-11-18 10:00", "2026-11-23 10:00")]
#[case::what_ran_out_stays_out(
    "5wd",
    "2026-11-18 00:00",
    "2026-11-18 00:00",
    "2026-12-18 00:00",
    "2026-11-18 00:00"
)]
fn parking_preserves_what_was_left(
    #[case] count: &str,
    #[case] end: &str,
    #[case] since: &str,
    #[case] lifted_at: &str,
    #[case] expected: &str,
) {
    let found = WorkCalendar::embedded().after_pause(limit(count), at(end), at(since), at(lifted_at)).at;
    assert_eq!(found, at(expected), "{}", found.with_timezone(&china()));
}

#[rstest]
#[case::the_midnight_belongs_to_the_day_before("1wd", "2026-11-19 00:00", "2026-11-20 00:00")]
#[case::over_a_weekend("1wd", "2026-11-21 00:00", "2026-11-24 00:00")]
#[case::natural_days_end_with_a_working_day("1d", "2026-11-21 00:00", "2026-11-24 00:00")]
#[case::natural_days_from_within_a_day("1d", "2026-11-18 10:00", "2026-11-19 10:00")]
#[case::working_time("2wh", "2026-11-18 17:00", "2026-11-19 09:00")]
#[case::hours("2h", "2026-11-21 00:00", "2026-11-21 02:00")]
fn an_extension_goes_on_from_the_end(#[case] by: &str, #[case] end: &str, #[case] expected: &str) {
    let found = WorkCalendar::embedded().extended(limit(by), at(end)).at;
    assert_eq!(found, at(expected), "{}", found.with_timezone(&china()));
}

#[test]
fn a_warning_that_had_begun_goes_on_after_the_pause() {
    let calendar = WorkCalendar::embedded();
    let pause = (at("2026-11-17 10:00"), at("2026-11-19 10:00"));
    let begun = at("2026-11-17 09:00");
    assert_eq!(calendar.warning_after_pause(limit("20h"), begun, pause, at("2026-11-19 20:00")), begun);
    let ahead =
        calendar.warning_after_pause(limit("20h"), at("2026-11-17 12:00"), pause, at("2026-11-19 20:00"));
    assert_eq!(ahead, at("2026-11-19 12:00"));
    let long =
        calendar.warning_after_pause(limit("5wd"), at("2026-11-20 00:00"), pause, at("2026-11-25 00:00"));
    assert_eq!(long, at("2026-11-24 00:00"));
}
