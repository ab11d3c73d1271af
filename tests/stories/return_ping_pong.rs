//! 退单推诿: a broken road that is nobody's.

use chrono::Duration;
use serde_json::{Value, json};

use super::ending::{holdings, instant};
use super::stage::{NAME, PHONE, Tale, content};
use crate::support::TestHouse;

const HOUSING: &str = "d-housing";
const URBAN: &str = "d-urban";
const CENTRE: &str = "d-dispatch";

impl<'h> Tale<'h> {
    /// A hole in the road, reported, endorsed and given to the housing office.
    async fn given_to_housing(house: &'h TestHouse) -> Self {
        let tale = Self::of_a_broken_road(house).await;
        let sent = json!({ "lead": HOUSING, "instruction": "请修复路面" });
        tale.act(&house.people.dispatcher, "dispatches", sent).await;
        tale
    }

    async fn of_a_broken_road(house: &'h TestHouse) -> Self {
        let whistle = json!({
            "title": "小区门口道路破损",
            "category": "0110",
            "location": { "grid": "g01" },
            "reporter": { "name": NAME, "phone": PHONE },
        });
        let tale = Self::begins(house, &house.people.nobody, &whistle).await;
        tale.act(&house.people.community, "endorse", json!({ "note": "属实" })).await;
        tale
    }
}

fn not_ours(proposed: &str) -> Value {
    json!({ "basis": "三定方案第五条", "reason": "道路未移交", "proposed_unit": proposed })
}

fn ruled(decision: &str) -> Value {
    json!({ "decision": decision, "reason": "以管养协议为准" })
}

#[tokio::test]
async fn a_return_ping_pong() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let tale = Tale::given_to_housing(&house).await;
    let (begun, due_at) = (tale.now(), tale.page().await["due_at"].clone());
    assert!(due_at.is_string());

    // The housing office hands it back, and says whose it is. While that waits, nothing else moves.
    tale.each(&people.housing, HOUSING, &["sign", "report"]).await;
    tale.on_refused(
        &people.housing,
        HOUSING,
        "request-return",
        not_ours(HOUSING),
        (422, "own_unit_proposed"),
    )
    .await;
    tale.on(&people.housing, HOUSING, "request-return", not_ours(URBAN)).await;
    tale.on_refused(&people.housing, HOUSING, "accept", json!({}), (409, "return_pending")).await;
    let disputed = tale.on_register("disputed").await.expect("in dispute");
    assert_eq!(disputed["unit"], HOUSING);
    let waits = tale.on_register("awaiting_decision").await.expect("somebody must decide");
    assert_eq!(waits["due_at"], disputed["due_at"]);

    // The dispatcher agrees. The clock of the case does not care.
    tale.passes(Duration::minutes(90)).await;
    let handed_over = tale.now();
    tale.on(&people.dispatcher, HOUSING, "rule-return", ruled("approve")).await;
    assert_eq!(tale.on_register("disputed").await, None);
    assert_eq!(tale.on_register("awaiting_decision").await, None);
    assert_eq!(tale.page().await["due_at"], due_at);
    assert_eq!(tale.on_work_list_of(&people.housing).await.expect("what it had")["state"], "recalled");
    let got = tale.on_work_list_of(&people.urban).await.expect("what it got");
    assert_eq!((&got["state"], &got["due_at"]), (&json!("issued"), &due_at));
    assert!(instant(&got["sign_due_at"]) > Some(handed_over), "signing starts anew");
    assert_eq!(tale.view().await["contact_unit"], HOUSING, "首接负责: whoever had it first still talks");

    // The second unit wants to hand it on as well: now only the supervisor rules, and finally.
    tale.each(&people.urban, URBAN, &["sign"]).await;
    tale.on(&people.urban, URBAN, "request-return", not_ours("s1")).await;
    assert_eq!(tale.on_register("disputed").await.expect("in dispute")["unit"], URBAN);
    tale.on_refused(&people.dispatcher, URBAN, "rule-return", ruled("approve"), (403, "wrong_level")).await;
    tale.passes(Duration::hours(1)).await;
    tale.on(&people.supervisor, URBAN, "rule-return", ruled("refuse")).await;
    assert_eq!(tale.view().await["determined"], true);
    tale.on_refused(&people.urban, URBAN, "request-return", not_ours("s1"), (409, "determined")).await;
    assert_eq!(tale.on_register("disputed").await, None);
    assert_eq!(tale.page().await["due_at"], due_at);

    // It does the work, and from its acceptance on it is the resident's contact.
    tale.each(&people.urban, URBAN, &["report", "accept"]).await;
    assert_eq!(tale.view().await["contact_unit"], URBAN);
    tale.is_done_and_checked(&[(&people.urban, URBAN)]).await;
    tale.ends_well().await;

    // The first stretch was a wrong dispatch, so it counts to the desk; the rest to whom the duty was found to be.
    let view = tale.view().await;
    assert_eq!(
        holdings(&view),
        [
            (CENTRE.to_owned(), Some(begun), Some(handed_over), true),
            (URBAN.to_owned(), Some(handed_over), instant(&view["closed_at"]), false),
        ]
    );
    tale.was(
        "WhistleRaised WhistleEndorsed CaseFiled DispatchIssued DispatchSigned DepartmentReported
         ReturnRequested ReturnApproved DispatchRecalled DispatchIssued
         DispatchSigned ReturnRequested LeadDetermined DepartmentReported DispatchAccepted
         FeedbackSubmitted VerificationPassed CallbackAnswered CaseClosed",
    )
    .await;

    // Who decides on the next hole in the same street is told what was ruled before, the last word first.
    let next = Tale::of_a_broken_road(&house).await;
    let advice = format!("/api/v1/cases/{}/routing", next.id);
    let advice = house.get(&people.dispatcher, &advice).expect(200).await.json();
    assert_eq!(advice["line_owner"], HOUSING);
    let precedents = advice["precedents"].as_array().expect("precedents");
    let ruling = |at: usize| {
        let one: &Value = &precedents[at];
        (one["department"].clone(), one["unit"].clone(), one["approved"].clone(), one["last_word"].clone())
    };
    assert_eq!(precedents.len(), 2);
    assert_eq!(ruling(0), (json!(URBAN), json!(URBAN), json!(false), json!(true)));
    assert_eq!(ruling(1), (json!(HOUSING), json!(URBAN), json!(true), json!(false)));
    assert_eq!(precedents[0]["number"], tale.number.as_str());
}

