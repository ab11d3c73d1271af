//! Logging in with a password.

use reqwest::Method;
use serde_json::json;

use crate::support::{Answer, PASSWORD, TestHouse};

async fn log_in(house: &TestHouse, username: &str, password: &str) -> Answer {
    let body = json!({ "username": username, "password": password });
    house.post(&house.people.nobody, "/api/v1/sessions", &body).send().await
}

/// The cookie as a browser sends it back.
fn cookie(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().expect("a cookie").to_owned()
}

#[tokio::test]
async fn a_good_password_opens_a_session_until_it_is_ended() {
    let house = TestHouse::open().await;
    let nobody = &house.people.nobody;
    let answer = log_in(&house, " Dispatcher ", PASSWORD).await;
    assert_eq!(answer.status, 201, "{answer}");
    assert_eq!(answer.json()["role"], "dispatcher");
    let set = answer.header("set-cookie");
    for part in ["__Host-whistle=", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(set.contains(part), "{set}");
    }
    let session = cookie(&answer);
    let me = || house.get(nobody, "/api/v1/me").header("cookie", &session);
    assert_eq!(me().expect(200).await.json()["username"], "dispatcher");
    let ended = house
        .call(nobody, Method::DELETE, "/api/v1/sessions/current")
        .header("cookie", &session)
        .expect(204)
        .await;
    assert!(ended.header("set-cookie").contains("Max-Age=0"));
    me().refused(401, "unauthenticated").await;
    assert!(!house.heard.lock().expect("no panic").iter().any(|heard| heard.contains(PASSWORD)));
}

#[tokio::test]
async fn a_session_that_is_over_can_still_be_left_and_takes_its_cookie_along() {
    let house = TestHouse::open().await;
    let nobody = &house.people.nobody;
    let session = cookie(&log_in(&house, "dispatcher", PASSWORD).await);
    let leave = || house.call(nobody, Method::DELETE, "/api/v1/sessions/current");
    for _ in 0..2 {
        let left = leave().header("cookie", &session).expect(204).await;
        assert!(left.header("set-cookie").contains("Max-Age=0"), "{left}");
    }
    leave().header("cookie", &session).header("origin", "null").refused(403, "cross_site").await;
    leave().refused(401, "unauthenticated").await;
}

#[tokio::test]
async fn a_session_cookie_counts_on_requests_from_this_site_only() {
    let house = TestHouse::open().await;
    let session = cookie(&log_in(&house, "dispatcher", PASSWORD).await);
    let host = house.address.to_string();
    let raise = |headers: &[(&str, &str)]| {
        let mut body = crate::support::whistle();
        body["anonymous"] = json!(true);
        let call = house.post(&house.people.nobody, "/api/v1/cases", &body).header("cookie", &session);
        headers.iter().fold(call, |call, (name, value)| call.header(name, value))
    };
    raise(&[]).expect(201).await;
    raise(&[("sec-fetch-site", "same-origin")]).expect(201).await;
    raise(&[("origin", &format!("http://{host}"))]).expect(201).await;
    for foreign in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        raise(&[foreign]).refused(403, "cross_site").await;
    }
    let ended = house.call(&house.people.nobody, Method::DELETE, "/api/v1/sessions/current");
    ended.header("cookie", &session).header("sec-fetch-site", "cross-site").refused(403, "cross_site").await;
}

#[tokio::test]
async fn bad_passwords_are_alike_and_bounded() {
    let house = TestHouse::open().await;
    let wrong = log_in(&house, "dispatcher", "wrong-password").await;
    let unknown = log_in(&house, "nobody-here", "wrong-password").await;
    let without = log_in(&house, "housing", "wrong-password").await;
    for answer in [&wrong, &unknown, &without] {
        assert_eq!((answer.status, answer.json()), (401, wrong.json()));
    }
    for (name, password) in
        [("\0", "x"), ("", ""), (&*"n".repeat(1000), "x"), ("dispatcher", &*"p".repeat(2000))]
    {
        assert_eq!(log_in(&house, name, password).await.status, 401);
    }
    for _ in 0..4 {
        assert_eq!(log_in(&house, "dispatcher", "wrong-password").await.status, 401);
    }
    // Now not even the right one.
    let refused = log_in(&house, "dispatcher", PASSWORD).await;
    assert_eq!((refused.status, refused.json()["code"].as_str()), (429, Some("too_many_attempts")));
    assert_eq!(refused.header("retry-after"), "901");
    house.clock.advance(chrono::Duration::minutes(15));
    assert_eq!(log_in(&house, "dispatcher", PASSWORD).await.status, 201);
}

#[tokio::test]
async fn a_token_that_does_not_hold_is_refused_even_where_strangers_are_welcome() {
    let house = TestHouse::open().await;
    let mut body = crate::support::whistle();
    body["anonymous"] = json!(true);
    for header in [&b"Bearer wrong"[..], b"Bearer ", b"Basic eDp5", b"bearer", b"\xff", b""] {
        let raise = house.post(&house.people.nobody, "/api/v1/cases", &body);
        raise.header("authorization", header).refused(401, "unauthenticated").await;
        let list = house.get(&house.people.nobody, "/api/v1/cases");
        list.header("authorization", header).refused(401, "unauthenticated").await;
    }
    let raise = house.post(&house.people.nobody, "/api/v1/cases", &body);
    raise.header("cookie", "__Host-whistle=whs_stale; other=1").refused(401, "unauthenticated").await;
    assert_eq!(house.events().await, 0);
}
