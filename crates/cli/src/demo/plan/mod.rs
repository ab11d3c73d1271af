//! The whole demo as one timeline, worked out before anything is written.
//!
//! Every case is invented by a number sequence of its own: its fate, what is told, who acts, and when. The timeline
//! depends on nothing but the organisation, the policy, the texts and the instant called "now", so that a seed which
//! was interrupted is planned again exactly as it was.

mod act;
mod fate;
mod plot;
mod schedule;
mod script;
mod tale;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use chrono::{DateTime, Duration, Utc};
use whistle_domain::actor::Code;
use whistle_domain::organisation::Organisation;
use whistle_domain::policy::PolicySet;

use super::splitmix::SplitMix64;
use super::stories::Stories;
pub(super) use act::{Act, OnCase, OnDispatch};
use fate::Fate;
use plot::Plot;
use tale::Tale;

/// Cases in the demo.
pub(super) const CASES: usize = 300;
/// How far back the first of them may lie.
pub(super) const PERIOD: Duration = Duration::days(90);
/// The family of number sequences. Another one makes another demo.
const SEED: u64 = 0x5748_4953_544c_4531;

/// What the demo is invented from.
pub(super) struct World<'a> {
    /// The district.
    pub(super) organisation: &'a Organisation,
    /// The policy under which its cases are judged.
    pub(super) policy: &'a PolicySet,
    /// What people say.
    pub(super) stories: &'a Stories,
}

/// Everything that happens, in the order in which it happens.
pub(super) struct Plan {
    /// The timeline; instants never decrease.
    pub(super) steps: Vec<Step>,
    /// The units that are sent, and so need accounts.
    pub(super) departments: BTreeSet<Code>,
}

/// One command.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// When it is given.
    pub(super) at: DateTime<Utc>,
    /// The number of its case, from 0.
    pub(super) case: usize,
    /// Its number within the case, from 0.
    pub(super) ordinal: usize,
    /// Who gives it.
    pub(super) by: By,
    /// What is asked for.
    pub(super) act: Act,
}

/// Who gives a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum By {
    /// A resident without an account.
    Nobody,
    /// The account with this user name.
    User(String),
}

/// One case with everything that happens in it.
struct Course {
    tale: Tale,
    moves: Vec<script::Move>,
    instants: Vec<DateTime<Utc>>,
}

impl Course {
    /// A second report of the same matter, soon after the first, which is that of the case `host`.
    fn duplicate(&self, host: usize, world: &World<'_>, chance: &mut SplitMix64) -> Self {
        let tale = self.tale.repeated(world, chance);
        let moves = script::duplicate(&tale, host, world.stories, chance);
        let raised_at = self.instants[0] + Duration::minutes(chance.between(25, 50));
        let instants = schedule::follow(raised_at, &moves);
        Self { tale, moves, instants }
    }

    /// The same matter raised again after this case was closed; none where there is no time left for it.
    fn again(&self, world: &World<'_>, now: DateTime<Utc>, chance: &mut SplitMix64) -> Option<Self> {
        let closed = self.moves.iter().rposition(|step| step.act.closes())?;
        let tale = self.tale.repeated(world, chance);
        let moves = script::again(&tale, world.stories, chance);
        let instants = schedule::after(self.instants[closed], &moves, now, chance)?;
        Some(Self { tale, moves, instants })
    }
}

impl Plan {
    /// The timeline that ends shortly before `now`.
    pub(super) fn new(world: &World<'_>, now: DateTime<Utc>) -> anyhow::Result<Self> {
        let deck = fate::deck(&mut SplitMix64::sequence(SEED, u64::MAX));
        let mut courses: BTreeMap<usize, Course> = BTreeMap::new();
        let (mut duplicates, mut returning) = (Vec::new(), Vec::new());
        let (mut hosts, mut closed) = (Vec::new(), Vec::new());
        for (case, (fate, lamp)) in deck.into_iter().enumerate() {
            let told_with_another = match fate.plot() {
                Some(Plot::Duplicate) => Some(&mut duplicates),
                Some(Plot::Again) => Some(&mut returning),
                _ => None,
            };
            if let Some(later) = told_with_another {
                later.push(case);
                continue;
            }
            let mut chance = SplitMix64::sequence(SEED, u64::try_from(case)?);
            let tale = Tale::invent(world, fate, &mut chance)?;
            let moves = script::write(&tale, fate, world.stories, &mut chance);
            let instants = schedule::place(&moves, &tale, fate, lamp, now, &mut chance);
            if fate.plot().is_some_and(Plot::absorbs) {
                hosts.push(case);
            }
            if matches!(fate, Fate::Closed | Fate::LocallyClosed) && tale.recognisable() {
                closed.push(case);
            }
            courses.insert(case, Course { tale, moves, instants });
        }
        for (case, host) in duplicates.into_iter().zip(hosts.into_iter().cycle()) {
            let mut chance = SplitMix64::sequence(SEED, u64::try_from(case)?);
            let duplicate = courses[&host].duplicate(host, world, &mut chance);
            courses.insert(case, duplicate);
        }
        let mut closed = closed.into_iter();
        for case in returning {
            let mut chance = SplitMix64::sequence(SEED, u64::try_from(case)?);
            let again = closed.find_map(|first| courses[&first].again(world, now, &mut chance));
            let again = again.context("no case of the demo was closed early enough to be raised again")?;
            courses.insert(case, again);
        }
        Ok(Self::of(courses))
    }

    fn of(courses: BTreeMap<usize, Course>) -> Self {
        let (mut steps, mut departments) = (Vec::new(), BTreeSet::new());
        for (case, Course { tale, moves, instants }) in courses {
            departments.extend(tale.units().cloned());
            let timed = moves.into_iter().zip(instants).enumerate();
            steps.extend(timed.map(|(ordinal, (step, at))| Step {
                at,
                case,
                ordinal,
                by: step.by,
                act: step.act.dated(at),
            }));
        }
        steps.sort_by_key(|step| (step.at, step.case, step.ordinal));
        Self { steps, departments }
    }
}
