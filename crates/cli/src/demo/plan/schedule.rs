//! When everything happens.

use chrono::{DateTime, Duration, Utc};
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::{Limit, WhistleKind};

use super::super::hours;
use super::super::splitmix::SplitMix64;
use super::PERIOD;
use super::fate::Fate;
use super::plot::Plot;
use super::script::Move;
use super::tale::Tale;

/// How often an instant is drawn before the wish is given up.
const DRAWS_MAX: usize = 600;
/// The last thing happens at least so long before now.
const QUIET_SECONDS: i64 = 120;
/// The oldest report of a case that no department has yet.
const UNTOUCHED_MAX: Duration = Duration::days(4);
/// How soon and how late a matter is back after it was closed.
const BACK_AFTER: [Duration; 2] = [Duration::days(2), Duration::days(30)];
/// The longest limit that is played through.
const LIMIT_MAX: Duration = Duration::days(25);

/// The instants of `moves`, all within the period before `now`, such that a case under way shows `lamp` then. Where
/// that cannot be had (a limit of sixty days cannot be missed by twice its length in ninety), any lamp is taken.
pub(super) fn place(
    moves: &[Move],
    tale: &Tale,
    fate: Fate,
    lamp: Option<Lamp>,
    now: DateTime<Utc>,
    chance: &mut SplitMix64,
) -> Vec<DateTime<Utc>> {
    let wishes = [lamp, None];
    let latest = now - Duration::seconds(QUIET_SECONDS);
    if let Fate::Plot(plot) = fate {
        return in_a_plot(moves, plot, latest, chance);
    }
    let still = |instants: &[DateTime<Utc>]| fate != Fate::Issued || unsigned(moves, instants, tale, now);
    for wish in wishes {
        for _ in 0..DRAWS_MAX {
            let raised_at = now - age(tale, fate, wish, chance);
            if !plausible(raised_at, tale, chance) {
                continue;
            }
            let instants = forward(raised_at, moves, chance);
            let ended = instants.last().is_some_and(|last| *last <= latest);
            if ended
                && still(&instants)
                && wish.is_none_or(|wish| shown(moves, &instants, tale, now) == Some(wish))
            {
                return instants;
            }
        }
    }
    squeezed(moves, latest)
}

/// How long ago it might have been raised.
fn age(tale: &Tale, fate: Fate, lamp: Option<Lamp>, chance: &mut SplitMix64) -> Duration {
    let limit = tale.clocks.close.map_or(LIMIT_MAX, Limit::nominal).min(LIMIT_MAX * 3).num_seconds();
    let day = Duration::days(1).num_seconds();
    let (youngest, oldest) = match lamp {
        Some(Lamp::Green | Lamp::Grey) => (600, limit),
        Some(Lamp::Yellow) => (limit / 2, limit + 3 * day),
        Some(Lamp::Red) => (limit, 2 * limit + 3 * day),
        Some(Lamp::Purple) => (2 * limit, 3 * limit + 4 * day),
        None if fate == Fate::Issued => (600, 2 * day),
        None if fate.over() => (day / 4, PERIOD.num_seconds() - 1),
        None if fate.under_way() => (day / 4, LIMIT_MAX.num_seconds()),
        None => (600, UNTOUCHED_MAX.num_seconds()),
    };
    let oldest = oldest.min(PERIOD.num_seconds() - 1);
    Duration::seconds(chance.between(youngest.min(oldest), oldest))
        - Duration::microseconds(chance.between(0, 999_999))
}

/// Ordinary things are mostly reported while offices are open, dangers and noise at any hour.
fn plausible(raised_at: DateTime<Utc>, tale: &Tale, chance: &mut SplitMix64) -> bool {
    let any_hour = tale.kind == WhistleKind::Emergency || tale.story.night;
    chance.percent(match (hours::open(raised_at), hours::awake(raised_at)) {
        (true, _) => 100,
        (false, true) => 45,
        (false, false) if any_hour => 100,
        (false, false) => 3,
    })
}

