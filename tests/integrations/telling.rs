//! What is told, to whom, in which order, and what happens when it is not taken.

use std::sync::Arc;

use chrono::TimeDelta;
use serde_json::{Value, json};
use whistle_app::Delivered;
use whistle_domain::clock::Clock;
use whistle_worker::Workers;

use super::{Receiver, delivered, house_calling, on, opened, shown, uuid};
use crate::support::{Stage, TestHouse};

#[tokio::test]
async fn everything_comes_in_order_signed_and_without_anything_personal() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, secret) = opened(&house, &receiver, &json!({})).await;
    let mut body = crate::support::whistle();
    body["reporter"] = crate::support::reporter();
    let case = house.raised_by(&house.people.hotline, &body).await;
    let other = house.case_at(Stage::Dispatched).await;
    let events = delivered(&house, &id).await;
    let parcel = receiver.next().await;
    assert!(parcel.is_signed_with(&secret));
    assert!(receiver.came().is_none(), "all of it in one delivery");
    let positions = parcel.positions();
    assert_eq!(positions.len(), events);
    assert!(positions.is_sorted() && positions.contains(&case.position));
    assert_eq!(parcel.header("whistle-position"), other.position.to_string());
    let json = parcel.json();
    let first = &json["events"][0];
    assert_eq!((&first["type"], &first["case_id"]), (&json!("WhistleRaised"), &json!(case.id)));
    assert_eq!(
        (&first["number"], &first["link"]),
        (&json!(case.number), &json!(format!("/api/v1/cases/{}", case.id)))
    );
    let of_dispatches =
        json["events"].as_array().expect("events").iter().filter_map(|event| event["dispatch"].as_str());
    let of_dispatches: std::collections::BTreeSet<&str> = of_dispatches.collect();
    let issued = [&other.lead, &other.co_handler, &other.notified].map(String::as_str);
    assert_eq!(of_dispatches, issued.into(), "{json}");
    let text = String::from_utf8(parcel.body.to_vec()).expect("JSON");
    assert!(["秦晓薇", "13912345678", "楼道灯"].iter().all(|personal| !text.contains(personal)), "{text}");
    let view = shown(&house, &id).await;
    assert_eq!((&view["behind"], &view["last_status"]), (&json!(0), &json!(200)));
    // What happens later comes later, and nothing comes twice.
    let mut other = other;
    house.bring(&mut other, Stage::Dispatched, Stage::Signed).await;
    delivered(&house, &id).await;
    let later = receiver.next().await;
    assert!(later.positions().iter().all(|position| *position > *positions.last().expect("some")));
    let signed = later.json()["events"][0].clone();
    assert_eq!((&signed["dispatch"], &signed["unit"]), (&json!(other.lead), &json!("d-housing")));
}

#[tokio::test]
async fn what_is_not_taken_comes_again_under_the_same_name_until_it_is() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    house.raised().await;
    receiver.will_answer(&[500, 302, 404]);
    let mut names = Vec::new();
    for (failures, status) in [(1, 500), (2, 302), (3, 404)] {
        assert_eq!(house.app.deliver(uuid(&id)).await.expect("it is tried"), Delivered::Failed);
        let view = shown(&house, &id).await;
        let state = (&view["state"], &view["failures"], &view["last_status"]);
        assert_eq!(state, (&json!("failing"), &json!(failures), &json!(status)));
        // Not before its time.
        assert_eq!(house.app.deliver(uuid(&id)).await.expect("it waits"), Delivered::Nothing);
        let parcel = receiver.next().await;
        assert!(receiver.came().is_none());
        names.push((parcel.header("whistle-delivery").to_owned(), parcel.positions()));
        // More happens meanwhile: the delivery stays what it was.
        house.raised().await;
        house.clock.advance(TimeDelta::seconds(6));
    }
    assert!(matches!(house.app.deliver(uuid(&id)).await, Ok(Delivered::Taken { .. })));
    let parcel = receiver.next().await;
    names.push((parcel.header("whistle-delivery").to_owned(), parcel.positions()));
    assert!(names.iter().all(|name| *name == names[0]), "{names:?}");
    delivered(&house, &id).await;
    let rest = receiver.next().await;
    assert_ne!(rest.header("whistle-delivery"), names[0].0);
    assert_eq!(rest.positions().len(), 3);
    assert_eq!(shown(&house, &id).await["failures"], 0);
}

