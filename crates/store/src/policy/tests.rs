use std::sync::Arc;

use chrono::{TimeZone, Utc};
use rstest::rstest;
use whistle_domain::clock::MovedClock;
use whistle_testkit::TestDatabase;

use super::*;
use crate::database;
use crate::log::LogSettings;

struct Site {
    database: TestDatabase,
    pool: PgPool,
}

impl Site {
    /// A database of its own and a pool in the service's role, so that the grants are tested with the queries.
    async fn new() -> Self {
        let database = TestDatabase::create(&database::MIGRATIONS).await;
        let pool = database::pool(database.url(), 4).unwrap();
        Self { database, pool }
    }

    /// The policies as another process has them: each call is one.
    fn shelf(&self) -> PolicyShelf {
        let clock = Arc::new(MovedClock::starting_at(noon()));
        let log = EventLog::start(self.database.url(), self.pool.clone(), clock, LogSettings::default());
        PolicyShelf::new(log)
    }

    async fn versions(&self) -> Vec<PolicyVersion> {
        let (library, _) = load_policies(&self.pool).await.unwrap();
        library.versions().map(|policy| policy.version()).collect()
    }
}

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 4, 0, 0).unwrap()
}

fn version(number: PolicyVersion) -> String {
    let changed = DEFAULT_POLICY.replacen("version = 1\n", &format!("version = {number}\n"), 1);
    assert!(number == 1 || changed != DEFAULT_POLICY);
    changed
}

#[tokio::test]
async fn a_new_service_starts_with_the_default_policy_however_many_processes_begin_it() {
    let site = Site::new().await;
    let empty = load_policies(&site.pool).await.unwrap_err();
    assert!(matches!(empty, PolicyStoreError::Library(LibraryError::Empty)), "{empty:?}");
    let (one, two) = (site.shelf(), site.shelf());
    let (first, second) = tokio::join!(one.ensure_default(noon()), two.ensure_default(noon()));
    first.unwrap();
    second.unwrap();
    let (library, version) = load_policies(&site.pool).await.unwrap();
    assert_eq!(**library.current(), PolicySet::parse(DEFAULT_POLICY).unwrap());
    assert_eq!(version, 1);
}

#[tokio::test]
async fn a_newer_policy_becomes_current_and_the_old_one_stays() {
    let site = Site::new().await;
    site.shelf().ensure_default(noon()).await.unwrap();
    site.shelf().adopt(&version(5), noon()).await.unwrap();
    site.shelf().ensure_default(noon()).await.unwrap();
    assert_eq!(site.versions().await, [1, 5]);
    assert_eq!(load_policies(&site.pool).await.unwrap().0.current().version(), 5);
}

#[tokio::test]
async fn the_same_text_again_changes_nothing() {
    let site = Site::new().await;
    for _ in 0..2 {
        site.shelf().adopt(&version(2), noon()).await.unwrap();
    }
    assert_eq!(site.versions().await, [2]);
}

#[rstest]
#[case::older(2)]
#[case::same_version_other_text(3)]
#[tokio::test]
async fn a_policy_that_is_not_newer_is_refused(#[case] number: PolicyVersion) {
    let site = Site::new().await;
    site.shelf().adopt(&version(3), noon()).await.unwrap();
    let other = version(number).replacen("第一版", "另一版", 1);
    let error = site.shelf().adopt(&other, noon()).await.unwrap_err();
    let PolicyStoreError::Execute(ExecuteError::Refused(refusal)) = error else { panic!("{error:?}") };
    assert_eq!(
        refusal.to_string(),
        format!("policy version {number} is not greater than the current one, 3")
    );
    assert_eq!(site.versions().await, [3]);
}

#[tokio::test]
async fn an_unsound_policy_is_not_stored() {
    let site = Site::new().await;
    let text = DEFAULT_POLICY.replacen("lead = ", "leed = ", 1);
    let error = site.shelf().adopt(&text, noon()).await.unwrap_err();
    let refused = |error: &PolicyStoreError| {
        matches!(error, PolicyStoreError::Execute(ExecuteError::Refused(PolicyRefusal::Unsound(_))))
    };
    assert!(refused(&error), "{error:?}");
    assert!(load_policies(&site.pool).await.is_err());
}
