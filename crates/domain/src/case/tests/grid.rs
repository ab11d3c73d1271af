//! Every command in every stage, every action in every state: what succeeds, and why the rest is refused.

use super::scene::*;
use crate::case::*;
use crate::policy::WhistleKind;

/// Where a case can stand, told finer than by its status where commands tell the difference.
pub(super) const STAGES: [(&str, CaseStatus); 15] = [
    ("unreported", CaseStatus::Unreported),
    ("raised", CaseStatus::Raised),
    ("raised, emergency", CaseStatus::Raised),
    ("declined", CaseStatus::Declined),
    ("endorsed", CaseStatus::Endorsed),
    ("handled_locally", CaseStatus::HandledLocally),
    ("handled_locally, answered", CaseStatus::HandledLocally),
    ("filed", CaseStatus::Filed),
    ("dispatched", CaseStatus::Dispatched),
    ("in_handling", CaseStatus::InHandling),
    ("verification", CaseStatus::Verification),
    ("callback", CaseStatus::Callback),
    ("callback, answered", CaseStatus::Callback),
    ("closed", CaseStatus::Closed),
    ("closed, rated", CaseStatus::Closed),
];

/// What each command does in each of [`STAGES`]: `+` succeeds, a letter is a reason of [`REASONS`].
pub(super) const COMMANDS: [(&str, &str); 16] = [
    ("RaiseWhistle", "+ a a a a a a a a a a a a a a"),
    ("EndorseWhistle", "n + + w w w w w w w w w w w w"),
    ("DeclineWhistle", "n + + w w w w w w w w w w w w"),
    ("HandleLocally", "n + + w + w w w w w w w w w w"),
    ("Escalate", "n + + w + w w w w w w w w w w"),
    ("FileCase", "n w + w + w w w w w w w w w w"),
    ("FileCase as emergency", "n + + w + w w w w w w w w w w"),
    ("IssueDispatches", "n w + w + w w + w w w w w w w"),
    ("OnDispatch: Sign (lead)", "n d d d d d d d + s s s s s s"),
    ("OnDispatch: Sign (notified)", "n d d d d d d d + + + + + s s"),
    ("Verify", "n w w w w w w w w w + w w w w"),
    ("RecordCallback, not reached", "n w w w w + b w w w w + b w w"),
    ("RecordCallback, solved", "n w w w w + b w w w w + b w w"),
    ("RecordCallback, not solved", "n w w w w + b w w w w + b w w"),
    ("CloseCase", "n w w w w c + w w w w c + w w"),
    ("RateCase", "n w w w w w w w w w w w w + r"),
];

/// The letters of [`COMMANDS`] and [`ACTIONS`].
pub(super) const REASONS: [(char, &str); 9] = [
    ('n', "case_not_found"),
    ('a', "already_raised"),
    ('w', "wrong_status"),
    ('d', "dispatch_not_found"),
    ('s', "wrong_dispatch_state"),
    ('b', "already_answered"),
    ('c', "callback_missing"),
    ('r', "already_rated"),
    ('o', "only_notified"),
];

/// What each action does in each of [`DispatchState::ALL`]: first to a lead or co-handler, then to a notified one.
pub(super) const ACTIONS: [(&str, &str, &str); 5] = [
    ("Sign", "+ s s s s s s s", "+ s s s s s s s"),
    ("ReportForDuty", "s + s s s s s s", "o o o o o o o o"),
    ("Accept", "s s + s s s s s", "o o o o o o o o"),
    ("RecordMeasure", "s s s + s + s s", "o o o o o o o o"),
    ("SubmitFeedback", "s s s + s + s s", "o o o o o o o o"),
];

fn command(name: &str) -> CaseCommand {
    match name {
        "RaiseWhistle" => raise(),
        "EndorseWhistle" => endorse(),
        "DeclineWhistle" => decline(),
        "HandleLocally" => handle_locally(),
        "Escalate" => escalate(Level::Community),
        "FileCase" => file(),
        "FileCase as emergency" => file_as(WhistleKind::Emergency),
        "IssueDispatches" => issue(),
        "OnDispatch: Sign (lead)" => sign(LEAD),
        "OnDispatch: Sign (notified)" => sign(NOTIFIED),
        "Verify" => pass(),
        "RecordCallback, not reached" => unreached(),
        "RecordCallback, solved" => answer(true, 5),
        "RecordCallback, not solved" => answer(false, 1),
        "CloseCase" => close(),
        "RateCase" => rate(4),
        other => panic!("no command is called {other}"),
    }
}

/// Every command must have a row: a new one does not compile until it is named here.
fn row_exists(command: &CaseCommand) -> bool {
    let name = match command {
        CaseCommand::RaiseWhistle(_) => "RaiseWhistle",
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
    };
    COMMANDS.iter().any(|(row, _)| row.starts_with(name))
}

