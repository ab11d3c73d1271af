//! Other systems that are told what happens.

mod failing;
mod keeping;
mod many;
mod receiver;
mod telling;

use serde_json::{Value, json};
use uuid::Uuid;
use whistle_app::Delivered;

use crate::support::{HouseOptions, TestHouse};

pub(crate) use keeping::described;
use receiver::Receiver;

/// A house that may call the receiver.
async fn house_calling(receiver: &Receiver) -> TestHouse {
    TestHouse::open_with(HouseOptions { webhook_hosts: receiver.host(), ..HouseOptions::default() }).await
}

/// Opens an integration; its id and its secret.
async fn opened(house: &TestHouse, receiver: &Receiver, more: &Value) -> (String, String) {
    let mut body = json!({ "name": "市民热线", "url": receiver.url() });
    for (field, value) in more.as_object().expect("fields") {
        body[field] = value.clone();
    }
    let answer = house.post(&house.people.admin, "/api/v1/integrations", &body).expect(201).await.json();
    let text = |field: &str| answer[field].as_str().expect(field).to_owned();
    (text("id"), text("secret"))
}

/// The integration as administrators see it.
async fn shown(house: &TestHouse, id: &str) -> Value {
    let list = house.get(&house.people.admin, "/api/v1/integrations").expect(200).await.json();
    let items = list["items"].as_array().expect("a list");
    items.iter().find(|item| item["id"] == id).unwrap_or_else(|| panic!("{id} is not in {list}")).clone()
}

fn on(id: &str, command: &str) -> String {
    format!("/api/v1/integrations/{id}/{command}")
}

fn uuid(id: &str) -> Uuid {
    id.parse().expect("an identity")
}

/// Delivers until there is nothing more to deliver.
async fn delivered(house: &TestHouse, id: &str) -> usize {
    let mut events = 0;
    loop {
        match house.app.deliver(uuid(id)).await.expect("the database is there") {
            Delivered::Taken { events: taken } => events += taken,
            Delivered::Passed { more: true } => {}
            Delivered::Passed { more: false } | Delivered::Nothing => return events,
            failed => panic!("{failed:?}"),
        }
    }
}
