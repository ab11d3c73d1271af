//! Whatever happened to a case: what its facts must say.

use std::collections::HashSet;

use uuid::Uuid;

use crate::case::tests::scene::Scene;
use crate::report::{Count, Rate, Standing, Subject, Tally};

/// Facts are few, have keys of their own, tell nothing that has not happened, and add up to rates.
pub(super) fn check_facts(scene: &Scene) {
    let facts = scene.case.facts(Uuid::from_u128(1));
    let mandatory = scene.case.dispatches.iter().filter(|held| held.role.mandatory()).count();
    let of_case = facts.iter().filter(|fact| fact.subject == Subject::Case).count();
    assert!(of_case <= 1 && facts.len() <= of_case + 2 * mandatory, "{facts:?}");
    let keys: HashSet<_> = facts.iter().map(|fact| (fact.id, fact.borne)).collect();
    assert_eq!(keys.len(), facts.len(), "{facts:?}");
    for fact in &facts {
        assert!(fact.latest_at() <= scene.now, "{fact:?}");
        assert!(fact.closed_at.is_some() || fact.due_at.is_some() || fact.standing != Standing::Owed);
        assert!(!fact.borne || fact.unit.is_some(), "{fact:?}");
    }
    let now = Tally::of_all(&facts, Some(scene.now));
    for rate in Rate::ALL {
        let value = rate.of(&now);
        assert!(value.is_none_or(|value| (0.0..=1.0).contains(&value)), "{}: {value:?}", rate.code());
    }
    if scene.case.status.terminal() {
        assert_eq!(now.get(Count::OpenOverdue) + now.get(Count::OpenInTime), 0, "it is over: {facts:?}");
    }
}
