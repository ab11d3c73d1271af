//! Bad bodies of commands: the field is named, and nothing is left behind.

use serde_json::{Value, json};

use crate::support::{CaseInHand, Operation, Scene, Stage, TestHouse, operations};

/// Fields of the table's bodies that hold words; whatever else is text names something.
const WORDS: [&str; 18] = [
    "reason",
    "note",
    "title",
    "description",
    "measure",
    "progress",
    "finding",
    "result",
    "requirement",
    "reply",
    "basis",
    "purpose",
    "place",
    "measures_taken",
    "next_plan",
    "instruction",
    "question",
    "answer",
];
/// Of these, those that may be left out.
const OPTIONAL: [&str; 4] = ["note", "title", "description", "instruction"];

/// Status, code, pointers.
type Refusal = (u16, &'static str, &'static [&'static str]);

/// What is wrong with a body, and how it is refused.
struct Bad {
    command: &'static str,
    change: fn(&mut Value, &CaseInHand),
    refusal: Refusal,
}

const fn bad(command: &'static str, change: fn(&mut Value, &CaseInHand), refusal: Refusal) -> Bad {
    Bad { command, change, refusal }
}

const NOBODY: &str = "00000000-0000-0000-0000-000000000001";
const UNORDERED: Refusal = (422, "milestones_unordered", &[]);
const TOO_FAR: Refusal = (422, "review_out_of_range", &[]);

/// What came is not what was asked for.
const fn malformed(pointers: &'static [&'static str]) -> Refusal {
    (400, "bad_type", pointers)
}

/// It is understood, and the field cannot be accepted.
const fn unfit(pointers: &'static [&'static str]) -> Refusal {
    (422, "invalid_fields", pointers)
}

fn named(name: &str) -> Operation {
    let ends =
        |operation: &Operation| operation.is_command() && operation.path.ends_with(&format!("{{id}}/{name}"));
    operations().into_iter().find(ends).unwrap_or_else(|| panic!("what is {name}?"))
}

/// Words that are no words are refused wherever words are taken.
#[tokio::test]
async fn words_that_are_missing_empty_or_unfit_are_named_by_every_command() {
    let house = TestHouse::open().await;
    let mut tried = 0;
    for command in operations().into_iter().filter(Operation::is_command) {
        let (case, who) = (house.scene(command.scene).await, command.somebody(&house));
        let (body, events) = ((command.body)(&case), house.events().await);
        let fields: Vec<&String> = body.as_object().expect("an object").keys().collect();
        // A yellow card is no word, however it is called.
        let words =
            |field: &&&String| WORDS.contains(&field.as_str()) && !command.path.ends_with("/supervise");
        for field in fields.iter().filter(words) {
            let pointer = format!("/{field}");
            let post = async |value: Value, status| {
                let mut changed = body.clone();
                changed[field.as_str()] = value;
                house.post(who, &command.address(&case), &changed).expect(status).await
            };
            for (unfit, code) in
                [("有\u{0}字".to_owned(), "control_character"), ("字".repeat(4001), "too_long")]
            {
                let refused = post(json!(unfit), 422).await;
                assert_eq!(
                    (refused.pointers(), &refused.json()["errors"][0]["code"]),
                    (vec![pointer.clone()], &json!(code))
                );
            }
            assert_eq!(post(json!(["x"]), 400).await.pointers(), [pointer.as_str()]);
            if !OPTIONAL.contains(&field.as_str()) {
                assert_eq!(post(json!(" \u{3000}"), 422).await.pointers(), [pointer.as_str()]);
                let mut without = body.clone();
                without.as_object_mut().expect("an object").remove(field.as_str());
                let refused =
                    house.post(who, &command.address(&case), &without).refused(400, "bad_type").await;
                assert_eq!(refused.pointers(), [pointer.as_str()], "{refused}");
            }
            tried += 1;
        }
        assert_eq!(house.events().await, events, "{} left something behind", command.path);
    }
    assert!(tried > 50, "only {tried} fields were tried");
}

