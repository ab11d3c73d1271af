//! Every command in every stage, every action in every state: what succeeds, and why the rest is refused.

mod entries;
mod refusals;
mod tables;

use std::collections::BTreeSet;

use super::scene::*;
use crate::case::*;

pub(super) use entries::stage;
pub(super) use tables::{ACTIONS, GRIDS, Grid, SIGNS, STAGES};

/// The status of a stage is the first word of its name.
fn status_of(stage_name: &str) -> CaseStatus {
    let word = stage_name.split(',').next().expect("a first word");
    match word {
        "unreported" => CaseStatus::Unreported,
        "suspended" => CaseStatus::InHandling,
        "reported" => CaseStatus::Dispatched,
        status => CaseStatus::from_code(status).expect("a status"),
    }
}

/// Every command must be in the tables: a new one does not compile until it is named here.
const fn name_of(command: &CaseCommand) -> &'static str {
    match command {
        CaseCommand::RaiseWhistle(_) => "RaiseWhistle",
        CaseCommand::ImportCase(_) => "ImportCase",
        CaseCommand::EndorseWhistle { .. } => "EndorseWhistle",
        CaseCommand::DeclineWhistle { .. } => "DeclineWhistle",
        CaseCommand::HandleLocally { .. } => "HandleLocally",
        CaseCommand::Escalate { .. } => "Escalate",
        CaseCommand::FileCase { .. } => "FileCase",
        CaseCommand::IssueDispatches(_) => "IssueDispatches",
        CaseCommand::OnDispatch { .. } => "OnDispatch",
        CaseCommand::Verify { .. } => "Verify",
        CaseCommand::RecordCallback { .. } => "RecordCallback",
        CaseCommand::CloseCase { .. } => "CloseCase",
        CaseCommand::RateCase { .. } => "RateCase",
        CaseCommand::KeepTime { .. } => "KeepTime",
        CaseCommand::Screen(screening) => match screening {
            Screening::Amend { .. } => "Screen: Amend",
            Screening::Withdraw { .. } => "Screen: Withdraw",
            Screening::NotAccept { .. } => "Screen: NotAccept",
            Screening::Divert { .. } => "Screen: Divert",
            Screening::Link { .. } => "Screen: Link",
            Screening::MergeInto { .. } => "Screen: MergeInto",
            Screening::Absorb { .. } => "Screen: Absorb",
        },
        CaseCommand::Direct(directing) => match directing {
            Directing::Reclassify { .. } => "Direct: Reclassify",
            Directing::DeclareOrphan { .. } => "Direct: DeclareOrphan",
            Directing::AddDispatches(_) => "Direct: AddDispatches",
            Directing::Transfer { .. } => "Direct: Transfer",
            Directing::Release { .. } => "Direct: Release",
            Directing::ScheduleJointAction { .. } => "Direct: ScheduleJointAction",
            Directing::SignInJointAction { .. } => "Direct: SignInJointAction",
            Directing::HoldJointAction { .. } => "Direct: HoldJointAction",
        },
        CaseCommand::Rule { ruling, .. } => match ruling {
            DispatchRuling::Return { .. } => "Rule: Return",
            DispatchRuling::Extension { .. } => "Rule: Extension",
        },
        CaseCommand::Schedule(scheduling) => match scheduling {
            Scheduling::RequestSuspension { .. } => "Schedule: RequestSuspension",
            Scheduling::RuleSuspension { .. } => "Schedule: RuleSuspension",
            Scheduling::ReviewSuspension { .. } => "Schedule: ReviewSuspension",
            Scheduling::LiftSuspension { .. } => "Schedule: LiftSuspension",
            Scheduling::AgreePlan { .. } => "Schedule: AgreePlan",
            Scheduling::ReachMilestone { .. } => "Schedule: ReachMilestone",
            Scheduling::ReportProgress { .. } => "Schedule: ReportProgress",
        },
        CaseCommand::Judge(judging) => match judging {
            Judging::VerificationImpossible { .. } => "Judge: VerificationImpossible",
            Judging::SettleDissatisfaction { .. } => "Judge: SettleDissatisfaction",
            Judging::RequestForcedClosing { .. } => "Judge: RequestForcedClosing",
            Judging::RuleForcedClosing { .. } => "Judge: RuleForcedClosing",
            Judging::RequestExclusion { .. } => "Judge: RequestExclusion",
            Judging::RuleExclusion { .. } => "Judge: RuleExclusion",
            Judging::AppealScore { .. } => "Judge: AppealScore",
            Judging::DecideScoreAppeal { .. } => "Judge: DecideScoreAppeal",
            Judging::LookBack { .. } => "Judge: LookBack",
            Judging::Reopen { .. } => "Judge: Reopen",
        },
        CaseCommand::Supervise(supervising) => match supervising {
            Supervising::Issue { .. } => "Supervise: Issue",
            Supervising::Answer { .. } => "Supervise: Answer",
            Supervising::Lift { .. } => "Supervise: Lift",
        },
        CaseCommand::Echo(echoing) => match echoing {
            Echoing::Propose { .. } => "Echo: Propose",
            Echoing::Rule { .. } => "Echo: Rule",
            Echoing::Retract { .. } => "Echo: Retract",
        },
        CaseCommand::Collect(collecting) => match collecting {
            Collecting::Join { .. } => "Collect: Join",
            Collecting::ChooseRepresentative { .. } => "Collect: ChooseRepresentative",
            Collecting::Vote { .. } => "Collect: Vote",
            Collecting::ListItems { .. } => "Collect: ListItems",
            Collecting::OrderRectification { .. } => "Collect: OrderRectification",
            Collecting::ClaimRectified { .. } => "Collect: ClaimRectified",
            Collecting::Reinspect { .. } => "Collect: Reinspect",
            Collecting::RestoreItem { .. } => "Collect: RestoreItem",
        },
    }
}