fn forward(raised_at: DateTime<Utc>, moves: &[Move], chance: &mut SplitMix64) -> Vec<DateTime<Utc>> {
    let mut instants = vec![raised_at];
    let mut at = raised_at;
    for next in &moves[1..] {
        at = at + next.gap + Duration::microseconds(chance.between(0, 999_999));
        if next.office {
            at = hours::at_work(at, chance);
        }
        instants.push(at);
    }
    instants
}

/// Whether the time for signing still runs.
fn unsigned(moves: &[Move], instants: &[DateTime<Utc>], tale: &Tale, now: DateTime<Utc>) -> bool {
    let issued = moves.iter().position(|step| step.act.sends());
    issued.is_some_and(|sent| WorkCalendar::embedded().due(tale.clocks.sign_in, instants[sent]).at > now)
}

/// The instants of a story beside the straight line. Some of its steps must follow others within a time; where no
/// beginning is found for that, its people keep no office hours.
fn in_a_plot(
    moves: &[Move],
    plot: Plot,
    latest: DateTime<Utc>,
    chance: &mut SplitMix64,
) -> Vec<DateTime<Utc>> {
    let latest = latest - plot.rest_min();
    let least: Duration = moves.iter().map(|step| step.gap).sum();
    // A free weekend may lie in between; months hold several.
    let most = (least + least / 3 + Duration::days(4) + plot.rest_max()).min(PERIOD - Duration::hours(1));
    for _ in 0..DRAWS_MAX {
        let seconds = chance.between(least.num_seconds(), most.num_seconds().max(least.num_seconds()));
        let raised_at = latest - Duration::seconds(seconds);
        if !(hours::awake(raised_at) || chance.percent(3)) {
            continue;
        }
        let instants = forward(raised_at, moves, chance);
        let in_time = |(next, pair): (&Move, &[DateTime<Utc>])| {
            next.within.is_none_or(|within| pair[1] - pair[0] <= within)
        };
        let ended = instants.last().is_some_and(|last| *last <= latest && latest - *last <= most - least);
        if ended && moves[1..].iter().zip(instants.windows(2)).all(in_time) {
            return instants;
        }
    }
    follow(latest - least, moves)
}

/// The instants of a second report, some days or weeks after the first case was closed; none where it would not be over
/// by now.
pub(super) fn after(
    closed_at: DateTime<Utc>,
    moves: &[Move],
    now: DateTime<Utc>,
    chance: &mut SplitMix64,
) -> Option<Vec<DateTime<Utc>>> {
    let latest = now - Duration::seconds(QUIET_SECONDS);
    let [soonest, last] = BACK_AFTER.map(|wait| wait.num_seconds());
    (0..DRAWS_MAX).find_map(|_| {
        let raised_at = closed_at + Duration::seconds(chance.between(soonest, last));
        let instants = hours::awake(raised_at).then(|| forward(raised_at, moves, chance))?;
        instants.last().is_some_and(|ended| *ended <= latest).then_some(instants)
    })
}

/// One step after the other, whatever the hour.
pub(super) fn follow(raised_at: DateTime<Utc>, moves: &[Move]) -> Vec<DateTime<Utc>> {
    let after = |at: &mut DateTime<Utc>, step: &Move| {
        *at += step.gap;
        Some(*at)
    };
    moves.iter().scan(raised_at, after).collect()
}

/// The lamp that its clock shows now.
fn shown(moves: &[Move], instants: &[DateTime<Utc>], tale: &Tale, now: DateTime<Utc>) -> Option<Lamp> {
    let dispatched = moves.iter().position(|step| step.act.sends())?;
    let issued_at = instants[dispatched];
    Some(judged(tale.clocks.close?, issued_at, now))
}

/// The lamp of a clock that started at `issued_at` with this limit.
pub(super) fn judged(limit: Limit, issued_at: DateTime<Utc>, now: DateTime<Utc>) -> Lamp {
    let calendar = WorkCalendar::embedded();
    let due_at = calendar.due(limit, issued_at).at;
    Lamp::judge(issued_at, calendar.warning_at(limit, issued_at, due_at), due_at, 0, now)
}

/// Whatever the hour: everything within a day, and the last thing just now.
fn squeezed(moves: &[Move], latest: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let count = i32::try_from(moves.len()).expect("a case has few steps");
    (1..=count).rev().map(|left| latest - Duration::minutes(30) * (left - 1)).collect()
}
