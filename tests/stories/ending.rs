//! The end of a story: whether everybody was told the same.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;
use whistle_domain::case::{Case, CaseEvent, Holding, Register};

use super::stage::{NAME, OFFICER, PHONE, Tale};

impl Tale<'_> {
    /// The end of a story: the whole history in the order in which it was told, everybody's view of it the same, and
    /// nothing personal anywhere. Clocks that struck on the way are left out: what they do has tests of its own.
    pub(super) async fn was(&self, told: &str) {
        let history = self.history().await;
        assert_eq!(
            in_one_line(history.iter().map(|event| &event["type"]).filter(|name| !strikes(name))),
            told.split_whitespace().collect::<Vec<_>>().join(" ")
        );
        let case = self.folded_anew().await;
        let view = self.view().await;
        assert_eq!(view["version"], history.len());
        assert_same(&case, &view);
        self.lists_agree(&view).await;
        self.registers_agree(&case).await;
        self.house.nobody_learned(&[NAME, PHONE, OFFICER]).await;
    }

    /// The case as its events alone make it, without anything that was kept in memory meanwhile.
    async fn folded_anew(&self) -> Case {
        let id: Uuid = self.id.parse().expect("an id");
        let mut case = Case::default();
        for event in self.house.app.log().read_stream(id, 0).await.expect("the stream") {
            let event: CaseEvent = serde_json::from_slice(&event.payload).expect("an event");
            case.evolve(&event);
        }
        case
    }

    async fn lists_agree(&self, view: &Value) {
        let row = self.in_list_of(&self.house.people.supervisor).await.expect("the case is in the list");
        for field in
            ["status", "due_at", "version", "category", "kind", "reworks", "closed_at", "lamp", "title"]
        {
            assert_eq!(row[field], view[field], "{field}: {row} {view}");
        }
        let list = format!("/api/v1/dispatches?limit=200&min_position={}", self.end_of_the_log().await);
        let list = self.house.get(&self.house.people.supervisor, &list).expect(200).await.json();
        for part in view["dispatches"].as_array().expect("dispatches") {
            let row = list["items"].as_array().expect("items").iter().find(|row| row["id"] == part["id"]);
            let row = row.unwrap_or_else(|| panic!("{part} is in no work list"));
            for field in ["department", "role", "state", "due_at", "signed_at", "reported_at", "reworks"] {
                assert_eq!(row[field], part[field], "{field}: {row} {part}");
            }
        }
    }

    async fn registers_agree(&self, case: &Case) {
        let entries = case.registers();
        for register in Register::ALL {
            let entry = entries.iter().find(|entry| entry.register == register);
            let row = self.on_register(register.code()).await;
            let of = |row: &Value| (instant(&row["due_at"]), row["unit"].as_str().map(str::to_owned));
            let expected = entry.map(|entry| (entry.due_at, entry.unit.clone()));
            assert_eq!(row.as_ref().map(of), expected, "{register:?}");
        }
    }
}

fn strikes(name: &Value) -> bool {
    ["ReminderSent", "YellowCardIssued", "RedCardIssued"].iter().any(|signal| name == signal)
}

/// `A A B` reads `A*2 B`.
pub(super) fn in_one_line<'v>(names: impl Iterator<Item = &'v Value>) -> String {
    let mut runs: Vec<(&str, u32)> = Vec::new();
    for name in names.map(|name| name.as_str().expect("a name")) {
        match runs.last_mut() {
            Some((last, times)) if *last == name => *times += 1,
            _ => runs.push((name, 1)),
        }
    }
    let mut line = String::new();
    for (at, (name, times)) in runs.into_iter().enumerate() {
        let space = if at == 0 { "" } else { " " };
        write!(line, "{space}{name}").expect("a string takes everything");
        if times > 1 {
            write!(line, "*{times}").expect("a string takes everything");
        }
    }
    line
}

/// An instant of an answer.
pub(super) fn instant(value: &Value) -> Option<DateTime<Utc>> {
    value.as_str().map(|text| text.parse().unwrap_or_else(|error| panic!("{text}: {error}")))
}

fn assert_same(case: &Case, view: &Value) {
    assert_eq!(view["status"], case.status.code());
    assert_eq!(instant(&view["due_at"]), case.due_at());
    assert_eq!(view["contact_unit"].as_str(), case.contact_unit());
    assert_eq!(view["excluded"], case.excluded());
    assert_eq!(view["determined"], case.determined.is_some());
    assert_eq!(view["people"]["complainants"], case.complainants.len());
    assert_eq!(view["people"]["households"], case.households());
    assert_eq!(view["people"]["voted"], case.votes.len());
    let states = |value: &Value| -> Vec<String> {
        let list = value.as_array().expect("a list");
        list.iter().map(|one| one["state"].as_str().expect("a state").to_owned()).collect()
    };
    let parts = case.dispatches.iter().map(|part| part.state.code());
    assert_eq!(states(&view["dispatches"]), parts.collect::<Vec<_>>());
    assert_eq!(states(&view["items"]), case.items.iter().map(|item| item.state.code()).collect::<Vec<_>>());
    assert_eq!(holdings(view), case.holdings().iter().map(held).collect::<Vec<_>>());
}

/// Who answers for which time.
pub(super) type Held = (String, Option<DateTime<Utc>>, Option<DateTime<Utc>>, bool);

fn held(holding: &Holding) -> Held {
    (holding.unit.clone(), Some(holding.from), holding.to, holding.disputed)
}

/// Which unit answers for which time, and whether a ruling says so.
pub(super) fn holdings(view: &Value) -> Vec<Held> {
    let list = view["holdings"].as_array().expect("holdings");
    let one = |held: &Value| {
        let unit = held["unit"].as_str().expect("a unit").to_owned();
        (unit, instant(&held["from"]), instant(&held["to"]), held["disputed"] == true)
    };
    list.iter().map(one).collect()
}
