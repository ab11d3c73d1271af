//! The life of a case, from the whistle to the rating, as people live it over HTTP.

use serde_json::{Value, json};
use whistle_domain::actor::Role;

use crate::support::{CaseInHand, Stage, TestHouse, Who, reporter, whistle};

/// Everything personal in [`personal_whistle`]: name, telephone and door.
const SECRETS: [&str; 4] = ["秦晓薇", "13912345678", "3单元", "1502室"];
/// The officer who reports for duty in a story.
const OFFICER: &str = "冯建国";

fn personal_whistle() -> Value {
    json!({
        "title": "楼道灯不亮,联系电话13912345678",
        "description": "我叫秦晓薇,住松影一苑5号楼3单元1502室,电话13912345678,灯坏了三天",
        "category": "0102",
        "location": { "grid": "g01", "address": "松影一苑5号楼3单元1502室", "lon": 83.005, "lat": 39.004 },
        "reporter": reporter(),
    })
}

async fn status(house: &TestHouse, case: &CaseInHand) -> Value {
    house.get(&house.people.supervisor, &case.path("")).expect(200).await.json()
}

async fn history(house: &TestHouse, case: &CaseInHand) -> Vec<Value> {
    let answer = house.get(&house.people.supervisor, &case.path("history")).expect(200).await;
    answer.json()["items"].as_array().expect("items").clone()
}

fn kinds(history: &[Value]) -> Vec<&str> {
    history.iter().map(|event| event["type"].as_str().expect("a type")).collect()
}

/// Positions rise, versions count from 1, and every event says who did it and what it weighs in the hash.
fn assert_complete(history: &[Value], case: &CaseInHand) {
    let versions: Vec<u64> =
        history.iter().map(|event| event["version"].as_u64().expect("a version")).collect();
    assert_eq!(versions, (1..=case.version).collect::<Vec<_>>());
    let positions: Vec<i64> =
        history.iter().map(|event| event["position"].as_i64().expect("a position")).collect();
    assert!(positions.is_sorted_by(|earlier, later| earlier < later), "{positions:?}");
    assert_eq!(positions.last(), Some(&case.position));
    for event in history {
        assert_eq!(event["leaf_hash"].as_str().map(str::len), Some(64), "{event}");
        assert!(event["actor"]["role"].is_string() && event["data"].is_object(), "{event}");
        for instant in ["occurred_at", "recorded_at"] {
            let text = event[instant].as_str().expect("an instant");
            assert!(chrono::DateTime::parse_from_rfc3339(text).is_ok(), "{text}");
        }
    }
}

const WHOLE_LIFE: [&str; 17] = [
    "WhistleRaised",
    "WhistleEndorsed",
    "CaseFiled",
    "DispatchIssued",
    "DispatchIssued",
    "DispatchIssued",
    "DispatchSigned",
    "DispatchSigned",
    "DepartmentReported",
    "DepartmentReported",
    "DispatchAccepted",
    "DispatchAccepted",
    "MeasureRecorded",
    "MeasureRecorded",
    "FeedbackSubmitted",
    "FeedbackSubmitted",
    "VerificationPassed",
];

/// Everything everybody can ask about a case, so that it is searched for personal data.
async fn everybody_looks(house: &TestHouse, case: &CaseInHand) {
    let position = case.position;
    for who in house.people.all() {
        for path in [
            case.path(""),
            case.path("history"),
            format!("/api/v1/cases?min_position={position}"),
            format!("/api/v1/dispatches?min_position={position}"),
            format!("/api/v1/reports/backlog?min_position={position}"),
            format!("/api/v1/public/cases/{}?code={}", case.number, case.code),
        ] {
            house.get(who, &path).send().await;
        }
    }
}

