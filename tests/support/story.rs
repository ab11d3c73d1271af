//! The ordinary life of a case, up to any point of it.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use whistle_domain::clock::Clock;

use super::{Answer, TestHouse, Who};

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    Raised,
    Endorsed,
    Dispatched,
    Signed,
    Reported,
    Accepted,
    Verification,
    Callback,
    Answered,
    Closed,
}

/// A case, and what is needed to go on with it.
#[derive(Debug, Clone)]
pub(crate) struct CaseInHand {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) code: String,
    /// The dispatches: lead, co-handler, notified.
    pub(crate) lead: String,
    pub(crate) co_handler: String,
    pub(crate) notified: String,
    /// What the last command that made something made: items, complainants, a joint action, a supervision, an appeal.
    pub(crate) made: Vec<String>,
    /// A second report beside it, where the scene has one.
    pub(crate) other: String,
    /// What the clock said when it was raised.
    pub(crate) raised_at: DateTime<Utc>,
    /// Where its last event stands.
    pub(crate) position: i64,
    pub(crate) version: u64,
}

impl CaseInHand {
    pub(crate) fn path(&self, command: &str) -> String {
        if command.is_empty() {
            format!("/api/v1/cases/{}", self.id)
        } else {
            format!("/api/v1/cases/{}/{command}", self.id)
        }
    }

    fn moved(&mut self, answer: &Answer) {
        let json = answer.json();
        self.position = answer.position();
        self.version = json["version"].as_u64().expect("a version");
        let made = json["created"].as_array().into_iter().flatten();
        let made: Vec<String> = made.map(|id| id.as_str().expect("an id").to_owned()).collect();
        if !made.is_empty() {
            self.made = made;
        }
    }

    /// An instant so many days after the report.
    pub(crate) fn day(&self, days: i64) -> DateTime<Utc> {
        self.raised_at + chrono::Duration::days(days)
    }
}

/// A report without personal data.
pub(crate) fn whistle() -> Value {
    json!({ "title": "楼道灯不亮", "category": "0102", "location": { "grid": "g01" } })
}

/// Somebody who reports.
pub(crate) fn reporter() -> Value {
    json!({ "name": "秦晓薇", "phone": "13912345678" })
}

/// Lead, co-handler and notified of the story.
pub(crate) fn dispatch_body() -> Value {
    json!({ "lead": "d-housing", "co_handlers": ["d-urban"], "notify": ["s1"], "instruction": "请到现场查看" })
}

impl TestHouse {
    /// A new case of the resident's own.
    pub(crate) async fn raised(&self) -> CaseInHand {
        self.raised_by(&self.people.resident, &whistle()).await
    }

    pub(crate) async fn raised_by(&self, who: &Who, body: &Value) -> CaseInHand {
        let answer = self.post(who, "/api/v1/cases", body).expect(201).await;
        let receipt = answer.json();
        let text =
            |name: &str| receipt[name].as_str().unwrap_or_else(|| panic!("no {name}: {answer}")).to_owned();
        CaseInHand {
            id: text("id"),
            number: text("number"),
            code: text("query_code"),
            lead: String::new(),
            co_handler: String::new(),
            notified: String::new(),
            made: Vec::new(),
            other: String::new(),
            raised_at: self.clock.now(),
            position: answer.position(),
            version: receipt["version"].as_u64().expect("a version"),
        }
    }

    /// A new case that has come as far as `stage`.
    pub(crate) async fn case_at(&self, stage: Stage) -> CaseInHand {
        let mut case = self.raised().await;
        self.bring(&mut case, Stage::Raised, stage).await;
        case
    }

    /// Goes on with a case that is at `from` until it is at `to`.
    pub(crate) async fn bring(&self, case: &mut CaseInHand, from: Stage, to: Stage) {
        const STEPS: [Stage; 9] = [
            Stage::Endorsed,
            Stage::Dispatched,
            Stage::Signed,
            Stage::Reported,
            Stage::Accepted,
            Stage::Verification,
            Stage::Callback,
            Stage::Answered,
            Stage::Closed,
        ];
        for step in STEPS.into_iter().filter(|step| *step > from && *step <= to) {
            self.step(case, step).await;
        }
    }

    async fn step(&self, case: &mut CaseInHand, to: Stage) {
        let people = &self.people;
        match to {
            Stage::Raised => {}
            Stage::Endorsed => {
                self.command(case, &people.community, "endorse", json!({ "note": "属实" })).await;
            }
            Stage::Dispatched => self.dispatch(case, &dispatch_body()).await,
            Stage::Signed => self.both_answer(case, "sign", &json!({})).await,
            Stage::Reported => {
                self.both_answer(case, "report", &json!({ "place": "松影一苑门口", "person": "冯建国" }))
                    .await;
            }
            Stage::Accepted => self.both_answer(case, "accept", &json!({})).await,
            Stage::Verification => {
                self.both_answer(case, "measures", &json!({ "measure": "更换灯泡" })).await;
                self.both_answer(case, "feedback", &json!({ "result": "已修好", "evidence": ["照片一"] }))
                    .await;
            }
            Stage::Callback => {
                self.command(
                    case,
                    &people.grid_worker,
                    "verify",
                    json!({ "passed": true, "note": "看过了" }),
                )
                .await;
            }
            Stage::Answered => {
                let said = json!({ "reached": true, "solved": true, "satisfaction": 5, "comment": "很快" });
                self.command(case, &people.hotline, "callback", said).await;
            }
            Stage::Closed => {
                self.command(case, &people.dispatcher, "close", json!({ "reason": "居民满意" })).await;
            }
        }
    }

    /// A command on the case that must succeed.
    pub(crate) async fn command(&self, case: &mut CaseInHand, who: &Who, name: &str, body: Value) {
        let answer = self.post(who, &case.path(name), &body).send().await;
        assert!(matches!(answer.status, 200 | 201), "{answer}");
        case.moved(&answer);
    }

    /// Sends departments, and remembers their dispatches.
    pub(crate) async fn dispatch(&self, case: &mut CaseInHand, body: &Value) {
        let path = case.path("dispatches");
        let answer = self.post(&self.people.dispatcher, &path, body).expect(201).await;
        case.moved(&answer);
        let dispatches = answer.json()["dispatches"].as_array().expect("dispatches").clone();
        for dispatch in dispatches {
            let id = dispatch["id"].as_str().expect("an id").to_owned();
            match dispatch["role"].as_str().expect("a role") {
                "lead" => case.lead = id,
                "co_handler" => case.co_handler = id,
                "notified" => case.notified = id,
                other => panic!("what is a {other}?"),
            }
        }
    }

    /// A command on a dispatch that must succeed.
    pub(crate) async fn answer(
        &self,
        case: &mut CaseInHand,
        who: &Who,
        dispatch: &str,
        name: &str,
        body: &Value,
    ) {
        let answer = self.post(who, &format!("/api/v1/dispatches/{dispatch}/{name}"), body).expect(200).await;
        case.moved(&answer);
    }

    /// Lead and co-handler do the same.
    async fn both_answer(&self, case: &mut CaseInHand, name: &str, body: &Value) {
        let (lead, co_handler) = (case.lead.clone(), case.co_handler.clone());
        self.answer(case, &self.people.housing, &lead, name, body).await;
        self.answer(case, &self.people.urban, &co_handler, name, body).await;
    }
}
