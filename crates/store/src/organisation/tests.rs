//! The organisation in a real log, with a real vault.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use sqlx::PgPool;
use whistle_domain::clock::MovedClock;
use whistle_domain::organisation::{OrganisationFile, Problem};
use whistle_testkit::TestDatabase;

use super::*;
use crate::database;
use crate::log::LogSettings;
use crate::policy::{DEFAULT_POLICY, PolicyShelf, load_policies};
use crate::reference::reference_stamp;
use crate::vault::KeyFile;

const DEMO: &str = include_str!("../../../../demo/district.toml");

/// A database of its own with its keys; everything in the service's role, so that the grants are tested too.
struct Site {
    database: TestDatabase,
    pool: PgPool,
    keys: PathBuf,
}

impl Site {
    async fn new() -> Self {
        let database = TestDatabase::create(&database::MIGRATIONS).await;
        let pool = database::pool(database.url(), 4).unwrap();
        let keys = std::env::temp_dir().join(format!("whistle-organisation-{}", new_id().simple()));
        Self { database, pool, keys }
    }

    fn log(&self) -> EventLog {
        let clock = Arc::new(MovedClock::starting_at(noon()));
        EventLog::start(self.database.url(), self.pool.clone(), clock, LogSettings::of_imports())
    }

    /// The organisation as another process has it: each call is one.
    async fn book(&self) -> OrganisationBook {
        let vault = Vault::new(self.pool.clone(), KeyFile::load_or_create(&self.keys).unwrap());
        vault.check().await.unwrap();
        OrganisationBook::new(self.log(), vault)
    }

    async fn owner(&self) -> PgPool {
        PgPool::connect(self.database.url()).await.unwrap()
    }

    async fn events(&self) -> u32 {
        reference_stamp(&self.pool).await.unwrap().organisation
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _left_behind = std::fs::remove_file(&self.keys);
    }
}

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 4, 0, 0).unwrap()
}

fn later() -> DateTime<Utc> {
    noon() + TimeDelta::days(1)
}

fn demo() -> OrganisationFile {
    OrganisationFile::parse(DEMO).unwrap()
}

#[tokio::test]
async fn what_was_imported_is_loaded_again_without_names() {
    let site = Site::new().await;
    site.book().await.replace(&demo(), noon()).await.unwrap();
    let loaded = load_organisation(&site.pool, noon()).await.unwrap();
    let (loaded, file) = (loaded.file(), demo());
    assert_eq!((&loaded.units, &loaded.grids, &loaded.posts), (&file.units, &file.grids, &file.posts));
    assert_eq!(loaded.leaders, file.leaders);
    assert!(loaded.people.iter().all(|person| person.name == person.code && person.phone.is_none()));
}

#[tokio::test]
async fn names_and_numbers_come_out_of_the_vault_and_stand_nowhere_in_clear() {
    let site = Site::new().await;
    let book = site.book().await;
    book.replace(&demo(), noon()).await.unwrap();
    let (history, _) = book.load().await.unwrap();
    let told = &demo().people[0];
    let shown = book.open_person(history.person(&told.code).unwrap().at(noon()).unwrap()).await.unwrap();
    assert_eq!((shown.name.as_ref(), &shown.phone), (Some(&told.name), &told.phone));

    let payloads: Vec<Vec<u8>> =
        sqlx::query_scalar!("SELECT payload FROM events").fetch_all(&site.pool).await.unwrap();
    for person in demo().people {
        for secret in std::iter::once(person.name).chain(person.phone) {
            let hidden = |payload: &Vec<u8>| !String::from_utf8_lossy(payload).contains(&secret);
            assert!(payloads.iter().all(hidden), "{secret} is in the log");
        }
    }
}

#[tokio::test]
async fn before_the_first_import_there_is_no_organisation() {
    let site = Site::new().await;
    let error = load_organisation(&site.pool, noon()).await.unwrap_err();
    assert!(matches!(error, OrganisationStoreError::Absent), "{error:?}");
}