fn command(name: &str) -> CaseCommand {
    let found = entries::commands().into_iter().find(|(known, _)| *known == name);
    let (_, command) = found.unwrap_or_else(|| panic!("no command is called {name}"));
    assert!(name.starts_with(name_of(&command)), "{name}");
    command
}

/// Whoever gives the command in the ordinary course of things; what was asked for is decided by another than asked.
fn decider(name: &str, command: &CaseCommand) -> crate::actor::Actor {
    if name.starts_with("Rule: ") { second_supervisor() } else { usual_actor(command) }
}

fn outcome(result: Result<Vec<CaseEvent>, CaseError>) -> char {
    let refusal = match result {
        Ok(events) if events.is_empty() => return '-',
        Ok(_) => return '+',
        Err(refusal) => refusal,
    };
    let known = SIGNS.iter().find(|(_, code)| *code == refusal.code());
    known.map_or('?', |(sign, _)| *sign)
}

#[test]
fn every_command_in_every_stage_succeeds_or_is_refused_as_the_grids_say() {
    for Grid { title, stages, rows } in &GRIDS {
        let scenes: Vec<_> = stages.iter().map(|name| stage(name)).collect();
        for (scene, stage_name) in scenes.iter().zip(*stages) {
            assert_eq!(scene.case.status, status_of(stage_name), "{stage_name}");
        }
        for (name, row) in *rows {
            let command = command(name);
            let actor = decider(name, &command);
            let found: Vec<_> = scenes
                .iter()
                .map(|scene| outcome(scene.decide(&actor, command.clone())).to_string())
                .collect();
            assert_eq!(found.join(" "), *row, "{name} of {title} in {stages:?}");
        }
    }
}

#[test]
fn every_command_is_in_the_grids() {
    let named: BTreeSet<_> = GRIDS.iter().flat_map(|grid| grid.rows).map(|(name, _)| *name).collect();
    let known: BTreeSet<_> = entries::commands().into_iter().map(|(name, _)| name).collect();
    assert_eq!(named, known);
    // One row at least for each of the commands and their parts, as `name_of` tells them apart.
    let told_apart: BTreeSet<_> = entries::commands().iter().map(|(_, command)| name_of(command)).collect();
    assert_eq!(told_apart.len(), 62);
}

#[test]
fn every_status_has_a_stage() {
    let shown: BTreeSet<_> = STAGES.iter().map(|name| status_of(name).code()).collect();
    for status in CaseStatus::ALL {
        assert!(shown.contains(status.code()) || status.final_word(), "{status:?}");
    }
}

#[test]
fn every_last_word_is_answered_alike() {
    for status in CaseStatus::ALL.into_iter().filter(|status| status.final_word()) {
        let (ended, shown) = (stage(status.code()).then(status), stage("withdrawn"));
        for (name, command) in entries::commands() {
            let actor = decider(name, &command);
            let answers = [&ended, &shown].map(|scene| outcome(scene.decide(&actor, command.clone())));
            assert_eq!(answers[0], answers[1], "{name} in {status:?}");
        }
    }
}

fn action(name: &str) -> DispatchAction {
    let CaseCommand::OnDispatch { action, .. } = (match name {
        "Sign" => sign(LEAD),
        "ReportForDuty" => report(LEAD),
        "Accept" => accept(LEAD),
        "ContactResident" => contact(LEAD),
        "RecordMeasure" => measure(LEAD),
        "SubmitFeedback" => feedback(LEAD),
        "RequestReturn" => request_return(LEAD, Some(GAS)),
        "RequestExtension" => request_extension(LEAD, crate::policy::Limit::Days(1)),
        "ExplainOverdue" => explain_overdue(LEAD),
        other => panic!("no action is called {other}"),
    }) else {
        panic!("{name} is not an action on a dispatch")
    };
    assert_eq!(row_of(&action), name);
    action
}

const fn row_of(action: &DispatchAction) -> &'static str {
    match action {
        DispatchAction::Sign => "Sign",
        DispatchAction::ReportForDuty { .. } => "ReportForDuty",
        DispatchAction::Accept => "Accept",
        DispatchAction::ContactResident { .. } => "ContactResident",
        DispatchAction::RecordMeasure { .. } => "RecordMeasure",
        DispatchAction::SubmitFeedback { .. } => "SubmitFeedback",
        DispatchAction::RequestReturn { .. } => "RequestReturn",
        DispatchAction::RequestExtension { .. } => "RequestExtension",
        DispatchAction::ExplainOverdue { .. } => "ExplainOverdue",
    }
}

/// Also states that a dispatch with this part never reaches: the answer must not depend on luck. What is late is
/// explained when it is late.
fn act_in(state: DispatchState, dispatch: uuid::Uuid, action: DispatchAction) -> char {
    let late = matches!(action, DispatchAction::ExplainOverdue { .. });
    let mut scene = stage("dispatched").later(chrono::Duration::days(if late { 30 } else { 0 }));
    for held in &mut scene.case.dispatches {
        held.state = state;
    }
    outcome(scene.decide(&holder(dispatch), act(dispatch, action)))
}

#[test]
fn every_action_on_every_kind_of_dispatch_in_every_state_succeeds_or_is_refused_as_the_grid_says() {
    for (name, acting, notified) in ACTIONS {
        for (dispatch, row) in [(LEAD, acting), (CO_HANDLER, acting), (NOTIFIED, notified)] {
            let found = DispatchState::ALL.map(|state| act_in(state, dispatch, action(name)).to_string());
            assert_eq!(found.join(" "), row, "{name} on {dispatch} in {:?}", DispatchState::ALL);
        }
    }
}
