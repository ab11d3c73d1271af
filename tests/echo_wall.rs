//! 回音壁: everything is answered, nobody is named.

use serde_json::{Value, json};

use crate::support::{CaseInHand, Scene, Stage, TestHouse, decision, reporter, whistle};

async fn wall(house: &TestHouse, case: &CaseInHand) -> Value {
    // The wall promises no position: a list that knows it stands in for the wait.
    let seen = format!("/api/v1/cases?min_position={}", case.position);
    house.get(&house.people.auditor, &seen).expect(200).await;
    let view = house.get(&house.people.auditor, &case.path("")).expect(200).await.json();
    let unit = view["location"]["territorial_unit"].as_str().expect("a unit");
    let path = format!("/api/v1/public/echo-wall?unit={unit}&month=2026-11");
    let answer = house.get(&house.people.nobody, &path).expect(200).await;
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    answer.json()
}

fn answers(wall: &Value) -> Vec<(String, i64, bool)> {
    let entries = wall["entries"].as_array().expect("a list");
    let told = entries.iter().map(|entry| {
        let answer = entry["answer"].as_str().expect("an answer").to_owned();
        (answer, entry["count"].as_i64().expect("a count"), entry["worded"] == true)
    });
    told.collect()
}

fn wording(answer: &str) -> Value {
    json!({ "question": "楼道灯不亮。", "answer": answer })
}

#[tokio::test]
async fn every_case_of_the_month_has_an_answer_also_one_that_is_not_solved() {
    let house = TestHouse::open().await;
    let people = &house.people;
    house.case_at(Stage::Closed).await;
    house.case_at(Stage::Dispatched).await;
    house.case_at(Stage::Dispatched).await;
    house.scene(Scene::Suspended).await;
    let mut refused = house.raised().await;
    house.command(&mut refused, &people.community, "decline", json!({ "reason": "不属于本小区" })).await;
    let mut secret = whistle();
    secret["confidential"] = json!(true);
    secret["reporter"] = reporter();
    let last = house.raised_by(&people.hotline, &secret).await;
    let wall = wall(&house, &last).await;
    assert_eq!((&wall["total"], &wall["confidential"], &wall["omitted"]), (&json!(6), &json!(1), &json!(0)));
    let housing = house.app.reference().organisation.unit("d-housing").expect("a unit").name.clone();
    let mut told = answers(&wall);
    told.sort();
    let mut expected = vec![
        (format!("已由{housing}办结，诉求人确认问题已解决。"), 1, false),
        (format!("尚未解决，正在由{housing}办理。"), 2, false),
        ("尚未解决，原因：所需资金尚未落实。已挂账管理，条件具备后恢复办理。".to_owned(), 1, false),
        ("经核实未予支持，已向诉求人说明理由。".to_owned(), 1, false),
    ];
    expected.sort();
    assert_eq!(told, expected);
    let whole = wall.to_string();
    for telling in [&last.number, &last.id, &last.code, "楼道灯", "不属于本小区", "秦", "139"] {
        assert!(!whole.contains(telling), "{telling} is on the wall: {whole}");
    }
}

#[tokio::test]
async fn words_come_to_the_wall_through_two_people_and_fall_when_the_case_goes_on() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.case_at(Stage::Closed).await;
    house.command(&mut case, &people.community, "echo", wording("灯泡已全部更换。")).await;
    assert_eq!(answers(&wall(&house, &case).await).len(), 1);
    assert!(!answers(&wall(&house, &case).await)[0].2, "nothing is published before it is approved");
    let waiting =
        house.get(&people.supervisor, "/api/v1/registers/awaiting_decision").expect(200).await.json();
    assert_eq!(waiting["items"][0]["case_id"], case.id);
    let view = house.get(&people.supervisor, &case.path("")).expect(200).await.json();
    assert_eq!(view["echo"]["pending"]["answer"], "灯泡已全部更换。");
    let own = house.get(&people.resident, &case.path("")).expect(200).await.json();
    assert_eq!(own["echo"], Value::Null);
    let rule = case.path("echo/rule");
    house.post(&people.community, &rule, &decision("approve")).refused(403, "same_person").await;
    house.command(&mut case, &people.supervisor, "echo/rule", decision("approve")).await;
    assert_eq!(answers(&wall(&house, &case).await), [("灯泡已全部更换。".to_owned(), 1, true)]);
    house.command(&mut case, &people.dispatcher, "reopen", json!({ "reason": "又不亮了" })).await;
    let [(answer, 1, false)] = &answers(&wall(&house, &case).await)[..] else { panic!("one draft") };
    assert!(answer.starts_with("尚未解决"), "{answer}");
    // A refused wording makes room for a better one; a published one can be taken down.
    house.command(&mut case, &people.community, "echo", wording("再次更换。")).await;
    house.command(&mut case, &people.supervisor, "echo/rule", decision("refuse")).await;
    house.command(&mut case, &people.community, "echo", wording("线路正在检修。")).await;
    house.command(&mut case, &people.supervisor, "echo/rule", decision("approve")).await;
    house.command(&mut case, &people.community, "echo/retract", json!({ "reason": "已修好" })).await;
    house
        .post(&people.community, &case.path("echo/retract"), &json!({ "reason": "x" }))
        .refused(409, "not_published")
        .await;
    assert!(!answers(&wall(&house, &case).await)[0].2);
}

