//! 时点视图: what was known then is answered as it was then, whatever has happened since.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::{CaseInHand, Scene, Stage, TestHouse, Who, whistle};

/// Every question about the past, as it is put to the present: who asks, and for what.
fn questions<'h>(house: &'h TestHouse, case: &CaseInHand) -> Vec<(&'h Who, String)> {
    let people = &house.people;
    let lists = [
        "/api/v1/cases",
        "/api/v1/cases?status=dispatched&limit=3",
        "/api/v1/cases?department=d-housing&lamp=green",
        "/api/v1/cases?q=%E6%A5%BC%E9%81%93%E7%81%AF",
        "/api/v1/dispatches",
        "/api/v1/dispatches?overdue=true&limit=2",
        "/api/v1/dispatches?open=true&q=%E6%A5%BC%E9%81%93%E7%81%AF",
        "/api/v1/cases?status=endorsed,dispatched,in_handling&order=oldest&limit=3",
        "/api/v1/reports/backlog",
        "/api/v1/reports/backlog/grids",
        "/api/v1/reports/sla?group_by=area",
        "/api/v1/reports/sla?compare=mom",
        "/api/v1/reports/scores?from=2026-11-01",
        "/api/v1/reports/explain?figure=due&limit=2",
        "/api/v1/registers/parked",
        "/api/v1/registers/awaiting_decision",
        "/api/v1/registers/planned",
    ];
    let readers = [&people.supervisor, &people.housing, &people.community];
    let lists = readers.into_iter().flat_map(|who| lists.map(|path| (who, path.to_owned())));
    let own = [(&people.resident, "/api/v1/cases".to_owned())];
    let one = [&people.supervisor, &people.community].map(|who| (who, case.path("")));
    let joined = [(&people.supervisor, case.path("complainants"))];
    lists.chain(own).chain(one).chain(joined).collect()
}

fn with(path: &str, name: &str, value: &str) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}{name}={value}")
}

type Answers = BTreeMap<(&'static str, String), Value>;

/// What everybody is answered, with `name` set to `value` in every query.
async fn answered(house: &TestHouse, case: &CaseInHand, name: &str, value: &str) -> Answers {
    let mut answers = BTreeMap::new();
    for (who, path) in questions(house, case) {
        let answer = house.get(who, &with(&path, name, value)).expect(200).await;
        answers.insert((who.name, path), answer.json());
    }
    answers
}

#[tokio::test]
async fn every_view_and_list_answers_as_it_did_then() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.raised().await;
    let mut told: Vec<(i64, Answers)> = Vec::new();
    let remember = async |case: &CaseInHand, told: &mut Vec<(i64, Answers)>| {
        let position = house.app.log().last_position().await.expect("a position");
        told.push((position, answered(&house, case, "min_position", &position.to_string()).await));
        house.clock.advance(chrono::Duration::hours(5));
    };
    remember(&case, &mut told).await;
    house.bring(&mut case, Stage::Raised, Stage::Dispatched).await;
    remember(&case, &mut told).await;
    house.scene(Scene::SuspensionAsked).await;
    house.bring(&mut case, Stage::Dispatched, Stage::Accepted).await;
    remember(&case, &mut told).await;
    let parked = house.scene(Scene::Suspended).await;
    house.scene(Scene::Planned).await;
    remember(&case, &mut told).await;
    house.clock.advance(chrono::Duration::days(30));
    house.bring(&mut case, Stage::Accepted, Stage::Closed).await;
    remember(&case, &mut told).await;
    let resume = json!({ "reason": "障碍已排除" });
    house.post(&people.supervisor, &parked.path("resume"), &resume).expect(200).await;
    house.raised_by(&people.hotline, &whistle()).await;
    remember(&case, &mut told).await;

    for (position, then) in &told {
        let now = answered(&house, &case, "as_of", &position.to_string()).await;
        for (question, answer) in then {
            assert_eq!(&now[question], answer, "{question:?} as of {position}");
        }
    }
    let parked = |(_, answers): &(i64, Answers)| {
        let list = &answers[&("supervisor", "/api/v1/registers/parked".to_owned())];
        list["items"].as_array().expect("items").len()
    };
    assert_eq!(told.iter().map(parked).collect::<Vec<_>>(), [0, 0, 0, 1, 1, 0]);
}