#[tokio::test]
async fn a_whistle_goes_all_the_way_and_its_history_is_complete_and_holds_nothing_personal() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.raised_by(&people.resident, &personal_whistle()).await;
    for (stage, expected) in [
        (Stage::Raised, "raised"),
        (Stage::Endorsed, "endorsed"),
        (Stage::Dispatched, "dispatched"),
        (Stage::Signed, "dispatched"),
        (Stage::Reported, "in_handling"),
        (Stage::Accepted, "in_handling"),
        (Stage::Verification, "verification"),
        (Stage::Callback, "callback"),
        (Stage::Answered, "callback"),
        (Stage::Closed, "closed"),
    ] {
        house.bring(&mut case, previous(stage), stage).await;
        assert_eq!(status(&house, &case).await["status"], expected, "at {stage:?}");
        everybody_looks(&house, &case).await;
    }
    let rating = json!({ "solved": true, "satisfaction": 4, "comment": "我叫秦晓薇,谢谢,13912345678" });
    house.command(&mut case, &people.resident, "rate", rating).await;
    everybody_looks(&house, &case).await;

    let history = history(&house, &case).await;
    assert_complete(&history, &case);
    let kinds = kinds(&history);
    assert_eq!(kinds[..17], WHOLE_LIFE);
    assert_eq!(kinds[17..], ["CallbackAnswered", "CaseClosed", "CaseRated"]);
    let actor = |at: usize| (history[at]["actor"]["role"].clone(), history[at]["actor"]["unit"].clone());
    assert_eq!(actor(0), (json!("resident"), Value::Null));
    assert_eq!(actor(1), (json!("community"), json!("s1-c1")));
    assert_eq!(actor(6), (json!("department"), json!("d-housing")));
    let view = status(&house, &case).await;
    assert_eq!(view["rating"]["satisfaction"], 4);
    assert_eq!(view["location"]["address"], "松影一苑5号楼");
    assert_eq!(view["version"], case.version);
    house.nobody_learned(&SECRETS).await;
    house.nobody_learned(&[OFFICER]).await;
}

fn previous(stage: Stage) -> Stage {
    match stage {
        Stage::Raised | Stage::Endorsed => Stage::Raised,
        Stage::Dispatched => Stage::Endorsed,
        Stage::Signed => Stage::Dispatched,
        Stage::Reported => Stage::Signed,
        Stage::Accepted => Stage::Reported,
        Stage::Verification => Stage::Accepted,
        Stage::Callback => Stage::Verification,
        Stage::Answered => Stage::Callback,
        Stage::Closed => Stage::Answered,
    }
}

#[tokio::test]
async fn a_resident_without_an_account_reports_follows_and_rates_with_the_code() {
    let house = TestHouse::open().await;
    let stranger = &house.people.nobody;
    let mut case = house.raised_by(stranger, &personal_whistle()).await;
    let progress = format!("/api/v1/public/cases/{}?code={}", case.number, case.code);
    assert_eq!(house.get(stranger, &progress).expect(200).await.json()["status"], "raised");
    house.bring(&mut case, Stage::Raised, Stage::Answered).await;
    let rate = format!("/api/v1/public/cases/{}/rate", case.number);
    let rating =
        json!({ "code": case.code, "solved": true, "satisfaction": 5, "comment": "修好了,13912345678" });
    house.post(stranger, &rate, &rating).refused(409, "wrong_status").await;
    house.bring(&mut case, Stage::Answered, Stage::Closed).await;
    assert_eq!(house.get(stranger, &progress).expect(200).await.json()["rateable"], true);
    let wrong = json!({ "code": "AAAA-AAAA", "solved": true, "satisfaction": 5 });
    house.post(stranger, &rate, &wrong).refused(404, "not_found").await;
    house.post(stranger, &rate, &rating).expect(200).await;
    house.post(stranger, &rate, &rating).refused(409, "already_rated").await;

    let told = house.get(stranger, &progress).expect(200).await.json();
    assert_eq!((&told["status"], &told["rateable"]), (&json!("closed"), &json!(false)));
    let steps: Vec<&str> =
        told["steps"].as_array().expect("steps").iter().filter_map(|s| s["step"].as_str()).collect();
    assert_eq!(steps.first(), Some(&"WhistleRaised"));
    assert_eq!(steps.last(), Some(&"CaseRated"));
    assert!(
        !steps.contains(&"MeasureRecorded"),
        "what departments write among themselves is not told: {steps:?}"
    );
    let history = history(&house, &case).await;
    assert_eq!(history.last().expect("events")["actor"]["id"], uuid::Uuid::nil().to_string());
    everybody_looks(&house, &case).await;
    house.nobody_learned(&SECRETS).await;
}

