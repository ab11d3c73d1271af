//! Beginning a loop again that should never have ended.

use std::time::Duration;

use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;

/// The pause before a loop is begun again; it doubles up to [`PAUSE_MAX`].
const PAUSE_MIN: Duration = Duration::from_millis(100);
/// The longest pause.
const PAUSE_MAX: Duration = Duration::from_secs(30);
/// A loop that ran for so long was well: its next end is the first again.
const WELL_AFTER: Duration = Duration::from_mins(1);

/// How long to wait before the next beginning.
#[derive(Debug)]
struct Backoff {
    next: Duration,
}

impl Backoff {
    const fn new() -> Self {
        Self { next: PAUSE_MIN }
    }

    /// The pause after a loop that ran for `ran_for`.
    fn pause_after(&mut self, ran_for: Duration) -> Duration {
        if ran_for >= WELL_AFTER {
            self.next = PAUSE_MIN;
        }
        let pause = self.next;
        self.next = (pause * 2).min(PAUSE_MAX);
        pause
    }
}

/// Runs the loop that `begin` makes until `stop` is cancelled, and begins it again when it ends or panics before.
pub(crate) async fn keep_running<L>(name: &'static str, stop: CancellationToken, begin: impl Fn() -> L)
where
    L: Future<Output = ()> + Send + 'static,
{
    let mut backoff = Backoff::new();
    loop {
        let start = Instant::now();
        // A task of its own, so that a panic ends the loop and not its keeper.
        let ended = AbortOnDropHandle::new(tokio::spawn(begin())).await;
        if stop.is_cancelled() {
            return;
        }
        let pause = backoff.pause_after(start.elapsed());
        let error = ended.err().map(|error| error.to_string());
        tracing::error!(name, error, ?pause, "a loop ended that never should; it is begun again");
        metrics::counter!("whistle_worker_restarts_total", "worker" => name).increment(1);
        if stop.run_until_cancelled(tokio::time::sleep(pause)).await.is_none() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::mpsc;

    use super::*;

    #[test]
    fn pauses_grow_to_a_limit_and_shrink_again_after_a_good_run() {
        let mut backoff = Backoff::new();
        let briefly = Duration::from_secs(1);
        let pauses: Vec<_> = (0..4).map(|_| backoff.pause_after(briefly).as_millis()).collect();
        assert_eq!(pauses, [100, 200, 400, 800]);
        for _ in 0..20 {
            assert!(backoff.pause_after(briefly) <= PAUSE_MAX);
        }
        assert_eq!(backoff.pause_after(briefly), PAUSE_MAX);
        assert_eq!(backoff.pause_after(WELL_AFTER), PAUSE_MIN);
    }

    #[tokio::test]
    async fn a_loop_that_panics_is_begun_again_until_it_is_told_to_end() {
        let stop = CancellationToken::new();
        let (begun, mut beginnings) = mpsc::unbounded_channel();
        let ending = stop.clone();
        let keeper = tokio::spawn(keep_running("test", stop.clone(), move || {
            begun.send(()).expect("the test listens");
            let ending = ending.clone();
            async move {
                // Panics every time but when it is told to end.
                let told = tokio::time::timeout(Duration::from_millis(1), ending.cancelled()).await;
                told.expect("not told to end");
            }
        }));
        for _ in 0..3 {
            beginnings.recv().await.expect("it is begun again");
        }
        stop.cancel();
        keeper.await.expect("the keeper survives its loop");
        assert_eq!(beginnings.recv().await, None, "and not begun again");
    }

    #[tokio::test]
    async fn a_loop_told_to_end_during_a_pause_is_not_begun_again() {
        let stop = CancellationToken::new();
        let (begun, mut beginnings) = mpsc::unbounded_channel();
        let keeper = tokio::spawn(keep_running("test", stop.clone(), move || {
            begun.send(()).expect("the test listens");
            std::future::ready(())
        }));
        beginnings.recv().await.expect("it is begun");
        stop.cancel();
        keeper.await.expect("the keeper ends");
        assert_eq!(beginnings.recv().await, None);
    }
}
