//! From report to filing.

use super::grid::stage;
use super::scene::*;
use crate::case::*;
use crate::policy::WhistleKind;

#[test]
fn an_emergency_is_dispatched_without_endorsement() {
    given()
        .when_all([raise_emergency(), issue()])
        .then(CaseStatus::Dispatched)
        .then_dispatches(&[DispatchState::Issued; 3]);
}

#[test]
fn nothing_but_an_emergency_skips_the_endorsement() {
    for kind in WhistleKind::ALL.into_iter().filter(|kind| *kind != WhistleKind::Emergency) {
        let raised = CaseCommand::RaiseWhistle(RaiseWhistle { kind: Some(kind), ..whistle() });
        let refusal = CaseError::WrongStatus { found: CaseStatus::Raised, expected: &[CaseStatus::Endorsed] };
        given()
            .when_all([raised])
            .refuses(&dispatcher(), issue(), &refusal)
            .refuses(&dispatcher(), file(), &refusal)
            .refuses(&dispatcher(), file_as(kind), &refusal);
    }
}

#[test]
fn what_the_dispatcher_finds_to_be_no_emergency_needs_its_endorsement_after_all() {
    let refusal = CaseError::WrongStatus { found: CaseStatus::Raised, expected: &[CaseStatus::Endorsed] };
    given()
        .when_all([raise_emergency()])
        .refuses(&dispatcher(), file_as(WhistleKind::Appeal), &refusal)
        .when_all([endorse(), file_as(WhistleKind::Appeal)])
        .then(CaseStatus::Filed);
}

#[test]
fn dispatching_an_unfiled_case_files_it_first_under_the_current_policy() {
    let scene = stage("endorsed").under(&[1, 2]).when_all([issue()]);
    let names: Vec<_> = scene.history.iter().skip(2).map(CaseEvent::name).collect();
    assert_eq!(names, ["CaseFiled", "DispatchIssued", "DispatchIssued", "DispatchIssued"]);
    assert_eq!(scene.case.filing.expect("a filing").policy_version, 2);
}

#[test]
fn a_report_takes_the_kind_of_its_category_unless_it_names_one() {
    let scene = given()
        .when_all([CaseCommand::RaiseWhistle(RaiseWhistle { category: "0901".to_owned(), ..whistle() })]);
    assert_eq!(scene.case.kind(), Some(WhistleKind::Emergency));
    let scene = given().when_all([raise_emergency()]);
    assert_eq!(scene.case.category(), Some("0301"));
    assert_eq!(scene.case.kind(), Some(WhistleKind::Emergency));
}

#[test]
fn a_filing_overrules_category_and_kind_of_the_report() {
    let command = CaseCommand::FileCase { category: Some("1001".to_owned()), kind: Some(WhistleKind::Key) };
    let scene = stage("endorsed").when_all([command]);
    assert_eq!(scene.case.category(), Some("1001"));
    assert_eq!(scene.case.kind(), Some(WhistleKind::Key));
    assert_eq!(scene.case.report.expect("a report").category, "0301", "the report stays as it was");
}

#[test]
fn a_category_that_the_policy_does_not_know_is_refused() {
    let unknown = || CaseError::UnknownCategory("9999".to_owned());
    let raised = CaseCommand::RaiseWhistle(RaiseWhistle { category: "9999".to_owned(), ..whistle() });
    given().refuses(&community(), raised, &unknown());
    let filed = CaseCommand::FileCase { category: Some("9999".to_owned()), kind: None };
    stage("endorsed").refuses(&dispatcher(), filed, &unknown());
}

#[test]
fn levels_only_go_up() {
    for held in Level::ALL {
        for to in Level::ALL {
            let mut scene = stage("raised");
            scene.case.level = held;
            let refusal = CaseError::NotUpwards { from: held, to };
            if to > held {
                let scene = scene.when_all([escalate(to)]).then(CaseStatus::Raised);
                assert_eq!(scene.case.level, to);
            } else {
                scene.refuses(&community(), escalate(to), &refusal);
            }
        }
    }
}

#[test]
fn a_local_handling_stays_at_the_level_that_holds_the_case_or_goes_up() {
    let at = |level| CaseCommand::HandleLocally { result: text("修好"), evidence: Vec::new(), level };
    let held = stage("raised").when_all([escalate(Level::Compound)]);
    let lower = CaseError::NotUpwards { from: Level::Compound, to: Level::Building };
    let held = held.refuses(&community(), at(Some(Level::Building)), &lower);
    assert_eq!(held.clone().when_all([at(None)]).case.level, Level::Compound);
    assert_eq!(held.when_all([at(Some(Level::Community))]).case.level, Level::Community);
}

#[test]
fn a_case_remembers_who_stood_behind_it() {
    let scene = stage("endorsed");
    let endorsement = scene.case.endorsement.expect("an endorsement");
    assert_eq!(endorsement.by, community());
    assert_eq!(endorsement.at, start() + chrono::Duration::minutes(1));
}

#[test]
fn an_anonymous_report_says_nothing_about_its_reporter() {
    let report = stage("raised").case.report.expect("a report");
    assert_eq!(report.reporter, None);
    assert!(report.raised_by.id.is_nil());
}

#[test]
fn where_the_policy_asks_for_it_an_endorsement_says_what_the_neighbourhood_tried() {
    let bare = || CaseCommand::EndorseWhistle { note: text("属实"), local_attempt: None };
    let asking = "local_attempt_required = true";
    let scene = stage("raised").with_rules(asking);
    scene.refuses(&community(), bare(), &CaseError::LocalAttemptMissing).when_all([endorse()]);
    stage("raised, emergency").with_rules(asking).when_all([bare()]);
    let lenient = stage("raised").when_all([bare()]);
    assert!(!lenient.case.endorsement.expect("an endorsement").local_attempt);
}