#[tokio::test]
async fn an_emergency_is_dispatched_without_an_endorsement() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let burst =
        json!({ "title": "自来水管爆裂", "category": "0402", "location": { "lon": 83.005, "lat": 39.004 } });
    let mut case = house.raised_by(&people.hotline, &with(&burst, "anonymous", json!(true))).await;
    let view = status(&house, &case).await;
    assert_eq!((&view["kind"], &view["location"]["grid"]), (&json!("emergency"), &json!("g01")));
    house.dispatch(&mut case, &json!({ "lead": "u-water" })).await;
    let view = status(&house, &case).await;
    assert_eq!(view["status"], "dispatched");
    // Everything about an emergency is due within a day.
    assert_eq!(view["due_at"], "2026-11-21T04:00:00Z");
    assert_eq!(view["dispatches"][0]["sign_due_at"], "2026-11-20T04:10:00Z");
    let history = history(&house, &case).await;
    assert_eq!(kinds(&history), ["WhistleRaised", "CaseFiled", "DispatchIssued"]);

    let mut ordinary = house.raised().await;
    let dispatches = ordinary.path("dispatches");
    house
        .post(&people.dispatcher, &dispatches, &json!({ "lead": "u-water" }))
        .refused(409, "wrong_status")
        .await;
    house.command(&mut ordinary, &people.community, "endorse", json!({})).await;
    house.dispatch(&mut ordinary, &json!({ "lead": "u-water" })).await;
}

fn with(body: &Value, name: &str, value: Value) -> Value {
    let mut body = body.clone();
    body[name] = value;
    body
}

#[tokio::test]
async fn what_is_not_good_goes_back_to_whom_it_concerns() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.case_at(Stage::Verification).await;
    let stranger_dispatch = json!({ "passed": false, "rework": [uuid::Uuid::nil()] });
    house
        .post(&people.grid_worker, &case.path("verify"), &stranger_dispatch)
        .refused(422, "not_reworkable")
        .await;
    let failed = json!({ "passed": false, "note": "还是不亮", "rework": [case.co_handler] });
    house.command(&mut case, &people.grid_worker, "verify", failed).await;
    let view = status(&house, &case).await;
    assert_eq!((&view["status"], &view["reworks"]), (&json!("in_handling"), &json!(1)));
    assert_eq!(state_of(&view, &case.co_handler), "rework");
    assert_eq!(state_of(&view, &case.lead), "feedback_submitted");

    let co_handler = case.co_handler.clone();
    house.answer(&mut case, &people.urban, &co_handler, "feedback", &json!({ "result": "重新修好" })).await;
    assert_eq!(status(&house, &case).await["status"], "verification");
    house.bring(&mut case, Stage::Verification, Stage::Closed).await;
    assert_complete(&history(&house, &case).await, &case);
}

fn state_of<'a>(view: &'a Value, dispatch: &str) -> &'a str {
    let dispatches = view["dispatches"].as_array().expect("dispatches");
    let found = dispatches.iter().find(|one| one["id"] == dispatch).expect("the dispatch");
    found["state"].as_str().expect("a state")
}

