//! Every operation of the description: a scene in which it makes sense, a body, and what everybody gets. Whatever holds
//! for all operations, or for all commands, is tried on this table.

mod cases;
mod decisions;
mod dispatches;
mod open;
mod reading;

use reqwest::Method;
use serde_json::{Value, json};

use super::call::Call;
use super::{CaseInHand, Scene, TestHouse, Who};

/// Everybody with an account.
const ACCOUNTS: &str = "resident other_resident grid_worker community other_community hotline dispatcher housing \
                        housing_colleague urban street police supervisor auditor admin";
/// Everybody but residents.
const STAFF: &str = "grid_worker community other_community hotline dispatcher housing housing_colleague urban street \
                     police supervisor auditor admin";
/// Everybody but the auditor, who changes nothing.
const ANYBODY: &str = "nobody resident other_resident grid_worker community other_community hotline dispatcher housing \
                       housing_colleague urban street police supervisor admin";

/// One operation, and what each caller gets. Whoever is not named gets 403 `forbidden`, or 401 without an account.
#[derive(Clone)]
pub(crate) struct Operation {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) scene: Scene,
    pub(crate) body: fn(&CaseInHand) -> Value,
    /// Who may, and the status that they get.
    who: &'static str,
    allowed: u16,
    /// For whom the thing does not exist.
    hidden: &'static str,
    /// Who is refused in a way of their own: names, status, code.
    refused: Vec<(&'static str, u16, &'static str)>,
    /// Nobody needs an account.
    open: bool,
}

/// What a caller gets: the status, and the code of a refusal.
pub(crate) type Expected = (u16, Option<&'static str>);

/// All of them.
pub(crate) fn operations() -> Vec<Operation> {
    [reading::rows(), cases::rows(), decisions::rows(), dispatches::rows(), open::rows()].concat()
}

fn operation(method: &'static str, path: &str, scene: Scene, who: &'static str) -> Operation {
    let (path, body) = (path.to_owned(), nothing as fn(&CaseInHand) -> Value);
    Operation { method, path, scene, body, who, allowed: 200, hidden: "", refused: Vec::new(), open: false }
}

fn get(path: &str, scene: Scene, who: &'static str) -> Operation {
    operation("get", path, scene, who)
}

/// A command on a case.
fn on_case(name: &str, scene: Scene, who: &'static str) -> Operation {
    operation("post", &format!("/api/v1/cases/{{id}}/{name}"), scene, who)
}

/// A command on a dispatch.
fn on_dispatch(name: &str, scene: Scene, who: &'static str) -> Operation {
    operation("post", &format!("/api/v1/dispatches/{{id}}/{name}"), scene, who)
}

fn nothing(_: &CaseInHand) -> Value {
    json!({})
}

impl Operation {
    fn body(self, body: fn(&CaseInHand) -> Value) -> Self {
        Self { body, ..self }
    }

    fn answers(self, allowed: u16) -> Self {
        Self { allowed, ..self }
    }

    fn hidden_from(self, hidden: &'static str) -> Self {
        Self { hidden, ..self }
    }

    /// These are refused otherwise than by their role or their area.
    fn refuses(mut self, names: &'static str, status: u16, code: &'static str) -> Self {
        self.refused.push((names, status, code));
        self
    }

    fn open_to_all(self) -> Self {
        Self { open: true, ..self }
    }

    /// Whether it changes something about cases.
    pub(crate) fn is_command(&self) -> bool {
        let asks = ["/api/v1/sessions", "/api/v1/reports/what-if"].contains(&self.path.as_str());
        self.method == "post" && !asks
    }

    /// What this caller gets.
    pub(crate) fn expected(&self, who: &Who) -> Expected {
        let among = |names: &str| names.split_whitespace().any(|name| name == who.name);
        if self.open || among(self.who) {
            return (self.allowed, None);
        }
        if let Some((_, status, code)) = self.refused.iter().find(|(names, ..)| among(names)) {
            return (*status, Some(*code));
        }
        match who.token {
            _ if among(self.hidden) => (404, Some("not_found")),
            None => (401, Some("unauthenticated")),
            Some(_) => (403, Some("forbidden")),
        }
    }

    /// The first of those who may.
    pub(crate) fn somebody<'a>(&self, house: &'a TestHouse) -> &'a Who {
        let may = |who: &&Who| self.expected(who).1.is_none();
        house.people.all().into_iter().find(may).expect("somebody may")
    }

    /// Its path for this case. What ends a helper's part is tried on the helper, everything else on the lead.
    pub(crate) fn address(&self, case: &CaseInHand) -> String {
        let id = match self.path.strip_prefix("/api/v1/dispatches/{id}/") {
            Some("release") => &case.co_handler,
            Some(_) => &case.lead,
            None => &case.id,
        };
        let path =
            self.path.replace("{id}", id).replace("{number}", &case.number).replace("{register}", "parked");
        if self.path.ends_with("{number}") {
            format!("{path}?code={}", case.code)
        } else if self.path.ends_with("/echo-wall") {
            format!("{path}?unit=s1-c1&month=2026-11")
        } else {
            path
        }
    }

    /// The request, ready to be sent.
    pub(crate) fn call<'a>(&self, house: &'a TestHouse, who: &Who, case: &CaseInHand) -> Call<'a> {
        let method: Method = self.method.to_uppercase().parse().expect("a method");
        let call = house.call(who, method, &self.address(case));
        if self.method == "post" { call.json(&(self.body)(case)) } else { call }
    }
}
