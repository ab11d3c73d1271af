//! What those above decide about a case. The door is open to dispatchers and supervisors; the policy gives the graver
//! half to the supervisor alone.

use serde_json::json;

use super::{Operation, on_case};
use crate::support::scenes::{decision, reason, supervision};
use crate::support::{CaseInHand, Scene, Stage};

const BOTH: &str = "dispatcher supervisor";

pub(super) fn rows() -> Vec<Operation> {
    let senior = |name, scene| on_case(name, scene, "supervisor").refuses("dispatcher", 403, "wrong_level");
    vec![
        senior("rule-suspension", Scene::SuspensionAsked).body(|_| decision("approve")),
        on_case("review-suspension", Scene::Suspended, BOTH)
            .body(|case: &CaseInHand| json!({ "finding": "资金仍未到位", "review_at": case.day(80) })),
        on_case("resume", Scene::Suspended, BOTH).body(|_| reason()),
        on_case("settle", Scene::Dissatisfied, BOTH).body(|_| json!({ "exit": "redo", "reason": "重新修" })),
        senior("rule-forced-closing", Scene::ForcedClosingAsked).body(|_| decision("approve")),
        senior("rule-exclusion", Scene::ExclusionAsked).body(|_| decision("approve")),
        senior("rule-score-appeal", Scene::ScoreAppealed).body(|case| {
            let mut ruling = decision("refuse");
            ruling["appeal"] = json!(case.made[0]);
            ruling
        }),
        senior("supervise", Scene::At(Stage::Dispatched)).body(|_| supervision("yellow_card")),
        senior("lift-supervision", Scene::Supervised)
            .body(|case| json!({ "supervision": case.made[0], "reason": "已完成" })),
        on_case("order-rectification", Scene::Listed, BOTH).body(|case| {
            json!({ "item": case.made[0], "unit": "d-housing", "requirement": "限期清理", "within": "3d" })
        }),
        on_case("restore-item", Scene::StruckOff, BOTH)
            .body(|case| json!({ "item": case.made[0], "reason": "又堆上了" })),
    ]
}
