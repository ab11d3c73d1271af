//! Ends that ran into a year of which nobody knew the working days.

use std::sync::Arc;

use chrono::{DateTime, Duration, TimeZone, Utc};

use super::scene::*;
use crate::calendar::book::{ArrangedDay, CalendarBook, CalendarCommand, YearArrangement};
use crate::calendar::{DayKind, WorkCalendar};
use crate::case::*;
use crate::policy::PolicyLibrary;

/// 2027 as the law has it, with an invented long New Year: Monday the 4th is off too, the Sunday after it made up for.
fn with_2027() -> Arc<WorkCalendar> {
    let off = [
        "01-01", "01-04", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15",
        "10-01", "10-02", "10-03",
    ];
    let day = |of_year: &str, kind| ArrangedDay {
        date: format!("2027-{of_year}").parse().expect("a date"),
        kind,
        festival: "演示".to_owned(),
    };
    let mut days: Vec<_> = off.iter().map(|of_year| day(of_year, DayKind::Off)).collect();
    days.push(day("01-10", DayKind::Work));
    let published_on = "2026-12-01".parse().expect("a date");
    let given = YearArrangement { year: 2027, source: "演示通知".to_owned(), published_on, days };
    let mut book = CalendarBook::default();
    for event in book.decide(CalendarCommand::Publish(given), new_years_eve()).expect("it is sound") {
        book.evolve(&event);
    }
    Arc::new(book.calendar())
}

/// Ten in the morning of the last day of 2026, a Thursday.
fn new_years_eve() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, 31, 2, 0, 0).single().expect("an instant")
}

fn midnight_after(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 1, day, 16, 0, 0).single().expect("a midnight in China")
}

/// Sent out on New Year's Eve with two working days to sign, three to report, and five to be done.
fn sent_on_new_years_eve() -> Scene {
    let policy = r#"sign_in = "2wd"
report = "3wd"
contact = "9h"
close = "9d""#;
    let mut scene = given();
    let text = policy_text(1).replacen(
        "sign_in = \"40min\"\nreport = \"6h\"\ncontact = \"9h\"\nclose = \"9d\"",
        policy,
        1,
    );
    let text = text.replacen("ordinary = \"9d\"", "ordinary = \"5wd\"", 1);
    let policy = crate::policy::PolicySet::parse(&text).expect("a sound policy");
    scene.policies = Arc::new(PolicyLibrary::new([policy]).expect("a library"));
    scene.now = new_years_eve();
    scene.when_all([raise(), endorse(), file(), issue()])
}

fn published(mut scene: Scene) -> Scene {
    scene.calendar = with_2027();
    scene
}

#[test]
fn an_end_in_an_unpublished_year_is_marked_with_what_it_is_counted_from() {
    let scene = sent_on_new_years_eve();
    let lead = scene.dispatch(LEAD);
    let marks = lead.clocks.provisional;
    assert_eq!(lead.clocks.due_at, Some(midnight_after(8)));
    assert_eq!(marks.close.map(|mark| (mark.from, mark.year)), Some((lead.issued_at, 2027)));
    assert!(marks.sign_in.is_some() && marks.report.is_some() && marks.contact.is_none());
    let scene = scene.nothing_happens(&service(), keep_time(LEAD, &[]));
    assert_eq!(scene.case.provisional_clocks().len(), 6, "three clocks of the lead, three of the helper");
}

#[test]
fn provisional_ends_are_counted_again_once_when_the_year_is_published() {
    let scene = published(sent_on_new_years_eve().later(Duration::hours(1)));
    let scene = scene.when(&service(), keep_time(LEAD, &[]));
    assert_eq!(scene.last_events(6), ["DeadlineRecomputed"; 6]);
    let clocks = scene.dispatch(LEAD).clocks;
    // The 5th to the 8th, and the made-up Sunday.
    assert_eq!(clocks.due_at, Some(midnight_after(10)));
    assert_eq!(clocks.warn_at, Some(midnight_after(8)));
    assert_eq!((clocks.sign_due_at, clocks.report_due_at), (midnight_after(6), midnight_after(7)));
    assert!(clocks.provisional.none());
    scene.nothing_happens(&service(), keep_time(LEAD, &[]));
}

#[test]
fn what_had_run_out_before_the_year_was_published_has_run_out() {
    let signed = sent_on_new_years_eve().when_all([sign(LEAD), sign(CO_HANDLER)]);
    let mut scene = published(signed);
    scene.now = midnight_after(8) + Duration::seconds(1);
    let before = scene.dispatch(LEAD).clocks;
    let scene = scene.nothing_happens(&service(), keep_time(LEAD, &[]));
    assert_eq!(scene.dispatch(LEAD).clocks, before);
}

#[test]
fn what_has_been_done_has_no_clock_to_count() {
    let scene = sent_on_new_years_eve().when_all([sign(LEAD), report(LEAD)]);
    let kinds: Vec<_> = scene
        .case
        .provisional_clocks()
        .into_iter()
        .filter_map(|clock| (clock.dispatch == LEAD).then_some(clock.clock))
        .collect();
    assert_eq!(kinds, [ClockKind::Close]);
}

#[test]
fn nobody_becomes_late_by_the_publication() {
    // The year turns out to have worked on its first Sunday, so that five working days end on Thursday the 7th… unless
    // nobody publishes it before the 8th.
    let signed = sent_on_new_years_eve().when_all([sign(LEAD), sign(CO_HANDLER)]);
    let mut scene = signed.when_all([report(LEAD), report(CO_HANDLER)]);
    let calendar = WorkCalendar::clone(&WorkCalendar::embedded());
    let day = |date: &str, kind| crate::calendar::CalendarDay {
        date: date.parse().expect("a date"),
        kind,
        festival: "演示".to_owned(),
        basis: String::new(),
    };
    let days = vec![day("2027-01-01", DayKind::Off), day("2027-01-03", DayKind::Work)];
    scene.calendar = Arc::new(calendar.with_year(2027, days));
    scene.now = midnight_after(8) - Duration::hours(2);
    let now = scene.now;
    let scene = scene.when(&service(), keep_time(LEAD, &[]));
    assert_eq!(scene.dispatch(LEAD).clocks.due_at, Some(now));
}

#[test]
fn a_parked_case_is_counted_again_as_it_stands() {
    let review_at = new_years_eve() + Duration::days(60);
    let scene = sent_on_new_years_eve().when_all([request_suspension(review_at), rule_suspension(true)]);
    let mut scene = published(scene);
    scene.now = midnight_after(20);
    let scene = scene.when(&service(), keep_time(LEAD, &[]));
    assert_eq!(scene.dispatch(LEAD).clocks.due_at, Some(midnight_after(10)));
    // Five working days were left when it was parked, and are left now: the 22nd, the 25th to the 28th.
    let scene = scene.when_all([lift_suspension()]);
    assert_eq!(scene.dispatch(LEAD).clocks.due_at, Some(midnight_after(28)));
}
