//! What the people of a case read of the work on it: the staff the words, its resident what the query code tells.

use serde_json::{Value, json};

use crate::support::{CaseInHand, Stage, TestHouse, Who, reporter, whistle};

/// Somebody's number, slipped into what the offices write.
const NUMBER: &str = "13812345678";

async fn view(house: &TestHouse, who: &Who, case: &CaseInHand) -> Value {
    house.get(who, &case.path("")).expect(200).await.json()
}

/// What the lead was asked and did.
fn work_of_lead(view: &Value) -> &Value {
    let lead = view["dispatches"].as_array().expect("dispatches").iter().find(|one| one["role"] == "lead");
    &lead.expect("a lead")["work"]
}

fn texts(said: &Value) -> Vec<&str> {
    said.as_array().expect("a list").iter().map(|one| one["text"].as_str().expect("words")).collect()
}

/// A case that was sent back once, and done again.
async fn done_twice(house: &TestHouse) -> CaseInHand {
    let people = &house.people;
    let mut case = house.case_at(Stage::Accepted).await;
    // What is sent back is the lead's part alone.
    for (round, at_work) in [("第一次", 2), ("第二次", 1)] {
        let parts = [(&people.housing, case.lead.clone()), (&people.urban, case.co_handler.clone())];
        for (who, part) in parts.into_iter().take(at_work) {
            let measure = json!({ "measure": format!("{round}更换灯泡，师傅电话{NUMBER}") });
            house.answer(&mut case, who, &part, "measures", &measure).await;
            let result = json!({ "result": format!("{round}已修好"), "evidence": ["照片"] });
            house.answer(&mut case, who, &part, "feedback", &result).await;
        }
        let checked =
            json!({ "passed": round == "第二次", "note": format!("{round}核查"), "evidence": ["照片"] });
        house.command(&mut case, &people.grid_worker, "verify", checked).await;
    }
    house
        .command(&mut case, &people.hotline, "callback", json!({ "reached": false, "note": "无人接听" }))
        .await;
    house.bring(&mut case, Stage::Callback, Stage::Closed).await;
    let rating = json!({ "solved": true, "satisfaction": 4, "comment": "谢谢" });
    house.command(&mut case, &people.resident, "rate", rating).await;
    case
}

#[tokio::test]
async fn the_staff_reads_what_was_asked_what_was_done_and_what_those_who_looked_said() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = done_twice(&house).await;
    for who in [&people.supervisor, &people.dispatcher, &people.community, &people.housing, &people.street] {
        let view = view(&house, who, &case).await;
        let work = work_of_lead(&view);
        assert_eq!(work["instruction"], "请到现场查看", "{}", who.name);
        assert_eq!(texts(&work["results"]), ["第一次已修好", "第二次已修好"]);
        let measures = texts(&work["measures"]);
        assert!(
            measures[0].starts_with("第一次更换灯泡") && measures[1].starts_with("第二次更换灯泡"),
            "{measures:?}"
        );
        let checks = view["checks"].as_array().expect("checks").iter().map(|check| {
            let word = |name: &str| check[name].as_str().expect("a word").to_owned();
            (word("kind"), word("outcome"), word("note"), check["satisfaction"].as_u64(), word("role"))
        });
        let expected = [
            ("verification", "failed", "第一次核查", None, "grid_worker"),
            ("verification", "passed", "第二次核查", None, "grid_worker"),
            ("callback", "unanswered", "无人接听", None, "hotline"),
            ("callback", "solved", "很快", Some(5), "hotline"),
            ("rating", "solved", "谢谢", Some(4), "resident"),
        ];
        let expected = expected.map(|(kind, outcome, note, satisfaction, role)| {
            (kind.to_owned(), outcome.to_owned(), note.to_owned(), satisfaction, role.to_owned())
        });
        assert_eq!(checks.collect::<Vec<_>>(), expected, "{}", who.name);
    }
    house.nobody_learned(&[NUMBER]).await;
}

#[tokio::test]
async fn what_is_read_are_the_words_that_the_history_shows() {
    let house = TestHouse::open().await;
    let case = done_twice(&house).await;
    let supervisor = &house.people.supervisor;
    let history = house.get(supervisor, &case.path("history")).expect(200).await.json();
    let of_lead = |kind: &str, field: &str| -> Vec<Value> {
        let events = history["items"].as_array().expect("items").iter().filter(|event| event["type"] == kind);
        let own = events.filter(|event| event["data"]["dispatch"] == case.lead.as_str());
        own.map(|event| event["data"][field]["shown"].clone()).collect()
    };
    let view = view(&house, supervisor, &case).await;
    let work = work_of_lead(&view);
    assert_eq!(json!(texts(&work["measures"])), json!(of_lead("MeasureRecorded", "measure")));
    assert_eq!(json!(texts(&work["results"])), json!(of_lead("FeedbackSubmitted", "result")));
    assert_eq!(json!([work["instruction"]]), json!(of_lead("DispatchIssued", "instruction")));
}

