//! Who looks, how often, and what it must not depend on.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use futures::stream::{self, StreamExt};
use uuid::Uuid;
use whistle_domain::clock::Clock;
use whistle_store::read::TimerWatch;

use super::crowd::Struck;
use crate::support::TestHouse;

/// Cases whose clocks come to an end at one instant in the test; `docs/benchmarks.md` tells of more.
const BURST: usize = 600;
/// Longer than any of these clocks runs.
const MONTH: TimeDelta = TimeDelta::days(30);
/// A bound, not a pause.
const PATIENCE: Duration = Duration::from_mins(1);

#[track_caller]
fn strikes_once(struck: &Struck) {
    let distinct: HashSet<_> = struck.iter().collect();
    assert_eq!(distinct.len(), struck.len(), "a clock struck twice: {struck:?}");
    assert!(struck.windows(2).all(|pair| pair[0].2 <= pair[1].2), "out of order: {struck:?}");
    // Two cards for each of signing, reporting and calling, and a reminder and two cards for the end.
    assert_eq!(struck.len(), 9, "{struck:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_services_that_race_over_the_same_clocks_let_each_strike_once() {
    let house = TestHouse::open().await;
    let (first, second) = (&house.app, house.another_service());
    let cases = house.crowd(40).await;
    house.time_passes(MONTH);
    // Past the watch, straight at the cases, in both services at once.
    let looks = cases.iter().flat_map(|id| [(first.as_ref(), *id), (&second, *id)]);
    let looks = stream::iter(looks)
        .map(|(service, id)| async move { service.keep_time_in(id).await.expect("time is kept").1 });
    let moved: Vec<bool> = looks.buffer_unordered(16).collect().await;
    assert_eq!(moved.iter().filter(|moved| **moved).count(), cases.len(), "each case moved in one of them");
    house.everything_is_read().await;
    let (by_first, by_second) = tokio::join!(first.keep_time(), second.keep_time());
    assert_eq!((by_first.expect("kept"), by_second.expect("kept")), (0, 0));
    house.struck(&cases).await.values().for_each(strikes_once);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_standstill_everything_strikes_whatever_cannot_be_moved_in_between() {
    let house = TestHouse::open().await;
    let cases = house.crowd(30).await;
    let long_ago = house.clock.now();
    house.time_passes(MONTH);
    // Clocks of cases that are nowhere, due before all others and after them.
    for due_at in [long_ago, house.clock.now() - TimeDelta::seconds(1)] {
        let lost: Vec<Uuid> = (0..20).map(|_| whistle_store::ids::new_id()).collect();
        sqlx::query("INSERT INTO case_timers (case_id, due_at) SELECT unnest($1::uuid[]), $2")
            .bind(&lost)
            .bind(due_at)
            .execute(&house.owner)
            .await
            .expect("rows");
    }
    assert_eq!(house.app.keep_time().await.expect("time is kept"), cases.len());
    house.everything_is_read().await;
    assert_eq!(house.app.keep_time().await.expect("time is kept"), 0);
    house.struck(&cases).await.values().for_each(strikes_once);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_one_service_has_the_watch_the_other_stands_by_and_takes_over_when_it_is_free() {
    let house = TestHouse::open().await;
    let cases = house.crowd(3).await;
    house.time_passes(MONTH);
    let watch = TimerWatch::take(&house.owner).await.expect("the database answers").expect("it is free");
    assert_eq!(house.app.keep_time().await.expect("it stands by"), 0);
    drop(watch);
    let until = Instant::now() + PATIENCE;
    let mut moved = 0;
    while moved == 0 && Instant::now() < until {
        moved = house.app.keep_time().await.expect("time is kept");
    }
    assert_eq!(moved, cases.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_instant_at_which_many_clocks_end_leaves_none_of_them_behind() {
    let house = TestHouse::open().await;
    let cases = house.crowd(BURST).await;
    // The time to sign is over: a signature, a yellow card and a red one for each.
    house.time_passes(TimeDelta::hours(5));
    let began = Instant::now();
    assert_eq!(house.app.keep_time().await.expect("time is kept"), cases.len());
    let took = began.elapsed();
    house.everything_is_read().await;
    println!("{} cases moved in {took:?}, and were in every list after {:?}", cases.len(), began.elapsed());
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM case_timers WHERE due_at <= $1")
        .bind(house.clock.now())
        .fetch_one(&house.owner)
        .await
        .expect("a count");
    assert_eq!(left, 0, "a clock is still due");
    for struck in house.struck(&cases[..10]).await.values() {
        let to_sign = struck.iter().filter(|(_, clock, _)| clock.code() == "sign_in");
        let names: Vec<_> = to_sign.map(|(name, _, _)| name.as_str()).collect();
        assert_eq!(names, ["YellowCardIssued", "RedCardIssued"]);
    }
}

#[tokio::test]
async fn a_case_shows_its_clocks_with_their_lamps_and_who_answers_for_the_time() {
    let house = TestHouse::open().await;
    let id = house.crowd(1).await[0];
    let view = house.get(&house.people.supervisor, &format!("/api/v1/cases/{id}")).expect(200).await.json();
    let clocks = view["dispatches"][0]["clocks"].as_array().expect("clocks").clone();
    let shown: Vec<_> = clocks.iter().map(|clock| clock["clock"].as_str().expect("a name")).collect();
    assert_eq!(shown, ["sign_in", "report", "contact", "close"]);
    for clock in &clocks {
        assert_eq!((&clock["lamp"], &clock["unit"]), (&"green".into(), &"housing".into()), "{clock}");
    }
    assert_eq!(view["clocks"][0]["clock"], "case_close");
    house.time_passes(MONTH);
    house.app.keep_time().await.expect("time is kept");
    let late = house.get(&house.people.supervisor, &format!("/api/v1/cases/{id}")).expect(200).await.json();
    let sent = &late["dispatches"][0];
    assert_eq!((&sent["yellow_cards"], &sent["red_cards"]), (&4.into(), &4.into()), "{sent}");
    assert_eq!(sent["clocks"][0]["lamp"], serde_json::Value::Null, "signed, if late: {sent}");
    assert!(["red", "purple"].contains(&sent["clocks"][3]["lamp"].as_str().expect("a lamp")), "{sent}");
    house.everything_is_read().await;
    let register = house.get(&house.people.supervisor, "/api/v1/registers/red_card").expect(200).await.json();
    assert_eq!(register["items"][0]["case_id"], id.to_string(), "{register}");
}
