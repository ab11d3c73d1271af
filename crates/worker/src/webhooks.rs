//! 系统对接: tells other systems what happens. Each is told on its own, so that a slow one keeps no other waiting.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;
use whistle_app::{App, AppError, Delivered};

/// How often it is looked at the latest: who failed is tried again, and others append to the log as well.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How seldom it is looked at the most, however much happens.
const LOOK_APART: Duration = Duration::from_millis(100);
/// Steps for one system before it is looked at anew whether it is still to be told.
const STEPS_MAX: usize = 100;
/// The pause after a look that failed.
const RETRY_PAUSE: Duration = Duration::from_secs(2);
/// How long what is on its way may take to arrive when the service ends. What does not goes out again next time.
const LAST_ARRIVALS_WITHIN: Duration = Duration::from_secs(4);

/// Tells until it is told to stop.
pub(crate) async fn tell(app: Arc<App>, stop: CancellationToken) {
    describe();
    let mut told =
        Told { app, on_their_way: JoinSet::new(), busy: HashMap::new(), said: false, gauged: HashSet::new() };
    let mut head = told.app.log().head();
    while !stop.is_cancelled() {
        let looked = Instant::now();
        if let Err(error) = told.look().await {
            warn(&error);
            let _stopped = stop.run_until_cancelled(tokio::time::sleep(RETRY_PAUSE)).await;
        }
        tokio::select! {
            () = stop.cancelled() => break,
            _ = head.changed() => {}
            Some(ended) = told.on_their_way.join_next_with_id() => told.has_ended(ended),
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
        let _stopped = stop.run_until_cancelled(tokio::time::sleep_until(looked + LOOK_APART)).await;
    }
    let arrivals = async { while told.on_their_way.join_next().await.is_some() {} };
    let _arrived_or_not = timeout(LAST_ARRIVALS_WITHIN, arrivals).await;
}

fn describe() {
    metrics::describe_counter!("whistle_webhook_deliveries_total", "Deliveries that another system took");
    metrics::describe_counter!("whistle_webhook_events_total", "Events in these deliveries");
    metrics::describe_counter!("whistle_webhook_failures_total", "Deliveries that were not taken");
    metrics::describe_gauge!(
        "whistle_webhook_lag_events",
        "Events of the log that stand behind what the integration has taken, or was nothing for it; 0 once it is closed"
    );
}

struct Told {
    app: Arc<App>,
    on_their_way: JoinSet<Ended>,
    /// Those that are being told just now, by the task that tells them.
    busy: HashMap<Id, Uuid>,
    /// Whether the log knows of all that were given up, as far as this process can tell.
    said: bool,
    /// Those whose lag was shown last.
    gauged: HashSet<Uuid>,
}

/// How telling one system ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// It was told what there is, or waits.
    Done,
    /// The database or the log failed in the middle of it.
    Broken,
}

impl Told {
    /// Begins to tell everybody who is to be told and is not being told.
    async fn look(&mut self) -> Result<(), AppError> {
        while let Some(ended) = self.on_their_way.try_join_next_with_id() {
            self.has_ended(ended);
        }
        if !self.said {
            self.app.say_what_was_given_up().await?;
            self.said = true;
        }
        for id in self.app.integrations_due().await? {
            if !self.busy.values().any(|busy| *busy == id) {
                let telling = self.on_their_way.spawn(told_one(Arc::clone(&self.app), id));
                self.busy.insert(telling.id(), id);
            }
        }
        self.gauge().await
    }

    /// Shows how far everybody is behind, also those who wait, or are paused; who is closed is behind nothing.
    async fn gauge(&mut self) -> Result<(), AppError> {
        let lags = self.app.integration_lags().await?;
        let open: HashSet<Uuid> = lags.iter().map(|(id, _)| *id).collect();
        let closed = self.gauged.difference(&open).map(|id| (*id, 0));
        for (id, behind) in closed.chain(lags.iter().copied()) {
            set_lag(id, behind);
        }
        self.gauged = open;
        Ok(())
    }

    fn has_ended(&mut self, ended: Result<(Id, Ended), JoinError>) {
        let (task, how) = match ended {
            Ok(ended) => ended,
            Err(panicked) => {
                tracing::error!(error = %panicked, "telling a system panicked; it is tried again");
                metrics::counter!("whistle_worker_restarts_total", "worker" => "webhooks").increment(1);
                (panicked.id(), Ended::Broken)
            }
        };
        // It may have been given up without a word.
        self.said &= how == Ended::Done;
        self.busy.remove(&task);
    }
}

/// Tells one system as much as there is, delivery by delivery.
async fn told_one(app: Arc<App>, id: Uuid) -> Ended {
    for _step in 0..STEPS_MAX {
        match app.deliver(id).await {
            Ok(Delivered::Taken { events }) => {
                metrics::counter!("whistle_webhook_deliveries_total", "integration" => id.to_string())
                    .increment(1);
                let events = u64::try_from(events).unwrap_or(u64::MAX);
                metrics::counter!("whistle_webhook_events_total", "integration" => id.to_string())
                    .increment(events);
            }
            Ok(Delivered::Passed { more: true }) => {}
            Ok(Delivered::Failed | Delivered::GivenUp) => {
                metrics::counter!("whistle_webhook_failures_total", "integration" => id.to_string())
                    .increment(1);
                break;
            }
            Ok(Delivered::Nothing | Delivered::Passed { more: false }) => break,
            Err(error) => {
                warn(&error);
                tokio::time::sleep(RETRY_PAUSE).await;
                return Ended::Broken;
            }
        }
    }
    Ended::Done
}

fn warn(error: &AppError) {
    let error: &dyn std::error::Error = error;
    tracing::warn!(error, "other systems cannot be told; it is tried again");
}

#[expect(clippy::cast_precision_loss, reason = "gauges are floating point; positions stay below 2^53")]
fn set_lag(id: Uuid, behind: i64) {
    metrics::gauge!("whistle_webhook_lag_events", "integration" => id.to_string()).set(behind as f64);
}
