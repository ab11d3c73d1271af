//! When limits end. The tables are those of the notices, counted on paper.

use rstest::rstest;

use super::*;

#[rstest]
#[case("2025-09-26 10:00", ["2025-09-28", "2025-09-30", "2025-10-10", "2025-10-16"])]
#[case("2026-02-13 10:00", ["2026-02-14", "2026-02-25", "2026-02-27", "2026-03-05"])]
#[case("2026-09-30 10:00", ["2026-10-08", "2026-10-10", "2026-10-13", "2026-10-20"])]
fn working_days_end_with_the_last_of_them(#[case] from: &str, #[case] ends: [&str; 4]) {
    for (count, end) in ["1wd", "3wd", "5wd", "10wd"].into_iter().zip(ends) {
        let found = due(count, from);
        assert_eq!((found.date, found.provisional), (date(end), false), "{count}");
        assert_eq!(found.at, china_midnight(date(end).succ_opt().expect("a day after")), "{count}");
    }
}

#[rstest]
#[case("2025-09-26 10:30", "7d", "2025-10-09 10:30")]
#[case("2025-09-26 10:30", "15d", "2025-10-11 10:30")]
#[case("2026-02-13 10:30", "7d", "2026-02-24 10:30")]
#[case("2026-02-13 10:30", "15d", "2026-02-28 10:30")]
#[case("2026-09-30 10:30", "7d", "2026-10-08 10:30")]
#[case("2026-09-30 10:30", "15d", "2026-10-15 10:30")]
#[case::on_a_working_day_it_stays("2026-11-16 23:59", "2d", "2026-11-18 23:59")]
#[case::at_once("2026-11-21 10:00", "0min", "2026-11-21 10:00")]
fn natural_days_move_to_a_working_day(#[case] from: &str, #[case] count: &str, #[case] end: &str) {
    let found = due(count, from);
    assert_eq!((found.at, found.date, found.provisional), (at(end), china_date(at(end)), false));
}

#[rstest]
#[case::over_a_made_up_saturday("2026-02-13 17:00", 4, "2026-02-14 11:00")]
#[case::over_nine_days_off("2026-02-14 17:00", 4, "2026-02-24 11:00")]
#[case::through_lunch("2026-09-30 13:00", 4, "2026-09-30 18:00")]
#[case::over_national_day("2026-09-30 17:30", 2, "2026-10-08 09:30")]
#[case::before_opening("2026-11-19 06:12", 1, "2026-11-19 09:00")]
#[case::at_opening("2026-11-19 08:00", 4, "2026-11-19 12:00")]
#[case::at_noon("2026-11-19 12:00", 1, "2026-11-19 15:00")]
#[case::at_closing("2026-11-19 18:00", 1, "2026-11-20 09:00")]
#[case::at_night_before_a_weekend("2026-11-20 22:00", 8, "2026-11-23 18:00")]
#[case::on_a_rest_day("2026-11-21 10:00", 1, "2026-11-23 09:00")]
#[case::a_boundary_is_the_earlier_end("2026-11-19 17:00", 1, "2026-11-19 18:00")]
#[case::a_whole_day("2026-11-19 10:00", 8, "2026-11-20 10:00")]
#[case::nothing_is_over_at_once("2026-11-21 10:00", 0, "2026-11-21 10:00")]
fn working_time_passes_while_offices_are_open(#[case] from: &str, #[case] hours: u16, #[case] end: &str) {
    let found = WorkCalendar::embedded().due(Limit::WorkHours(hours), at(from));
    assert_eq!((found.at, found.date, found.provisional), (at(end), china_date(at(end)), false));
}

#[test]
fn working_time_is_exact_to_the_microsecond() {
    assert_eq!(due("1wh", "2026-11-19 17:30:00.000001").at, at("2026-11-20 08:30:00.000001"));
    assert_eq!(due("1wh", "2026-11-19 17:59:59.999999").at, at("2026-11-20 08:59:59.999999"));
    assert_eq!(due("1wh", "2026-11-19 11:59:59.999999").at, at("2026-11-19 14:59:59.999999"));
}

#[rstest]
#[case("2026-11-20 22:10", "2h", "2026-11-21 00:10")]
#[case("2026-02-16 23:50", "30min", "2026-02-17 00:20")]
fn hours_and_minutes_pass_by_day_and_night(#[case] from: &str, #[case] count: &str, #[case] end: &str) {
    assert_eq!(due(count, from).at, at(end));
}

