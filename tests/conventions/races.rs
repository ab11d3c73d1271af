//! Two at once.

use std::collections::BTreeSet;

use futures::future::join_all;
use serde_json::{Value, json};

use crate::support::{CaseInHand, Scene, Stage, TestHouse, Who, decision};

/// Times that each race is run; who wins is left to chance.
const HEATS: usize = 4;

/// Two who want something of one case at the same moment.
struct Race {
    scene: Scene,
    runners: fn(&TestHouse) -> [&Who; 2],
    /// What each of them sends: path and body.
    sent: fn(&CaseInHand) -> [(String, Value); 2],
    /// How whoever comes second is refused.
    late: &'static [&'static str],
    /// The events of which there may be one at most, of all of these together.
    once: &'static [&'static str],
}

fn on_lead(case: &CaseInHand, name: &str) -> String {
    format!("/api/v1/dispatches/{}/{name}", case.lead)
}

fn races() -> Vec<Race> {
    let both: fn(&TestHouse) -> [&Who; 2] = |house| [&house.people.dispatcher, &house.people.supervisor];
    vec![
        Race {
            scene: Scene::ReturnAsked,
            runners: both,
            sent: |case| ["approve", "refuse"].map(|word| (on_lead(case, "rule-return"), decision(word))),
            late: &["nothing_pending"],
            once: &["ReturnApproved", "ReturnRefused"],
        },
        Race {
            scene: Scene::ExtensionAsked,
            runners: both,
            sent: |case| ["approve", "refuse"].map(|word| (on_lead(case, "rule-extension"), decision(word))),
            late: &["nothing_pending"],
            once: &["ExtensionApproved", "ExtensionRefused"],
        },
        Race {
            scene: Scene::At(Stage::Dispatched),
            runners: |house| [&house.people.housing, &house.people.urban],
            sent: |case| {
                ["funds", "season"].map(|ground| {
                    let body = json!({ "ground": ground, "reason": "暂不具备条件", "proof": ["说明"],
                        "review_at": case.day(30) });
                    (case.path("suspend"), body)
                })
            },
            late: &["already_pending"],
            once: &["SuspensionRequested"],
        },
        Race {
            scene: Scene::ClosableByForce,
            runners: both,
            sent: |case| {
                let ruling = (case.path("rule-forced-closing"), decision("approve"));
                [(case.path("close"), json!({ "reason": "居民满意" })), ruling]
            },
            late: &["wrong_status", "nothing_pending"],
            once: &["CaseClosed", "CaseForceClosed"],
        },
        Race {
            scene: Scene::Claimed,
            runners: |house| [&house.people.grid_worker, &house.people.community],
            sent: |case| {
                ["网格照片", "社区照片"].map(|photo| {
                    let body = json!({ "item": case.made[0], "passed": true, "evidence": [photo] });
                    (case.path("reinspect"), body)
                })
            },
            late: &["wrong_item_state"],
            once: &["ItemStruckOff"],
        },
        Race {
            scene: Scene::Supervised,
            runners: |house| [&house.people.housing, &house.people.housing_colleague],
            sent: |case| {
                ["明日完成", "已完成"].map(|reply| {
                    let body = json!({ "supervision": case.made[0], "reply": reply });
                    (case.path("answer-supervision"), body)
                })
            },
            late: &["supervision_over"],
            once: &["SupervisionAnswered"],
        },
    ]
}

/// The names of the events of a case, oldest first.
async fn history(house: &TestHouse, id: &str) -> Vec<String> {
    let path = format!("/api/v1/cases/{id}/history");
    let history = house.get(&house.people.auditor, &path).expect(200).await.json();
    let items = history["items"].as_array().expect("a list");
    items.iter().map(|item| item["type"].as_str().expect("a name").to_owned()).collect()
}

#[tokio::test]
async fn of_two_who_decide_the_same_at_once_one_decides() {
    let house = TestHouse::open().await;
    for (race, heat) in races().iter().flat_map(|race| (0..HEATS).map(move |heat| (race, heat))) {
        let case = house.scene(race.scene).await;
        let version = format!("\"{}\"", case.version);
        // Every other heat they say which version they have seen.
        let careful = heat % 2 == 1;
        let runners = (race.runners)(&house).into_iter().zip((race.sent)(&case));
        let sent = runners.map(|(who, (path, body))| {
            let call = house.post(who, &path, &body);
            if careful { call.if_match(&version) } else { call }.send()
        });
        let (done, refused): (Vec<_>, Vec<_>) =
            join_all(sent).await.into_iter().partition(|answer| answer.status == 200);
        let [done, refused] = [&done[..], &refused[..]].map(|answers| answers.first());
        let (Some(done), Some(refused)) = (done, refused) else {
            panic!("{:?}: {done:?} {refused:?}", race.scene)
        };
        let code = refused.json()["code"].as_str().unwrap_or_default().to_owned();
        let late = if careful {
            refused.status == 412
        } else {
            refused.status == 409 && race.late.contains(&&*code)
        };
        assert!(late, "{refused}");
        let events = history(&house, &case.id).await;
        let decided = events.iter().filter(|name| race.once.contains(&name.as_str())).count();
        assert_eq!(decided, 1, "{events:?}");
        assert_eq!(done.json()["version"], events.len(), "nothing came after {done}");
    }
}

