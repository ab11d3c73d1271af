use std::sync::Arc;

use chrono::TimeZone;
use whistle_domain::calendar::book::ArrangedDay;
use whistle_domain::calendar::{DayKind, LocalDay};
use whistle_domain::clock::MovedClock;
use whistle_testkit::TestDatabase;

use super::*;
use crate::database;
use crate::log::LogSettings;
use crate::reference::reference_stamp;

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 4, 0, 0).unwrap()
}

fn arrangement(extra: &[&str]) -> YearArrangement {
    let lawful = [
        "01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01",
        "10-02", "10-03",
    ];
    let day = |day: &str| ArrangedDay {
        date: format!("2027-{day}").parse().unwrap(),
        kind: DayKind::Off,
        festival: "演示".to_owned(),
    };
    YearArrangement {
        year: 2027,
        source: "演示通知".to_owned(),
        published_on: "2026-11-04".parse().unwrap(),
        days: lawful.iter().chain(extra).map(|date| day(date)).collect(),
    }
}

#[tokio::test]
async fn what_is_published_is_known_to_every_process_and_moves_the_stamp() {
    let database = TestDatabase::create(&database::MIGRATIONS).await;
    let pool = database::pool(database.url(), 4).unwrap();
    // The calendar as another process has it: each call is one.
    let shelf = || {
        let clock = Arc::new(MovedClock::starting_at(noon()));
        let log = EventLog::start(database.url(), pool.clone(), clock, LogSettings::default());
        CalendarShelf::new(log)
    };
    let stamp = async || reference_stamp(&pool).await.unwrap().calendar;
    assert_eq!((load_calendar(&pool).await.unwrap().1, stamp().await), (0, 0));
    assert!(shelf().publish(arrangement(&[]), noon()).await.unwrap().1);
    assert!(!shelf().publish(arrangement(&[]), noon()).await.unwrap().1, "the same days again");
    assert_eq!(stamp().await, 1);
    assert!(shelf().publish(arrangement(&["01-04"]), noon()).await.unwrap().1);
    let typhoon =
        LocalDay { date: "2026-11-23".parse().unwrap(), kind: DayKind::Off, reason: "台风".to_owned() };
    let command = CalendarCommand::DeclareLocalDay(typhoon.clone());
    shelf().execute(command, noon(), of_the_service(None)).await.unwrap();
    let (calendar, version) = load_calendar(&pool).await.unwrap();
    assert_eq!((version, stamp().await), (3, 3));
    assert!(!calendar.is_workday("2027-01-04".parse().unwrap()) && !calendar.is_workday(typhoon.date));
}

#[tokio::test]
async fn an_arrangement_that_is_refused_leaves_nothing_behind() {
    let database = TestDatabase::create(&database::MIGRATIONS).await;
    let pool = database::pool(database.url(), 4).unwrap();
    let clock = Arc::new(MovedClock::starting_at(noon()));
    let log = EventLog::start(database.url(), pool.clone(), clock, LogSettings::default());
    let mut without = arrangement(&[]);
    without.days.retain(|day| day.date.to_string() != "2027-06-09");
    let refused = CalendarShelf::new(log).publish(without, noon()).await;
    let Err(ExecuteError::Refused(refusal)) = refused else { panic!("it was taken") };
    assert_eq!(refusal.to_string(), "2027-06-09 (端午节) is a day off by law and is missing");
    assert_eq!(load_calendar(&pool).await.unwrap().1, 0);
}
