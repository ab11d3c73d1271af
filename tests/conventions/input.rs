//! Bad input: a clear refusal, and nothing half-done.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Stage, TestHouse, whistle};

fn changed(pointer: &str, value: Value) -> Value {
    let mut body = whistle();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    body.pointer_mut(parent).expect("a parent")[name] = value;
    body
}

#[tokio::test]
async fn a_field_that_breaks_a_rule_is_named() {
    let house = TestHouse::open().await;
    let table = [
        (changed("/category", json!("9999")), "/category"),
        (changed("/category", json!("")), "/category"),
        (changed("/location/grid", json!("g99")), "/location/grid"),
        (changed("/location/grid", json!("g01\0")), "/location/grid"),
        (changed("/location", json!({})), "/location"),
        (changed("/location", json!({ "lon": 83.0 })), "/location"),
        (changed("/location", json!({ "lon": 116.4, "lat": 39.9 })), "/location"),
        (changed("/location", json!({ "lon": 1e300, "lat": 39.9 })), "/location"),
        (changed("/location", json!({ "lon": 83.01, "lat": 39.01, "crs": "BD09" })), "/location/crs"),
        (changed("/location/address", json!("址".repeat(201))), "/location/address"),
        (changed("/title", json!("")), "/title"),
        (changed("/title", json!(" \u{3000} ")), "/title"),
        (changed("/title", json!("题".repeat(101))), "/title"),
        (changed("/title", json!("路灯\u{0}")), "/title"),
        (changed("/title", json!("路灯\u{202e}不亮")), "/title"),
        (changed("/title", json!("一行\n两行")), "/title"),
        (changed("/description", json!("字".repeat(4001))), "/description"),
        (changed("/description", json!("\u{1b}[31m")), "/description"),
        (changed("/source", json!("热线")), "/source"),
        (changed("/source", json!("")), "/source"),
        (changed("/reporter", json!({})), "/reporter"),
        (changed("/reporter", json!({ "phone": "12345" })), "/reporter/phone"),
        (changed("/reporter", json!({ "name": "名".repeat(51) })), "/reporter/name"),
        (changed("/reporter", json!({ "name": "\u{7}" })), "/reporter/name"),
    ];
    for (body, pointer) in table {
        let refused =
            house.post(&house.people.resident, "/api/v1/cases", &body).refused(422, "invalid_fields").await;
        assert_eq!(refused.pointers(), [pointer], "{refused}");
    }
    assert_eq!(house.events().await, 0);
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_at_once() {
    let house = TestHouse::open().await;
    let body = json!({ "title": "", "category": "x", "source": "?", "location": { "grid": "y" }, "anonymous": true,
        "reporter": { "phone": "1" } });
    let refused =
        house.post(&house.people.nobody, "/api/v1/cases", &body).refused(422, "invalid_fields").await;
    assert_eq!(refused.pointers(), ["/title", "/source", "/category", "/location/grid", "/reporter"]);
    // A stranger says who they are, or that they will not.
    let refused =
        house.post(&house.people.nobody, "/api/v1/cases", &whistle()).refused(422, "invalid_fields").await;
    assert_eq!(refused.pointers(), ["/reporter"]);
}

#[tokio::test]
async fn the_longest_text_that_is_allowed_is_taken() {
    let house = TestHouse::open().await;
    let mut body = whistle();
    body["title"] = json!("题".repeat(100));
    body["description"] = json!("字".repeat(4000));
    body["location"]["address"] = json!("址".repeat(200));
    let case = house.raised_by(&house.people.resident, &body).await;
    let path = format!("/api/v1/cases?min_position={}&q=题题", case.position);
    assert_eq!(house.get(&house.people.resident, &path).expect(200).await.ids(), [case.id]);
}

#[tokio::test]
async fn a_wrong_type_is_malformed_and_named() {
    let house = TestHouse::open().await;
    let table = [
        (json!({}), "/title"),
        (json!([]), ""),
        (json!(null), ""),
        (json!("whistle"), ""),
        (changed("/title", json!(7)), "/title"),
        (changed("/title", json!(null)), "/title"),
        (changed("/kind", json!("party")), "/kind"),
        (changed("/anonymous", json!("yes")), "/anonymous"),
        (changed("/location", json!("g01")), "/location"),
        (changed("/location/lon", json!("83")), "/location/lon"),
        (changed("/location/grid", json!(["g01"])), "/location/grid"),
        (changed("/reporter", json!({ "phone": 13_912_345_678_u64 })), "/reporter/phone"),
    ];
    for (body, pointer) in table {
        let refused =
            house.post(&house.people.resident, "/api/v1/cases", &body).refused(400, "bad_type").await;
        assert_eq!(refused.pointers(), [pointer], "{refused}");
    }
    let case = house.case_at(Stage::Callback).await;
    for body in
        [json!({ "reached": true, "satisfaction": 256 }), json!({ "reached": true, "satisfaction": 4.5 })]
    {
        let refused =
            house.post(&house.people.hotline, &case.path("callback"), &body).refused(400, "bad_type").await;
        assert_eq!(refused.pointers(), ["/satisfaction"]);
    }
}

#[tokio::test]
async fn what_is_no_json_is_malformed() {
    let house = TestHouse::open().await;
    let trailing = format!("{} trailing", whistle());
    let table: [&[u8]; 10] = [
        b"",
        b"{",
        trailing.as_bytes(),
        b"\xff\xfe",
        b"{\"title\":\"\xc3\x28\"}",
        b"{\"title\":\"\\ud800\"}",
        b"{\"title\":\"a\nb\"}",
        b"{\"title\":1e999}",
        b"\xef\xbb\xbf{}",
        b"NaN",
    ];
    for body in table {
        let post = house.call(&house.people.resident, Method::POST, "/api/v1/cases");
        let refused = post.raw("application/json", body.to_vec()).expect(400).await;
        assert_eq!(refused.json()["code"], "bad_json", "{body:?}: {refused}");
    }
    let deep = "[".repeat(100_000);
    let post = house.call(&house.people.resident, Method::POST, "/api/v1/cases");
    post.raw("application/json", format!("{{\"x\":{deep}")).refused(400, "bad_json").await;
    let twice = br#"{"title":"a","title":"b"}"#;
    let post = house.call(&house.people.resident, Method::POST, "/api/v1/cases");
    post.raw("application/json", twice.to_vec()).expect(400).await;
    assert_eq!(house.events().await, 0);
}

#[tokio::test]
async fn only_json_of_a_bounded_size_is_read() {
    let house = TestHouse::open().await;
    let (resident, community) = (&house.people.resident, &house.people.community);
    let post = || house.call(resident, Method::POST, "/api/v1/cases");
    let text = whistle().to_string();
    for kind in
        ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "multipart/form-data", ""]
    {
        post().raw(kind, text.clone()).refused(415, "not_json").await;
    }
    post().refused(415, "not_json").await;
    post().raw("Application/JSON; charset=utf-8", text).expect(201).await;
    let huge = changed("/description", json!("x".repeat(300 * 1024))).to_string();
    post().raw("application/json", huge.clone()).refused(413, "too_large").await;
    // Where a body may be missing it may still not be anything.
    let case = house.raised().await;
    let endorse = || house.call(community, Method::POST, &case.path("endorse"));
    endorse().raw("text/plain", "{}").refused(415, "not_json").await;
    endorse().raw("application/json", huge).refused(413, "too_large").await;
    endorse().raw("application/json", "[1]").expect(400).await;
    endorse().expect(200).await;
}