#[tokio::test]
async fn of_the_past_only_what_was_said_by_then_is_told() {
    let house = TestHouse::open().await;
    let mut case = house.case_at(Stage::Accepted).await;
    let then = case.position;
    house.bring(&mut case, Stage::Accepted, Stage::Callback).await;
    let path = format!("{}?as_of={then}", case.path(""));
    let past = house.get(&house.people.supervisor, &path).expect(200).await.json();
    assert_eq!((texts(&work_of_lead(&past)["measures"]).len(), &past["checks"]), (0, &json!([])));
    let now = view(&house, &house.people.supervisor, &case).await;
    assert_eq!(
        (texts(&work_of_lead(&now)["measures"]).len(), now["checks"][0]["note"].as_str()),
        (1, Some("看过了"))
    );
}

#[tokio::test]
async fn what_a_unit_asks_for_stands_with_its_part_until_it_is_decided() {
    let house = TestHouse::open().await;
    let mut case = house.case_at(Stage::Signed).await;
    let (lead, people) = (case.lead.clone(), &house.people);
    let asked = json!({ "length": "2h", "reason": "等待配件" });
    house.answer(&mut case, &people.housing, &lead, "request-extension", &asked).await;
    let waiting = view(&house, &people.dispatcher, &case).await;
    let request = &work_of_lead(&waiting)["request"];
    assert_eq!((&request["kind"], &request["reason"]), (&json!("extension"), &json!("等待配件")));
    let ruling = json!({ "decision": "refuse", "reason": "可先行处置" });
    house.answer(&mut case, &people.dispatcher, &lead, "rule-extension", &ruling).await;
    assert_eq!(work_of_lead(&view(&house, &people.dispatcher, &case).await)["request"], Value::Null);
}

#[tokio::test]
async fn who_decided_on_a_request_and_why_stands_with_the_request() {
    let house = TestHouse::open().await;
    let mut case = house.case_at(Stage::Signed).await;
    let (lead, people) = (case.lead.clone(), &house.people);
    for (asked, decision, why) in
        [("等待配件", "refuse", "可先行处置"), ("仍在等待配件", "approve", "情况属实")]
    {
        let asked = json!({ "length": "2wh", "reason": asked });
        house.answer(&mut case, &people.housing, &lead, "request-extension", &asked).await;
        let ruling = json!({ "decision": decision, "reason": format!("{why}，电话{NUMBER}") });
        house.answer(&mut case, &people.dispatcher, &lead, "rule-extension", &ruling).await;
    }
    let parking = json!({ "ground": "season", "reason": "汛期", "review_at": "2026-12-10T04:00:00Z", "proof": ["水文通报"] });
    house.command(&mut case, &people.housing, "suspend", parking).await;
    let asked = view(&house, &people.dispatcher, &case).await["suspension"].clone();
    assert_eq!((&asked["unit"], &asked["proof"]), (&json!("d-housing"), &json!(["水文通报"])));
    assert_eq!((&asked["ruled_at"], &asked["ruling_reason"]), (&Value::Null, &Value::Null));
    let ruling = json!({ "decision": "approve", "reason": "确需停工" });
    house.command(&mut case, &people.supervisor, "rule-suspension", ruling).await;

    let seen = view(&house, &people.dispatcher, &case).await;
    let petitions = seen["petitions"].as_array().expect("petitions");
    let told: Vec<_> =
        petitions.iter().map(|one| (&one["reason"], &one["approved"], &one["ruling_reason"])).collect();
    let (refused, granted) = (json!("可先行处置，电话138****5678"), json!("情况属实，电话138****5678"));
    assert_eq!(
        told,
        [(&json!("等待配件"), &json!(false), &refused), (&json!("仍在等待配件"), &json!(true), &granted),]
    );
    let dispatch = seen["dispatches"].as_array().expect("dispatches").iter().find(|one| one["id"] == lead);
    assert_eq!(petitions[0]["due_at"], Value::Null);
    // Parking has moved the end of the dispatch since; what the extension gave is what it gave then.
    assert!(petitions[1]["due_at"].is_string() && dispatch.is_some(), "{seen}");
    assert!(petitions.iter().all(|one| one["ruled_by"].is_string()), "{petitions:?}");
    let parked = &seen["suspension"];
    assert_eq!((&parked["state"], &parked["ruling_reason"]), (&json!("in_force"), &json!("确需停工")));
    assert_eq!((&parked["ruled_at"], parked["ruled_by"].is_string()), (&parked["since"], true));

    let own = view(&house, &people.resident, &case).await;
    assert_eq!(own["petitions"], json!([]));
    for field in ["unit", "ruled_by", "ruled_at", "ruling_reason"] {
        assert_eq!(own["suspension"][field], Value::Null, "{field}");
    }
    assert_eq!((&own["suspension"]["proof"], &own["suspension"]["reason"]), (&json!([]), &json!("")));
}