#[tokio::test]
async fn the_same_file_again_writes_nothing_whoever_imports_it() {
    let site = Site::new().await;
    site.book().await.replace(&demo(), noon()).await.unwrap();
    let events = site.events().await;
    site.book().await.replace(&demo(), later()).await.unwrap();
    assert_eq!(site.events().await, events);
}

#[tokio::test]
async fn another_name_in_the_file_is_one_event_under_the_same_key() {
    let site = Site::new().await;
    let book = site.book().await;
    book.replace(&demo(), noon()).await.unwrap();
    let events = site.events().await;
    let mut renamed = demo();
    renamed.people[0].name = "演示新名".to_owned();
    book.replace(&renamed, later()).await.unwrap();
    assert_eq!(site.events().await, events + 1);
    let (history, _) = book.load().await.unwrap();
    let person = history.person(&renamed.people[0].code).unwrap();
    let (before, after) = (person.at(noon()).unwrap(), person.at(later()).unwrap());
    assert_eq!(before.subject, after.subject);
    assert_eq!(book.open_person(after).await.unwrap().name.as_deref(), Some("演示新名"));
    assert_eq!(book.open_person(before).await.unwrap().name, Some(demo().people[0].name.clone()));
}

#[tokio::test]
async fn an_erased_person_has_no_name_any_more_and_can_be_told_anew() {
    let site = Site::new().await;
    site.book().await.replace(&demo(), noon()).await.unwrap();
    let (history, _) = load_history(&site.pool).await.unwrap();
    let code = &demo().people[0].code;
    let subject = history.person(code).unwrap().at(noon()).unwrap().subject;
    sqlx::query!("DELETE FROM vault_subjects WHERE subject = $1", subject).execute(&site.pool).await.unwrap();
    let book = site.book().await;
    let shown = book.open_person(history.person(code).unwrap().at(noon()).unwrap()).await.unwrap();
    assert_eq!((shown.name, shown.phone), (None, None));
    book.replace(&demo(), later()).await.unwrap();
    let (history, _) = book.load().await.unwrap();
    let anew = history.person(code).unwrap().at(later()).unwrap();
    assert_ne!(anew.subject, subject);
    assert_eq!(book.open_person(anew).await.unwrap().name, Some(demo().people[0].name.clone()));
}

#[tokio::test]
async fn an_unsound_organisation_changes_nothing() {
    let site = Site::new().await;
    let book = site.book().await;
    book.replace(&demo(), noon()).await.unwrap();
    let events = site.events().await;
    let mut broken = demo();
    broken.fallback_unit = "nobody".to_owned();
    let error = book.replace(&broken, noon()).await.unwrap_err();
    let OrganisationStoreError::Unsound(OrganisationError::Unsound(problems)) = error else {
        panic!("{error:?}")
    };
    assert_eq!(problems, [Problem::UnknownFallback("nobody".to_owned())]);
    assert_eq!(site.events().await, events);
}

#[tokio::test]
async fn units_that_leave_stay_in_history_and_can_return() {
    let site = Site::new().await;
    let book = site.book().await;
    book.replace(&demo(), noon()).await.unwrap();
    let mut smaller = demo();
    smaller.units.retain(|unit| unit.code != "u-heat");
    smaller.posts.retain(|post| post.unit != "u-heat");
    smaller.leaders.retain(|leader| leader.unit != "u-heat");
    book.replace(&smaller, later()).await.unwrap();
    assert!(load_organisation(&site.pool, later()).await.unwrap().unit("u-heat").is_none());
    assert!(load_organisation(&site.pool, noon()).await.unwrap().unit("u-heat").is_some());
    let last = later() + TimeDelta::days(1);
    book.replace(&demo(), last).await.unwrap();
    assert!(load_organisation(&site.pool, last).await.unwrap().unit("u-heat").is_some());
}

