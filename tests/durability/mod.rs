//! The real `whistle serve`, as a process of its own on a durable server, killed at bad moments.
//!
//! What these tests hold the service to is one sentence: whatever was acknowledged is in the log, once, where the
//! acknowledgement said, and whoever asks again with the same key hears the same.

mod blows;
mod books;
mod crashes;
mod load;
mod one_directory;
mod process;
mod stopping;
mod two_services;

use std::time::{Duration, Instant};

/// The pause between two looks at something that is waited for.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Looks until there is something to see, and tells how long that took.
async fn until<T>(what: &str, within: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> (T, Duration) {
    let began = Instant::now();
    loop {
        if let Some(seen) = look().await {
            return (seen, began.elapsed());
        }
        assert!(began.elapsed() < within, "{what}: not within {within:?}");
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
