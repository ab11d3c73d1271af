//! What people do with cases, in the order of a case's life.

use serde_json::json;

use super::{Operation, on_case};
use crate::support::scenes::{
    claim, decision, exclusion, items, joint_action, neighbour, plan, reason, reinspection, suspension,
    wording,
};
use crate::support::{Scene, Stage, dispatch_body};

const RAISED: Scene = Scene::At(Stage::Raised);
const ENDORSED: Scene = Scene::At(Stage::Endorsed);
const DISPATCHED: Scene = Scene::At(Stage::Dispatched);

/// Officers of the units that must act; the street was only told.
const AT_WORK: &str = "housing housing_colleague urban";
const NO_PART: &str = "no_part";

pub(super) fn rows() -> Vec<Operation> {
    [reporting(), review(), sending(), working(), collecting(), finishing(), telling()].concat()
}

fn reporting() -> Vec<Operation> {
    vec![
        on_case("amend", RAISED, "resident")
            .hidden_from("other_resident")
            .body(|_| json!({ "description": "一至六层都不亮" })),
        on_case("withdraw", RAISED, "resident").hidden_from("other_resident").body(|_| reason()),
        on_case("not-accept", RAISED, "hotline dispatcher")
            .body(|_| json!({ "ground": "outside_duty", "reason": "不属受理范围" })),
        on_case("divert", RAISED, "hotline dispatcher")
            .body(|_| json!({ "to": "police", "reason": "请拨打110" })),
        on_case("link", Scene::ReportedTwice, "community dispatcher")
            .hidden_from("other_community")
            .body(|case| json!({ "other": case.other, "reason": "同一楼道" })),
        on_case("merge", Scene::ReportedTwice, "community dispatcher")
            .hidden_from("other_community")
            .body(|case| json!({ "into": case.other, "reason": "同一盏灯" })),
    ]
}

fn review() -> Vec<Operation> {
    let community = |name| on_case(name, RAISED, "community").hidden_from("other_community");
    vec![
        community("endorse"),
        community("decline").body(|_| json!({ "reason": "不属于本小区" })),
        community("handle-locally"),
        community("escalate").body(|_| json!({ "to": "street", "reason": "要上报" })),
    ]
}

fn sending() -> Vec<Operation> {
    vec![
        on_case("file", ENDORSED, "dispatcher"),
        on_case("dispatches", ENDORSED, "dispatcher").answers(201).body(|_| dispatch_body()),
        on_case("reclassify", DISPATCHED, "dispatcher")
            .body(|_| json!({ "category": "0103", "reason": "分类有误" })),
        on_case("orphan", DISPATCHED, "dispatcher").body(|_| reason()),
        on_case("co-handlers", DISPATCHED, "dispatcher")
            .answers(201)
            .body(|_| json!({ "co_handlers": ["d-police"], "instruction": "请协助" })),
        on_case("joint-actions", DISPATCHED, "community dispatcher")
            .answers(201)
            .hidden_from("other_community")
            .body(joint_action),
        on_case("sign-in", Scene::JointAction, "housing housing_colleague urban street")
            .hidden_from("police")
            .body(|case| json!({ "action": case.made[0], "person": "冯建国" })),
        on_case("hold-joint-action", Scene::JointAction, "community dispatcher")
            .hidden_from("other_community")
            .body(|case| json!({ "action": case.made[0], "result": "达成一致" })),
    ]
}