#[tokio::test]
async fn a_process_that_ends_between_sending_and_writing_down_has_the_same_sent_again() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    house.raised().await;
    receiver.answers_nobody();
    // It is sent, and whoever sent it is gone before the answer.
    let (app, integration) = (Arc::clone(&house.app), uuid(&id));
    let sending = tokio::spawn(async move { app.deliver(integration).await });
    let first = receiver.next().await;
    sending.abort();
    assert!(sending.await.expect_err("it was killed").is_cancelled());
    receiver.answers_again();
    house.raised().await;
    // Another process leaves it alone until it is sure.
    let other = house.another_service_that_may_call(&receiver.host());
    assert_eq!(other.deliver(integration).await.expect("it looks"), Delivered::Nothing);
    assert!(receiver.came().is_none());
    house.clock.advance(TimeDelta::seconds(31));
    assert!(matches!(other.deliver(integration).await, Ok(Delivered::Taken { .. })));
    let second = receiver.next().await;
    assert_eq!(second.header("whistle-delivery"), first.header("whistle-delivery"));
    assert_eq!(second.json(), first.json());
}

#[tokio::test]
async fn two_processes_send_one_delivery() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    let other = house.another_service_that_may_call(&receiver.host());
    let mut positions = Vec::new();
    for _round in 0..5 {
        let case = house.raised().await;
        let both = tokio::join!(house.app.deliver(uuid(&id)), other.deliver(uuid(&id)));
        let taken = [both.0, both.1].map(|one| one.expect("the database is there"));
        assert!(taken.iter().any(|one| matches!(one, Delivered::Taken { .. })), "{taken:?}");
        positions.extend(receiver.next().await.positions());
        assert_eq!(positions.last(), Some(&case.position));
        assert!(receiver.came().is_none(), "{taken:?}");
    }
    let once: std::collections::BTreeSet<i64> = positions.iter().copied().collect();
    assert_eq!(once.len(), positions.len());
}

#[tokio::test]
async fn a_unit_is_told_of_its_own_cases_and_of_the_types_that_were_asked_for() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (police, _) = opened(&house, &receiver, &json!({ "name": "公安", "unit": "d-police" })).await;
    let closed = json!({ "name": "结案", "event_types": ["WhistleRaised"] });
    let (raised, _) = opened(&house, &receiver, &closed).await;
    let mut near = crate::support::whistle();
    near["location"]["grid"] = "g10".into();
    let mut sent = house.raised_by(&house.people.hotline, &near).await;
    let not_sent = house.case_at(Stage::Dispatched).await;
    assert_eq!(delivered(&house, &police).await, 0);
    assert!(receiver.came().is_none());
    house.command(&mut sent, &house.people.other_community, "endorse", json!({})).await;
    house.dispatch(&mut sent, &json!({ "lead": "d-police" })).await;
    assert!(delivered(&house, &police).await > 0);
    let parcel = receiver.next().await;
    let cases = parcel.json()["events"].as_array().expect("events").clone();
    assert!(cases.iter().all(|event| event["case_id"] == sent.id), "{cases:?}");
    assert_eq!(delivered(&house, &raised).await, 2);
    let types: Vec<Value> = receiver.next().await.json()["events"].as_array().expect("events").clone();
    assert!(types.iter().all(|event| event["type"] == "WhistleRaised"));
    assert_eq!(
        types.iter().map(|event| &event["case_id"]).collect::<Vec<_>>(),
        [&json!(sent.id), &json!(not_sent.id)]
    );
}

#[tokio::test]
async fn a_replay_tells_everything_once_more_and_a_pause_keeps_what_happens() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let before = house.raised().await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    assert_eq!(delivered(&house, &id).await, 0, "what was before is not told");
    let admin = &house.people.admin;
    // Beyond what was delivered it would leave something out for ever.
    let stands = shown(&house, &id).await["delivered"].as_i64().expect("a position");
    for after in [stands + 1, 1_000_000, -1] {
        let beyond = house.post(admin, &on(&id, "replay"), &json!({ "after": after }));
        assert_eq!(beyond.refused(422, "invalid_fields").await.pointers(), ["/after"], "{after}");
    }
    house.post(admin, &on(&id, "replay"), &json!({ "after": 0 })).key("again").expect(200).await;
    assert_eq!(delivered(&house, &id).await, 1);
    assert_eq!(receiver.next().await.positions(), [before.position]);
    // The same request once more goes back no more.
    house.post(admin, &on(&id, "replay"), &json!({ "after": 0 })).key("again").expect(200).await;
    assert_eq!(delivered(&house, &id).await, 0);
    house.post(admin, &on(&id, "pause"), &json!({})).expect(200).await;
    let meanwhile = house.raised().await;
    assert_eq!(delivered(&house, &id).await, 0);
    assert!(shown(&house, &id).await["behind"].as_i64().expect("a number") > 0);
    house.post(admin, &on(&id, "resume"), &json!({})).expect(200).await;
    assert_eq!(delivered(&house, &id).await, 1);
    assert_eq!(receiver.next().await.positions(), [meanwhile.position]);
}

