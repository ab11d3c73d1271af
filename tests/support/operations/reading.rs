//! What can be read.

use serde_json::{Value, json};

use super::{ACCOUNTS, Operation, STAFF, get, operation};
use crate::support::{Scene, Stage};

pub(super) fn rows() -> Vec<Operation> {
    let raised = Scene::At(Stage::Raised);
    let dispatched = Scene::At(Stage::Dispatched);
    let seeing = "resident grid_worker community hotline dispatcher housing housing_colleague urban street supervisor \
                  auditor admin";
    vec![
        get("/api/v1/cases", dispatched, ACCOUNTS),
        get("/api/v1/cases/{id}", dispatched, seeing).hidden_from("other_resident other_community police"),
        get("/api/v1/cases/{id}/progress", dispatched, seeing)
            .hidden_from("other_resident other_community police"),
        get("/api/v1/cases/{id}/history", dispatched, "supervisor auditor"),
        get("/api/v1/cases/{id}/history/leaves", dispatched, "supervisor auditor"),
        get(
            "/api/v1/cases/{id}/complainants",
            dispatched,
            "grid_worker community hotline dispatcher supervisor auditor",
        )
        .hidden_from("other_community"),
        get("/api/v1/cases/{id}/routing", dispatched, "dispatcher supervisor"),
        get("/api/v1/registers/{register}", dispatched, STAFF),
        get("/api/v1/precedents", dispatched, "dispatcher supervisor auditor"),
        get("/api/v1/echo-wordings", dispatched, STAFF),
        get("/api/v1/dispatches", dispatched, STAFF),
        get("/api/v1/reports/backlog", dispatched, STAFF),
        get("/api/v1/reports/backlog/grids", dispatched, STAFF),
        get("/api/v1/ledger", dispatched, STAFF),
        get("/api/v1/cases/export", dispatched, ACCOUNTS),
        get("/api/v1/dispatches/export", dispatched, STAFF),
        get("/api/v1/ledger/export", dispatched, STAFF),
        operation("post", "/api/v1/reports/what-if", dispatched, "supervisor admin").body(|_| supposition()),
        get("/api/v1/reports/sla", dispatched, STAFF),
        get("/api/v1/reports/sla/export", dispatched, STAFF),
        get("/api/v1/reports/scores", dispatched, STAFF),
        get("/api/v1/reports/explain", dispatched, STAFF),
        get("/api/v1/events/stream", raised, STAFF),
        get("/api/v1/me", raised, ACCOUNTS),
        get("/api/v1/categories", raised, "").open_to_all(),
        get("/api/v1/grids", raised, "").open_to_all(),
        get("/api/v1/units", raised, "").open_to_all(),
        get("/api/v1/public/cases/{number}", raised, "").open_to_all(),
        get("/api/v1/public/echo-wall", raised, "").open_to_all(),
    ]
}

/// A hypothesis about the month in which these cases happen.
fn supposition() -> Value {
    json!({ "from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z", "policy": { "version": 1 } })
}
