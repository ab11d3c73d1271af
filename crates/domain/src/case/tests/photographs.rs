//! Which photographs a case has, and which of them its resident is shown.

use uuid::Uuid;

use super::scene::*;
use crate::case::*;

fn photo(id: u128) -> Photo {
    Photo { id: Uuid::from_u128(id), sha256: format!("{id:064x}") }
}

fn reported() -> CaseCommand {
    CaseCommand::RaiseWhistle(RaiseWhistle { photos: vec![photo(1)], ..whistle() })
}

fn measured(id: u128) -> CaseCommand {
    let evidence = vec![text("现场已围挡"), photo(id).as_evidence()];
    act(LEAD, DispatchAction::RecordMeasure { measure: text("开挖"), evidence })
}

fn fed_back(id: u128) -> CaseCommand {
    let evidence = vec![photo(id).as_evidence()];
    act(LEAD, DispatchAction::SubmitFeedback { result: text("已更换"), evidence })
}

fn at_work() -> Scene {
    let to_work = |dispatch| [sign(dispatch), report(dispatch), accept(dispatch)];
    let begun = given().when_all([reported(), endorse(), issue()]);
    begun.when_all(to_work(LEAD)).when_all(to_work(CO_HANDLER))
}

/// Every photograph with its step, and whether the resident is shown it.
fn seen(scene: &Scene) -> Vec<(u128, PhotoStep, bool)> {
    scene.case.photos.iter().map(|of| (of.photo.id.as_u128(), of.step, of.told)).collect()
}

#[test]
fn the_resident_is_shown_the_work_once_it_was_found_good_and_not_before() {
    let fed_back = at_work().when_all([measured(2), fed_back(3), feedback(CO_HANDLER)]);
    let work = |told| {
        vec![(1, PhotoStep::Report, true), (2, PhotoStep::Measure, told), (3, PhotoStep::Feedback, told)]
    };
    assert_eq!(seen(&fed_back), work(false));
    let failed = fed_back.clone().when_all([fail(&[LEAD])]);
    assert_eq!(seen(&failed), work(false));
    assert_eq!(seen(&fed_back.when_all([pass()])), work(true));
}

#[test]
fn what_was_handled_on_the_spot_is_shown_when_the_case_is_closed() {
    let evidence = vec![photo(2).as_evidence()];
    let handled = CaseCommand::HandleLocally { result: text("已疏通"), evidence, level: None };
    let handled = given().when_all([reported(), handled]);
    assert_eq!(seen(&handled)[1], (2, PhotoStep::LocalHandling, false));
    let closed = handled.when_all([answer(true, 5), close()]).then(CaseStatus::Closed);
    assert_eq!(seen(&closed)[1], (2, PhotoStep::LocalHandling, true));
}

#[test]
fn a_photograph_that_is_shown_again_stays_what_it_was_first() {
    let shown_again = at_work().when_all([measured(2), fed_back(2), measure(CO_HANDLER)]);
    let shown = vec![(1, PhotoStep::Report, true), (2, PhotoStep::Measure, false)];
    assert_eq!(seen(&shown_again), shown);
}

#[test]
fn an_amendment_may_be_nothing_but_photographs_and_what_is_petitioned_with_stays_among_the_offices() {
    let amended = Screening::Amend { title: None, description: None, photos: vec![photo(4), photo(1)] };
    let appeal = Judging::AppealScore {
        appeal: APPEAL,
        reason: text("非本单位原因"),
        evidence: vec![photo(5).as_evidence()],
    };
    let scene = at_work().when_all([CaseCommand::Screen(amended)]);
    let scene = scene.when(&officer(WATER), CaseCommand::Judge(appeal));
    let scene = scene.when_all([fed_back(6), feedback(CO_HANDLER), pass()]);
    let shown = vec![
        (1, PhotoStep::Report, true),
        (4, PhotoStep::Report, true),
        (5, PhotoStep::Petition, false),
        (6, PhotoStep::Feedback, true),
    ];
    assert_eq!(seen(&scene), shown);
    assert_eq!(scene.case.recorded.amendments, 1);
}
