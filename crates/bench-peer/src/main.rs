//! The stock peer of `whistle bench append`: cqrs-es on postgres-es as they come, with the same aggregate, the same
//! walk and the same loop. It prints one line of JSON.

#[path = "../../cli/src/bench/load.rs"]
mod load;
mod schema;
#[path = "../../cli/src/bench/walk.rs"]
#[expect(dead_code, reason = "shared with whistle bench, which uses more of it")]
mod walk;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use clap::Parser;
use postgres_es::{PostgresCqrs, postgres_cqrs};
use serde_json::json;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use uuid::Uuid;
use whistle_domain::actor::Role;
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::case::{Case, Facts};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_domain::policy::PolicyLibrary;

/// Stock cqrs-es + postgres-es, for comparison.
#[derive(Parser)]
struct Options {
    /// Where its tables are made, when they are not there.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: String,
    /// Clients, and connections: one for each.
    #[arg(long)]
    clients: u32,
    /// Milliseconds that are not measured.
    #[arg(long)]
    warm_up_ms: u64,
    /// Milliseconds that are measured.
    #[arg(long)]
    length_ms: u64,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let pool = PgPoolOptions::new()
        .max_connections(options.clients)
        .min_connections(options.clients)
        .connect(&options.database_url)
        .await?;
    sqlx::raw_sql(schema::EVENTS).execute(&pool).await?;
    let policies = walk::policies()?;
    let now = SystemClock.now();
    let clients = (0..options.clients).map(|_| StockClient::new(&pool, &policies, now)).collect();
    let warm_up = Duration::from_millis(options.warm_up_ms);
    let (measured, _clients) = load::run(clients, warm_up, Duration::from_millis(options.length_ms)).await?;
    let found = json!({
        "commands_per_second": measured.per_second(),
        "p50_microseconds": measured.latencies.value_at_quantile(0.5),
        "p99_microseconds": measured.latencies.value_at_quantile(0.99),
    });
    println!("{found}");
    Ok(())
}

/// Walks cases through the stock framework. Its services are fixed when it is made, so there is one for each actor.
struct StockClient {
    walk: walk::Walk,
    pool: PgPool,
    policies: Arc<PolicyLibrary>,
    now: DateTime<Utc>,
    frameworks: HashMap<Role, PostgresCqrs<Case>>,
}

impl StockClient {
    fn new(pool: &PgPool, policies: &Arc<PolicyLibrary>, now: DateTime<Utc>) -> Self {
        Self {
            walk: walk::Walk::new(new_id),
            pool: pool.clone(),
            policies: Arc::clone(policies),
            now,
            frameworks: HashMap::new(),
        }
    }
}

impl load::Client for StockClient {
    async fn operate(&mut self) -> anyhow::Result<()> {
        let step = self.walk.next(self.now);
        let framework = self.frameworks.entry(step.actor.role).or_insert_with(|| {
            let facts = Facts { now: self.now, actor: step.actor, policies: Arc::clone(&self.policies), calendar: WorkCalendar::embedded() };
            postgres_cqrs(self.pool.clone(), Vec::new(), facts)
        });
        framework.execute(&step.case.to_string(), step.command).await?;
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "the peer makes its identifiers as the service does")]
fn new_id() -> Uuid {
    Uuid::now_v7()
}