#[tokio::test]
async fn what_the_community_did_itself_is_told_to_the_staff_with_its_unit() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.raised().await;
    assert_eq!(view(&house, &people.community, &case).await["local_result"], Value::Null);
    let result = json!({ "result": format!("垃圾已清走，联系{NUMBER}"), "evidence": ["demo"] });
    house.command(&mut case, &people.community, "handle-locally", result).await;
    let told = view(&house, &people.supervisor, &case).await["local_result"].clone();
    assert_eq!((&told["text"], &told["unit"]), (&json!("垃圾已清走，联系138****5678"), &json!("s1-c1")));
    assert_eq!(view(&house, &people.resident, &case).await["local_result"], Value::Null);
}

#[tokio::test]
async fn a_resident_with_an_account_is_told_what_the_holder_of_the_code_is_and_no_more() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = done_twice(&house).await;
    let own = view(&house, &people.resident, &case).await;
    assert_eq!(own["checks"], json!([]));
    assert!(
        own["dispatches"].as_array().expect("dispatches").iter().all(|one| one.get("work").is_none()),
        "{own}"
    );

    let by_code = format!("/api/v1/public/cases/{}?code={}", case.number, case.code);
    let by_code = house.get(&people.nobody, &by_code).expect(200).await.json();
    let told: Vec<&str> =
        by_code["steps"].as_array().expect("steps").iter().filter_map(|step| step["text"].as_str()).collect();
    assert!(told.contains(&"第二次已修好") && !told.iter().any(|text| text.contains("灯泡")), "{told:?}");
    for who in [&people.resident, &people.hotline, &people.supervisor] {
        let progress = house.get(who, &case.path("progress")).expect(200).await.json();
        assert_eq!(progress, by_code, "{}", who.name);
    }
}

#[tokio::test]
async fn nobody_follows_a_case_that_is_not_theirs_to_see() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.raised_by(&people.resident, &whistle()).await;
    for who in [&people.other_resident, &people.other_community, &people.police] {
        house.get(who, &case.path("progress")).refused(404, "not_found").await;
    }
    house.get(&people.nobody, &case.path("progress")).refused(401, "unauthenticated").await;
    let mut confidential = whistle();
    (confidential["confidential"], confidential["reporter"]) = (json!(true), reporter());
    let hidden = house.raised_by(&people.nobody, &confidential).await;
    house.get(&people.resident, &hidden.path("progress")).refused(404, "not_found").await;
}

#[tokio::test]
async fn a_case_is_found_by_its_short_number_and_its_code_alone() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.raised().await;
    let (day, sequence) = (&case.number[7..15], &case.number[15..case.number.len() - 1]);
    let short = format!("S{day}-{sequence}");
    let plain = sequence.trim_start_matches('0');
    let typed = [
        short.clone(),
        short.to_lowercase(),
        format!("{day}-{plain}"),
        format!("{}-{plain}", &day[4..]),
        format!("{}{sequence}", &day[4..]),
    ];
    for number in &typed {
        let found = house.get(&people.nobody, &format!("/api/v1/public/cases/{number}?code={}", case.code));
        assert_eq!(found.expect(200).await.json()["number"], case.number, "{number}");
    }
    // A wrong code of a case that is there, and any code of one that is not, look alike.
    let other = house.raised().await;
    let missing = format!("S{day}-99999");
    for (number, code) in [(&short, &other.code), (&missing, &case.code), (&"1231-1".to_owned(), &case.code)]
    {
        let path = format!("/api/v1/public/cases/{number}?code={code}");
        house.get(&people.nobody, &path).refused(404, "not_found").await;
    }
    // A command by the short number is a command on the case.
    let withdraw = json!({ "code": case.code, "reason": "已自行解决" });
    let path = format!("/api/v1/public/cases/{short}/withdraw");
    house.post(&people.nobody, &path, &withdraw).expect(200).await;
    assert_eq!(view(&house, &people.supervisor, &case).await["status"], "withdrawn");
}
