//! What bounds photographs: time, room, and how many come from one address.

use chrono::Duration;
use futures::future::join_all;
use image::ImageFormat;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

use super::{ids, jpeg, picture, seen, send, taken, with_photos};
use crate::support::{Answer, HouseOptions, Stage, TestHouse, whistle};

#[tokio::test]
async fn what_nobody_uses_is_gone_after_a_day_and_what_is_used_stays() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let [used, named_in_vain, unused] = [
        taken(&house, &people.nobody, 11).await,
        taken(&house, &people.housing, 12).await,
        taken(&house, &people.nobody, 13).await,
    ];
    let case = house.raised_by(&people.resident, &with_photos(whistle(), &[&used])).await;
    // It comes too early: the department has not accepted yet. The photograph waits with the case for the next try.
    let early = house.case_at(Stage::Dispatched).await;
    let measure = json!({ "measure": "换灯", "evidence": [format!("photo/{named_in_vain}")] });
    let measures = format!("/api/v1/dispatches/{}/measures", early.lead);
    house.post(&people.housing, &measures, &measure).refused(409, "wrong_dispatch_state").await;

    house.clock.advance(Duration::hours(23));
    assert_eq!(house.app.sweep_photos().await.expect("a sweep"), 0);
    house.clock.advance(Duration::hours(1) + Duration::seconds(1));
    assert_eq!(house.app.sweep_photos().await.expect("a sweep"), 2);
    assert_eq!(house.app.sweep_photos().await.expect("a sweep"), 0);
    assert_eq!(seen(&house, &people.resident, &used, "").await.0, 200);
    assert_eq!(ids(&house.get(&people.resident, &case.path("")).expect(200).await.json()), [&used]);
    for gone in [&named_in_vain, &unused] {
        let report = with_photos(whistle(), &[gone]);
        let refused =
            house.post(&people.resident, "/api/v1/cases", &report).refused(422, "invalid_fields").await;
        assert_eq!(refused.json()["errors"][0]["code"], "unknown_photo");
    }
}

#[tokio::test]
async fn strangers_cannot_fill_the_disk_nor_take_the_room_of_those_with_an_account() {
    let house = TestHouse::open().await;
    let people = &house.people;
    taken(&house, &people.nobody, 18).await;
    let filled =
        "INSERT INTO photos (id, sealed_key, sha256, width, height, likeness, created_at, picture, thumbnail)
        SELECT gen_random_uuid(), sealed_key, sha256, width, height, likeness, created_at, '', ''
        FROM photos, generate_series(1, 4999)";
    sqlx::query(filled).execute(&house.owner).await.expect("more photographs");
    let refused = send(&house, &people.nobody, "image/jpeg", jpeg(18)).await;
    assert_eq!((refused.status, &refused.json()["code"]), (503, &json!("overloaded")), "{refused}");
    assert_eq!(refused.header("retry-after"), "600");
    taken(&house, &people.housing, 18).await;
    // What is swept makes room.
    house.clock.advance(Duration::hours(25));
    assert_eq!(house.app.sweep_photos().await.expect("a sweep"), 5001);
    taken(&house, &people.nobody, 18).await;
}

#[tokio::test]
async fn a_case_that_cannot_be_read_keeps_nothing_else_from_being_swept() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let id = taken(&house, &people.nobody, 20).await;
    let broken = house.raised_by(&people.resident, &with_photos(whistle(), &[&id])).await;
    house.clock.advance(Duration::seconds(1));
    let [named_in_vain, unused] =
        [taken(&house, &people.housing, 21).await, taken(&house, &people.nobody, 22).await];
    let early = house.case_at(Stage::Dispatched).await;
    let measure = json!({ "measure": "换灯", "evidence": [format!("photo/{named_in_vain}")] });
    let measures = format!("/api/v1/dispatches/{}/measures", early.lead);
    house.post(&people.housing, &measures, &measure).refused(409, "wrong_dispatch_state").await;
    sqlx::raw_sql("ALTER TABLE events DISABLE TRIGGER ALL").execute(&house.owner).await.expect("an owner");
    let broken: Uuid = broken.id.parse().expect("an id");
    sqlx::query("UPDATE events SET payload = '?' WHERE stream_id = $1")
        .bind(broken)
        .execute(&house.owner)
        .await
        .expect("an owner");

    // One that has not read the case before.
    let service = house.another_service();
    house.clock.advance(Duration::hours(25));
    // What was named in vain has an hour from now, however long ago it came.
    assert_eq!(service.sweep_photos().await.expect("a sweep"), 1);
    let kept = async |id: &str| {
        let id: Uuid = id.parse().expect("an id");
        let row = sqlx::query_as::<_, (Option<Uuid>,)>("SELECT case_id FROM photos WHERE id = $1").bind(id);
        row.fetch_optional(&house.owner).await.expect("an owner")
    };
    assert_eq!(
        [kept(&id).await, kept(&named_in_vain).await, kept(&unused).await],
        [Some((Some(broken),)), Some((None,)), None]
    );
    house.clock.advance(Duration::minutes(61));
    assert_eq!(service.sweep_photos().await.expect("a sweep"), 1);
    assert_eq!(kept(&named_in_vain).await, None);
    assert_eq!(kept(&id).await, Some((Some(broken),)));
}

