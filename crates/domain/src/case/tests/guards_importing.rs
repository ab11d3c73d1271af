//! Cases of another system.

use chrono::Duration;

use super::scene::*;
use crate::case::*;

#[test]
fn an_open_record_becomes_a_case_in_handling_with_its_own_instants() {
    let scene = given().when_all([import_open()]).then(CaseStatus::InHandling);
    let record = record();
    let report = scene.case.report.as_ref().expect("a report");
    assert_eq!((report.raised_at, scene.case.due_at()), (record.created_at, record.due_at));
    assert_eq!((scene.case.category(), scene.case.contact_unit()), (Some("old-311:lights"), Some(WATER)));
    assert_eq!(scene.case.level, Level::District);
    assert!(report.reporter.is_none() && scene.case.closure.is_none());
    let lead = scene.dispatch(LEAD);
    assert!(lead.imported && lead.state == DispatchState::Accepted && lead.issued_at == record.created_at);
    assert!(lead.signed_at.is_none() && lead.reported_at.is_none() && lead.discharged_at.is_none());
    assert_eq!(scene.case.filing.as_ref().map(|filing| filing.policy_version), Some(1));
}

#[test]
fn a_closed_record_ends_when_it_says() {
    let scene = given().when_all([import_closed()]).then(CaseStatus::Closed);
    let closed_at = Some(start() - Duration::days(3));
    assert_eq!(scene.case.closure.as_ref().map(|closure| closure.at), closed_at);
    let lead = scene.dispatch(LEAD);
    assert_eq!(
        (lead.state, lead.fed_back_at, lead.discharged_at),
        (DispatchState::Discharged, closed_at, closed_at)
    );
}

#[test]
fn instants_in_an_odd_order_are_kept_as_they_are() {
    let before = |days| Some(start() - Duration::days(days));
    let odd = ImportedRecord { due_at: before(20), closed_at: before(30), ..record() };
    let scene = given().when_all([import(odd)]).then(CaseStatus::Closed);
    assert_eq!(scene.case.due_at(), before(20));
    assert_eq!(scene.case.closure.as_ref().map(|closure| closure.at), before(30));
}

#[test]
fn no_timer_strikes_for_the_past_however_late_it_is() {
    let scene = given().when_all([import_open()]).later(Duration::days(900));
    assert_eq!(scene.case.timer_at(), None);
    scene.nothing_happens(&service(), keep_time(LEAD, &["duty-room"]));
}

#[test]
fn a_record_without_a_deadline_is_no_planned_work() {
    let scene = given().when_all([import(ImportedRecord { due_at: None, ..record() })]);
    assert!(scene.case.due_at().is_none());
    assert!(scene.case.registers().is_empty(), "{:?}", scene.case.registers());
}

#[test]
fn an_import_begins_a_case_and_does_not_go_on_with_one() {
    for begun in [raise(), import_open(), import_closed()] {
        given().when_all([begun]).refuses(&service(), import_open(), &CaseError::AlreadyRaised);
    }
}

#[test]
fn a_category_is_one_of_the_policy_or_of_the_import_catalogue() {
    let of = |category: &str| import(ImportedRecord { category: category.to_owned(), ..record() });
    given().refuses(&service(), of("9999"), &CaseError::UnknownCategory("9999".to_owned()));
    given().when_all([of("0301")]);
}

#[test]
fn an_open_record_is_worked_off_like_any_other_case() {
    given()
        .when_all([import_open(), contact(LEAD), measure(LEAD), feedback(LEAD)])
        .then(CaseStatus::Verification)
        .when_all([pass(), answer(true, 5), close(), rate(4)])
        .then(CaseStatus::Closed);
}

/// The lead of the record never reported for duty here; the case does not wait for it.
#[test]
fn a_helper_sent_to_an_imported_case_brings_it_back_into_handling() {
    given()
        .when_all([import_open(), add_helper()])
        .then(CaseStatus::Dispatched)
        .when_all([sign(ADDED), report(ADDED)])
        .then(CaseStatus::InHandling);
}

#[test]
fn a_foreign_category_gives_way_to_one_of_the_policy_and_has_the_limits_of_its_kind_until_then() {
    let scene = given().when_all([import_open(), reclassify("0301", None)]);
    assert_eq!(scene.case.category(), Some("0301"));
    assert_eq!(scene.case.due_at(), record().due_at, "both have the limit of the kind");
}

#[test]
fn a_closed_record_is_reopened_with_a_deadline_of_this_service() {
    let scene = given().when_all([import_closed(), reopen()]).then(CaseStatus::InHandling);
    assert!(scene.case.due_at().expect("a deadline") > start());
    assert_eq!(scene.dispatch(LEAD).state, DispatchState::Rework);
    assert_eq!(scene.case.timer_at(), None);
}
