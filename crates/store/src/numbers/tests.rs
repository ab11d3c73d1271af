use sqlx::Connection;
use whistle_testkit::TestDatabase;

use super::*;
use crate::log::tests::{Cut, Proxy};

const COUNTY: &str = "999001";

async fn database() -> TestDatabase {
    TestDatabase::create(&crate::database::MIGRATIONS).await
}

/// Numbers as one process draws them: each call is another process.
fn numbers_on(url: &str) -> CaseNumbers {
    CaseNumbers::start(url, COUNTY.to_owned()).unwrap()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_that_draw_at_once_give_each_number_of_a_day_once() {
    let database = database().await;
    let processes: Vec<_> = (0..4).map(|_| numbers_on(database.url())).collect();
    let draws = (0..400).map(|nth| processes[nth % 4].draw(day(2)));
    let mut numbers = Vec::new();
    for number in futures::future::join_all(draws).await {
        numbers.push(number.unwrap());
    }
    numbers.sort_unstable();
    assert!(numbers.iter().copied().eq(1..=400), "{numbers:?}");
}

#[tokio::test]
async fn one_process_gives_its_numbers_in_the_order_of_asking() {
    let database = database().await;
    let numbers = numbers_on(database.url());
    let drawn = futures::future::join_all((0..50).map(|_| numbers.draw(day(2)))).await;
    assert!(drawn.into_iter().map(Result::unwrap).eq(1..=50));
}

#[tokio::test]
async fn every_day_and_every_county_begins_with_one() {
    let database = database().await;
    let numbers = numbers_on(database.url());
    let days = [day(2), day(3), day(2), day(1), day(3)];
    let drawn = futures::future::join_all(days.map(|day| numbers.draw(day))).await;
    assert_eq!(drawn.into_iter().map(Result::unwrap).collect::<Vec<_>>(), [1, 1, 2, 1, 2]);
    let elsewhere = CaseNumbers::start(database.url(), "999002".to_owned()).unwrap();
    assert_eq!(elsewhere.draw(day(2)).await.unwrap(), 1);
}

#[tokio::test]
async fn a_new_process_goes_on_where_the_last_one_stopped() {
    let database = database().await;
    assert_eq!(numbers_on(database.url()).draw(day(2)).await.unwrap(), 1);
    assert_eq!(numbers_on(database.url()).draw(day(2)).await.unwrap(), 2);
}

#[tokio::test]
async fn a_database_that_is_away_is_said_and_found_when_it_returns() {
    let database = database().await;
    let proxy = Proxy::start(database.url(), Cut::Never).await;
    let numbers = numbers_on(proxy.url());
    assert_eq!(numbers.draw(day(2)).await.unwrap(), 1);
    proxy.shut();
    for _ in 0..3 {
        assert!(matches!(numbers.draw(day(2)).await, Err(NumberError::Unavailable)));
    }
    proxy.open();
    assert_eq!(numbers.draw(day(2)).await.unwrap(), 2);
}

#[tokio::test]
async fn a_counter_that_somebody_holds_is_waited_for_a_limited_time() {
    let database = database().await;
    let numbers =
        CaseNumbers::start_limited(database.url(), COUNTY.to_owned(), Duration::from_millis(300)).unwrap();
    assert_eq!(numbers.draw(day(2)).await.unwrap(), 1);
    let mut other = sqlx::PgConnection::connect(database.url()).await.unwrap();
    let mut held = other.begin().await.unwrap();
    sqlx::raw_sql("SELECT FROM case_number_days FOR UPDATE").execute(&mut *held).await.unwrap();
    assert!(matches!(numbers.draw(day(2)).await, Err(NumberError::Unavailable)));
    held.rollback().await.unwrap();
    let after = numbers.draw(day(2)).await.unwrap();
    assert!(after > 1, "number {after} was given twice");
}

#[tokio::test]
async fn more_than_may_wait_are_refused_at_once() {
    let database = database().await;
    let numbers = numbers_on(database.url());
    // None of them has let the drawing task run before the last has asked.
    let draws = (0..WAITING_MAX + 7).map(|_| numbers.draw(day(2)));
    let answers = tokio::task::unconstrained(futures::future::join_all(draws)).await;
    let refused = answers.iter().filter(|answer| matches!(answer, Err(NumberError::Overloaded))).count();
    assert_eq!(refused, 7);
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), WAITING_MAX);
}