#[tokio::test]
async fn a_command_that_breaks_a_rule_of_the_case_is_refused_by_name() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.case_at(Stage::Endorsed).await;
    let dispatches = case.path("dispatches");
    let field = async |body: Value, pointer: &str| {
        let refused = house.post(&people.dispatcher, &dispatches, &body).refused(422, "invalid_fields").await;
        assert_eq!(refused.pointers(), [pointer], "{refused}");
    };
    field(json!({ "lead": "d-nowhere" }), "/lead").await;
    field(json!({ "lead": "d\0" }), "/lead").await;
    field(json!({ "lead": "d-housing", "co_handlers": ["s1", "x"] }), "/co_handlers/1").await;
    field(json!({ "lead": "d-housing", "notify": [""] }), "/notify/0").await;
    field(json!({ "lead": "d-housing", "notify": vec!["s1"; 40] }), "/notify").await;
    field(json!({ "lead": "d-housing", "instruction": "字".repeat(4001) }), "/instruction").await;
    let twice = json!({ "lead": "d-housing", "co_handlers": ["d-housing"] });
    house.post(&people.dispatcher, &dispatches, &twice).refused(422, "department_twice").await;
    let file = json!({ "category": "9999" });
    house.post(&people.dispatcher, &case.path("file"), &file).refused(422, "unknown_category").await;

    let case = house.case_at(Stage::Signed).await;
    let report = format!("/api/v1/dispatches/{}/report", case.lead);
    for time in
        ["2026-11-20T03:59:59Z", "2026-11-20T04:00:01Z", "0001-01-01T00:00:00Z", "+262142-12-31T23:59:59Z"]
    {
        house
            .post(&people.housing, &report, &json!({ "time": time }))
            .refused(422, "arrival_out_of_range")
            .await;
    }
    let person = json!({ "person": "人".repeat(201) });
    assert_eq!(house.post(&people.housing, &report, &person).expect(422).await.pointers(), ["/person"]);
    house.post(&people.housing, &report, &json!({ "time": "noon" })).refused(400, "bad_type").await;
    let sign = format!("/api/v1/dispatches/{}/report", case.notified);
    house.post(&people.street, &sign, &json!({})).refused(409, "only_notified").await;

    let case = house.case_at(Stage::Callback).await;
    let said = json!({ "reached": true });
    let refused =
        house.post(&people.hotline, &case.path("callback"), &said).refused(422, "invalid_fields").await;
    assert_eq!(refused.pointers(), ["/solved", "/satisfaction"]);
    for satisfaction in [0, 6, 255] {
        let said = json!({ "reached": true, "solved": true, "satisfaction": satisfaction });
        let code = "satisfaction_out_of_range";
        house.post(&people.hotline, &case.path("callback"), &said).refused(422, code).await;
    }
    let case = house.case_at(Stage::Verification).await;
    let evidence = json!({ "passed": true, "evidence": vec!["照片"; 21] });
    let refused = house.post(&people.community, &case.path("verify"), &evidence).expect(422).await;
    assert_eq!(refused.pointers(), ["/evidence"]);
}

