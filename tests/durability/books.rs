//! What is in the database, held against what was acknowledged.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::{StreamExt, stream};
use sqlx::{AssertSqlSafe, PgPool};
use uuid::Uuid;
use whistle_domain::calendar::{china_date, china_midnight};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_domain::report::{Dimension, Period};
use whistle_store::projections::{Projection, projections};
use whistle_store::read::{BacklogRow, CaseScope, ReportFilter, ReportQuery, Reported, backlog, report};

use super::load::Acknowledged;
use super::process::Lodging;
use super::until;
use crate::support::People;

/// Keys that are tried again at a time.
const RETRIES_AT_ONCE: usize = 16;
/// How long read models may take to catch up.
const CAUGHT_UP_WITHIN: Duration = Duration::from_secs(30);

/// The whole log, without what the events say.
struct Log {
    /// By position: case, version, command.
    events: BTreeMap<i64, (Uuid, i32, Uuid)>,
    /// Commands on organisation and policies, which the service gives itself.
    of_the_house: HashSet<Uuid>,
}

impl Log {
    async fn read(pool: &PgPool) -> Self {
        let rows: Vec<(i64, Uuid, i32, Uuid)> =
            sqlx::query_as("SELECT position, stream_id, version, command_id FROM events ORDER BY position")
                .fetch_all(pool)
                .await
                .expect("the log can be read");
        let of_the_house: Vec<Uuid> =
            sqlx::query_scalar("SELECT DISTINCT command_id FROM events WHERE stream_type <> 'case'")
                .fetch_all(pool)
                .await
                .expect("the log can be read");
        let count = i64::try_from(rows.len()).expect("a count");
        let events: BTreeMap<_, _> =
            rows.into_iter().map(|(at, case, version, by)| (at, (case, version, by))).collect();
        assert!(events.keys().copied().eq(1..=count), "positions are not 1 to {count}");
        Self { events, of_the_house: of_the_house.into_iter().collect() }
    }

    /// Versions of every case are 1, 2, 3 … in the order of positions.
    fn has_no_gaps(&self) {
        let mut versions: HashMap<Uuid, i32> = HashMap::new();
        for (position, (case, version, _)) in &self.events {
            let last = versions.entry(*case).or_default();
            assert_eq!(*version, *last + 1, "position {position} of case {case}");
            *last = *version;
        }
    }

    /// Every acknowledged command stands where it was said, and no command stands there that was not acknowledged.
    fn holds(&self, acknowledged: &[Acknowledged]) {
        let mut found = HashSet::new();
        for one in acknowledged {
            let there = self.events.get(&one.answer.position);
            let (case, version, command) = there.unwrap_or_else(|| panic!("lost: {one:?}"));
            assert_eq!(
                (case.to_string(), i64::from(*version)),
                (one.case.clone(), one.answer.version()),
                "{one:?}"
            );
            assert!(found.insert(*command), "one event was acknowledged twice: {one:?}");
        }
        let commands = self.events.values().map(|(_, _, command)| *command);
        let recorded: HashSet<Uuid> =
            commands.filter(|command| !self.of_the_house.contains(command)).collect();
        assert_eq!(recorded, found, "commands were recorded that nobody sent, or twice");
    }
}

/// The books of a service: everything that must agree when the dust has settled and no command is under way.
pub(super) struct Books<'a> {
    pub(super) lodging: &'a Lodging,
    pub(super) people: &'a People,
    pub(super) services: &'a [SocketAddr],
    pub(super) acknowledged: &'a [Acknowledged],
}

