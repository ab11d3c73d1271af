//! The service, built as the binary builds it, on a database of its own.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use chrono::{DateTime, Utc};
use metrics_exporter_prometheus::PrometheusHandle;
use sqlx::PgPool;
use tempfile::TempDir;
use tokio_util::sync::{CancellationToken, DropGuard};
use whistle_app::{App, Parts, Reference};
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::clock::{Clock, MovedClock};
use whistle_domain::organisation::{Organisation, OrganisationFile};
use whistle_http::HttpSettings;
use whistle_store::accounts::Accounts;
use whistle_store::database::{self, MIGRATIONS};
use whistle_store::log::{EventLog, LogSettings};
use whistle_store::numbers::CaseNumbers;
use whistle_store::organisation::{OrganisationBook, load_history};
use whistle_store::policy::{PolicyShelf, load_policies};
use whistle_store::projections::{Projections, projections};
use whistle_store::reference::ReferenceStamp;
use whistle_store::vault::{KeyFile, Vault};
use whistle_testkit::TestDatabase;

use super::People;

const DEMO: &str = include_str!("../../demo/district.toml");

/// The instant at which every clock stands at first: noon of a working day in Shanghai.
pub(crate) fn noon() -> DateTime<Utc> {
    "2026-11-20T04:00:00Z".parse().expect("an instant")
}

/// How a house differs from an ordinary one.
#[derive(Default)]
pub(crate) struct HouseOptions {
    /// Callers are held to a number of requests a second.
    pub(crate) rate_limit: bool,
    /// Who is believed about whose request it is that they pass on.
    pub(crate) trusted_proxies: &'static str,
    /// Whom the service may call.
    pub(crate) webhook_hosts: String,
    /// Where `/metrics` reads from.
    pub(crate) metrics: Option<PrometheusHandle>,
    /// Read models stand still.
    pub(crate) projections_stopped: bool,
}

/// The whole service. Everything ends with the value.
pub(crate) struct TestHouse {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Arc<MovedClock>,
    pub(crate) people: People,
    pub(crate) http: reqwest::Client,
    pub(crate) address: SocketAddr,
    /// Everything that anybody was ever answered, headers included.
    pub(crate) heard: Mutex<Vec<String>>,
    /// Of the database's owner, to look behind the service's back.
    pub(crate) owner: PgPool,
    pub(crate) database: TestDatabase,
    /// Events of organisation and policy that were there first.
    furnished: i64,
    _everything_stops: DropGuard,
    keys: TempDir,
}

impl TestHouse {
    pub(crate) async fn open() -> Self {
        Self::open_with(HouseOptions::default()).await
    }

    pub(crate) async fn open_with(options: HouseOptions) -> Self {
        let database = TestDatabase::create(&MIGRATIONS).await;
        let url = database.url().to_owned();
        let clock = Arc::new(MovedClock::starting_at(noon()));
        let shared: Arc<dyn Clock> = clock.clone();
        let keys = TempDir::new().expect("a temporary directory");
        let pool = database::pool(&url, 8).expect("an address");
        let vault =
            Vault::new(pool.clone(), KeyFile::load_or_create(&keys.path().join("vault.key")).expect("a key"));
        vault.check().await.expect("the key belongs to a new database");
        let log = EventLog::start(&url, pool.clone(), shared.clone(), LogSettings::default());
        let reference = load_reference(&pool, &log, &vault).await;
        let furnished = counted(&pool).await;
        let stop = CancellationToken::new();
        let views = Projections::new(pool.clone());
        if !options.projections_stopped {
            run_projections(&views, &log, &stop);
        }
        let accounts = Accounts::new(pool.clone(), shared.clone());
        let people = People::settle(&accounts, &vault).await;
        let county = reference.organisation.county_code().to_owned();
        let app = Arc::new(App::new(Parts {
            log,
            numbers: CaseNumbers::start(&url, county).expect("an address"),
            vault,
            accounts,
            pool,
            projections: views,
            reference,
            clock: shared,
            webhook_hosts: options.webhook_hosts.parse().expect("hosts"),
        }));
        let settings = HttpSettings {
            rate_limit: options.rate_limit,
            trusted_proxies: options.trusted_proxies.parse().expect("addresses"),
            metrics: options.metrics,
            ..HttpSettings::default()
        };
        let address = serve(whistle_http::router(app.clone(), &settings), stop.clone()).await;
        let owner = PgPool::connect(&url).await.expect("the database is there");
        Self {
            app,
            clock,
            people,
            http: reqwest::Client::new(),
            address,
            heard: Mutex::default(),
            owner,
            database,
            furnished,
            _everything_stops: stop.drop_guard(),
            keys,
        }
    }