fn table() -> Vec<Bad> {
    vec![
        // Words that are none of the words.
        bad("not-accept", |body, _| body["ground"] = json!("boring"), malformed(&["/ground"])),
        bad("divert", |body, _| body["to"] = json!("the_moon"), malformed(&["/to"])),
        bad("suspend", |body, _| body["ground"] = json!("holiday"), malformed(&["/ground"])),
        bad("request-exclusion", |body, _| body["ground"] = json!(""), malformed(&["/ground"])),
        bad("settle", |body, _| body["exit"] = json!("oblivion"), malformed(&["/exit"])),
        bad("supervise", |body, _| body["measure"] = json!("green_card"), malformed(&["/measure"])),
        bad("rule-return", |body, _| body["decision"] = json!("perhaps"), malformed(&["/decision"])),
        bad("rule-exclusion", |body, _| body["decision"] = json!(true), malformed(&["/decision"])),
        bad("items", |body, _| body["items"][1]["hazard"] = json!("huge"), malformed(&["/items/1/hazard"])),
        bad("reclassify", |body, _| body["kind"] = json!("party"), malformed(&["/kind"])),
        // Units that do not exist.
        bad(
            "co-handlers",
            |body, _| body["co_handlers"] = json!(["d-police", "d-x"]),
            unfit(&["/co_handlers/1"]),
        ),
        bad("co-handlers", |body, _| body["notify"] = json!(vec!["s1"; 31]), unfit(&["/notify"])),
        bad("transfer", |body, _| body["to"] = json!("d\u{0}"), unfit(&["/to"])),
        bad("order-rectification", |body, _| body["unit"] = json!(""), unfit(&["/unit"])),
        bad("supervise", |body, _| body["department"] = json!("d-x"), unfit(&["/department"])),
        bad("rule-return", |body, _| body["unit"] = json!("d-x"), unfit(&["/unit"])),
        bad("request-return", |body, _| body["proposed_unit"] = json!("d-x"), unfit(&["/proposed_unit"])),
        bad("joint-actions", |body, _| body["units"] = json!(["d-x"]), unfit(&["/units/0"])),
        bad("joint-actions", |body, _| body["units"] = json!(["d-police"]), (422, "not_sent", &[])),
        bad(
            "settle",
            |body, _| (body["exit"], body["to"]) = (json!("transfer"), json!("d-x")),
            unfit(&["/to"]),
        ),
        bad("settle", |body, _| body["exit"] = json!("transfer"), unfit(&["/to"])),
        bad("settle", |body, _| body["exit"] = json!("extension"), unfit(&["/length"])),
        bad("transfer", |body, _| body["to"] = json!("d-urban"), (422, "department_twice", &[])),
        bad("reclassify", |body, _| body["category"] = json!("9999"), (422, "unknown_category", &[])),
        bad("reclassify", |body, _| body["category"] = json!("0102"), (422, "nothing_given", &[])),
        bad("verify", |body, _| body["impossible"] = json!(true), unfit(&["/passed", "/note"])),
        // Too many, too few, not in order.
        bad(
            "items",
            |body, _| body["items"] = json!(vec![json!({ "title": "堆物" }); 501]),
            unfit(&["/items"]),
        ),
        bad("items", |body, _| body["items"] = json!([]), (422, "nothing_given", &[])),
        bad("items", |body, _| body["items"][0]["title"] = json!("\u{0}"), unfit(&["/items/0/title"])),
        bad("plan", |body, case| body["milestones"] = stages(case, 51), unfit(&["/milestones"])),
        bad("plan", |body, _| body["milestones"] = json!([]), (422, "nothing_given", &[])),
        bad("plan", |body, _| body["milestones"][0]["title"] = json!(""), unfit(&["/milestones/0/title"])),
        bad("plan", |body, case| body["milestones"][1]["due_at"] = json!(case.day(39)), UNORDERED),
        bad("plan", |body, case| body["milestones"][0]["due_at"] = json!(case.day(-1)), UNORDERED),
        bad(
            "plan",
            |body, _| body["milestones"][0]["due_at"] = json!("soon"),
            malformed(&["/milestones/0/due_at"]),
        ),
        bad("milestones", |body, _| body["milestone"] = json!(0), (422, "milestone_unknown", &[])),
        bad("milestones", |body, _| body["milestone"] = json!(u32::MAX), (422, "milestone_unknown", &[])),
        bad("milestones", |body, _| body["milestone"] = json!(-1), malformed(&["/milestone"])),
        bad("milestones", |body, _| body["evidence"] = json!([]), (422, "evidence_missing", &[])),
        bad("claim-rectified", |body, _| body["evidence"] = json!(vec!["照片"; 21]), unfit(&["/evidence"])),
        bad("reinspect", |body, _| body["evidence"] = json!(["\u{0}"]), unfit(&["/evidence/0"])),
        bad("suspend", |body, _| body["proof"] = json!([]), (422, "evidence_missing", &[])),
        bad("suspend", |body, _| body["proof"] = json!(["\u{0}"]), unfit(&["/proof/0"])),
        bad("suspend", |body, _| body["proof"] = json!(vec!["x"; 21]), unfit(&["/proof"])),
        // Lengths of time.
        bad("order-rectification", |body, _| body["within"] = json!("99xx"), malformed(&["/within"])),
        bad("order-rectification", |body, _| body["within"] = json!("1000d"), malformed(&["/within"])),
        bad("request-extension", |body, _| body["length"] = json!("99xx"), malformed(&["/length"])),
        bad("request-extension", |body, _| body["length"] = json!(7), malformed(&["/length"])),
        bad("request-extension", |body, _| body["length"] = json!("999d"), (422, "extension_too_long", &[])),
        // Instants.
        bad("suspend", |body, case| body["review_at"] = json!(case.day(-1)), TOO_FAR),
        bad("suspend", |body, case| body["review_at"] = json!(case.day(91)), TOO_FAR),
        bad("suspend", |body, _| body["review_at"] = json!("9999-12-31T23:59:59Z"), TOO_FAR),
        bad("review-suspension", |body, case| body["review_at"] = json!(case.raised_at), TOO_FAR),
        bad("joint-actions", |body, _| body["meets_at"] = json!("tomorrow"), malformed(&["/meets_at"])),
        // Numbers and identities.
        bad("votes", |body, _| body["satisfaction"] = json!(9), (422, "satisfaction_out_of_range", &[])),
        bad("votes", |body, _| body["satisfaction"] = json!(256), malformed(&["/satisfaction"])),
        bad("votes", |body, _| body["complainant"] = json!(NOBODY), (404, "complainant_unknown", &[])),
        bad("representative", |body, _| body["complainant"] = json!("me"), malformed(&["/complainant"])),
        bad("reinspect", |body, _| body["item"] = json!(NOBODY), (404, "item_unknown", &[])),
        bad("sign-in", |body, _| body["action"] = json!(NOBODY), (404, "joint_action_unknown", &[])),
        bad("rule-score-appeal", |body, _| body["appeal"] = json!(NOBODY), (404, "appeal_unknown", &[])),
        bad(
            "lift-supervision",
            |body, _| body["supervision"] = json!(NOBODY),
            (404, "supervision_unknown", &[]),
        ),
        bad("complainants", |body, _| body["phone"] = json!("12345"), unfit(&["/phone"])),
        bad("complainants", |body, _| *body = json!({ "household": "3-2-501" }), unfit(&[""])),
        bad("link", |body, case| body["other"] = json!(case.id), (422, "own_case", &[])),
        bad("merge", |body, case| body["into"] = json!(case.id), (422, "own_case", &[])),
        bad("link", |body, _| body["other"] = json!(NOBODY), (404, "not_found", &[])),
        bad("merge", |body, _| body["into"] = json!(NOBODY), (404, "not_found", &[])),
        bad("amend", |body, _| *body = json!({}), (422, "nothing_given", &[])),
    ]
}

