use chrono::{DateTime, TimeZone, Utc};
use sqlx::PgPool;
use whistle_domain::organisation::{OrganisationFile, Problem};
use whistle_testkit::TestDatabase;

use super::*;
use crate::database;

const DEMO: &str = include_str!("../../../../demo/district.toml");

/// A database of its own and a pool in the service's role, so that the grants are tested with the queries.
async fn service() -> (TestDatabase, PgPool) {
    let database = TestDatabase::create(&database::MIGRATIONS).await;
    let pool = database::pool(database.url(), 4).unwrap();
    (database, pool)
}

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 4, 0, 0).unwrap()
}

fn demo() -> OrganisationFile {
    OrganisationFile::parse(DEMO).unwrap()
}

#[tokio::test]
async fn what_was_stored_is_loaded_again() {
    let (_database, pool) = service().await;
    let stored = replace_organisation(&pool, &demo(), noon()).await.unwrap();
    let loaded = load_organisation(&pool).await.unwrap();
    assert_eq!(loaded, stored);
    assert_eq!(loaded.file(), &demo());
}

#[tokio::test]
async fn before_the_first_load_there_is_no_organisation() {
    let (_database, pool) = service().await;
    let error = load_organisation(&pool).await.unwrap_err();
    assert!(matches!(error, OrganisationStoreError::Absent), "{error:?}");
}

#[tokio::test]
async fn an_unsound_organisation_changes_nothing() {
    let (_database, pool) = service().await;
    replace_organisation(&pool, &demo(), noon()).await.unwrap();
    let mut broken = demo();
    broken.name = "另一个区".to_owned();
    broken.fallback_unit = "nobody".to_owned();
    let error = replace_organisation(&pool, &broken, noon()).await.unwrap_err();
    let OrganisationStoreError::Unsound(OrganisationError::Unsound(problems)) = error else {
        panic!("{error:?}")
    };
    assert_eq!(problems, [Problem::UnknownFallback("nobody".to_owned())]);
    assert_eq!(load_organisation(&pool).await.unwrap().name(), "云栖示例区");
}

#[tokio::test]
async fn units_that_leave_keep_their_name_and_can_return() {
    let (_database, pool) = service().await;
    replace_organisation(&pool, &demo(), noon()).await.unwrap();
    let mut smaller = demo();
    smaller.units.retain(|unit| unit.code != "u-heat");
    smaller.posts.retain(|post| post.unit != "u-heat");
    replace_organisation(&pool, &smaller, noon()).await.unwrap();
    assert!(load_organisation(&pool).await.unwrap().unit("u-heat").is_none());
    let kept = sqlx::query!("SELECT name, retired_at FROM units WHERE code = 'u-heat'")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!((kept.name.as_str(), kept.retired_at), ("云栖热力公司", Some(noon())));

    replace_organisation(&pool, &demo(), noon()).await.unwrap();
    assert_eq!(load_organisation(&pool).await.unwrap().file(), &demo());
}

#[tokio::test]
async fn people_who_leave_are_gone() {
    let (_database, pool) = service().await;
    replace_organisation(&pool, &demo(), noon()).await.unwrap();
    let mut without_people = demo();
    without_people.people.clear();
    without_people.posts.clear();
    replace_organisation(&pool, &without_people, noon()).await.unwrap();
    let left = sqlx::query_scalar!("SELECT count(*) FROM people").fetch_one(&pool).await.unwrap();
    assert_eq!(left, Some(0));
}

#[tokio::test]
async fn replacements_at_the_same_time_end_with_one_of_them_whole() {
    let (_database, pool) = service().await;
    let mut other = demo();
    other.units.retain(|unit| !unit.code.starts_with("u-"));
    other.posts.retain(|post| !post.unit.starts_with("u-"));
    let (first, second) = (demo(), other.clone());
    let (one, two) = tokio::join!(
        replace_organisation(&pool, &first, noon()),
        replace_organisation(&pool, &second, noon())
    );
    one.unwrap();
    two.unwrap();
    let loaded = load_organisation(&pool).await.unwrap();
    assert!(loaded.file() == &demo() || loaded.file() == &other);
}

#[tokio::test]
async fn the_service_cannot_delete_a_unit() {
    let (_database, pool) = service().await;
    replace_organisation(&pool, &demo(), noon()).await.unwrap();
    let refused = sqlx::query!("DELETE FROM units WHERE code = 'u-heat'").execute(&pool).await.unwrap_err();
    let code = refused.as_database_error().and_then(sqlx::error::DatabaseError::code);
    assert_eq!(code.as_deref(), Some("42501"), "insufficient privilege: {refused}");
}
