//! Given, when, then: a case, those who act on it, and the commands they give.

use chrono::{DateTime, Duration, TimeZone, Utc};
use std::sync::Arc;
use uuid::Uuid;

use crate::actor::{Actor, Role};
use crate::case::*;
use crate::policy::{PolicyLibrary, PolicySet, WhistleKind};
use crate::privacy::ProtectedText;

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
    let (minutes, hours, days) = if version == 1 { (40, 6, 9) } else { (20, 3, 4) };
    let clocks = |kind: &str| {
        format!(
            "[clocks.{kind}]\nsign_in = \"{minutes}min\"\nreport = \"{hours}h\"\n\
             contact = \"{days}h\"\nclose = \"{days}d\"\n"
        )
    };
    let kinds: String = ["appeal", "law", "mediation", "utility"].map(clocks).concat();
    let text = format!(
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
"#
    );
    PolicySet::parse(&text).expect("a sound policy")
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

/// The officer of the department that holds this dispatch of [`issue`].
pub(super) fn holder(dispatch: Uuid) -> Actor {
    officer(match dispatch {
        LEAD => WATER,
        CO_HANDLER => ROADS,
        _ => STREET,
    })
}

pub(super) fn text(words: &str) -> ProtectedText {
    ProtectedText::plain(words)
}

pub(super) fn whistle() -> RaiseWhistle {
    RaiseWhistle {
        number: "999001S20260302000017".to_owned(),
        title: text("三号楼前漏水"),
        description: text("路面积水三天"),
        category: "0301".to_owned(),
        kind: None,
        source: "resident".to_owned(),
        location: Location {
            grid: "grid-1".to_owned(),
            territorial_unit: "community-1".to_owned(),
            area: vec!["district".to_owned(), STREET.to_owned(), "community-1".to_owned()],
            address: None,
            place: None,
        },
        subject: Uuid::from_u128(0x51),
        reporter: None,
        confidential: false,
    }
}

pub(super) fn raise() -> CaseCommand {
    CaseCommand::RaiseWhistle(whistle())
}

pub(super) fn raise_emergency() -> CaseCommand {
    CaseCommand::RaiseWhistle(RaiseWhistle { kind: Some(WhistleKind::Emergency), ..whistle() })
}

pub(super) fn endorse() -> CaseCommand {
    CaseCommand::EndorseWhistle { note: text("属实"), local_attempt: Some(text("已关阀门")) }
}

pub(super) fn decline() -> CaseCommand {
    CaseCommand::DeclineWhistle { reason: text("属室内自有管道") }
}

pub(super) fn handle_locally() -> CaseCommand {
    CaseCommand::HandleLocally {
        result: text("物业已修好"), evidence: vec![text("照片")], level: None
    }
}

pub(super) fn escalate(to: Level) -> CaseCommand {
    CaseCommand::Escalate { to, reason: text("楼栋无力解决") }
}

pub(super) fn file() -> CaseCommand {
    CaseCommand::FileCase { category: None, kind: None }
}

pub(super) fn file_as(kind: WhistleKind) -> CaseCommand {
    CaseCommand::FileCase { category: None, kind: Some(kind) }
}

pub(super) fn send(targets: &[(Uuid, &str, DispatchRole)]) -> CaseCommand {
    let target = |&(dispatch, department, role): &(Uuid, &str, DispatchRole)| DispatchTarget {
        dispatch,
        department: department.to_owned(),
        role,
    };
    CaseCommand::IssueDispatches(IssueDispatches {
        targets: targets.iter().map(target).collect(),
        instruction: text("请到场处置"),
        line_owner: WATER.to_owned(),
        territorial_owner: "community-1".to_owned(),
    })
}

/// Sends a lead, a co-handler and one to be notified.
pub(super) fn issue() -> CaseCommand {
    send(&[
        (NOTIFIED, STREET, DispatchRole::Notified),
        (CO_HANDLER, ROADS, DispatchRole::CoHandler),
        (LEAD, WATER, DispatchRole::Lead),
    ])
}

pub(super) fn act(dispatch: Uuid, action: DispatchAction) -> CaseCommand {
    CaseCommand::OnDispatch { dispatch, action }
}

pub(super) fn sign(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::Sign)
}

pub(super) fn report_at(dispatch: Uuid, arrived_at: Option<DateTime<Utc>>) -> CaseCommand {
    act(dispatch, DispatchAction::ReportForDuty { place: text("现场"), person: None, arrived_at })
}

pub(super) fn report(dispatch: Uuid) -> CaseCommand {
    report_at(dispatch, None)
}

pub(super) fn accept(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::Accept)
}

pub(super) fn measure(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::RecordMeasure { measure: text("开挖") })
}

pub(super) fn feedback(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::SubmitFeedback { result: text("已更换"), evidence: vec![text("照片")] })
}

pub(super) fn pass() -> CaseCommand {
    CaseCommand::Verify { passed: true, note: text("已恢复"), evidence: Vec::new(), rework: Vec::new() }
}

pub(super) fn fail(rework: &[Uuid]) -> CaseCommand {
    let (note, evidence) = (text("仍渗水"), vec![text("照片")]);
    CaseCommand::Verify { passed: false, note, evidence, rework: rework.to_vec() }
}

pub(super) fn unreached() -> CaseCommand {
    CaseCommand::RecordCallback { verdict: None, comment: text("无人接听") }
}

pub(super) fn answer(solved: bool, satisfaction: u8) -> CaseCommand {
    CaseCommand::RecordCallback { verdict: Some(Verdict { solved, satisfaction }), comment: text("好") }
}

pub(super) fn close() -> CaseCommand {
    CaseCommand::CloseCase { reason: text("已办结") }
}

pub(super) fn rate(satisfaction: u8) -> CaseCommand {
    CaseCommand::RateCase { verdict: Verdict { solved: true, satisfaction }, comment: text("谢谢") }
}

/// A case on which people act, a minute between one command and the next.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub(super) case: Case,
    pub(super) history: Vec<CaseEvent>,
    pub(super) now: DateTime<Utc>,
    pub(super) policies: Arc<PolicyLibrary>,
}

/// Nothing has happened yet.
pub(super) fn given() -> Scene {
    Scene { case: Case::default(), history: Vec::new(), now: start(), policies: library(&[1]) }
}

impl Scene {
    fn facts(&self, actor: &Actor) -> Facts {
        Facts { now: self.now, actor: actor.clone(), policies: Arc::clone(&self.policies) }
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

    pub(super) fn dispatch(&self, id: Uuid) -> &Dispatch {
        self.case.dispatch(id).expect("a dispatch of the case")
    }
}

/// Who gives this command in the ordinary course of things.
pub(super) fn usual_actor(command: &CaseCommand) -> Actor {
    match command {
        CaseCommand::RaiseWhistle(_) | CaseCommand::RateCase { .. } => Actor::anonymous_resident(),
        CaseCommand::EndorseWhistle { .. }
        | CaseCommand::DeclineWhistle { .. }
        | CaseCommand::HandleLocally { .. }
        | CaseCommand::Escalate { .. } => community(),
        CaseCommand::FileCase { .. } | CaseCommand::IssueDispatches(_) => dispatcher(),
        CaseCommand::OnDispatch { dispatch, .. } => holder(*dispatch),
        CaseCommand::Verify { .. } => grid_worker(),
        CaseCommand::RecordCallback { .. } => hotline(),
        CaseCommand::CloseCase { .. } => supervisor(),
    }
}
