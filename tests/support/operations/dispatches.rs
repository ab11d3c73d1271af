//! What is done with dispatches: by the unit that was sent, and by those above it.

use serde_json::json;

use super::{Operation, on_dispatch};
use crate::support::scenes::{decision, extension_request, reason, return_request};
use crate::support::{Scene, Stage};

pub(super) fn rows() -> Vec<Operation> {
    // For every other unit the lead's dispatch does not exist, even where they see the case.
    let lead = |name, scene| {
        on_dispatch(name, scene, "housing housing_colleague").hidden_from("urban street police")
    };
    let at = |name, stage| lead(name, Scene::At(stage));
    vec![
        at("sign", Stage::Dispatched),
        at("report", Stage::Signed),
        at("accept", Stage::Reported),
        at("measures", Stage::Accepted).body(|_| json!({ "measure": "换灯泡" })),
        at("feedback", Stage::Accepted),
        at("contact", Stage::Dispatched).body(|_| json!({ "note": "已电话联系" })),
        at("request-return", Stage::Dispatched).body(|_| return_request()),
        at("request-extension", Stage::Signed).body(|_| extension_request()),
        lead("explain-overdue", Scene::Overdue)
            .body(|_| json!({ "reason": "缺配件", "measures_taken": "已订购", "next_plan": "明日安装" })),
        on_dispatch("rule-return", Scene::ReturnAsked, "dispatcher supervisor").body(|_| decision("refuse")),
        on_dispatch("rule-extension", Scene::ExtensionAsked, "dispatcher supervisor")
            .body(|_| decision("approve")),
        on_dispatch("transfer", Scene::At(Stage::Dispatched), "dispatcher")
            .body(|_| json!({ "to": "d-police", "reason": "属公安职责" })),
        on_dispatch("release", Scene::At(Stage::Dispatched), "dispatcher").body(|_| reason()),
    ]
}