#[tokio::test]
async fn a_replay_tells_a_unit_also_what_was_nothing_for_it_at_first() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({ "unit": "d-police" })).await;
    let after = shown(&house, &id).await["delivered"].clone();
    let mut near = crate::support::whistle();
    near["location"]["grid"] = "g10".into();
    let mut case = house.raised_by(&house.people.hotline, &near).await;
    let raised = case.position;
    // Nobody sent it to the police yet: it is passed by, which the row does not say.
    assert_eq!(delivered(&house, &id).await, 0);
    assert_eq!(shown(&house, &id).await["delivered"], after);
    house.command(&mut case, &house.people.other_community, "endorse", json!({})).await;
    house.dispatch(&mut case, &json!({ "lead": "d-police" })).await;
    // Once, so that nothing is looked for after it.
    assert!(matches!(house.app.deliver(uuid(&id)).await, Ok(Delivered::Taken { .. })));
    let first = receiver.next().await.positions();
    assert!(!first.contains(&raised) && first.contains(&case.position), "{first:?}");
    house.post(&house.people.admin, &on(&id, "replay"), &json!({ "after": after })).expect(200).await;
    delivered(&house, &id).await;
    let again = receiver.next().await.positions();
    assert_eq!((again.first(), again.last()), (Some(&raised), first.last()), "{again:?}");
}

#[tokio::test]
async fn what_is_in_hand_and_has_grown_goes_out_in_parts_of_a_hundred() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({ "unit": "d-police" })).await;
    let mut near = crate::support::whistle();
    near["location"]["grid"] = "g10".into();
    let mut sent = house.raised_by(&house.people.hotline, &near).await;
    let first = sent.position;
    for _case in 0..105 {
        house.raised().await;
    }
    house.command(&mut sent, &house.people.other_community, "endorse", json!({})).await;
    house.dispatch(&mut sent, &json!({ "lead": "d-police" })).await;
    receiver.will_answer(&[500]);
    assert_eq!(house.app.deliver(uuid(&id)).await.expect("it is tried"), Delivered::Failed);
    let not_taken = receiver.next().await;
    assert!(not_taken.positions().len() < 10, "{:?}", not_taken.positions());
    // As if each of the cases had been sent to the police meanwhile.
    let sees_all = sqlx::query("UPDATE integrations SET unit = NULL");
    sees_all.execute(&house.owner).await.expect("the table is there");
    house.clock.advance(TimeDelta::seconds(6));
    delivered(&house, &id).await;
    let (one, two) = (receiver.next().await, receiver.next().await);
    let lengths = (one.positions().len(), two.positions().len());
    assert!(lengths.0 == 100 && lengths.1 < 100, "{lengths:?}");
    let names = [&not_taken, &one, &two].map(|parcel| parcel.header("whistle-delivery"));
    assert!(names[0] != names[1] && names[1] != names[2], "{names:?}");
    assert_eq!(one.header("whistle-position"), (first + 99).to_string());
    let told: Vec<i64> = one.positions().into_iter().chain(two.positions()).collect();
    assert_eq!(told, (first..=sent.position).collect::<Vec<_>>());
    assert!(receiver.came().is_none());
}

#[tokio::test]
async fn a_hundred_events_are_one_delivery_and_more_are_more() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    for _case in 0..105 {
        house.raised().await;
    }
    assert_eq!(delivered(&house, &id).await, 105);
    let (first, second) = (receiver.next().await, receiver.next().await);
    assert_eq!((first.positions().len(), second.positions().len()), (100, 5));
    assert!(first.body.len() < 64 * 1024, "{}", first.body.len());
    assert!(first.positions().last() < second.positions().first());
}

#[tokio::test]
async fn the_loop_tells_at_once_and_a_slow_system_keeps_no_other_waiting() {
    let (mut slow, mut quick) = (Receiver::open().await, Receiver::open().await);
    let options = crate::support::HouseOptions {
        webhook_hosts: format!("{}, {}", slow.host(), quick.host()),
        ..crate::support::HouseOptions::default()
    };
    let house = TestHouse::open_with(options).await;
    opened(&house, &slow, &json!({ "name": "慢" })).await;
    opened(&house, &quick, &json!({ "name": "快" })).await;
    slow.answers_nobody();
    let clock: Arc<dyn Clock> = house.clock.clone();
    let workers = Workers::start(house.app.projections(), house.app.log(), clock);
    workers.tell_others(&house.app);
    let mut raised = Vec::new();
    for _round in 0..3 {
        let case = house.raised().await;
        assert_eq!(quick.next().await.positions(), [case.position]);
        raised.push(case.position);
    }
    // Whatever was in the first delivery: nobody answered it, and what waited comes in its order.
    let mut told = slow.next().await.positions();
    slow.answers_again();
    while told.len() < raised.len() {
        told.extend(slow.next().await.positions());
    }
    assert_eq!(told, raised);
    workers.stop(std::time::Duration::from_secs(5)).await.expect("they end");
}