fn working() -> Vec<Operation> {
    vec![
        on_case("suspend", DISPATCHED, "community dispatcher housing housing_colleague urban")
            .hidden_from("other_community police")
            .refuses("street", 403, NO_PART)
            .body(suspension),
        on_case("plan", DISPATCHED, "dispatcher housing housing_colleague urban")
            .hidden_from("police")
            .refuses("street", 403, NO_PART)
            .body(plan),
        on_case("milestones", Scene::Planned, AT_WORK)
            .hidden_from("police")
            .refuses("street", 403, NO_PART)
            .body(|_| json!({ "milestone": 1, "note": "设计完成", "evidence": ["图纸"] })),
        on_case("progress", Scene::Planned, AT_WORK)
            .hidden_from("police")
            .refuses("street", 403, NO_PART)
            .body(|_| json!({ "progress": "已进场" })),
        on_case("answer-supervision", Scene::Supervised, "housing housing_colleague")
            .hidden_from("other_community police")
            // They see the case; the supervision went to another unit.
            .refuses("community urban street", 404, "supervision_unknown")
            .body(|case| json!({ "supervision": case.made[0], "reply": "明日完成" })),
    ]
}

fn collecting() -> Vec<Operation> {
    let noting = "grid_worker community hotline dispatcher";
    vec![
        on_case("complainants", DISPATCHED, noting)
            .answers(201)
            .hidden_from("other_community")
            .body(|_| neighbour()),
        on_case("representative", Scene::Joined, noting)
            .hidden_from("other_community")
            .body(|case| json!({ "complainant": case.made[0] })),
        on_case("votes", Scene::JoinedAndDone, "community hotline")
            .answers(201)
            .hidden_from("other_community")
            .body(|case| json!({ "complainant": case.made[0], "solved": true, "satisfaction": 4 })),
        on_case("items", DISPATCHED, "grid_worker community dispatcher")
            .answers(201)
            .hidden_from("other_community")
            .body(|_| items()),
        on_case("claim-rectified", Scene::Listed, AT_WORK)
            .hidden_from("police")
            .refuses("street", 403, NO_PART)
            .body(claim),
        on_case("reinspect", Scene::Claimed, "grid_worker community supervisor")
            .hidden_from("other_community")
            .body(reinspection),
    ]
}

fn finishing() -> Vec<Operation> {
    vec![
        on_case("verify", Scene::At(Stage::Verification), "grid_worker community")
            .hidden_from("other_community")
            .body(|_| json!({ "passed": true })),
        on_case("callback", Scene::At(Stage::Callback), "community hotline")
            .hidden_from("other_community")
            .body(|_| json!({ "reached": false })),
        on_case("close", Scene::At(Stage::Answered), "community dispatcher supervisor")
            .hidden_from("other_community"),
        on_case("rate", Scene::At(Stage::Closed), "resident")
            .hidden_from("other_resident")
            .body(|_| json!({ "solved": true, "satisfaction": 5 })),
        on_case("request-forced-closing", DISPATCHED, "community dispatcher")
            .hidden_from("other_community")
            .body(|_| reason()),
        on_case("request-exclusion", DISPATCHED, "community dispatcher housing housing_colleague urban")
            .hidden_from("other_community police")
            .refuses("street", 403, NO_PART)
            .body(|_| exclusion()),
        on_case("appeal-score", DISPATCHED, AT_WORK)
            .hidden_from("police")
            .refuses("street", 403, NO_PART)
            .body(|_| json!({ "reason": "非本单位原因", "evidence": ["会议纪要"] })),
        on_case("look-back", Scene::ClosedLongAgo, "grid_worker community supervisor")
            .hidden_from("other_community")
            .body(|_| json!({ "relapsed": false, "note": "仍然完好" })),
        on_case("reopen", Scene::At(Stage::Closed), "community dispatcher supervisor")
            .hidden_from("other_community")
            .body(|_| reason()),
    ]
}

fn telling() -> Vec<Operation> {
    let both = "community supervisor";
    vec![
        on_case("echo", DISPATCHED, both).hidden_from("other_community").body(|_| wording()),
        on_case("echo/rule", Scene::Worded, "supervisor")
            .hidden_from("other_community")
            // It was their wording.
            .refuses("community", 403, "same_person")
            .body(|_| decision("approve")),
        on_case("echo/retract", Scene::OnTheWall, both).hidden_from("other_community").body(|_| reason()),
    ]
}
