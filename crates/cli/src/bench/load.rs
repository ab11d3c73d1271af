//! A closed loop: so many clients, each of which sends its next operation when the last one was answered.
//!
//! The stock peer includes this very file, so that both sides are measured alike.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use hdrhistogram::Histogram;

/// The longest operation that is told apart from longer ones.
const LATENCY_MICROSECONDS_MAX: u64 = 60_000_000;

/// One client.
pub trait Client: Send + 'static {
    /// Does one operation, and returns when it was answered.
    fn operate(&mut self) -> impl Future<Output = anyhow::Result<()>> + Send;
}

/// What a measurement found.
pub struct Measured {
    /// Operations that were answered within the time measured.
    pub operations: u64,
    /// How long was measured.
    pub length: Duration,
    /// How long the operations took, in microseconds.
    pub latencies: Histogram<u32>,
}

impl Measured {
    /// Operations per second.
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    pub fn per_second(&self) -> f64 {
        self.operations as f64 / self.length.as_secs_f64()
    }
}

/// Lets `clients` work for `warm_up`, which is not measured, and then for `length`. Gives them back, so that they
/// can go on with their connections in the next round.
pub async fn run<C: Client>(
    clients: Vec<C>,
    warm_up: Duration,
    length: Duration,
) -> anyhow::Result<(Measured, Vec<C>)> {
    let from = Instant::now() + warm_up;
    let until = from + length;
    let running: Vec<_> =
        clients.into_iter().map(|client| tokio::spawn(operate(client, from, until))).collect();
    let mut measured = Measured { operations: 0, length, latencies: new_histogram() };
    let mut clients = Vec::with_capacity(running.len());
    for client in running {
        let (client, latencies) = client.await.context("a client panicked")??;
        measured.operations += latencies.len();
        measured.latencies.add(latencies)?;
        clients.push(client);
    }
    Ok((measured, clients))
}

async fn operate<C: Client>(
    mut client: C,
    from: Instant,
    until: Instant,
) -> anyhow::Result<(C, Histogram<u32>)> {
    let mut latencies = new_histogram();
    loop {
        let sent_at = Instant::now();
        if sent_at >= until {
            return Ok((client, latencies));
        }
        client.operate().await?;
        let answered_at = Instant::now();
        if (from..until).contains(&answered_at) {
            let microseconds = (answered_at - sent_at).as_micros();
            latencies.saturating_record(u64::try_from(microseconds).unwrap_or(u64::MAX));
        }
    }
}

/// Microseconds, up to the longest that is told apart.
pub fn new_histogram() -> Histogram<u32> {
    Histogram::new_with_bounds(1, LATENCY_MICROSECONDS_MAX, 2).expect("these bounds are valid")
}
