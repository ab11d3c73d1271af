//! The plan alone, for many instants, without a database.

use chrono::{DateTime, Duration, Utc};
use std::collections::{BTreeMap, BTreeSet};
use whistle_domain::lamp::Lamp;
use whistle_domain::organisation::Organisation;
use whistle_domain::policy::{PolicySet, WhistleKind};
use whistle_store::policy::DEFAULT_POLICY;

use super::super::DISTRICT;
use super::super::stories::Stories;
use super::{Act, CASES, OnCase, PERIOD, Plan, Step, World};

fn planned(now: DateTime<Utc>) -> (Plan, PolicySet) {
    let organisation = Organisation::parse(DISTRICT).unwrap();
    let policy = PolicySet::parse(DEFAULT_POLICY).unwrap();
    let stories = Stories::embedded().unwrap();
    let world = World { organisation: &organisation, policy: &policy, stories: &stories };
    (Plan::new(&world, now).unwrap(), policy)
}

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

/// Mornings, nights, weekends, the end of a holiday.
const MOMENTS: [&str; 5] = [
    "2026-11-20T10:30:00+08:00",
    "2026-11-22T03:15:00+08:00",
    "2026-11-23T08:31:00+08:00",
    "2027-02-28T23:59:59+08:00",
    "2028-03-01T12:00:00+08:00",
];

#[test]
fn the_same_instant_gives_the_same_plan() {
    let [(one, _), (other, _)] = [planned(at(MOMENTS[0])), planned(at(MOMENTS[0]))];
    assert_eq!(format!("{:?}", one.steps), format!("{:?}", other.steps));
}

#[test]
fn whenever_it_is_made_the_plan_lies_in_its_period_and_never_goes_back() {
    for now in MOMENTS.map(at) {
        let (plan, _) = planned(now);
        assert!(plan.steps.is_sorted_by_key(|step| step.at));
        assert!(plan.steps.iter().all(|step| now - PERIOD - Duration::seconds(1) < step.at && step.at < now));
        let mut next: BTreeMap<usize, usize> = BTreeMap::new();
        for step in &plan.steps {
            let ordinal = next.entry(step.case).or_default();
            assert_eq!(step.ordinal, *ordinal, "case {} is told in its order", step.case);
            *ordinal += 1;
        }
        assert_eq!(next.len(), CASES);
    }
}

#[test]
fn whenever_it_is_made_the_plan_shows_every_lamp_of_a_running_clock() {
    for now in MOMENTS.map(at) {
        let (plan, policy) = planned(now);
        let mut lamps: BTreeMap<&str, usize> = BTreeMap::new();
        for case in 0..CASES {
            let steps: Vec<&Step> = plan.steps.iter().filter(|step| step.case == case).collect();
            if let Some(lamp) = lamp_now(&steps, &policy, now) {
                *lamps.entry(lamp.code()).or_default() += 1;
            }
        }
        let mut running = Lamp::ALL.iter().filter(|lamp| **lamp != Lamp::Grey);
        assert!(running.all(|lamp| lamps.get(lamp.code()).is_some_and(|count| *count >= 4)), "{lamps:?}");
    }
}

fn lamp_now(steps: &[&Step], policy: &PolicySet, now: DateTime<Utc>) -> Option<Lamp> {
    if steps.iter().any(|step| matches!(step.act, Act::OnCase(OnCase::Closing(_)))) {
        return None;
    }
    let category = steps.iter().find_map(|step| match &step.act {
        Act::Raise(report) => Some(report.category.clone()),
        _ => None,
    })?;
    let issued = steps.iter().find(|step| step.act.sends())?.at;
    let kind = policy.category(&category)?.kind;
    Some(super::schedule::judged(policy.clocks_for(&category, kind)?.close?, issued, now))
}

#[test]
fn the_plan_tells_of_every_kind_and_of_most_categories() {
    let (plan, policy) = planned(at(MOMENTS[0]));
    let categories: BTreeSet<&str> = plan
        .steps
        .iter()
        .filter_map(|step| match &step.act {
            Act::Raise(report) => Some(report.category.as_str()),
            _ => None,
        })
        .collect();
    assert!(categories.len() >= 60, "{}", categories.len());
    let kinds: BTreeSet<WhistleKind> =
        categories.iter().map(|category| policy.category(category).unwrap().kind).collect();
    assert_eq!(kinds.len(), WhistleKind::ALL.len());
    let stories = Stories::embedded().unwrap();
    assert!(stories.stories.len() >= 40);
    assert!(stories.stories.iter().all(|story| policy.category(&story.category).is_some()));
}