#[test]
fn no_working_days_are_over_at_once() {
    let from = at("2026-11-21 10:00");
    for nothing in [Limit::WorkingDays(0), Limit::Days(0), Limit::Hours(0)] {
        assert_eq!(WorkCalendar::embedded().due(nothing, from).at, from, "{nothing}");
    }
}

#[rstest]
#[case::ends_before_the_year_does("2026-12-30 10:00", "1wd", "2026-12-31", false)]
#[case::runs_into_the_next("2026-12-31 10:00", "1wd", "2027-01-04", true)]
#[case::in_working_time("2026-12-31 17:00", "2wh", "2027-01-04", true)]
#[case::ends_on_the_last_evening("2026-12-31 17:00", "1wh", "2026-12-31", false)]
#[case::natural_days_ask_one_day("2026-12-28 10:00", "7d", "2027-01-04", true)]
#[case::hours_ask_nobody("2026-12-31 10:00", "48h", "2027-01-02", false)]
#[case::before_there_are_notices("2003-03-03 10:00", "1wd", "2003-03-04", true)]
fn what_runs_into_an_unpublished_year_is_provisional(
    #[case] from: &str,
    #[case] count: &str,
    #[case] end: &str,
    #[case] provisional: bool,
) {
    let found = due(count, from);
    assert_eq!((found.date, found.provisional), (date(end), provisional));
}

#[rstest]
fn the_largest_limits_end_within_reason(#[values("999wd", "999wh", "999h", "999min", "999d")] count: &str) {
    let found = due(count, "2024-02-29 10:00");
    assert!(found.at > at("2024-02-29 10:00") && found.date < date("2028-12-31"), "{found:?}");
}

#[test]
fn the_ends_of_time_and_a_calendar_without_work_overflow_nothing() {
    let calendar = WorkCalendar::embedded();
    let idle: WorkCalendar = (2026..2060).fold(WorkCalendar::default(), |known, year| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
        let days = first.iter_days().take_while(|day| day.year() == year);
        let off =
            |date| CalendarDay { date, kind: DayKind::Off, festival: "假".to_owned(), basis: String::new() };
        known.with_year(year, days.map(off).collect())
    });
    for from in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC, at("2026-01-01 00:00")] {
        for count in ["999wd", "999wh", "999h", "999d", "1wd"] {
            for known in [&*calendar, &idle] {
                let end = known.due(limit(count), from);
                known.warning_at(limit(count), from, end.at);
                known.after_pause(limit(count), end.at, from, end.at);
            }
        }
    }
}

#[test]
fn the_counting_is_told_day_by_day() {
    let (found, steps) = WorkCalendar::embedded().explain(limit("3wd"), at("2026-02-13 17:00"));
    assert_eq!(found.date, date("2026-02-25"));
    let told: Vec<_> = steps
        .iter()
        .map(|step| (step.date.to_string(), step.until.map(|day| day.to_string()), step.counted, &*step.note))
        .collect();
    let until = |day: &str| Some(day.to_owned());
    assert_eq!(
        told,
        [
            ("2026-02-13".to_owned(), None, false, "起算当日不计入"),
            ("2026-02-14".to_owned(), None, true, "调休上班(春节)"),
            ("2026-02-15".to_owned(), until("2026-02-23"), false, "春节放假"),
            ("2026-02-24".to_owned(), None, true, "工作日"),
            ("2026-02-25".to_owned(), None, true, "工作日"),
        ]
    );
}

#[test]
fn working_time_is_told_with_its_seconds() {
    let (_, steps) = WorkCalendar::embedded().explain(limit("4wh"), at("2026-11-20 17:00"));
    let told: Vec<_> = steps.iter().map(|step| (step.counted, step.worked_seconds)).collect();
    assert_eq!(told, [(true, Some(3600)), (false, None), (true, Some(3 * 3600))]);
}

#[test]
fn a_natural_limit_tells_why_it_was_moved() {
    let (_, steps) = WorkCalendar::embedded().explain(limit("7d"), at("2026-02-13 10:00"));
    let told: Vec<_> = steps.iter().map(|step| (step.counted, step.day)).collect();
    assert_eq!(told, [(false, "start"), (true, "natural"), (false, "festival"), (true, "workday")]);
    let hours = WorkCalendar::embedded().explain(limit("2h"), at("2026-02-13 23:00")).1;
    assert_eq!((hours.len(), hours[0].day, hours[0].until), (1, "continuous", Some(date("2026-02-14"))));
}
