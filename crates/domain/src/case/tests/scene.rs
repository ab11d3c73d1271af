//! Given, when, then: a case, and those who act on it.

use chrono::{DateTime, Duration, TimeZone, Utc};
use std::sync::Arc;
use uuid::Uuid;

use crate::actor::{Actor, Role};
use crate::calendar::WorkCalendar;
use crate::case::*;
use crate::policy::{PolicyLibrary, PolicySet};

pub(super) use super::asks::*;
pub(super) use super::cast::usual_actor;

/// The dispatches of [`issue`], in the order in which a case keeps them.
pub(super) const LEAD: Uuid = Uuid::from_u128(0xd1);
pub(super) const CO_HANDLER: Uuid = Uuid::from_u128(0xd2);
pub(super) const NOTIFIED: Uuid = Uuid::from_u128(0xd3);
pub(super) const STRANGE: Uuid = Uuid::from_u128(0xd9);

/// The departments that [`issue`] sends.
pub(super) const WATER: &str = "water";
pub(super) const ROADS: &str = "roads";
pub(super) const STREET: &str = "street-1";

/// Two versions of a small policy, the second stricter than the first in every clock.
pub(super) fn policy(version: u32) -> PolicySet {
    policy_with(version, "")
}

/// The same with rules of its own, as the file writes them.
pub(super) fn policy_with(version: u32, rules: &str) -> PolicySet {
    PolicySet::parse(&text_with(version, rules)).expect("a sound policy")
}

/// The text of the small policy.
pub(super) fn policy_text(version: u32) -> String {
    text_with(version, "")
}

fn text_with(version: u32, rules: &str) -> String {
    let (minutes, hours, days) = if version == 1 { (40, 6, 9) } else { (20, 3, 4) };
    let rules = if rules.is_empty() { String::new() } else { format!("[rules]\n{rules}\n") };
    let clocks = |kind: &str| {
        format!(
            "[clocks.{kind}]\nsign_in = \"{minutes}min\"\nreport = \"{hours}h\"\n\
             contact = \"{days}h\"\nclose = \"{days}d\"\n"
        )
    };
    let kinds: String = ["appeal", "law", "mediation", "utility"].map(clocks).concat();
    format!(
        r#"
version = {version}
title = "试行"
{kinds}
[clocks.emergency]
sign_in = "{hours}min"
report = "{minutes}min"
contact = "2h"
close = "{minutes}h"
[clocks.key]
sign_in = "3d"
report = "5d"
[[duties]]
code = "pipes"
name = "供水"
[[categories]]
code = "0301"
major = "公用事业"
minor = "漏水"
kind = "appeal"
lead = "pipes"
ordinary = "{days}d"
evidence = "修复照片"
basis = ["limit_proposed"]
[[categories]]
code = "0901"
major = "公共安全"
minor = "塌陷"
kind = "emergency"
lead = "pipes"
urgent = [{{ step = "resolve", limit = "{hours}h" }}]
evidence = "现场照片"
basis = ["limit_proposed"]
[[categories]]
code = "1001"
major = "更新"
minor = "管网改造"
kind = "key"
lead = "pipes"
planned = true
evidence = "验收单"
basis = ["limit_proposed"]
[[categories]]
code = "0101"
major = "市容环境"
minor = "违法建设"
kind = "law"
lead = "pipes"
ordinary = "{days}d"
staged = true
stages = [{{ title = "制止", limit = "{hours}h" }}, {{ title = "拆除", limit = "{days}d" }}]
evidence = "照片"
basis = ["limit_proposed"]
{rules}"#
    )
}

pub(super) fn library(versions: &[u32]) -> Arc<PolicyLibrary> {
    Arc::new(PolicyLibrary::new(versions.iter().map(|version| policy(*version))).expect("a library"))
}

pub(super) fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 1, 0, 0).single().expect("an instant")
}

fn actor(id: u128, role: Role, unit: Option<&str>) -> Actor {
    Actor { id: Uuid::from_u128(id), role, unit: unit.map(str::to_owned) }
}

pub(super) fn community() -> Actor {
    actor(0xa1, Role::Community, Some("community-1"))
}

pub(super) fn grid_worker() -> Actor {
    actor(0xa2, Role::GridWorker, Some("community-1"))
}

pub(super) fn hotline() -> Actor {
    actor(0xa3, Role::Hotline, Some("hotline"))
}

pub(super) fn dispatcher() -> Actor {
    actor(0xa4, Role::Dispatcher, Some("centre"))
}

pub(super) fn supervisor() -> Actor {
    actor(0xa5, Role::Supervisor, Some("centre"))
}

