//! Server-sent events.

use std::time::Duration;

use serde_json::Value;

use crate::support::{Stage, TestHouse, Who};

/// Longer than any event may take to come.
const EVENT_MAX: Duration = Duration::from_secs(20);

/// An open stream, read event by event.
struct Listener {
    response: reqwest::Response,
    text: String,
}

impl Listener {
    async fn open(house: &TestHouse, who: &Who, after: i64) -> Self {
        let call = house.get(who, "/api/v1/events/stream").header("last-event-id", after.to_string());
        let response = call.open().await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self { response, text: String::new() }
    }

    /// The next event: its id and its data.
    async fn next(&mut self) -> (i64, Value) {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let field =
                    |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
                let parsed = field("id:").zip(field("data:")).map(|(id, data)| {
                    (id.parse().expect("a position"), serde_json::from_str(data).expect("JSON"))
                });
                self.text = rest.to_owned();
                if let Some(parsed) = parsed {
                    return parsed;
                }
                continue;
            }
            let chunk =
                tokio::time::timeout(EVENT_MAX, self.response.chunk()).await.expect("an event in time");
            let chunk = chunk.expect("a sound stream").expect("a stream that goes on");
            self.text.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
        }
    }
}

#[tokio::test]
async fn staff_hears_of_its_own_area_in_order_and_goes_on_where_it_stopped() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Dispatched).await;
    let mut everything = Listener::open(&house, &house.people.supervisor, 0).await;
    let first = case.position - i64::try_from(case.version).expect("a small number") + 1;
    for position in first..=case.position {
        let (id, data) = everything.next().await;
        assert_eq!(
            (id, &data["position"], &data["case_id"]),
            (position, &position.into(), &case.id.clone().into())
        );
    }
    // What happens while somebody listens comes too.
    let other = house.raised().await;
    assert_eq!(everything.next().await.0, other.position);

    let mut resumed = Listener::open(&house, &house.people.supervisor, case.position - 1).await;
    assert_eq!(resumed.next().await.0, case.position);

    // Another community hears only what happens in its own streets; a department what it was sent to.
    let mut far = Listener::open(&house, &house.people.other_community, 0).await;
    let mut body = crate::support::whistle();
    body["location"]["grid"] = "g10".into();
    let mut near_them = house.raised_by(&house.people.hotline, &body).await;
    assert_eq!(far.next().await.1["case_id"], near_them.id);
    house.command(&mut near_them, &house.people.other_community, "endorse", serde_json::json!({})).await;
    house.dispatch(&mut near_them, &serde_json::json!({ "lead": "d-police" })).await;
    let mut police = Listener::open(&house, &house.people.police, 0).await;
    assert_eq!(police.next().await.1["type"], "WhistleRaised");
}

#[tokio::test]
async fn a_place_in_the_log_that_is_none_is_malformed() {
    let house = TestHouse::open().await;
    let open = || house.get(&house.people.supervisor, "/api/v1/events/stream");
    for id in ["x", "-1", "", "9223372036854775808"] {
        open().header("last-event-id", id).refused(400, "bad_last_event_id").await;
    }
    house.get(&house.people.supervisor, "/api/v1/events/stream?after=x").refused(400, "bad_query").await;
}
