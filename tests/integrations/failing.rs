//! Who takes nothing for long is given up, and that is written down.

use chrono::TimeDelta;
use serde_json::{Value, json};
use whistle_app::{App, Delivered};

use super::{Receiver, delivered, house_calling, on, opened, shown, uuid};
use crate::support::TestHouse;

/// Attempts that must fail before a system is given up.
const ATTEMPTS: usize = 70;
/// Longer than any pause between two attempts.
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(73);

async fn history(house: &TestHouse) -> Vec<Value> {
    let history = house.get(&house.people.admin, "/api/v1/accounts/history").expect(200).await.json();
    history["items"].as_array().expect("a list").clone()
}

#[tokio::test]
async fn who_takes_nothing_for_three_days_is_paused_with_an_event_and_loses_nothing() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    let case = house.raised().await;
    receiver.will_answer(&[500; ATTEMPTS]);
    let mut tries = Vec::new();
    while tries.last() != Some(&Delivered::GivenUp) {
        tries.push(house.app.deliver(uuid(&id)).await.expect("it is tried"));
        house.clock.advance(LONGEST_PAUSE);
    }
    assert_eq!(tries.len(), ATTEMPTS);
    assert!(tries.iter().rev().skip(1).all(|tried| *tried == Delivered::Failed), "{tries:?}");
    let view = shown(&house, &id).await;
    assert_eq!((&view["state"], &view["pause_cause"]), (&json!("paused"), &json!("failing")));
    let before = history(&house).await;
    let last = before.last().expect("events");
    assert_eq!((&last["type"], &last["data"]["cause"]), (&json!("IntegrationPaused"), &json!("failing")));
    assert_eq!((&last["actor"]["role"], &last["by"]), (&json!("system"), &Value::Null));
    house.app.say_what_was_given_up().await.expect("the log is there");
    assert_eq!(house.app.deliver(uuid(&id)).await.expect("it looks"), Delivered::Nothing);
    while receiver.came().is_some() {}
    house.post(&house.people.admin, &on(&id, "resume"), &json!({})).expect(200).await;
    assert_eq!(delivered(&house, &id).await, 1);
    assert_eq!(receiver.next().await.positions(), [case.position]);
    assert_eq!(history(&house).await.len(), before.len() + 1);
}

#[tokio::test]
async fn days_in_which_the_service_was_off_give_nobody_up() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    let case = house.raised().await;
    receiver.will_answer(&[500; 3]);
    for _attempt in 0..3 {
        assert_eq!(house.app.deliver(uuid(&id)).await.expect("it is tried"), Delivered::Failed);
        assert_eq!(receiver.next().await.positions(), [case.position]);
        house.clock.advance(TimeDelta::days(4));
    }
    assert_eq!(shown(&house, &id).await["state"], "failing");
    assert_eq!(delivered(&house, &id).await, 1);
    assert_eq!(shown(&house, &id).await["state"], "active");
}

/// One more attempt fails, after three days of them.
async fn gives_up(house: &TestHouse, service: &App, receiver: &Receiver, id: &str) {
    let long = sqlx::query("UPDATE integrations SET failures = $1, failing_since = $2");
    let (failures, since) = (i32::try_from(ATTEMPTS - 1), house.app.clock().now() - TimeDelta::days(3));
    let long = long.bind(failures.expect("a few")).bind(since).execute(&house.owner).await;
    long.expect("the table is there");
    receiver.will_answer(&[500]);
    assert_eq!(service.deliver(uuid(id)).await.expect("it is tried"), Delivered::GivenUp);
}

#[tokio::test]
async fn a_service_that_did_not_hear_of_a_resumption_writes_down_that_it_gave_up_again() {
    let receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    house.raised().await;
    let other = house.another_service_that_may_call(&receiver.host());
    for time in 1..=2 {
        gives_up(&house, &other, &receiver, &id).await;
        // At once: whoever resumes it would write down what was left out.
        let events = history(&house).await;
        let pauses = events.iter().filter(|event| event["type"] == "IntegrationPaused");
        assert_eq!(pauses.count(), time, "{events:?}");
        assert_eq!(shown(&house, &id).await["state"], "paused");
        house.post(&house.people.admin, &on(&id, "resume"), &json!({})).expect(200).await;
    }
}
