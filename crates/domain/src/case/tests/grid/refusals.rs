//! What kind of refusal each is, and its stable name.

use std::collections::HashSet;

use uuid::Uuid;

use crate::case::tests::scene::*;
use crate::case::*;
use crate::policy::Limit;

fn unknown() -> Vec<CaseError> {
    vec![
        CaseError::NotFound,
        CaseError::DispatchNotFound,
        CaseError::ItemUnknown,
        CaseError::ComplainantUnknown,
        CaseError::JointActionUnknown,
        CaseError::SupervisionUnknown,
        CaseError::AppealUnknown,
    ]
}

fn forbidden() -> Vec<CaseError> {
    vec![
        CaseError::OwnHandling,
        CaseError::SamePerson,
        CaseError::WrongLevel,
        CaseError::OrderedFromOther,
        CaseError::NotInvited,
    ]
}

fn too_early_or_too_late() -> Vec<CaseError> {
    vec![
        CaseError::WrongStatus { found: CaseStatus::Raised, expected: &[CaseStatus::Filed] },
        CaseError::WrongDispatchState { found: DispatchState::Issued, expected: &[DispatchState::Signed] },
        CaseError::AlreadyRaised,
        CaseError::AlreadyAnswered,
        CaseError::AlreadyRated,
        CaseError::OnlyNotified,
        CaseError::CallbackMissing { attempts: 0, required: 3 },
        CaseError::Suspended,
        CaseError::NotSuspended,
        CaseError::NotForEmergencies,
        CaseError::NothingPending,
        CaseError::AlreadyPending,
        CaseError::ReturnedAlready,
        CaseError::ReturnTooLate { until: start() },
        CaseError::Determined,
        CaseError::NoDeadline,
        CaseError::AfterExpiry,
        CaseError::ExtensionsExhausted { max: 2 },
        CaseError::MilestoneReachedAlready(1),
        CaseError::NoPlan,
        CaseError::MilestonesOpen(1),
        CaseError::ItemsOpen(1),
        CaseError::WrongItemState { found: ItemState::Open },
        CaseError::JoinedAlready,
        CaseError::HouseholdVoted,
        CaseError::LinkedAlready,
        CaseError::JointActionOver,
        CaseError::SignedInAlready,
        CaseError::NotOverdue,
        CaseError::SupervisionOver,
        CaseError::LookBackTooEarly { from: start() },
        CaseError::ReturnPending,
        CaseError::NotPublished,
    ]
}

fn against_a_rule() -> Vec<CaseError> {
    vec![
        CaseError::UnknownCategory("9999".to_owned()),
        CaseError::UnknownPolicy(9),
        CaseError::NotUpwards { from: Level::Street, to: Level::Building },
        CaseError::NotOneLead,
        CaseError::DepartmentTwice(WATER.to_owned()),
        CaseError::ArrivalOutOfRange { arrived_at: start() },
        CaseError::NotReworkable(Uuid::nil()),
        CaseError::ReworkOfPassed,
        CaseError::SatisfactionOutOfRange(6),
        CaseError::OwnUnitProposed,
        CaseError::UnitMissing,
        CaseError::UnitUnchanged,
        CaseError::ExtensionTooLong { max: Limit::WorkingDays(7) },
        CaseError::ReviewOutOfRange { days_max: 90 },
        CaseError::MilestonesUnordered,
        CaseError::MilestoneUnknown(9),
        CaseError::EvidenceMissing,
        CaseError::LocalAttemptMissing,
        CaseError::TooMany { max: 200 },
        CaseError::Nothing,
        CaseError::OwnCase,
        CaseError::NotSent,
        CaseError::NotAnHelper,
        CaseError::Confidential,
        CaseError::PersonalData,
    ]
}

#[test]
fn a_refusal_says_what_kind_it_is() {
    for (class, refusals) in [
        (ErrorClass::NotFound, unknown()),
        (ErrorClass::Forbidden, forbidden()),
        (ErrorClass::WrongState, too_early_or_too_late()),
        (ErrorClass::RuleBroken, against_a_rule()),
    ] {
        for refusal in refusals {
            assert_eq!(refusal.class(), class, "{refusal}");
        }
    }
}

#[test]
fn every_refusal_has_a_name_and_a_wording_of_its_own() {
    let refusals = [unknown(), forbidden(), too_early_or_too_late(), against_a_rule()].concat();
    let names: HashSet<_> = refusals.iter().map(CaseError::code).collect();
    let wordings: HashSet<_> = refusals.iter().map(ToString::to_string).collect();
    assert_eq!((names.len(), wordings.len()), (refusals.len(), refusals.len()));
    assert!(wordings.iter().all(|wording| !wording.ends_with('.')), "{wordings:?}");
}
