//! Ends that ran into an unpublished year, and what becomes of them.

use super::*;

/// 2027 with an invented make-up day and an invented long New Year.
fn with_2027() -> WorkCalendar {
    let day = |text: &str, kind| CalendarDay {
        date: date(text),
        kind,
        festival: "元旦".to_owned(),
        basis: "invented".to_owned(),
    };
    let days = vec![
        day("2027-01-01", DayKind::Off),
        day("2027-01-04", DayKind::Off),
        day("2027-01-10", DayKind::Work),
    ];
    WorkCalendar::clone(&WorkCalendar::embedded()).with_year(2027, days)
}

#[test]
fn a_provisional_end_is_counted_again_when_its_year_is_published() {
    let (limit, from) = (limit("5wd"), at("2026-12-30 10:00"));
    let first = WorkCalendar::embedded().due(limit, from);
    assert_eq!((first.date, first.provisional), (date("2027-01-07"), true));
    let mark = WorkCalendar::embedded().mark(limit, from, first).expect("it is provisional");
    assert_eq!(mark, Provisional { from, limit, year: 2027 });
    assert_eq!(WorkCalendar::embedded().recounted(mark, first.at), None, "nothing new is known");
    let then = with_2027().recounted(mark, first.at).expect("2027 is published");
    assert_eq!((then.date, then.provisional), (date("2027-01-08"), false));
    assert_eq!(then, with_2027().due(limit, from));
    assert_eq!(with_2027().mark(limit, from, then), None);
}

#[test]
fn what_was_extended_keeps_its_extension_when_it_is_counted_again() {
    let (limit, from) = (limit("5wd"), at("2026-12-30 10:00"));
    let old = WorkCalendar::embedded();
    let first = old.due(limit, from);
    let mark = old.mark(limit, from, first).expect("it is provisional");
    let extended = old.extended(Limit::WorkingDays(2), first.at);
    assert_eq!(extended.date, date("2027-01-11"));
    let then = with_2027().recounted(mark, extended.at).expect("2027 is published");
    assert_eq!(then, with_2027().due(Limit::WorkingDays(7), from));
    assert_eq!(then.date, date("2027-01-11"));
}

#[test]
fn working_time_is_counted_again_to_the_microsecond() {
    let (limit, from) = (limit("12wh"), at("2026-12-31 15:00:00.000007"));
    let old = WorkCalendar::embedded();
    let first = old.due(limit, from);
    let mark = old.mark(limit, from, first).expect("it is provisional");
    let then = with_2027().recounted(mark, first.at).expect("2027 is published");
    assert_eq!(then, with_2027().due(limit, from));
    assert_eq!(then.at, at("2027-01-06 09:00:00.000007"));
}