#[tokio::test]
async fn a_position_and_its_instant_say_the_same_and_what_was_not_reported_is_not_there() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    let before = house.app.log().last_position().await.expect("a position");
    house.clock.advance(chrono::Duration::hours(1));
    let mut case = house.raised().await;
    let raised = case.position;
    house.clock.advance(chrono::Duration::hours(1));
    house.bring(&mut case, Stage::Raised, Stage::Dispatched).await;
    let read =
        async |path: &str, as_of: &str| house.get(supervisor, &with(path, "as_of", as_of)).send().await;
    // It was raised at 13:00 in China; a plus sign that nobody escaped is one all the same.
    for instant in ["2026-11-20T13:00:00%2B08:00", "2026-11-20T13:30:00+08:00", "2026-11-20T05:59:59Z"] {
        let view = read(&case.path(""), instant).await.json();
        assert_eq!((&view["status"], &view["version"]), (&json!("raised"), &json!(1)), "{instant}");
        assert_eq!(read("/api/v1/cases", instant).await.json()["items"][0]["status"], "raised");
    }
    assert_eq!(read(&case.path(""), &raised.to_string()).await.json()["status"], "raised");
    for as_of in [before.to_string(), "2026-11-20T12:59:59%2B08:00".to_owned(), "0".to_owned()] {
        house.get(supervisor, &with(&case.path(""), "as_of", &as_of)).refused(404, "not_found").await;
        assert_eq!(read("/api/v1/cases", &as_of).await.json()["items"], json!([]));
        assert_eq!(read("/api/v1/reports/backlog", &as_of).await.json()["items"], json!([]));
    }
    // The future is now.
    let position = case.position.to_string();
    let now = house.get(supervisor, &with("/api/v1/cases", "min_position", &position)).expect(200).await;
    assert_eq!(read("/api/v1/cases", "2126-01-01T00:00:00Z").await.json(), now.json());
    // What is to be done next goes by the version of today.
    assert!(read(&case.path(""), &raised.to_string()).await.headers.get("etag").is_none());
}

#[tokio::test]
async fn clocks_are_judged_at_as_of_unless_at_says_otherwise() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    let case = house.case_at(Stage::Dispatched).await;
    house.clock.advance(chrono::Duration::days(90));
    let other = house.raised().await;
    let lamp = async |query: &str| {
        let view = house.get(supervisor, &format!("{}{query}", case.path(""))).expect(200).await.json();
        view["lamp"].clone()
    };
    let late = format!("?as_of={}&at=2027-02-20T00:00:00Z", case.position);
    assert_eq!(lamp(&format!("?as_of={}", case.position)).await, "green");
    assert_eq!(lamp(&late).await, "purple");
    assert_eq!(lamp("").await, "purple");
    assert_eq!(lamp("?at=2026-11-20T05:00:00Z").await, "green");
    let overdue = async |query: &str| {
        let path = format!("/api/v1/dispatches?overdue=true&min_position={}&{query}", other.position);
        house.get(supervisor, &path).expect(200).await.ids().len()
    };
    assert_eq!(overdue(&format!("as_of={}", case.position)).await, 0);
    assert_eq!(overdue(&format!("as_of={}&at=2027-02-20T00:00:00Z", case.position)).await, 2);
    assert_eq!(overdue("at=2027-02-20T00:00:00Z").await, 2);
}

#[tokio::test]
async fn the_past_is_read_page_by_page() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    let mut cases = Vec::new();
    for _ in 0..5 {
        house.clock.advance(chrono::Duration::minutes(1));
        cases.push(house.case_at(Stage::Dispatched).await);
    }
    let position = cases[3].position;
    for case in &mut cases {
        house.bring(case, Stage::Dispatched, Stage::Signed).await;
    }
    let mut met = Vec::new();
    let mut path = format!("/api/v1/cases?limit=1&as_of={position}");
    loop {
        let page = house.get(supervisor, &path).expect(200).await;
        met.extend(page.ids());
        let json = page.json();
        let Some(cursor) = json["next_cursor"].as_str() else { break };
        path = format!("/api/v1/cases?limit=1&as_of={position}&cursor={cursor}");
    }
    let known: Vec<String> = cases[..4].iter().rev().map(|case| case.id.clone()).collect();
    assert_eq!(met, known);
}

