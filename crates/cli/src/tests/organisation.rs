//! Organisation and policy on their way into the log, from files and from the tables of a former version.

use whistle_store::reference::{ReferenceStamp, reference_stamp};

use super::*;

/// What the former version would have written.
const FORMER: &str = "
    INSERT INTO units (code, name, kind, parent, duties, ordinal) VALUES
        ('root', '旧区', 'district', NULL, '{}', 1), ('centre', '指挥中心', 'centre', 'root', '{}', 2);
    INSERT INTO people (code, name, phone, ordinal) VALUES ('p1', '演示旧人', '19900000777', 1);
    INSERT INTO posts (ordinal, person, unit, role, title, responsible)
        VALUES (1, 'p1', 'centre', 'dispatcher', '派遣员', false);
    INSERT INTO district (name, county_code, fallback_unit, replaced_at)
        VALUES ('旧区', '999002', 'centre', '2026-01-01T00:00:00Z')";

async fn stamp(test: &TestDatabase) -> ReferenceStamp {
    let pool = whistle_store::database::pool(test.url(), 1).expect("an address");
    reference_stamp(&pool).await.expect("it answers")
}

/// Runs the command line as a process would, with a runtime of its own.
pub(super) async fn whistle(test: &TestDatabase, data_dir: &Path, arguments: &[&str]) -> ExitCode {
    let settings =
        ["--database-url", test.url(), "--data-dir", &data_dir.display().to_string()].map(str::to_owned);
    let arguments: Vec<String> =
        settings.into_iter().chain(arguments.iter().map(|&word| word.to_owned())).collect();
    let run = move || status(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    tokio::task::spawn_blocking(run).await.expect("it ends")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_takes_over_what_a_former_version_kept_in_tables_and_empties_them() {
    let test = TestDatabase::create(&MIGRATIONS).await;
    let mut owner = PgConnection::connect(test.url()).await.expect("the test server");
    sqlx::raw_sql(FORMER).execute(&mut owner).await.expect("the owner may");
    let directory = tempfile::tempdir().expect("a directory");
    let settings = settings(directory.path(), Some(test.url()));
    let given = Database::of_service(&settings).await.expect("it is given");
    let house = House::build(&settings, &given).await.expect("the organisation is there");
    let reference = house.app().reference();
    assert_eq!((reference.organisation.name(), reference.organisation.units().len()), ("旧区", 2));
    assert_eq!(reference.policies.current().version(), 1);
    house.close().await;
    for table in ["people", "posts", "units", "district"] {
        let count = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let left: i64 = sqlx::query_scalar(count).fetch_one(&mut owner).await.expect("a count");
        assert_eq!(left, 0, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_files_imported_twice_lead_to_no_further_event() {
    let test = TestDatabase::create(&MIGRATIONS).await;
    let directory = tempfile::tempdir().expect("a directory");
    let path = |name: &str| format!("{}/../../{name}", env!("CARGO_MANIFEST_DIR"));
    let (district, policy) = (path("demo/district.toml"), path("policy/default.toml"));
    let commands = [["import", "organisation", &district], ["import", "policy", &policy]];
    for command in &commands {
        assert_eq!(whistle(&test, directory.path(), command).await, ExitCode::SUCCESS);
    }
    let first = stamp(&test).await;
    assert!(first.organisation > 100 && first.policies == 1, "{first:?}");
    for command in &commands {
        assert_eq!(whistle(&test, directory.path(), command).await, ExitCode::SUCCESS);
    }
    assert_eq!(stamp(&test).await, first);
    assert_eq!(whistle(&test, directory.path(), &["verify"]).await, ExitCode::SUCCESS);
}
