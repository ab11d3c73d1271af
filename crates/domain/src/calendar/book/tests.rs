use super::*;
use crate::calendar::tests::{at, date};
use crate::policy::Limit;

fn now() -> DateTime<Utc> {
    at("2026-11-20 12:00")
}

fn day(text: &str, kind: DayKind) -> ArrangedDay {
    ArrangedDay { date: date(text), kind, festival: "元旦".to_owned() }
}

/// An invented 2027 that gives what the law gives, and moves two days.
fn arrangement() -> YearArrangement {
    let off =
        ["01-01", "01-04", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15"];
    let national = ["10-01", "10-02", "10-03"];
    let mut days: Vec<_> =
        off.iter().chain(&national).map(|day_of| day(&format!("2027-{day_of}"), DayKind::Off)).collect();
    days.push(day("2027-01-10", DayKind::Work));
    YearArrangement { year: 2027, source: "演示通知".to_owned(), published_on: date("2026-11-04"), days }
}

fn publish(book: &mut CalendarBook, given: YearArrangement) -> Result<usize, CalendarRefusal> {
    let events = book.decide(CalendarCommand::Publish(given), now())?;
    for event in &events {
        book.evolve(event);
    }
    Ok(events.len())
}

#[test]
fn a_published_year_is_counted_by() {
    let mut book = CalendarBook::default();
    assert!(!book.calendar().published(2027));
    assert_eq!(publish(&mut book, arrangement()), Ok(1));
    let calendar = book.calendar();
    assert!(calendar.published(2027) && calendar.is_workday(date("2027-01-10")));
    let due = calendar.due(Limit::WorkingDays(1), at("2026-12-31 10:00"));
    assert_eq!((due.date, due.provisional), (date("2027-01-05"), false));
}

#[test]
fn the_same_days_again_change_nothing_and_others_are_a_revision() {
    let mut book = CalendarBook::default();
    publish(&mut book, arrangement()).expect("it is sound");
    let mut shuffled = arrangement();
    shuffled.days.reverse();
    assert_eq!(publish(&mut book, shuffled), Ok(0));
    let mut corrected = arrangement();
    corrected.days.push(day("2027-01-09", DayKind::Work));
    assert_eq!(publish(&mut book, corrected), Ok(1));
    assert_eq!(book.year(2027).map(|year| year.revision), Some(2));
}

#[test]
fn a_year_that_came_with_the_program_is_only_revised() {
    let mut book = CalendarBook::default();
    let embedded = WorkCalendar::embedded();
    let known = |known: &CalendarDay| ArrangedDay {
        date: known.date,
        kind: known.kind,
        festival: known.festival.clone(),
    };
    let mut given = YearArrangement {
        year: 2026,
        days: embedded.year(2026).expect("it is known").iter().map(known).collect(),
        ..arrangement()
    };
    assert_eq!(publish(&mut book, given.clone()), Ok(0));
    given.days.push(day("2026-12-26", DayKind::Work));
    assert_eq!(publish(&mut book, given), Ok(1));
    assert_eq!(book.year(2026).map(|year| year.revision), Some(2));
    assert!(book.calendar().is_workday(date("2026-12-26")));
}

#[test]
fn what_cannot_be_an_arrangement_is_refused_with_its_place() {
    let with = |extra: ArrangedDay| {
        let mut given = arrangement();
        given.days.push(extra);
        given
    };
    let without = |gone: &str| {
        let mut given = arrangement();
        given.days.retain(|day| day.date != date(gone));
        given
    };
    let on = |text: &str| date(text);
    let refusals = [
        (
            with(day("2026-12-31", DayKind::Off)),
            CalendarRefusal::OutsideYear { date: on("2026-12-31"), year: 2027 },
        ),
        (with(day("2027-01-01", DayKind::Off)), CalendarRefusal::Twice { date: on("2027-01-01") }),
        (with(day("2027-01-06", DayKind::Work)), CalendarRefusal::SaysNothing { date: on("2027-01-06") }),
        (
            without("2027-06-09"),
            CalendarRefusal::StatutoryDayMissing { date: on("2027-06-09"), festival: "端午节" },
        ),
        (
            YearArrangement { source: " ".to_owned(), ..arrangement() },
            CalendarRefusal::Text { field: "the source" },
        ),
        (
            YearArrangement { published_on: on("2026-11-21"), ..arrangement() },
            CalendarRefusal::NotOutYet { published_on: on("2026-11-21") },
        ),
        (YearArrangement { year: 2100, ..arrangement() }, CalendarRefusal::YearOutOfRange { year: 2100 }),
    ];
    for (given, refusal) in refusals {
        let mut book = CalendarBook::default();
        assert_eq!(publish(&mut book, given), Err(refusal));
        assert_eq!(book, CalendarBook::default());
    }
}

#[test]
fn a_typhoon_stops_work_until_it_is_withdrawn() {
    let mut book = CalendarBook::default();
    let typhoon = LocalDay { date: date("2026-11-23"), kind: DayKind::Off, reason: "台风".to_owned() };
    let declare = |book: &mut CalendarBook, day: &LocalDay| {
        let events = book.decide(CalendarCommand::DeclareLocalDay(day.clone()), now())?;
        for event in &events {
            book.evolve(event);
        }
        Ok(events.len())
    };
    assert_eq!(declare(&mut book, &typhoon), Ok(1));
    assert_eq!(declare(&mut book, &typhoon), Ok(0));
    assert!(!book.calendar().is_workday(typhoon.date));
    let far = LocalDay { date: date("2028-01-03"), ..typhoon.clone() };
    assert_eq!(declare(&mut book, &far), Err(CalendarRefusal::LocalDayOutOfRange { date: far.date }));
    let withdraw = || CalendarCommand::WithdrawLocalDay { date: typhoon.date };
    for event in book.decide(withdraw(), now()).expect("it was declared") {
        book.evolve(&event);
    }
    assert!(book.calendar().is_workday(typhoon.date));
    assert_eq!(book.decide(withdraw(), now()), Err(CalendarRefusal::NotDeclared { date: typhoon.date }));
}

#[test]
fn every_event_is_read_and_written_as_in_its_golden_file() {
    let published = CalendarYearPublished {
        year: 2027,
        source: "演示通知".to_owned(),
        published_on: date("2026-11-04"),
        revision: 1,
        days: vec![day("2027-01-01", DayKind::Off), day("2027-01-10", DayKind::Work)],
        at: now(),
    };
    let (kind, reason) = (DayKind::Off, "台风".to_owned());
    let declared = LocalDayDeclared { date: date("2026-11-23"), kind, reason, at: now() };
    let withdrawn = LocalDayWithdrawn { date: date("2026-11-23"), at: now() };
    for (event, golden) in [
        (
            CalendarEvent::CalendarYearPublished(published),
            include_str!("../../../golden/calendar/calendar_year_published.v1.json"),
        ),
        (
            CalendarEvent::LocalDayDeclared(declared),
            include_str!("../../../golden/calendar/local_day_declared.v1.json"),
        ),
        (
            CalendarEvent::LocalDayWithdrawn(withdrawn),
            include_str!("../../../golden/calendar/local_day_withdrawn.v1.json"),
        ),
    ] {
        assert_eq!(serde_json::from_str::<CalendarEvent>(golden).expect("it can be read"), event);
        assert_eq!(serde_json::to_string_pretty(&event).expect("it can be written") + "\n", golden);
    }
}
