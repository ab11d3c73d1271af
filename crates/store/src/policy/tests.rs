use chrono::{DateTime, TimeZone, Utc};
use rstest::rstest;
use sqlx::PgPool;
use whistle_testkit::TestDatabase;

use super::*;
use crate::database;

/// A database of its own and a pool in the service's role, so that the grants are tested with the queries.
async fn service() -> (TestDatabase, PgPool) {
    let database = TestDatabase::create(&database::MIGRATIONS).await;
    let pool = database::pool(database.url(), 4).unwrap();
    (database, pool)
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
async fn a_new_service_starts_with_the_default_policy() {
    let (_database, pool) = service().await;
    let empty = load_policies(&pool).await.unwrap_err();
    assert!(matches!(empty, PolicyStoreError::Library(LibraryError::Empty)), "{empty:?}");
    ensure_default_policy(&pool, noon()).await.unwrap();
    ensure_default_policy(&pool, noon()).await.unwrap();
    let library = load_policies(&pool).await.unwrap();
    assert_eq!(**library.current(), PolicySet::parse(DEFAULT_POLICY).unwrap());
}

#[tokio::test]
async fn a_newer_policy_becomes_current_and_the_old_one_stays() {
    let (_database, pool) = service().await;
    ensure_default_policy(&pool, noon()).await.unwrap();
    assert_eq!(add_policy(&pool, &version(5), noon()).await.unwrap(), 5);
    ensure_default_policy(&pool, noon()).await.unwrap();
    let library = load_policies(&pool).await.unwrap();
    assert_eq!(library.current().version(), 5);
    assert_eq!(library.versions().map(|policy| policy.version()).collect::<Vec<_>>(), [1, 5]);
}

#[tokio::test]
async fn the_same_text_again_changes_nothing() {
    let (_database, pool) = service().await;
    for _ in 0..2 {
        assert_eq!(add_policy(&pool, &version(2), noon()).await.unwrap(), 2);
    }
    assert_eq!(load_policies(&pool).await.unwrap().versions().count(), 1);
}

#[rstest]
#[case::older(2, "policy version 2 is not greater than the current one, 3")]
#[case::same_version_other_text(3, "policy version 3 is not greater than the current one, 3")]
#[case::beyond_the_table(3_000_000_000, "policy version 3000000000 is too great")]
#[tokio::test]
async fn a_policy_that_is_not_newer_is_refused(#[case] number: PolicyVersion, #[case] message: &str) {
    let (_database, pool) = service().await;
    add_policy(&pool, &version(3), noon()).await.unwrap();
    let other = version(number).replacen("第一版", "另一版", 1);
    let error = add_policy(&pool, &other, noon()).await.unwrap_err();
    assert_eq!(error.to_string(), message);
    assert_eq!(load_policies(&pool).await.unwrap().versions().count(), 1);
}

#[tokio::test]
async fn an_unsound_policy_is_not_stored() {
    let (_database, pool) = service().await;
    let error =
        add_policy(&pool, &DEFAULT_POLICY.replacen("lead = ", "leed = ", 1), noon()).await.unwrap_err();
    assert!(matches!(error, PolicyStoreError::Refused(PolicyError::Unreadable(_))), "{error:?}");
    assert!(load_policies(&pool).await.is_err());
}

#[rstest]
#[case::rewriting("UPDATE policy_sets SET document = ''")]
#[case::deleting("DELETE FROM policy_sets")]
#[tokio::test]
async fn the_service_cannot_change_a_policy(#[case] statement: &'static str) {
    let (_database, pool) = service().await;
    ensure_default_policy(&pool, noon()).await.unwrap();
    let refused = sqlx::query(statement).execute(&pool).await.unwrap_err();
    let code = refused.as_database_error().and_then(sqlx::error::DatabaseError::code);
    assert_eq!(code.as_deref(), Some("42501"), "insufficient privilege: {refused}");
}