    /// Another service on the same database, with a log, a cache and connections of its own. Nothing looks at the clock in
    /// either of them unless it is told to.
    pub(crate) fn another_service(&self) -> App {
        self.another_service_that_may_call("")
    }

    /// Another service that may call these hosts.
    pub(crate) fn another_service_that_may_call(&self, hosts: &str) -> App {
        let (url, clock): (_, Arc<dyn Clock>) = (self.database.url(), self.clock.clone());
        let pool = database::pool(url, 8).expect("an address");
        let keys = KeyFile::load_or_create(&self.keys.path().join("vault.key")).expect("the key");
        let reference = Reference::clone(&self.app.reference());
        let county = reference.organisation.county_code().to_owned();
        App::new(Parts {
            log: EventLog::start(url, pool.clone(), clock.clone(), LogSettings::default()),
            numbers: CaseNumbers::start(url, county).expect("an address"),
            vault: Vault::new(pool.clone(), keys),
            accounts: Accounts::new(pool.clone(), clock.clone()),
            projections: Projections::new(pool.clone()),
            pool,
            reference,
            clock,
            webhook_hosts: hosts.parse().expect("hosts"),
        })
    }

    /// Puts an organisation in force in which nothing has this code any more.
    pub(crate) fn retire(&self, unit: &str) {
        let without = DEMO.replace(&format!("\"{unit}\""), &format!("\"{unit}-successor\""));
        let file = OrganisationFile::parse(&without).expect("only a name has changed");
        let organisation = Organisation::from_file(file).expect("only a name has changed");
        let mut reference = Reference::clone(&self.app.reference());
        reference.organisation = Arc::new(organisation);
        self.app.replace_reference(reference);
    }

    /// How many events the log has got since the house was furnished with organisation and policy.
    pub(crate) async fn events(&self) -> i64 {
        counted(&self.owner).await - self.furnished
    }
}

async fn counted(pool: &PgPool) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM events").fetch_one(pool).await.expect("a count")
}

async fn load_reference(pool: &PgPool, log: &EventLog, vault: &Vault) -> Reference {
    PolicyShelf::new(log.clone()).ensure_default(noon()).await.expect("the policy is sound");
    let file = OrganisationFile::parse(DEMO).expect("the demo district is sound");
    let book = OrganisationBook::new(log.clone(), vault.clone());
    book.replace(&file, noon()).await.expect("the demo district fits");
    let (history, organisation) = load_history(pool).await.expect("the organisation was stored");
    let (library, policies) = load_policies(pool).await.expect("the policy was stored");
    let stamp = ReferenceStamp { organisation, policies, calendar: 0 };
    Reference::new(Arc::new(history), Arc::new(library), WorkCalendar::embedded(), stamp, noon())
        .expect("the demo district is sound")
}

fn run_projections(views: &Projections, log: &EventLog, stop: &CancellationToken) {
    for projection in projections() {
        let (views, log, stop) = (views.clone(), log.clone(), stop.clone());
        tokio::spawn(async move { views.run(projection, log, stop).await });
    }
}

/// Serves on a port of its own until `stop` is cancelled.
async fn serve(router: Router, stop: CancellationToken) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(stop.run_until_cancelled_owned(async move { axum::serve(listener, service).await }));
    address
}
