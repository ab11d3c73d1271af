//! How far the read models are: gauges for the monitoring, an alarm when one has stopped for good.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::MissedTickBehavior;
use whistle_domain::clock::Clock;
use whistle_store::projections::{ProjectionStatus, Projections};

/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Looks at the read models, for ever.
pub(crate) async fn watch(read_models: Projections, clock: Arc<dyn Clock>) {
    describe();
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut alarm = Alarm::default();
    loop {
        ticks.tick().await;
        match read_models.status(clock.now()).await {
            Ok(status) => {
                status.iter().for_each(gauge);
                alarm.hear(&status).iter().for_each(tell);
            }
            Err(error) => {
                metrics::counter!("whistle_projection_status_failures_total").increment(1);
                tracing::debug!(error = &error as &dyn std::error::Error, "the lag is not known");
            }
        }
    }
}

fn describe() {
    metrics::describe_gauge!("whistle_projection_position", "Last event that the read model took in");
    metrics::describe_gauge!(
        "whistle_projection_lag_events",
        "Events that the read model has yet to take in"
    );
    metrics::describe_gauge!("whistle_projection_lag_seconds", "Age of the oldest event not taken in yet");
    metrics::describe_gauge!(
        "whistle_projection_halted",
        "1 while the read model stands in front of an event that it cannot take in"
    );
    metrics::describe_counter!(
        "whistle_projection_status_failures_total",
        "How often the state of the read models could not be read"
    );
    metrics::describe_counter!("whistle_worker_restarts_total", "How often a loop had to be begun again");
}

#[expect(clippy::cast_precision_loss, reason = "gauges are floating point; positions stay below 2^53")]
fn gauge(status: &ProjectionStatus) {
    let name = || status.name.clone();
    metrics::gauge!("whistle_projection_position", "projection" => name()).set(status.position as f64);
    metrics::gauge!("whistle_projection_lag_events", "projection" => name()).set(status.lag_events as f64);
    metrics::gauge!("whistle_projection_lag_seconds", "projection" => name()).set(status.lag_seconds);
    let halted = f64::from(u8::from(status.halted.is_some()));
    metrics::gauge!("whistle_projection_halted", "projection" => name()).set(halted);
}

/// Which read models are known to have stopped: each is announced once, not every second.
#[derive(Debug, Default)]
struct Alarm {
    halted: BTreeSet<String>,
}

/// Something to tell whoever is on call.
#[derive(Debug, PartialEq)]
enum Notice<'a> {
    Halted { projection: &'a str, position: i64, reason: &'a str },
    GoesOn { projection: &'a str },
}

impl Alarm {
    /// What is new in `status`.
    fn hear<'a>(&mut self, status: &'a [ProjectionStatus]) -> Vec<Notice<'a>> {
        let news = status.iter().filter_map(|status| {
            let projection = status.name.as_str();
            match &status.halted {
                Some(reason) => self.halted.insert(status.name.clone()).then_some(Notice::Halted {
                    projection,
                    position: status.position,
                    reason,
                }),
                None => self.halted.remove(projection).then_some(Notice::GoesOn { projection }),
            }
        });
        news.collect()
    }
}

fn tell(notice: &Notice<'_>) {
    match notice {
        Notice::Halted { projection, position, reason } => {
            tracing::error!(projection, position, reason, "ALARM: a read model has stopped for good");
        }
        Notice::GoesOn { projection } => tracing::info!(projection, "the read model goes on"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(name: &str, halted: Option<&str>) -> ProjectionStatus {
        ProjectionStatus {
            name: name.to_owned(),
            position: 7,
            lag_events: 3,
            lag_seconds: 0.5,
            halted: halted.map(str::to_owned),
        }
    }

    #[test]
    fn a_halt_is_told_once_and_its_end_once() {
        let mut alarm = Alarm::default();
        let (well, halted) = ([status("cases", None)], [status("cases", Some("unreadable"))]);
        assert_eq!(alarm.hear(&well), []);
        assert_eq!(
            alarm.hear(&halted),
            [Notice::Halted { projection: "cases", position: 7, reason: "unreadable" }]
        );
        assert_eq!(alarm.hear(&halted), []);
        assert_eq!(alarm.hear(&well), [Notice::GoesOn { projection: "cases" }]);
        assert_eq!(alarm.hear(&well), []);
    }

    #[test]
    fn read_models_halt_independently() {
        let mut alarm = Alarm::default();
        alarm.hear(&[status("cases", Some("a")), status("backlog", None)]);
        let later = [status("cases", Some("a")), status("backlog", Some("b"))];
        assert_eq!(alarm.hear(&later), [Notice::Halted { projection: "backlog", position: 7, reason: "b" }]);
    }
}