fn stages(case: &CaseInHand, count: i64) -> Value {
    (1..=count).map(|at| json!({ "title": "一步", "due_at": case.day(at) })).collect()
}

#[tokio::test]
async fn a_bad_field_of_a_command_is_named_and_nothing_is_left_behind() {
    let house = TestHouse::open().await;
    let mut held: Option<(Scene, CaseInHand)> = None;
    for Bad { command: name, change, refusal: (status, code, pointers) } in table() {
        let command = named(name);
        // Nothing is left behind, so that one case does for all that are tried in its scene one after the other.
        let case = match held.take() {
            Some((scene, case)) if scene == command.scene => case,
            _ => house.scene(command.scene).await,
        };
        let (who, events) = (command.somebody(&house), house.events().await);
        let mut body = (command.body)(&case);
        change(&mut body, &case);
        let refused = house.post(who, &command.address(&case), &body).refused(status, code).await;
        assert_eq!(refused.pointers(), pointers, "{refused}");
        assert_eq!(house.events().await, events, "{name} left something behind");
        held = Some((command.scene, case));
    }
}

#[tokio::test]
async fn a_lead_is_not_released_and_a_second_choice_of_the_same_is_no_second_event() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.case_at(Stage::Dispatched).await;
    let release = format!("/api/v1/dispatches/{}/release", case.lead);
    let body = json!({ "reason": "不再需要" });
    house.post(&people.dispatcher, &release, &body).refused(422, "not_a_helper").await;
    let case = house.scene(Scene::Joined).await;
    let choice = json!({ "complainant": case.made[0] });
    let first = house.post(&people.hotline, &case.path("representative"), &choice).expect(200).await;
    let again = house.post(&people.hotline, &case.path("representative"), &choice).expect(200).await;
    assert_eq!(first.json()["version"], again.json()["version"]);
}