#[tokio::test]
async fn imports_at_the_same_time_end_with_one_of_them_whole() {
    let site = Site::new().await;
    let mut other = demo();
    other.units.retain(|unit| !unit.code.starts_with("u-"));
    other.posts.retain(|post| !post.unit.starts_with("u-"));
    other.leaders.retain(|leader| !leader.unit.starts_with("u-"));
    let (one, two) = (site.book().await, site.book().await);
    let (whole, part) = (demo(), other.clone());
    let (first, second) = tokio::join!(one.replace(&whole, noon()), two.replace(&part, noon()));
    first.unwrap();
    second.unwrap();
    let units = load_organisation(&site.pool, noon()).await.unwrap().units().len();
    assert!(units == demo().units.len() || units == other.units.len());
}

#[tokio::test]
async fn the_nightly_check_is_made_once_by_however_many_processes() {
    let site = Site::new().await;
    site.book().await.replace(&demo(), noon()).await.unwrap();
    let events = site.events().await;
    let check = async || {
        let (log, cache) = (site.log(), AggregateCache::new(1));
        check_responsibility(&log, &cache, noon(), later()).await.unwrap()
    };
    let found = tokio::join!(check(), check(), check());
    let looked = [found.0, found.1, found.2].into_iter().flatten().collect::<Vec<_>>();
    assert_eq!(looked.len(), 1, "{looked:?}");
    assert!(looked[0].sound());
    assert_eq!(check().await, None);
    assert_eq!(site.events().await, events + 1);
}

#[tokio::test]
async fn there_is_nothing_to_check_before_there_is_an_organisation() {
    let site = Site::new().await;
    let cache = AggregateCache::new(1);
    assert_eq!(check_responsibility(&site.log(), &cache, noon(), later()).await.unwrap(), None);
    assert_eq!(site.events().await, 0);
}

