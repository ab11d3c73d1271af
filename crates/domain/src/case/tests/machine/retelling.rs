//! Whatever happened to a case: told again as it was, it is what it was.

use crate::case::tests::scene::Scene;
use crate::case::{Case, DispatchClocks, Hypothesis, ProvisionalClocks};

/// The same policies and the same calendar tell the same story.
pub(super) fn check_retelling(scene: &Scene) {
    let same = Hypothesis::of_calendar(scene.policies.clone(), scene.calendar.clone());
    let retold = Case::retold(&scene.history, &same).expect("it was judged by these policies");
    assert_eq!(without_warnings(retold), without_warnings(scene.case.clone()));
}

/// Warnings and marks are nothing that a hypothesis is asked for.
fn without_warnings(mut case: Case) -> Case {
    for dispatch in &mut case.dispatches {
        let provisional = ProvisionalClocks::default();
        dispatch.clocks = DispatchClocks { warn_at: None, provisional, ..dispatch.clocks };
    }
    case
}
