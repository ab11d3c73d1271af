//! What needs no account, and sessions.

use serde_json::json;

use super::{ACCOUNTS, ANYBODY, Operation, operation};
use crate::support::{CaseInHand, PASSWORD, Scene, Stage, whistle};

pub(super) fn rows() -> Vec<Operation> {
    let raised = Scene::At(Stage::Raised);
    let by_code = |name: &str, scene| {
        operation("post", &format!("/api/v1/public/cases/{{number}}/{name}"), scene, ANYBODY)
    };
    vec![
        operation("post", "/api/v1/cases", raised, ANYBODY).answers(201).body(|_| {
            let mut body = whistle();
            body["anonymous"] = json!(true);
            body
        }),
        by_code("rate", Scene::At(Stage::Closed))
            .body(|case: &CaseInHand| json!({ "code": case.code, "solved": true, "satisfaction": 5 })),
        by_code("amend", raised).body(|case| json!({ "code": case.code, "title": "楼道灯全不亮" })),
        by_code("withdraw", raised).body(|case| json!({ "code": case.code, "reason": "已经好了" })),
        operation("post", "/api/v1/sessions", raised, "")
            .body(|_| json!({ "username": "dispatcher", "password": PASSWORD }))
            .answers(201)
            .open_to_all(),
        operation("delete", "/api/v1/sessions/current", raised, ACCOUNTS).answers(204),
    ]
}