#[tokio::test]
async fn what_is_no_identifier_names_nothing() {
    let house = TestHouse::open().await;
    let people = &house.people;
    for id in ["1", "nil", "%00", "%ff", "..", "00000000-0000-0000-0000-000000000000", &"9".repeat(5000)] {
        house.get(&people.supervisor, &format!("/api/v1/cases/{id}")).expect(404).await;
        house.post(&people.housing, &format!("/api/v1/dispatches/{id}/sign"), &json!({})).expect(404).await;
    }
    for number in ["1", "%00", "%ff", "%E4%B8%AD", &"9".repeat(5000)] {
        house
            .get(&people.nobody, &format!("/api/v1/public/cases/{number}?code=x"))
            .refused(404, "not_found")
            .await;
    }
    let case = house.raised().await;
    let number = format!("/api/v1/public/cases/{}", case.number);
    for code in ["", "%00", "%E4%B8%AD", &"A".repeat(5000)] {
        house.get(&people.nobody, &format!("{number}?code={code}")).refused(404, "not_found").await;
    }
    // The code as people type it.
    let typed = case.code.to_lowercase();
    house.get(&people.nobody, &format!("{number}?code={typed}")).expect(200).await;
}

#[tokio::test]
async fn beside_a_code_a_wrong_field_is_still_named() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Closed).await;
    let path = format!("/api/v1/public/cases/{}/rate", case.number);
    let table = [
        (json!({ "code": case.code, "solved": true, "satisfaction": "five" }), 400, "/satisfaction"),
        (json!({ "code": 7, "solved": true, "satisfaction": 5 }), 400, "/code"),
        (
            json!({ "code": case.code, "solved": true, "satisfaction": 5, "comment": "\u{1b}" }),
            422,
            "/comment",
        ),
    ];
    for (body, status, pointer) in table {
        let refused = house.post(&house.people.nobody, &path, &body).expect(status).await;
        assert_eq!(refused.json()["errors"][0]["pointer"], pointer, "{refused}");
    }
}