impl Books<'_> {
    /// Checks all of them.
    pub(super) async fn agree(&self) {
        let pool = PgPool::connect(&self.lodging.database_url()).await.expect("the database is there");
        let log = Log::read(&pool).await;
        log.has_no_gaps();
        log.holds(self.acknowledged);

        self.every_key_answers_as_before().await;
        let later = Log::read(&pool).await;
        assert_eq!(later.events, log.events, "a key that was tried again has changed the log");

        let verified = self.lodging.succeed(&["verify", "--json"]).await;
        let verified: serde_json::Value = serde_json::from_str(&verified).expect("JSON");
        assert_eq!(
            (&verified["ok"], verified["events"].as_u64()),
            (&true.into(), Some(log.events.len() as u64))
        );

        self.lists_reach(log.events.len()).await;
        let at = SystemClock.now();
        let (live, sums) = (read_models(&pool).await, sums(at, &pool).await);
        let cases: BTreeSet<&str> = self.acknowledged.iter().map(|one| one.case.as_str()).collect();
        assert_eq!(live["cases"].len(), cases.len(), "the list has other cases than were raised");
        self.lodging.succeed(&["rebuild", "--json"]).await;
        let rebuilt = read_models(&pool).await;
        for (table, rows) in &live {
            assert_eq!(rows, &rebuilt[table], "{table} is not what a rebuild makes of the log");
        }
        assert_eq!(sums, self::sums(at, &pool).await, "the sums are not what a rebuild makes of the log");
        pool.close().await;
    }

    async fn every_key_answers_as_before(&self) {
        let http = reqwest::Client::new();
        let retried =
            self.acknowledged.iter().zip(self.services.iter().cycle()).map(async |(one, service)| {
                let (again, _) = one.command.insist(&http, &[*service]).await;
                assert_eq!(again, one.answer, "another answer for the same key");
            });
        stream::iter(retried).buffer_unordered(RETRIES_AT_ONCE).collect::<()>().await;
    }

    /// Through each service.
    async fn lists_reach(&self, position: usize) {
        for service in self.services {
            list_shows(*service, self.people, position).await;
        }
    }
}

/// Waits until the lists of `service` have taken in `position`.
pub(super) async fn list_shows(service: SocketAddr, people: &People, position: usize) {
    let token = people.supervisor.token.as_deref().expect("a supervisor has a token");
    let url = format!("http://{service}/api/v1/cases?limit=1&min_position={position}");
    until("the lists keep up", CAUGHT_UP_WITHIN, async || {
        let answer = reqwest::Client::new().get(&url).bearer_auth(token).send().await.ok()?;
        answer.status().is_success().then_some(())
    })
    .await;
}

/// What the sums say at an instant: of reports in every dimension, and of the backlog. How much of it is added up already,
/// and how much waits for that, is nothing that the log decides.
async fn sums(at: DateTime<Utc>, pool: &PgPool) -> (Vec<Reported>, Vec<BacklogRow>) {
    let (before, after) = (at - TimeDelta::days(400), at + TimeDelta::days(400));
    let period = Period { from: china_midnight(china_date(before)), to: china_midnight(china_date(after)) };
    let mut reports = Vec::new();
    for dimension in Dimension::ALL {
        let query = ReportQuery { period, at, dimension, within: ReportFilter::default() };
        reports.push(report(pool, &CaseScope::Everything, &query).await.expect("a report"));
    }
    assert!(reports.iter().all(|report| !report.groups.rows.is_empty()), "a report says nothing");
    (reports, backlog(pool, &CaseScope::Everything, at).await.expect("the backlog"))
}

/// Every table of rows of the read models, row by row, as text.
async fn read_models(pool: &PgPool) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut tables = BTreeMap::new();
    let rows_of = |projection: &Arc<dyn Projection>| {
        let (tables, sums) = (projection.tables(), projection.sums());
        tables.iter().filter(|table| !sums.contains(table)).collect::<Vec<_>>()
    };
    for table in projections().iter().flat_map(rows_of) {
        let statement = format!("SELECT to_jsonb(t)::text FROM public.{table} AS t");
        let rows: Vec<String> =
            sqlx::query_scalar(AssertSqlSafe(statement)).fetch_all(pool).await.expect("a read model");
        tables.insert(*table, rows.into_iter().collect());
    }
    tables
}