#[tokio::test]
async fn a_dissatisfied_resident_sends_the_case_back_to_the_lead() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.case_at(Stage::Callback).await;
    let said = json!({ "reached": true, "solved": false, "satisfaction": 1, "comment": "第二天又坏了" });
    house.command(&mut case, &people.hotline, "callback", said).await;
    assert_eq!(status(&house, &case).await["status"], "dissatisfied");
    house.post(&people.dispatcher, &case.path("close"), &json!({})).refused(409, "wrong_status").await;
    // One of four exits is chosen, and somebody answers for it.
    let redo = json!({ "exit": "redo", "reason": "线路老化,须整条更换" });
    house.command(&mut case, &people.dispatcher, "settle", redo).await;
    let view = status(&house, &case).await;
    assert_eq!(view["status"], "in_handling");
    assert_eq!(state_of(&view, &case.lead), "rework");
    let history_now = history(&house, &case).await;
    let recorded = ["CallbackAnswered", "DissatisfactionRecorded", "DissatisfactionSettled", "ReworkOrdered"];
    assert_eq!(kinds(&history_now)[17..], recorded);

    let lead = case.lead.clone();
    house.answer(&mut case, &people.housing, &lead, "feedback", &json!({ "result": "换了整条线路" })).await;
    house.command(&mut case, &people.community, "verify", json!({ "passed": true })).await;
    house.post(&people.dispatcher, &case.path("close"), &json!({})).refused(409, "callback_missing").await;
    house.bring(&mut case, Stage::Callback, Stage::Closed).await;
    assert_eq!(status(&house, &case).await["status"], "closed");
}

#[tokio::test]
async fn a_case_is_closed_without_an_answer_only_after_three_attempts() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.case_at(Stage::Callback).await;
    for attempts in 0..3 {
        let refused = house
            .post(&people.dispatcher, &case.path("close"), &json!({}))
            .refused(409, "callback_missing")
            .await;
        assert!(refused.text.contains(&format!("{attempts} of 3")), "{refused}");
        house.clock.advance(chrono::Duration::hours(3));
        house
            .command(
                &mut case,
                &people.hotline,
                "callback",
                json!({ "reached": false, "comment": "无人接听" }),
            )
            .await;
    }
    house.command(&mut case, &people.dispatcher, "close", json!({})).await;
    let rating = json!({ "solved": false, "satisfaction": 2 });
    house.command(&mut case, &people.resident, "rate", rating).await;
    assert_eq!(status(&house, &case).await["rating"]["solved"], false);
}

#[tokio::test]
async fn what_the_neighbourhood_settles_itself_needs_no_department() {
    let house = TestHouse::open().await;
    let community = &house.people.community;
    let mut case = house.raised().await;
    let escalate = |to: &str| json!({ "to": to, "reason": "楼栋解决不了" });
    house.command(&mut case, community, "escalate", escalate("community")).await;
    house.post(community, &case.path("escalate"), &escalate("building")).refused(422, "not_upwards").await;
    let done = json!({ "result": "社区电工换了灯泡", "evidence": ["照片"] });
    house.command(&mut case, community, "handle-locally", done).await;
    house.post(community, &case.path("close"), &json!({})).refused(409, "callback_missing").await;
    let said = json!({ "reached": true, "solved": true, "satisfaction": 5 });
    house.command(&mut case, &house.people.hotline, "callback", said).await;
    house.command(&mut case, &house.people.supervisor, "close", json!({})).await;
    assert_eq!(status(&house, &case).await["resolved_at_level"], "community");
}

#[tokio::test]
async fn a_declined_whistle_ends_with_the_reason_told() {
    let house = TestHouse::open().await;
    let mut case = house.raised().await;
    house.command(&mut case, &house.people.community, "decline", json!({ "reason": "不属于本小区" })).await;
    let progress = format!("/api/v1/public/cases/{}?code={}", case.number, case.code);
    let told = house.get(&house.people.nobody, &progress).expect(200).await.json();
    assert_eq!(told["status"], "declined");
    assert_eq!(told["steps"][1]["text"], "不属于本小区");
    house.post(&house.people.community, &case.path("endorse"), &json!({})).refused(409, "wrong_status").await;
}