#[tokio::test]
async fn a_return_that_comes_too_late_and_one_that_is_refused_once() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let late = Tale::given_to_housing(&house).await;
    // Five days hold a working day, whatever the calendar.
    late.passes(Duration::days(5)).await;
    assert_eq!(late.state_of(HOUSING).await, "signed", "the service signs for those who do not");
    late.on_refused(&people.housing, HOUSING, "request-return", not_ours(URBAN), (409, "return_too_late"))
        .await;

    let tale = Tale::given_to_housing(&house).await;
    tale.on(&people.housing, HOUSING, "request-return", not_ours(URBAN)).await;
    tale.on(&people.dispatcher, HOUSING, "rule-return", ruled("refuse")).await;
    tale.on_refused(&people.housing, HOUSING, "request-return", not_ours("s1"), (409, "returned_already"))
        .await;
    assert_eq!(tale.view().await["determined"], false);
    tale.was("WhistleRaised WhistleEndorsed CaseFiled DispatchIssued ReturnRequested ReturnRefused").await;
}

#[tokio::test]
async fn a_matter_that_is_nobodys_duty() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let (centre, transport) =
        (house.officer("centre", CENTRE).await, house.officer("transport", "d-transport").await);
    let tale = Tale::given_to_housing(&house).await;
    let due_at = tale.page().await["due_at"].clone();
    tale.each(&people.housing, HOUSING, &["sign"]).await;

    // The unit for orphan matters takes the lead; whoever had it first stays the resident's contact meanwhile.
    tale.act(&people.dispatcher, "orphan", json!({ "reason": "权属不清,各单位均无此项职责" })).await;
    let orphan = tale.on_register("orphan").await.expect("an orphan matter");
    assert_eq!((&orphan["unit"], &orphan["due_at"]), (&json!(CENTRE), &due_at));
    let view = tale.view().await;
    assert_eq!((&view["orphan_owner"], &view["contact_unit"]), (&json!(CENTRE), &json!(HOUSING)));
    assert_eq!(tale.on_work_list_of(&people.housing).await.expect("what it had")["state"], "recalled");
    tale.each(&centre, CENTRE, &["sign", "report", "accept"]).await;
    assert_eq!(tale.view().await["contact_unit"], CENTRE);
    assert!(tale.on_register("orphan").await.is_some(), "still nobody's");

    // The duty is found at last.
    let found = json!({ "to": "d-transport", "reason": "查明为县道" });
    tale.on(&people.dispatcher, CENTRE, "transfer", found).await;
    assert_eq!(tale.on_register("orphan").await, None);
    assert_eq!(tale.view().await["contact_unit"], CENTRE, "until the new unit accepts");
    tale.each(&transport, "d-transport", &["sign", "report", "accept"]).await;
    assert_eq!(tale.view().await["contact_unit"], "d-transport");
    tale.is_done_and_checked(&[(&transport, "d-transport")]).await;
    // The desk had it in hand, so others ask the resident and close.
    tale.refused(&people.hotline, "callback", content(), (403, "own_handling")).await;
    tale.act(&people.community, "callback", content()).await;
    tale.refused(&people.dispatcher, "close", json!({}), (403, "own_handling")).await;
    tale.act(&people.supervisor, "close", json!({ "reason": "问题已解决" })).await;
    assert_eq!(tale.view().await["due_at"], due_at);
    let told = tale.told_so_far().await;
    assert!(
        told.starts_with("WhistleRaised WhistleEndorsed CaseFiled DispatchIssued OrphanDeclared"),
        "{told}"
    );
    tale.was(
        "WhistleRaised WhistleEndorsed CaseFiled DispatchIssued DispatchSigned
         OrphanDeclared DispatchRecalled DispatchIssued DispatchSigned DepartmentReported DispatchAccepted
         DispatchRecalled DispatchIssued DispatchSigned DepartmentReported DispatchAccepted
         FeedbackSubmitted VerificationPassed CallbackAnswered CaseClosed",
    )
    .await;
}