/// Somebody posted in a department, the same account every time.
pub(super) fn officer(department: &str) -> Actor {
    let id = department.bytes().fold(0xb00, |sum, byte| sum + u128::from(byte));
    actor(id, Role::Department, Some(department))
}

/// Another of those who decide, and who did not ask.
pub(super) fn second_supervisor() -> Actor {
    actor(0xa6, Role::Supervisor, Some("centre"))
}

/// The service itself.
pub(super) fn service() -> Actor {
    actor(0, Role::System, None)
}

/// The officer of the department that holds this dispatch.
pub(super) fn holder(dispatch: Uuid) -> Actor {
    officer(match dispatch {
        LEAD => WATER,
        CO_HANDLER => ROADS,
        TAKEN_OVER => GAS,
        ADDED => POWER,
        _ => STREET,
    })
}

/// A case on which people act, a minute between one command and the next.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub(super) case: Case,
    pub(super) history: Vec<CaseEvent>,
    pub(super) now: DateTime<Utc>,
    pub(super) policies: Arc<PolicyLibrary>,
    pub(super) calendar: Arc<WorkCalendar>,
}

/// Nothing has happened yet.
pub(super) fn given() -> Scene {
    Scene {
        case: Case::default(),
        history: Vec::new(),
        now: start(),
        policies: library(&[1]),
        calendar: WorkCalendar::embedded(),
    }
}

impl Scene {
    fn facts(&self, actor: &Actor) -> Facts {
        Facts {
            now: self.now,
            actor: actor.clone(),
            policies: Arc::clone(&self.policies),
            calendar: Arc::clone(&self.calendar),
        }
    }

    pub(super) fn decide(&self, actor: &Actor, command: CaseCommand) -> Result<Vec<CaseEvent>, CaseError> {
        self.case.decide(command, &self.facts(actor))
    }

    /// Time passes.
    pub(super) fn later(mut self, by: Duration) -> Self {
        self.now += by;
        self
    }

    /// Other policies come into force.
    pub(super) fn under(mut self, versions: &[u32]) -> Self {
        self.policies = library(versions);
        self
    }

    /// `actor` gives `command`, which must succeed.
    pub(super) fn when(mut self, actor: &Actor, command: CaseCommand) -> Self {
        let asked = format!("{command:?}");
        let events =
            self.decide(actor, command).unwrap_or_else(|refusal| panic!("{asked} was refused: {refusal}"));
        assert!(!events.is_empty(), "{asked} had no effect");
        for event in &events {
            self.case.evolve(event);
        }
        self.history.extend(events);
        self.later(Duration::minutes(1))
    }

    /// Somebody suitable gives each of these commands in turn.
    pub(super) fn when_all(self, commands: impl IntoIterator<Item = CaseCommand>) -> Self {
        commands.into_iter().fold(self, |scene, command| {
            let actor = usual_actor(&command);
            scene.when(&actor, command)
        })
    }

    /// `actor` gives `command`, which must be refused for this reason.
    #[track_caller]
    pub(super) fn refuses(self, actor: &Actor, command: CaseCommand, reason: &CaseError) -> Self {
        let asked = format!("{command:?}");
        assert_eq!(self.decide(actor, command).as_ref(), Err(reason), "{asked}");
        self
    }

    #[track_caller]
    pub(super) fn then(self, status: CaseStatus) -> Self {
        assert_eq!(self.case.status, status);
        self
    }

    #[track_caller]
    pub(super) fn then_dispatches(self, states: &[DispatchState]) -> Self {
        let found: Vec<_> = self.case.dispatches.iter().map(|dispatch| dispatch.state).collect();
        assert_eq!(found, states);
        self
    }

    /// A district with these rules in its policy, from now on.
    pub(super) fn with_rules(mut self, rules: &str) -> Self {
        self.policies = Arc::new(PolicyLibrary::new([policy_with(1, rules)]).expect("a library"));
        self
    }

    /// The names of the last events, latest last.
    pub(super) fn last_events(&self, count: usize) -> Vec<&'static str> {
        self.history[self.history.len() - count..].iter().map(CaseEvent::name).collect()
    }

    /// `actor` gives `command`, which is fine and changes nothing.
    #[track_caller]
    pub(super) fn nothing_happens(self, actor: &Actor, command: CaseCommand) -> Self {
        let asked = format!("{command:?}");
        assert_eq!(self.decide(actor, command), Ok(Vec::new()), "{asked}");
        self
    }

    pub(super) fn dispatch(&self, id: Uuid) -> &Dispatch {
        self.case.dispatch(id).expect("a dispatch of the case")
    }
}