#[tokio::test]
async fn whoever_may_not_see_a_case_today_may_not_see_what_it_was() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.case_at(Stage::Dispatched).await;
    let position = case.position.to_string();
    house.bring(&mut case, Stage::Dispatched, Stage::Closed).await;
    for who in [&people.other_community, &people.other_resident, &people.police] {
        house.get(who, &with(&case.path(""), "as_of", &position)).refused(404, "not_found").await;
        let listed = house.get(who, &with("/api/v1/cases", "as_of", &position)).expect(200).await;
        assert_eq!(listed.ids(), Vec::<String>::new(), "{}", who.name);
    }
    let own = house.get(&people.resident, &with(&case.path(""), "as_of", &position)).expect(200).await.json();
    assert_eq!((&own["status"], &own["holdings"]), (&json!("dispatched"), &json!([])));
    // A unit that was sent later may look at what was before it.
    let raised = (case.position - 40).to_string();
    house
        .get(&people.community, &with(&case.path("history"), "as_of", &raised))
        .refused(403, "forbidden")
        .await;
}

#[tokio::test]
async fn an_as_of_that_means_nothing_is_refused_with_a_reason() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    let case = house.case_at(Stage::Dispatched).await;
    let paths = [
        case.path(""),
        case.path("history"),
        case.path("history/leaves"),
        case.path("complainants"),
        "/api/v1/cases".to_owned(),
        "/api/v1/dispatches".to_owned(),
        "/api/v1/registers/parked".to_owned(),
        "/api/v1/reports/backlog".to_owned(),
        "/api/v1/reports/sla".to_owned(),
        "/api/v1/reports/explain".to_owned(),
    ];
    for path in paths {
        for as_of in ["yesterday", "-1", "2026-11-21", ""] {
            house.get(supervisor, &with(&path, "as_of", as_of)).refused(400, "bad_as_of").await;
        }
        for beyond in [case.position + 1, i64::MAX] {
            let asked = house.get(supervisor, &with(&path, "as_of", &beyond.to_string()));
            let refused = asked.refused(422, "as_of_beyond_log").await.json();
            let head = format!("the log ends at position {}", case.position);
            assert_eq!(refused["detail"], json!(head), "{path}");
        }
        for instant in ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"] {
            let answer = house.get(supervisor, &with(&path, "as_of", instant)).send().await;
            assert!(matches!(answer.status, 200 | 404), "{answer}");
        }
    }
}

#[tokio::test]
async fn units_bear_the_names_that_they_had_then() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.case_at(Stage::Dispatched).await;
    house.clock.advance(chrono::Duration::days(1));
    let renamed = json!({ "name": "住房和建设管理局" });
    let renaming = house.post(&people.admin, "/api/v1/units/d-housing/change", &renamed).expect(200).await;
    let name = async |as_of: i64| {
        let path = format!("/api/v1/reports/backlog?as_of={as_of}");
        let report = house.get(&people.supervisor, &path).expect(200).await.json();
        let rows = report["items"].as_array().expect("rows").clone();
        let row = rows.iter().find(|row| row["department"] == "d-housing").expect("it was sent").clone();
        row["name"].as_str().expect("a name").to_owned()
    };
    assert_eq!(name(renaming.position()).await, "住房和建设管理局");
    assert_ne!(name(case.position).await, "住房和建设管理局");
}

#[tokio::test]
async fn many_who_look_back_at_once_are_all_answered_or_told_to_come_again() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Dispatched).await;
    house.case_at(Stage::Signed).await;
    let path = with("/api/v1/cases", "as_of", &case.position.to_string());
    let asked = (0..24).map(|_| house.get(&house.people.supervisor, &path).send());
    let answers = futures::future::join_all(asked).await;
    assert!(answers.iter().any(|answer| answer.status == 200));
    for answer in answers {
        assert!(matches!(answer.status, 200 | 503), "{answer}");
    }
}
