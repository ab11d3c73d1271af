//! What stories are told with: somebody does something, time passes, and everybody looks at what became of it.

use std::time::Duration as Patience;

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};
use whistle_domain::actor::Role;
use whistle_domain::clock::Clock;
use whistle_store::accounts::NewUser;

use super::ending::in_one_line;
use crate::support::{Answer, TestHouse, Who};

/// Read models have this long to take in what a story has just told.
const PATIENCE_MAX: Patience = Patience::from_secs(20);
/// Somebody who reports, calls or joins: none of this may be read anywhere.
pub(super) const NAME: &str = "秦晓薇";
pub(super) const PHONE: &str = "13912345678";
/// An officer who comes to the place.
pub(super) const OFFICER: &str = "冯建国";

/// One case and the house in which it is told.
pub(super) struct Tale<'h> {
    pub(super) house: &'h TestHouse,
    pub(super) id: String,
    pub(super) number: String,
    code: String,
}

impl<'h> Tale<'h> {
    /// Somebody blows the whistle.
    pub(super) async fn begins(house: &'h TestHouse, who: &Who, whistle: &Value) -> Self {
        let answer = house.post(who, "/api/v1/cases", whistle).expect(201).await;
        let receipt = answer.json();
        let text =
            |name: &str| receipt[name].as_str().unwrap_or_else(|| panic!("no {name}: {answer}")).to_owned();
        Self { house, id: text("id"), number: text("number"), code: text("query_code") }
    }

    fn path(&self, command: &str) -> String {
        format!("/api/v1/cases/{}/{command}", self.id)
    }

    /// Somebody does something to the case.
    pub(super) async fn act(&self, who: &Who, command: &str, body: Value) -> Value {
        done(&self.house.post(who, &self.path(command), &body).send().await)
    }

    /// Somebody may not do it, or not now.
    pub(super) async fn refused(&self, who: &Who, command: &str, body: Value, (status, code): (u16, &str)) {
        self.house.post(who, &self.path(command), &body).refused(status, code).await;
    }

    /// Somebody does something to the part that a unit holds in the case.
    pub(super) async fn on(&self, who: &Who, unit: &str, command: &str, body: Value) -> Value {
        let path = format!("/api/v1/dispatches/{}/{command}", self.part(unit).await);
        done(&self.house.post(who, &path, &body).send().await)
    }

    /// Somebody may not do it to that part, or not now.
    pub(super) async fn on_refused(
        &self,
        who: &Who,
        unit: &str,
        command: &str,
        body: Value,
        (status, code): (u16, &str),
    ) {
        let path = format!("/api/v1/dispatches/{}/{command}", self.part(unit).await);
        self.house.post(who, &path, &body).refused(status, code).await;
    }

    /// A unit does several things that need no words.
    pub(super) async fn each(&self, who: &Who, unit: &str, commands: &[&str]) {
        for command in commands {
            let body = match *command {
                "report" => json!({ "place": "现场", "person": OFFICER }),
                "feedback" => json!({ "result": "已办理完毕", "evidence": ["现场照片"] }),
                _ => json!({}),
            };
            self.on(who, unit, command, body).await;
        }
    }

    /// The resident does something with the code, without an account.
    pub(super) async fn resident(&self, command: &str, body: Value) -> Answer {
        let mut body = body;
        body["code"] = json!(self.code);
        let path = format!("/api/v1/public/cases/{}/{command}", self.number);
        self.house.post(&self.house.people.nobody, &path, &body).send().await
    }

    /// The dispatch that a unit holds, or else the last that it held.
    pub(super) async fn part(&self, unit: &str) -> String {
        let view = self.view().await;
        let parts = view["dispatches"].as_array().expect("dispatches").clone();
        let own = || parts.iter().filter(|part| part["department"] == unit);
        let found = own().rfind(|part| part["state"] != "recalled").or_else(|| own().next_back());
        found.unwrap_or_else(|| panic!("{unit} was never sent: {view}"))["id"].as_str().expect("an id").into()
    }

    /// How far a unit has come.
    pub(super) async fn state_of(&self, unit: &str) -> String {
        let (part, view) = (self.part(unit).await, self.view().await);
        let parts = view["dispatches"].as_array().expect("dispatches");
        let found = parts.iter().find(|one| one["id"] == part.as_str()).expect("the part");
        found["state"].as_str().expect("a state").to_owned()
    }

    /// The case as the supervisor sees it.
    pub(super) async fn view(&self) -> Value {
        let path = format!("/api/v1/cases/{}", self.id);
        self.house.get(&self.house.people.supervisor, &path).expect(200).await.json()
    }

    /// The case as the resident sees it.
    pub(super) async fn page(&self) -> Value {
        let path = format!("/api/v1/public/cases/{}?code={}", self.number, self.code);
        self.house.get(&self.house.people.nobody, &path).expect(200).await.json()
    }