/// Sends until it is too much, and says how it was refused.
async fn until_refused(house: &TestHouse, forwarded_for: &str) -> Answer {
    for _ in 0..200 {
        // Not decoded: the limit stands in front of that.
        let call = house.call(&house.people.nobody, reqwest::Method::POST, "/api/v1/photos");
        let answer = call.header("x-forwarded-for", forwarded_for).raw("image/gif", Vec::new()).send().await;
        if answer.status == 429 {
            return answer;
        }
        assert_eq!(answer.status, 415, "{answer}");
    }
    panic!("there is no limit")
}

#[tokio::test]
async fn who_sends_too_many_pictures_is_told_when_to_come_back_and_others_things_go_on() {
    let house = TestHouse::open_with(HouseOptions { rate_limit: true, ..HouseOptions::default() }).await;
    let nobody = &house.people.nobody;
    assert_eq!(until_refused(&house, "203.0.113.1").await.json()["code"], "too_many_requests");
    house.get(nobody, "/api/v1/grids").expect(200).await;
    // Whoever says that they are somebody else is not believed.
    let call = house.call(nobody, reqwest::Method::POST, "/api/v1/photos");
    call.header("x-forwarded-for", "203.0.113.2").raw("image/gif", Vec::new()).expect(429).await;
}

#[tokio::test]
async fn behind_a_proxy_that_is_trusted_everybody_has_limits_of_their_own() {
    let options =
        HouseOptions { rate_limit: true, trusted_proxies: "127.0.0.0/8", ..HouseOptions::default() };
    let house = TestHouse::open_with(options).await;
    until_refused(&house, "203.0.113.1").await;
    let call = house.call(&house.people.nobody, reqwest::Method::POST, "/api/v1/photos");
    call.header("x-forwarded-for", "203.0.113.2").raw("image/gif", Vec::new()).expect(415).await;
}

/// A picture that has been let in, and of which nothing comes.
async fn stalled(house: &TestHouse, forwarded_for: &str) -> TcpStream {
    let mut line = TcpStream::connect(house.address).await.expect("a connection");
    let head = format!(
        "POST /api/v1/photos HTTP/1.1\r\nhost: whistle\r\ncontent-type: image/jpeg\r\ncontent-length: 1000\r\n\
         x-forwarded-for: {forwarded_for}\r\nexpect: 100-continue\r\n\r\n"
    );
    line.write_all(head.as_bytes()).await.expect("it is sent");
    // Said once the body is asked for.
    let mut answer = [0; 12];
    line.read_exact(&mut answer).await.expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 100");
    line
}

#[tokio::test]
async fn slow_lines_of_one_address_do_not_shut_others_out() {
    let options =
        HouseOptions { rate_limit: true, trusted_proxies: "127.0.0.0/8", ..HouseOptions::default() };
    let house = TestHouse::open_with(options).await;
    let sends = async |address: &str| {
        let call = house.call(&house.people.nobody, reqwest::Method::POST, "/api/v1/photos");
        call.header("x-forwarded-for", address)
            .raw("image/jpeg", picture(23, 8, 8, ImageFormat::Jpeg))
            .send()
            .await
    };
    let lines = join_all((0..4).map(|_| stalled(&house, "203.0.113.1"))).await;
    let refused = sends("203.0.113.1").await;
    assert_eq!((refused.status, &refused.json()["code"]), (429, &json!("too_many_requests")), "{refused}");
    assert_eq!(sends("203.0.113.2").await.status, 201);
    // Lines that break off leave their places.
    drop(lines);
    let again = async {
        while sends("203.0.113.1").await.status != 201 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), again).await.expect("a place");
}
