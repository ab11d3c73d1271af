//! 责任到人, looked at every night at two o'clock: whether every grid has its one responsible person, and every point its
//! one grid.
//!
//! Every process tries; the log takes it once. A service that was down at two o'clock does it when it starts.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::MissedTickBehavior;
use whistle_domain::clock::Clock;
use whistle_domain::organisation::history::ResponsibilityChecked;
use whistle_store::log::{AggregateCache, EventLog};
use whistle_store::organisation::check_responsibility;

/// How often it is looked whether it is time. The clock of the machine may be set, so nothing sleeps until two o'clock.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// Two o'clock in Shanghai, in UTC of the day before: eight hours east, all year round.
const TWO_OCLOCK_HOURS_UTC: i64 = 18;

/// Checks every night, for ever.
pub(crate) async fn keep_checking(log: EventLog, clock: Arc<dyn Clock>) {
    metrics::describe_gauge!(
        "whistle_responsibility_gaps",
        "Leaf grids without exactly one responsible person, at the last nightly check"
    );
    let cache = AggregateCache::new(1);
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let now = clock.now();
        match check_responsibility(&log, &cache, last_two_oclock(now), now).await {
            Ok(Some(checked)) => tell(&checked),
            // It was done already, or there is no organisation yet: the look costs one read of the log.
            Ok(None) => {}
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::warn!(error, "the nightly check will be tried again");
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "gauges are floating point; there are few grids")]
fn tell(checked: &ResponsibilityChecked) {
    metrics::gauge!("whistle_responsibility_gaps").set(checked.gaps_total as f64);
    let (gaps, overlapping, uncovered) =
        (checked.gaps_total, checked.overlapping.len(), checked.uncovered.len());
    if checked.sound() {
        tracing::info!(grids = checked.leaf_grids, "every grid has one responsible person");
        return;
    }
    let first = checked.gaps.first().map(|gap| gap.grid.as_str());
    tracing::warn!(
        gaps,
        overlapping,
        uncovered,
        first,
        "grids without exactly one responsible person, or points without a grid"
    );
}

/// The last two o'clock in the morning in Shanghai, at or before `now`.
fn last_two_oclock(now: DateTime<Utc>) -> DateTime<Utc> {
    let shifted = now - TimeDelta::hours(TWO_OCLOCK_HOURS_UTC);
    let midnight = shifted.date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
    midnight + TimeDelta::hours(TWO_OCLOCK_HOURS_UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_oclock_in_shanghai_is_six_in_the_evening_of_the_day_before_in_utc() {
        let last = |now: &str| last_two_oclock(now.parse().unwrap()).to_rfc3339();
        assert_eq!(last("2026-11-20T17:59:59Z"), "2026-11-19T18:00:00+00:00");
        assert_eq!(last("2026-11-20T18:00:00Z"), "2026-11-20T18:00:00+00:00");
        assert_eq!(last("2026-11-21T04:00:00+08:00"), "2026-11-20T18:00:00+00:00");
        assert_eq!(last("2026-01-01T00:00:00+08:00"), "2025-12-30T18:00:00+00:00");
    }
}