#[tokio::test]
async fn the_history_can_be_cut_to_what_was_known() {
    let house = TestHouse::open().await;
    let supervisor: &Who = &house.people.supervisor;
    let mut case = house.raised().await;
    let raised_at = case.position;
    house.clock.advance(chrono::Duration::hours(1));
    house.bring(&mut case, Stage::Raised, Stage::Dispatched).await;
    let path = case.path("history");
    let known = async |as_of: &str| {
        let answer = house.query(supervisor, &path, &[("as_of", as_of)]).expect(200).await;
        answer.json()["items"].as_array().expect("items").len()
    };
    assert_eq!(known(&raised_at.to_string()).await, 1);
    assert_eq!(known("0").await, 0);
    assert_eq!(known("2026-11-20T12:30:00+08:00").await, 1);
    assert_eq!(known("2026-11-20T05:00:00Z").await, 6);
    house
        .get(supervisor, &format!("{path}?as_of=9223372036854775807"))
        .refused(422, "as_of_beyond_log")
        .await;
    house.get(supervisor, &format!("{path}?as_of=yesterday")).refused(400, "bad_as_of").await;
}

#[tokio::test]
async fn a_confidential_reporter_stays_unknown_to_whoever_reads_the_case() {
    let house = TestHouse::open().await;
    let body = with(&with(&whistle(), "reporter", reporter()), "confidential", json!(true));
    let case = house.raised_by(&house.people.hotline, &body).await;
    assert_eq!(status(&house, &case).await["reporter"], Value::Null);
    let open = house.raised_by(&house.people.hotline, &with(&whistle(), "reporter", reporter())).await;
    let view = status(&house, &open).await;
    assert_eq!(view["reporter"], json!({ "name": "秦**", "phone": "139****5678" }));
    everybody_looks(&house, &case).await;
    house.nobody_learned(&SECRETS).await;
}

#[tokio::test]
async fn a_reporter_who_signs_their_own_text_stays_unknown() {
    let house = TestHouse::open().await;
    let name = reporter()["name"].as_str().expect("the reporter has a name").to_owned();
    let body = with(&with(&whistle(), "reporter", reporter()), "confidential", json!(true));
    let body = with(&body, "title", json!(format!("{name}反映路灯不亮")));
    let body = with(&body, "description", json!(format!("我是{name},住在附近,请尽快处理。")));
    let case = house.raised_by(&house.people.hotline, &body).await;
    assert_eq!(status(&house, &case).await["title"], "秦**反映路灯不亮");
    everybody_looks(&house, &case).await;
    house.nobody_learned(&SECRETS).await;
}

#[tokio::test]
async fn nobody_judges_the_handling_of_their_own_unit() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let officer = house.newcomer("office", Role::Department, "s1-c1").await;
    let mut case = house.raised().await;
    house.command(&mut case, &people.community, "endorse", json!({})).await;
    house.dispatch(&mut case, &json!({ "lead": "s1-c1" })).await;
    let lead = case.lead.clone();
    for step in ["sign", "report", "accept", "feedback"] {
        house.answer(&mut case, &officer, &lead, step, &json!({})).await;
    }
    // The community and its grid workers belong to the unit that handled it.
    let passed = json!({ "passed": true });
    for insider in [&people.community, &people.grid_worker] {
        house.post(insider, &case.path("verify"), &passed).refused(403, "own_handling").await;
    }
    let outsider = house.newcomer("street_office", Role::Community, "s1").await;
    house.command(&mut case, &outsider, "verify", passed).await;
    let said = json!({ "reached": true, "solved": true, "satisfaction": 5 });
    house.post(&people.community, &case.path("callback"), &said).refused(403, "own_handling").await;
    house.command(&mut case, &people.hotline, "callback", said).await;
    house.post(&people.community, &case.path("close"), &json!({})).refused(403, "own_handling").await;
    house.command(&mut case, &people.dispatcher, "close", json!({})).await;
}