#[tokio::test]
async fn two_cases_that_are_merged_into_each_other_at_once_do_not_both_end() {
    let house = TestHouse::open().await;
    let people = &house.people;
    for _ in 0..HEATS {
        let case = house.scene(Scene::ReportedTwice).await;
        let ids = [case.id.as_str(), case.other.as_str()];
        let sent = [(&people.community, 0, 1), (&people.dispatcher, 1, 0)].map(|(who, from, into)| {
            let body = json!({ "into": ids[into], "reason": "同一件事" });
            house.post(who, &format!("/api/v1/cases/{}/merge", ids[from]), &body).send()
        });
        let answers = join_all(sent).await;
        for answer in answers.iter().filter(|answer| answer.status != 200) {
            assert_eq!(answer.status, 409, "{answer}");
        }
        let merged = answers.iter().filter(|answer| answer.status == 200).count();
        assert!(merged <= 1, "{answers:?}");
        let mut ended = 0;
        for (id, other) in [(ids[0], ids[1]), (ids[1], ids[0])] {
            let view = house.get(&people.supervisor, &format!("/api/v1/cases/{id}")).expect(200).await.json();
            if view["status"] == "merged" {
                ended += 1;
                assert_eq!(view["ending"]["into"], other);
                let path = format!("/api/v1/cases/{other}");
                let kept = house.get(&people.supervisor, &path).expect(200).await.json();
                assert_eq!((&kept["status"], &kept["absorbed"]), (&"raised".into(), &json!([id])), "{kept}");
                assert_eq!(kept["people"]["complainants"], 1, "whoever complained is kept: {kept}");
            } else {
                assert_eq!(view["status"], "raised");
            }
        }
        assert_eq!(ended, merged, "{answers:?}");
    }
}

#[tokio::test]
async fn of_two_officers_who_sign_at_once_one_signs() {
    let house = TestHouse::open().await;
    for if_match in [None, Some(())] {
        let case = house.case_at(Stage::Dispatched).await;
        let sign = format!("/api/v1/dispatches/{}/sign", case.lead);
        let version = format!("\"{}\"", case.version);
        let officers = [&house.people.housing, &house.people.housing_colleague];
        let sent = officers.map(|officer| {
            let call = house.post(officer, &sign, &json!({}));
            if if_match.is_some() { call.if_match(&version) } else { call }.send()
        });
        let mut statuses: Vec<u16> = join_all(sent).await.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        let loser = if if_match.is_some() { 412 } else { 409 };
        assert_eq!(statuses, [200, loser]);
        let view = house.get(&house.people.supervisor, &case.path("")).expect(200).await.json();
        assert_eq!(view["version"], case.version + 1);
    }
}

#[tokio::test]
async fn departments_that_answer_at_once_do_not_stand_in_each_others_way() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Accepted).await;
    let paths = [&case.lead, &case.co_handler].map(|id| format!("/api/v1/dispatches/{id}/feedback"));
    let officers = [&house.people.housing, &house.people.urban];
    let sent =
        officers.iter().zip(&paths).map(|(officer, path)| house.post(officer, path, &json!({})).expect(200));
    join_all(sent).await;
    let view = house.get(&house.people.supervisor, &case.path("")).expect(200).await.json();
    assert_eq!(view["status"], "verification");
}

#[tokio::test]
async fn reports_at_once_get_numbers_of_their_own() {
    let house = TestHouse::open().await;
    let sent = (0..24).map(|_| house.raised());
    let cases = join_all(sent).await;
    let numbers: BTreeSet<&str> = cases.iter().map(|case| case.number.as_str()).collect();
    assert_eq!(numbers.len(), 24);
    let codes: BTreeSet<&str> = cases.iter().map(|case| case.code.as_str()).collect();
    assert_eq!(codes.len(), 24);
}
