//! Every operation of the description × everybody.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::{CaseInHand, Operation, Scene, Stage, TestHouse, Who, decision, operations};

/// The status, and the code of a refusal.
async fn ask(
    operation: &Operation,
    house: &TestHouse,
    who: &Who,
    case: &CaseInHand,
) -> (u16, Option<String>) {
    let call = operation.call(house, who, case);
    if operation.path.ends_with("/stream") && operation.expected(who).1.is_none() {
        return (call.open().await.status().as_u16(), None);
    }
    let answer = call.send().await;
    let code = (answer.status >= 400).then(|| answer.json()["code"].as_str().unwrap_or_default().to_owned());
    (answer.status, code)
}

/// Operations of the description, such as `get /api/v1/cases`.
async fn described(house: &TestHouse) -> BTreeSet<String> {
    let description = house.get(&house.people.nobody, "/openapi.json").expect(200).await.json();
    assert!(description["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    let paths = description["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods");
            methods.keys().map(move |method| format!("{method} {path}"))
        })
        .collect()
}

#[tokio::test]
async fn the_table_knows_every_operation_and_no_other() {
    let house = TestHouse::open().await;
    let table = operations();
    let of_cases = table.iter().map(|row| format!("{} {}", row.method, row.path));
    let known: Vec<String> = of_cases
        .chain(crate::organisation_roles::described())
        .chain(crate::accounts::described())
        .chain(crate::integrations::described())
        .chain(crate::packs::described())
        .chain(crate::photos::described())
        .collect();
    let table_len = known.len();
    let known: BTreeSet<String> = known.into_iter().collect();
    assert_eq!(known.len(), table_len, "an operation is named twice");
    assert_eq!(known, described(&house).await);
}

#[tokio::test]
async fn everybody_gets_what_the_table_says_from_every_operation() {
    let house = TestHouse::open().await;
    let mut wrong = Vec::new();
    for row in operations() {
        let mut case = house.scene(row.scene).await;
        for who in house.people.all() {
            let expected = row.expected(who);
            let before = house.events().await;
            let (status, code) = ask(&row, &house, who, &case).await;
            if (status, code.as_deref()) != expected {
                let (method, path) = (row.method, &row.path);
                wrong.push(format!("{method} {path} as {}: {status} {code:?}, not {expected:?}", who.name));
            }
            if status < 300 && row.is_command() {
                // What was allowed has moved the case; the next caller gets a fresh one.
                case = house.scene(row.scene).await;
            } else {
                let after = house.events().await;
                assert_eq!(after, before, "{} as {} left something behind", row.path, who.name);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn who_names_no_role_of_theirs_learns_nothing_about_what_exists() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Dispatched).await;
    let missing = uuid::Uuid::from_u128(1);
    // A foreign department cannot tell a dispatch of others from one that does not exist.
    let police = &house.people.police;
    let foreign =
        house.post(police, &format!("/api/v1/dispatches/{}/sign", case.lead), &json!({})).expect(404).await;
    let nowhere =
        house.post(police, &format!("/api/v1/dispatches/{missing}/sign"), &json!({})).expect(404).await;
    assert_eq!(foreign.json(), nowhere.json());
    for who in [&house.people.other_resident, &house.people.other_community] {
        let foreign = house.get(who, &case.path("")).expect(404).await;
        let nowhere = house.get(who, &format!("/api/v1/cases/{missing}")).expect(404).await;
        assert_eq!(foreign.json(), nowhere.json());
    }
    // Neither can whoever holds no code.
    let stranger = &house.people.nobody;
    let number = format!("/api/v1/public/cases/{}", case.number);
    let wrong_code = house.get(stranger, &format!("{number}?code=wrong")).expect(404).await;
    let wrong_number =
        house.get(stranger, "/api/v1/public/cases/WS999001202611209999?code=wrong").expect(404).await;
    assert_eq!(wrong_code.json(), wrong_number.json());
    house.get(stranger, &number).refused(400, "bad_query").await;
}

#[tokio::test]
async fn what_the_policy_leaves_to_the_dispatcher_the_dispatcher_decides_and_the_graver_half_not() {
    let house = TestHouse::open().await;
    let dispatcher = &house.people.dispatcher;
    let case = house.case_at(Stage::Dispatched).await;
    let remind = json!({ "measure": "reminder", "reason": "请尽快报到" });
    let reminder = house.post(dispatcher, &case.path("supervise"), &remind).expect(200).await.json();
    let lift = json!({ "supervision": reminder["created"][0], "reason": "已报到" });
    house.post(dispatcher, &case.path("lift-supervision"), &lift).expect(200).await;
    for measure in ["yellow_card", "red_card", "written", "elevated"] {
        let body = json!({ "measure": measure, "reason": "进展缓慢" });
        house.post(dispatcher, &case.path("supervise"), &body).refused(403, "wrong_level").await;
    }
    // 研判销号 ends a case whose resident is not content: not by the desk that sent the departments.
    let case = house.scene(Scene::Dissatisfied).await;
    let analysis = json!({ "exit": "analysis", "reason": "已穷尽手段" });
    house.post(dispatcher, &case.path("settle"), &analysis).refused(403, "wrong_level").await;
    let closed = house.post(&house.people.supervisor, &case.path("settle"), &analysis).expect(200).await;
    assert_eq!(closed.json()["status"], "closed");
}

#[tokio::test]
async fn the_second_return_of_a_case_is_the_supervisors_and_the_last() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.scene(Scene::ReturnAsked).await;
    let on = |dispatch: &str, name: &str| format!("/api/v1/dispatches/{dispatch}/{name}");
    house.post(&people.dispatcher, &on(&case.lead, "rule-return"), &decision("approve")).expect(200).await;
    let view = house.get(&people.police, &case.path("")).expect(200).await.json();
    let dispatches = view["dispatches"].as_array().expect("a list");
    let led = |dispatch: &&Value| dispatch["department"] == "d-police" && dispatch["role"] == "lead";
    let next = dispatches.iter().find(led).and_then(|dispatch| dispatch["id"].as_str()).expect("a new lead");
    let again =
        json!({ "basis": "职责清单第五条", "reason": "也不属本单位", "proposed_unit": "d-sanitation" });
    house.post(&people.police, &on(next, "request-return"), &again).expect(200).await;
    let rule = on(next, "rule-return");
    house.post(&people.dispatcher, &rule, &decision("approve")).refused(403, "wrong_level").await;
    let ruled = house.post(&people.supervisor, &rule, &decision("refuse")).expect(200).await;
    let view = house.get(&people.supervisor, &case.path("")).expect(200).await.json();
    assert_eq!((&view["determined"], &view["version"]), (&json!(true), &ruled.json()["version"]));
    let co_handler = on(&case.co_handler, "request-return");
    house.post(&people.urban, &co_handler, &again).refused(409, "determined").await;
}

#[tokio::test]
async fn a_unit_whose_dispatch_was_taken_back_still_sees_the_case_and_has_no_part_in_it() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.case_at(Stage::Dispatched).await;
    let transfer = json!({ "to": "d-police", "reason": "属公安职责" });
    let lead = |name: &str| format!("/api/v1/dispatches/{}/{name}", case.lead);
    house.post(&people.dispatcher, &lead("transfer"), &transfer).expect(200).await;
    house.get(&people.housing, &case.path("")).expect(200).await;
    let scenes = [Scene::At(Stage::Dispatched), Scene::Planned, Scene::Listed];
    let working = ["suspend", "plan", "milestones", "progress", "request-exclusion"];
    let commands = operations().into_iter().filter(Operation::is_command);
    for command in commands.filter(|command| scenes.contains(&command.scene)) {
        if working.iter().any(|name| command.path.ends_with(&format!("{{id}}/{name}"))) {
            let call = command.call(&house, &people.housing, &case);
            call.refused(403, "no_part").await;
        }
    }
    house.post(&people.housing, &lead("sign"), &json!({})).refused(409, "wrong_dispatch_state").await;
    // What the matter cost it can be contested all the same.
    let appeal = json!({ "reason": "非本单位职责" });
    house.post(&people.housing, &case.path("appeal-score"), &appeal).expect(200).await;
    // Whoever took over has every right.
    house
        .post(&people.police, &case.path("progress"), &json!({ "progress": "x" }))
        .refused(409, "no_plan")
        .await;
}