    /// What the resident was told last: what happened, and the words.
    pub(super) async fn told(&self) -> (String, Option<String>) {
        let page = self.page().await;
        let step = page["steps"].as_array().expect("steps").last().expect("a step").clone();
        let text = |name: &str| step[name].as_str().map(str::to_owned);
        (text("step").expect("a name"), text("text"))
    }

    /// What happened, as the resident was told it, in one line.
    pub(super) async fn told_so_far(&self) -> String {
        let page = self.page().await;
        in_one_line(page["steps"].as_array().expect("steps").iter().map(|step| &step["step"]))
    }

    /// The whole history, as the supervisor reads it.
    pub(super) async fn history(&self) -> Vec<Value> {
        let answer = self.house.get(&self.house.people.supervisor, &self.path("history")).expect(200).await;
        answer.json()["items"].as_array().expect("items").clone()
    }

    /// What the last event of a type says.
    pub(super) async fn last(&self, kind: &str) -> Value {
        let history = self.history().await;
        let found = history.iter().rfind(|event| event["type"] == kind);
        found.unwrap_or_else(|| panic!("no {kind} in {history:?}"))["data"].clone()
    }

    /// The case on the work list of a unit: its part there, if it has one.
    pub(super) async fn on_work_list_of(&self, who: &Who) -> Option<Value> {
        self.row(who, "/api/v1/dispatches", "case_id").await
    }

    /// The case in the list of cases.
    pub(super) async fn in_list_of(&self, who: &Who) -> Option<Value> {
        self.row(who, "/api/v1/cases", "id").await
    }

    /// The case on a register, as the supervisor reads it.
    pub(super) async fn on_register(&self, register: &str) -> Option<Value> {
        let path = format!("/api/v1/registers/{register}");
        self.row(&self.house.people.supervisor, &path, "case_id").await
    }

    async fn row(&self, who: &Who, path: &str, id: &str) -> Option<Value> {
        let position = self.end_of_the_log().await;
        let list = format!("{path}?limit=200&min_position={position}");
        let list = self.house.get(who, &list).expect(200).await.json();
        list["items"].as_array().expect("items").iter().find(|item| item[id] == self.id.as_str()).cloned()
    }

    /// Time passes, and what is due by then happens.
    pub(super) async fn passes(&self, time: Duration) {
        self.until(self.now() + time).await;
    }

    /// Time passes until an instant, and what is due by then happens.
    pub(super) async fn until(&self, instant: DateTime<Utc>) {
        assert!(instant >= self.now(), "time runs forward");
        self.house.clock.set(instant);
        let position = self.end_of_the_log().await;
        assert!(self.house.app.log().wait_for(position, PATIENCE_MAX).await);
        self.house.app.await_position(position).await.expect("the read models keep up");
        self.house.app.keep_time().await.expect("what is due happens");
    }

    /// Where the last of all events stands.
    pub(super) async fn end_of_the_log(&self) -> i64 {
        let last = sqlx::query_scalar("SELECT max(position) FROM events").fetch_one(&self.house.owner).await;
        last.expect("there are events")
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.house.clock.now()
    }

    /// The units say that they are done, the grid worker finds it good.
    pub(super) async fn is_done_and_checked(&self, units: &[(&Who, &str)]) {
        for (who, unit) in units {
            self.each(who, unit, &["feedback"]).await;
        }
        let seen = json!({ "passed": true, "note": "到现场看过", "evidence": ["核查照片"] });
        self.act(&self.house.people.grid_worker, "verify", seen).await;
    }

    /// The resident is asked and content, and the case is closed.
    pub(super) async fn ends_well(&self) {
        self.act(&self.house.people.hotline, "callback", content()).await;
        self.act(&self.house.people.dispatcher, "close", json!({ "reason": "问题已解决" })).await;
    }
}

impl TestHouse {
    /// Somebody whose post and whose area lie apart.
    pub(super) async fn posted(&self, name: &'static str, role: Role, unit: &str, area: &str) -> Who {
        let user = NewUser {
            username: name.to_owned(),
            password: None,
            role,
            unit: Some(unit.to_owned()),
            area_unit: Some(area.to_owned()),
            display_name: None,
            subject: None,
        };
        let account = self.app.accounts().create_user(user).await.expect("an account");
        let token = self.app.accounts().issue_token(account.id, "tests", None).await.expect("a token");
        Who { name, token: Some(token.token) }
    }

    /// Somebody of a department.
    pub(super) async fn officer(&self, name: &'static str, unit: &str) -> Who {
        self.posted(name, Role::Department, unit, "yunqi").await
    }
}

/// What a contented resident says.
pub(super) fn content() -> Value {
    json!({ "reached": true, "solved": true, "satisfaction": 5, "comment": "满意" })
}

fn done(answer: &Answer) -> Value {
    assert!(matches!(answer.status, 200 | 201), "{answer}");
    answer.json()
}
