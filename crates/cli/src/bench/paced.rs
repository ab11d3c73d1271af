//! An open loop: commands that come at their time, whether the last ones were answered or not.

use std::time::Duration;

use anyhow::Context as _;
use hdrhistogram::Histogram;
use tokio::time::Instant;
use whistle_store::projections::Projections;

use super::load::new_histogram;
use super::log::LogClient;

/// How long a command may take to be visible before the benchmark gives up.
const VISIBLE_WITHIN: Duration = Duration::from_secs(20);

/// Gives `per_second` commands a second for `length`, shared out among `clients`, and measures from the instant at which
/// each should have been given until every read model shows it. A client that is late gives its next command at once; the
/// delay counts.
pub async fn until_visible(
    clients: Vec<LogClient>,
    read_models: &Projections,
    per_second: u32,
    length: Duration,
) -> anyhow::Result<(Histogram<u32>, Vec<LogClient>)> {
    let count = u32::try_from(clients.len()).context("too many clients")?;
    let (begin, step) = (Instant::now(), Duration::from_secs(1) / per_second);
    let running: Vec<_> = (0..count)
        .zip(clients)
        .map(|(place, client)| {
            let read_models = read_models.clone();
            tokio::spawn(one_client(client, read_models, begin + step * place, step * count, begin + length))
        })
        .collect();
    let (mut all, mut clients) = (new_histogram(), Vec::new());
    for client in running {
        let (client, latencies) = client.await.context("a client panicked")??;
        all.add(latencies)?;
        clients.push(client);
    }
    Ok((all, clients))
}

async fn one_client(
    mut client: LogClient,
    read_models: Projections,
    first_at: Instant,
    every: Duration,
    until: Instant,
) -> anyhow::Result<(LogClient, Histogram<u32>)> {
    let mut latencies = new_histogram();
    let mut due = first_at;
    while due < until {
        tokio::time::sleep_until(due).await;
        let position = client.step().await?;
        read_models.wait_until(position, VISIBLE_WITHIN).await?;
        let microseconds = due.elapsed().as_micros();
        latencies.saturating_record(u64::try_from(microseconds).unwrap_or(u64::MAX));
        due += every;
    }
    Ok((client, latencies))
}