/// Rulings as a list tells them: who asked, and for whom it was found to be.
async fn rulings(tale: &Tale<'_>, who: &crate::support::Who, query: &str) -> Vec<(String, String, bool)> {
    let path = format!("/api/v1/precedents?min_position={}{query}", tale.end_of_the_log().await);
    let list = tale.house.get(who, &path).expect(200).await.json();
    let told = |item: &Value| {
        let text = |name: &str| item[name].as_str().expect("a unit").to_owned();
        (text("department"), text("unit"), item["approved"].as_bool().expect("yes or no"))
    };
    list["items"].as_array().expect("items").iter().map(told).collect()
}

#[tokio::test]
async fn what_was_ruled_is_found_again_by_category_and_by_unit() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let tale = Tale::given_to_housing(&house).await;
    tale.each(&people.housing, HOUSING, &["sign"]).await;
    tale.on(&people.housing, HOUSING, "request-return", not_ours(URBAN)).await;
    tale.on(&people.dispatcher, HOUSING, "rule-return", ruled("approve")).await;
    tale.passes(Duration::minutes(5)).await;
    tale.on(&people.urban, URBAN, "request-return", not_ours("s1")).await;
    tale.on(&people.supervisor, URBAN, "rule-return", ruled("refuse")).await;

    let first = (HOUSING.to_owned(), URBAN.to_owned(), true);
    let last = (URBAN.to_owned(), URBAN.to_owned(), false);
    let both = vec![last.clone(), first.clone()];
    for who in [&people.dispatcher, &people.supervisor, &people.auditor] {
        assert_eq!(rulings(&tale, who, "").await, both, "{}", who.name);
    }
    let found = async |query: &str| rulings(&tale, &people.dispatcher, query).await;
    assert_eq!(found("&category=0110").await, both);
    assert_eq!(found("&category=0102").await, []);
    assert_eq!(found("&unit=d-urban").await, both);
    assert_eq!(found("&unit=d-housing").await, vec![first.clone()]);
    assert_eq!(found("&unit=d-housing&category=0102").await, []);
    let path = |cursor: &str| format!("/api/v1/precedents?limit=1{cursor}");
    let page = house.get(&people.auditor, &path("")).expect(200).await.json();
    assert_eq!(
        (page["items"].as_array().map(Vec::len), &page["items"][0]["last_word"]),
        (Some(1), &json!(true))
    );
    let cursor = format!("&cursor={}", page["next_cursor"].as_str().expect("a next page"));
    let rest = house.get(&people.auditor, &path(&cursor)).expect(200).await.json();
    assert_eq!((&rest["items"][0]["department"], &rest["next_cursor"]), (&json!(HOUSING), &Value::Null));
    for who in [&people.housing, &people.community, &people.resident] {
        house.get(who, "/api/v1/precedents").refused(403, "forbidden").await;
    }
    house.get(&people.auditor, &path("&cursor=x")).refused(400, "bad_query").await;
}