#[tokio::test]
async fn a_resident_is_not_told_what_the_offices_settle_among_themselves() {
    const AMONG_THEMSELVES: [&str; 8] = [
        "disputes",
        "petitions",
        "supervisions",
        "joint_actions",
        "linked",
        "absorbed",
        "holdings",
        "checks",
    ];
    let house = TestHouse::open().await;
    let people = &house.people;
    for scene in [
        Scene::ReturnAsked,
        Scene::ExclusionAsked,
        Scene::ScoreAppealed,
        Scene::ForcedClosingAsked,
        Scene::Supervised,
        Scene::JointAction,
    ] {
        let case = house.scene(scene).await;
        let view = |who| house.get(who, &case.path("")).expect(200);
        let (staff, own) = (view(&people.auditor).await.json(), view(&people.resident).await.json());
        let told = |view: &Value| AMONG_THEMSELVES.iter().any(|name| view[*name] != json!([]));
        assert!(told(&staff), "{staff}");
        assert!(!told(&own), "{own}");
        assert_eq!(own["version"], staff["version"]);
    }
    // Being parked is told, having been asked for is not.
    let case = house.scene(Scene::SuspensionAsked).await;
    let own = house.get(&people.resident, &case.path("")).expect(200).await.json();
    assert_eq!(own["suspension"], Value::Null);
    house.post(&people.supervisor, &case.path("rule-suspension"), &decision("approve")).expect(200).await;
    let own = house.get(&people.resident, &case.path("")).expect(200).await.json();
    assert_eq!(own["suspension"]["state"], "in_force");
}

#[tokio::test]
async fn a_case_that_the_caller_does_not_see_cannot_be_named_in_a_command_either() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.raised().await;
    let mut far_away = crate::support::whistle();
    far_away["location"]["grid"] = json!("g10");
    let far_away = house.raised_by(&people.hotline, &far_away).await;
    let nowhere = uuid::Uuid::from_u128(1).to_string();
    let events = house.events().await;
    for (command, field) in [("link", "other"), ("merge", "into")] {
        let name = async |id: &str| {
            let body = json!({ field: id, "reason": "同一件事" });
            house.post(&people.community, &case.path(command), &body).refused(404, "not_found").await
        };
        assert_eq!(name(&far_away.id).await.json(), name(&nowhere).await.json());
    }
    assert_eq!(house.events().await, events);
}