/// The case in the stage with this name, reached the ordinary way.
pub(super) fn stage(name: &str) -> Scene {
    let (before, last): (&str, Vec<CaseCommand>) = match name {
        "unreported" => return given(),
        "raised" => ("unreported", vec![raise()]),
        "raised, emergency" => ("unreported", vec![raise_emergency()]),
        "declined" => ("raised", vec![decline()]),
        "endorsed" => ("raised", vec![endorse()]),
        "handled_locally" => ("raised", vec![handle_locally()]),
        "handled_locally, answered" => ("handled_locally", vec![answer(true, 4)]),
        "filed" => ("endorsed", vec![file()]),
        "dispatched" => ("filed", vec![issue()]),
        "in_handling" => (
            "dispatched",
            vec![
                sign(LEAD),
                report(LEAD),
                accept(LEAD),
                sign(CO_HANDLER),
                report(CO_HANDLER),
                accept(CO_HANDLER),
            ],
        ),
        "verification" => ("in_handling", vec![measure(LEAD), feedback(LEAD), feedback(CO_HANDLER)]),
        "callback" => ("verification", vec![pass()]),
        "callback, answered" => ("callback", vec![answer(true, 4)]),
        "closed" => ("callback, answered", vec![close()]),
        "closed, rated" => ("closed", vec![rate(5)]),
        other => panic!("no stage is called {other}"),
    };
    stage(before).when_all(last)
}

fn outcome<T>(result: Result<T, CaseError>) -> char {
    let Err(refusal) = result else { return '+' };
    let known = REASONS.iter().find(|(_, code)| *code == refusal.code());
    known.map_or('?', |(letter, _)| *letter)
}

#[test]
fn every_command_in_every_stage_succeeds_or_is_refused_as_the_grid_says() {
    for (name, row) in COMMANDS {
        let command = command(name);
        assert!(row_exists(&command), "{name}");
        let found = STAGES.map(|(stage_name, status)| {
            let scene = stage(stage_name);
            assert_eq!(scene.case.status, status, "{stage_name}");
            outcome(scene.decide(&usual_actor(&command), command.clone())).to_string()
        });
        assert_eq!(found.join(" "), row, "{name} in {:?}", STAGES.map(|(stage_name, _)| stage_name));
    }
}

#[test]
fn every_status_has_a_stage() {
    for status in CaseStatus::ALL {
        assert!(STAGES.iter().any(|(_, of_stage)| *of_stage == status), "{status:?}");
    }
}

fn action(name: &str) -> DispatchAction {
    let CaseCommand::OnDispatch { action, .. } = (match name {
        "Sign" => sign(LEAD),
        "ReportForDuty" => report(LEAD),
        "Accept" => accept(LEAD),
        "RecordMeasure" => measure(LEAD),
        "SubmitFeedback" => feedback(LEAD),
        other => panic!("no action is called {other}"),
    }) else {
        panic!("{name} is not an action on a dispatch")
    };
    assert_eq!(row_of(&action), name);
    action
}

fn row_of(action: &DispatchAction) -> &'static str {
    match action {
        DispatchAction::Sign => "Sign",
        DispatchAction::ReportForDuty { .. } => "ReportForDuty",
        DispatchAction::Accept => "Accept",
        DispatchAction::RecordMeasure { .. } => "RecordMeasure",
        DispatchAction::SubmitFeedback { .. } => "SubmitFeedback",
    }
}

/// Also states that a dispatch with this part never reaches: the answer must not depend on luck.
fn act_in(state: DispatchState, dispatch: uuid::Uuid, action: DispatchAction) -> char {
    let mut scene = stage("dispatched");
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

#[test]
fn a_refusal_says_what_kind_it_is() {
    let arrived_at = start();
    let (found, to) = (CaseStatus::Raised, Level::Building);
    let refusals = [
        (CaseError::NotFound, ErrorClass::NotFound),
        (CaseError::DispatchNotFound, ErrorClass::NotFound),
        (CaseError::OwnHandling, ErrorClass::Forbidden),
        (CaseError::WrongStatus { found, expected: &[] }, ErrorClass::WrongState),
        (
            CaseError::WrongDispatchState { found: DispatchState::Issued, expected: &[] },
            ErrorClass::WrongState,
        ),
        (CaseError::AlreadyRaised, ErrorClass::WrongState),
        (CaseError::AlreadyRated, ErrorClass::WrongState),
        (CaseError::OnlyNotified, ErrorClass::WrongState),
        (CaseError::CallbackMissing { attempts: 0, required: 3 }, ErrorClass::WrongState),
        (CaseError::UnknownCategory("9999".to_owned()), ErrorClass::RuleBroken),
        (CaseError::UnknownPolicy(9), ErrorClass::RuleBroken),
        (CaseError::NotUpwards { from: to, to }, ErrorClass::RuleBroken),
        (CaseError::NotOneLead, ErrorClass::RuleBroken),
        (CaseError::DepartmentTwice(WATER.to_owned()), ErrorClass::RuleBroken),
        (CaseError::ArrivalOutOfRange { arrived_at }, ErrorClass::RuleBroken),
        (CaseError::SatisfactionOutOfRange(6), ErrorClass::RuleBroken),
    ];
    for (refusal, class) in &refusals {
        assert_eq!(refusal.class(), *class, "{refusal}");
        assert!(!refusal.to_string().ends_with('.'), "{refusal}");
    }
    let codes: std::collections::HashSet<_> = refusals.iter().map(|(refusal, _)| refusal.code()).collect();
    assert_eq!(codes.len(), refusals.len(), "two refusals share a code");
}