#[tokio::test]
async fn words_that_tell_who_somebody_is_are_refused_field_by_field() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut body = whistle();
    body["reporter"] = reporter();
    let case = house.raised_by(&people.hotline, &body).await;
    let neighbour = json!({ "name": "欧阳远山", "phone": "13712345678", "household": "3-2-501" });
    house.post(&people.hotline, &case.path("complainants"), &neighbour).expect(201).await;
    let events = house.events().await;
    for (question, answer, pointers) in [
        ("3号楼2单元502室漏水", "已修复", &["/question"][..]),
        ("漏水", "已联系13812345678", &["/answer"]),
        ("秦晓薇反映漏水", "已告知欧阳远山", &["/question", "/answer"]),
        ("车牌豫J12312占道", "已劝离", &["/question"]),
        ("", "已修复", &["/question"]),
    ] {
        let wording = json!({ "question": question, "answer": answer });
        let refused =
            house.post(&people.community, &case.path("echo"), &wording).refused(422, "invalid_fields").await;
        assert_eq!(refused.pointers(), pointers, "{refused}");
    }
    assert_eq!(house.events().await, events);
    let mut secret = whistle();
    secret["confidential"] = json!(true);
    let secret = house.raised_by(&people.hotline, &secret).await;
    house
        .post(&people.community, &secret.path("echo"), &wording("已修复。"))
        .refused(422, "confidential")
        .await;
}

#[tokio::test]
async fn a_wall_is_that_of_a_piece_of_the_map_and_of_a_month() {
    let house = TestHouse::open().await;
    let nobody = &house.people.nobody;
    let wall = "/api/v1/public/echo-wall";
    house.get(nobody, &format!("{wall}?unit=nowhere&month=2026-11")).refused(404, "not_found").await;
    house.get(nobody, &format!("{wall}?unit=d-housing&month=2026-11")).refused(404, "not_found").await;
    for month in ["2026-13", "2026", "", "2026-11-01"] {
        house.get(nobody, &format!("{wall}?unit=s1-c1&month={month}")).refused(400, "bad_query").await;
    }
    house.get(nobody, wall).refused(400, "bad_query").await;
    let empty = house.get(nobody, &format!("{wall}?unit=s1-c1&month=2020-01")).expect(200).await.json();
    assert_eq!((&empty["total"], &empty["entries"]), (&json!(0), &json!([])));
}

#[tokio::test]
async fn words_that_wait_are_listed_for_those_who_check_them() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let listed = async |who, position: i64| {
        let path = format!("/api/v1/echo-wordings?min_position={position}");
        let answer = house.get(who, &path).expect(200).await.json();
        answer["items"].as_array().expect("items").clone()
    };
    // What waits for another decision waits elsewhere.
    let disputed = house.case_at(Stage::Dispatched).await;
    let returning = json!({ "basis": "职责清单第3条", "reason": "不属本单位职责" });
    let path = format!("/api/v1/dispatches/{}/request-return", disputed.lead);
    house.post(&people.housing, &path, &returning).expect(200).await;
    let mut case = house.case_at(Stage::Closed).await;
    house.command(&mut case, &people.community, "echo", wording("灯泡已全部更换。")).await;
    let register = format!("/api/v1/registers/awaiting_decision?min_position={}", case.position);
    let waiting = house.get(&people.supervisor, &register).expect(200).await;
    assert_eq!(waiting.json()["items"].as_array().map(Vec::len), Some(2));
    let [mine] = &listed(&people.community, case.position).await[..] else { panic!("one") };
    assert_eq!((&mine["case_id"], &mine["own"]), (&json!(case.id), &json!(true)));
    let [seen] = &listed(&people.supervisor, case.position).await[..] else { panic!("one") };
    assert_eq!((&seen["own"], &seen["proposed_by"]), (&json!(false), &json!("s1-c1")));
    assert_eq!(
        (&seen["wording"]["answer"], &seen["version"]),
        (&json!("灯泡已全部更换。"), &json!(case.version))
    );
    assert_eq!(listed(&people.other_community, case.position).await, Vec::<Value>::new());
    assert_eq!(listed(&people.police, case.position).await, Vec::<Value>::new());
    // Every part is full until the last, the oldest first.
    let mut later = house.case_at(Stage::Closed).await;
    house.command(&mut later, &people.community, "echo", wording("电梯已修好。")).await;
    let mut path = format!("/api/v1/echo-wordings?limit=1&min_position={}", later.position);
    for (expected, last) in [(&case, false), (&later, true)] {
        let page = house.get(&people.supervisor, &path).expect(200).await.json();
        let [item] = &page["items"].as_array().expect("items")[..] else { panic!("{page}") };
        assert_eq!(item["case_id"], json!(expected.id));
        assert_eq!(page["next_cursor"].is_null(), last);
        path = format!(
            "/api/v1/echo-wordings?limit=1&cursor={}",
            page["next_cursor"].as_str().unwrap_or_default()
        );
    }
    house.command(&mut later, &people.supervisor, "echo/rule", decision("refuse")).await;
    house.command(&mut case, &people.supervisor, "echo/rule", decision("approve")).await;
    assert_eq!(listed(&people.supervisor, case.position).await, Vec::<Value>::new());
}