/// What the former version would have written for the demo, with one unit that was retired.
async fn fill_tables(owner: &PgPool) {
    let file = demo();
    let statements = [
        (
            "INSERT INTO units (code, name, kind, parent, duties, ordinal)
          SELECT code, name, kind, parent, coalesce(duties, '{}'), row_number() OVER ()
          FROM jsonb_to_recordset($1) AS (code text, name text, kind text, parent text, duties text[])",
            serde_json::to_value(&file.units).unwrap(),
        ),
        (
            "INSERT INTO grids (code, name, unit, parent, polygon, ordinal)
          SELECT code, name, unit, parent, polygon, row_number() OVER ()
          FROM jsonb_to_recordset($1) AS (code text, name text, unit text, parent text, polygon jsonb)",
            serde_json::to_value(&file.grids).unwrap(),
        ),
        (
            "INSERT INTO people (code, name, phone, ordinal)
          SELECT code, name, phone, row_number() OVER ()
          FROM jsonb_to_recordset($1) AS (code text, name text, phone text)",
            serde_json::to_value(&file.people).unwrap(),
        ),
        (
            "INSERT INTO posts (ordinal, person, unit, role, title, grid, responsible)
          SELECT row_number() OVER (), person, unit, role, title, grid, coalesce(responsible, false)
          FROM jsonb_to_recordset($1)
              AS (person text, unit text, role text, title text, grid text, responsible boolean)",
            serde_json::to_value(&file.posts).unwrap(),
        ),
    ];
    let mut transaction = owner.begin().await.unwrap();
    for (statement, rows) in statements {
        sqlx::query(statement).bind(rows).execute(&mut *transaction).await.unwrap();
    }
    let district =
        "INSERT INTO district (name, county_code, fallback_unit, replaced_at) VALUES ($1, $2, $3, $4)";
    sqlx::query(district)
        .bind(&file.name)
        .bind(&file.county_code)
        .bind(&file.fallback_unit)
        .bind(noon())
        .execute(&mut *transaction)
        .await
        .unwrap();
    let retired = "INSERT INTO units (code, name, kind, parent, duties, ordinal, retired_at)
                   VALUES ('d-old', '旧局', 'department', 'yunqi', '{}', 900, $1)";
    sqlx::query(retired).bind(noon() - TimeDelta::days(9)).execute(&mut *transaction).await.unwrap();
    let policy = "INSERT INTO policy_sets (version, document, loaded_at) VALUES ($1, $2, $3)";
    for version in [1, 4] {
        let document = DEFAULT_POLICY.replacen("version = 1\n", &format!("version = {version}\n"), 1);
        sqlx::query(policy)
            .bind(version)
            .bind(document)
            .bind(noon())
            .execute(&mut *transaction)
            .await
            .unwrap();
    }
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn what_a_former_version_kept_in_tables_is_taken_over_once_and_leaves_them() {
    let site = Site::new().await;
    let owner = site.owner().await;
    fill_tables(&owner).await;
    let adopt = async || {
        adopt_tables(&site.pool, &site.book().await, &PolicyShelf::new(site.log()), later()).await.unwrap()
    };
    let (one, two) = tokio::join!(adopt(), adopt());
    assert!(one || two);
    let loaded = load_organisation(&site.pool, later()).await.unwrap();
    // Its tables knew nothing of duty rooms.
    let mut units = demo().units;
    for unit in &mut units {
        unit.round_the_clock = false;
    }
    assert_eq!((loaded.units(), &loaded.file().posts), (&units[..], &demo().posts));
    let (history, events) = load_history(&site.pool).await.unwrap();
    let before = noon() - TimeDelta::days(9) - TimeDelta::milliseconds(500);
    assert!(history.units_at(before).iter().any(|unit| unit.code == "d-old"));
    assert!(history.units_at(noon()).iter().all(|unit| unit.code != "d-old"));
    let (policies, _) = load_policies(&site.pool).await.unwrap();
    assert_eq!(policies.versions().map(|policy| policy.version()).collect::<Vec<_>>(), [1, 4]);

    assert!(!adopt().await, "there is nothing left to take over");
    assert_eq!(site.events().await, events);
    for table in ["district", "units", "grids", "people", "posts", "policy_sets"] {
        let rows = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        assert_eq!(sqlx::query_scalar::<_, i64>(rows).fetch_one(&owner).await.unwrap(), 0, "{table}");
    }
}

#[tokio::test]
async fn an_adoption_that_was_interrupted_before_the_tables_were_emptied_is_finished() {
    let site = Site::new().await;
    let owner = site.owner().await;
    fill_tables(&owner).await;
    site.book().await.replace(&demo(), noon()).await.unwrap();
    PolicyShelf::new(site.log()).ensure_default(noon()).await.unwrap();
    let before = reference_stamp(&site.pool).await.unwrap();
    let shelf = PolicyShelf::new(site.log());
    assert!(adopt_tables(&site.pool, &site.book().await, &shelf, later()).await.unwrap());
    // The organisation was there; of the policies the first was, and the fourth was not yet.
    let after = reference_stamp(&site.pool).await.unwrap();
    assert_eq!((after.organisation, after.policies), (before.organisation, before.policies + 1));
    assert!(shelf.load().await.unwrap().0.version(4).is_some(), "a case may have pinned it");
    let left = sqlx::query_scalar!("SELECT count(*) FROM people").fetch_one(&owner).await.unwrap();
    assert_eq!(left, Some(0));
}

#[tokio::test]
async fn the_service_writes_to_none_of_the_tables_of_the_former_version() {
    let site = Site::new().await;
    for statement in [
        "INSERT INTO people (code, name, ordinal) VALUES ('p', '演示', 1)",
        "INSERT INTO policy_sets (version, document, loaded_at) VALUES (9, '', now())",
        "UPDATE units SET name = ''",
    ] {
        let refused = sqlx::query(statement).execute(&site.pool).await.unwrap_err();
        let code = refused.as_database_error().and_then(sqlx::error::DatabaseError::code);
        assert_eq!(code.as_deref(), Some("42501"), "insufficient privilege: {refused}");
    }
}
