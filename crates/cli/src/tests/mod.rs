//! Commands as they are run, on real databases.

mod calendar;
mod organisation;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use sqlx::{Connection, PgConnection};
use whistle_domain::actor::Actor;
use whistle_domain::clock::{Clock, SystemClock};
use whistle_store::database::MIGRATIONS;
use whistle_store::ids::new_id;
use whistle_store::log::{Append, EventLog, LogSettings, NewEvent, ProblemKind, StreamId};
use whistle_testkit::TestDatabase;

use crate::database::{Absent, Database};
use crate::house::{House, NoOrganisation};
use crate::settings::{ServiceOptions, Settings, SharedOptions};
use crate::{failure, run, told, verify};

/// The settings that say nothing but where the data and the database are.
fn settings(data_dir: &Path, database_url: Option<&str>) -> Settings {
    let shared = SharedOptions {
        data_dir: Some(data_dir.to_owned()),
        database_url: database_url.map(str::to_owned),
        ..SharedOptions::default()
    };
    Settings::decide(shared, ServiceOptions::default(), &[]).expect("nothing is wrong with them")
}

fn status(arguments: &[&str]) -> ExitCode {
    run([&["whistle"][..], arguments].concat().into_iter().map(Into::into))
}

#[test]
fn help_is_no_failure_and_wrong_usage_ends_with_2() {
    for asked in [&["--help"][..], &["--version"], &["serve", "--help"], &["user", "add", "--help"]] {
        assert_eq!(status(asked), ExitCode::SUCCESS, "{asked:?}");
    }
    for wrong in [
        &[][..],
        &["sreve"],
        &["serve", "--listen", "nowhere"],
        &["serve", "--rate-limit", "perhaps"],
        &["verify", "--connections-max", "0"],
        &["verify", "--config", "/nowhere/whistle.toml"],
        &["user", "add", "somebody", "--role", "king"],
        &["rebuild", "nothing-of-the-kind"],
    ] {
        assert_eq!(status(wrong), ExitCode::from(failure::USAGE), "{wrong:?}");
    }
}

#[test]
fn the_help_of_serve_lists_every_setting_with_its_variable() {
    let mut line = crate::command_line();
    line.build();
    let help = line.find_subcommand_mut("serve").expect("it is there").render_long_help().to_string();
    for key in crate::settings::keys() {
        let (option, variable) =
            (format!("--{}", key.replace('_', "-")), format!("WHISTLE_{}", key.to_uppercase()));
        assert!(help.contains(&option), "{option} is not in\n{help}");
        assert!(help.contains(&variable), "{variable} is not in\n{help}");
    }
}

#[test]
fn what_belongs_to_later_work_is_not_listed() {
    let line = crate::command_line();
    let names: Vec<&str> = line.get_subcommands().map(clap::Command::get_name).collect();
    assert_eq!(
        names,
        ["migrate", "verify", "rebuild", "import", "calendar", "user", "openapi", "bench", "serve"]
    );
}

#[test]
fn an_error_is_one_line_with_its_causes_each_said_once() {
    let cause = std::io::Error::other("the disk is full");
    let error = anyhow::Error::from(cause).context("the file cannot be written").context("nothing was done");
    assert_eq!(told(&error), "nothing was done: the file cannot be written: the disk is full");
    let repeated = anyhow::anyhow!("the disk is full").context("failed: the disk is full");
    assert_eq!(told(&repeated), "failed: the disk is full");
}

#[tokio::test]
async fn a_command_that_only_looks_never_makes_a_database() {
    let directory = tempfile::tempdir().expect("a directory");
    let refused = Database::of_command(&settings(directory.path(), None), Absent::Refuse).await;
    let line = told(&refused.expect_err("there is none"));
    assert!(line.starts_with("there is no database in "), "{line}");
    assert_eq!(std::fs::read_dir(directory.path()).expect("it is still there").count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_service_on_a_data_directory_is_refused_and_commands_use_the_first() {
    let directory = tempfile::tempdir().expect("a directory");
    let settings = settings(directory.path(), None);
    let first = Database::of_service(&settings).await.expect("the first");
    first.migrate().await.expect("the schema");
    let line = told(&Database::of_service(&settings).await.expect_err("the second"));
    assert!(line.contains("is already in use by process"), "{line}");

    let command = Database::of_command(&settings, Absent::Refuse).await.expect("the server of the service");
    assert_eq!(command.url(), first.url());
    command.close().await.expect("a command stops no server but its own");
    first.close().await.expect("the first ends");

    let alone = Database::of_command(&settings, Absent::Refuse).await.expect("started for the command");
    alone.close().await.expect("and stopped after it");
}

#[tokio::test]
async fn a_house_without_organisation_says_how_to_load_one() {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let directory = tempfile::tempdir().expect("a directory");
    let settings = settings(directory.path(), Some(database.url()));
    let given = Database::of_service(&settings).await.expect("it is given");
    let error = House::build(&settings, &given).await.err().expect("nobody is there");
    assert!(error.is::<NoOrganisation>(), "{error:?}");
    assert!(told(&error).contains("whistle import organisation FILE"));
}

#[tokio::test(flavor = "multi_thread")]
async fn verify_passes_a_whole_log_and_names_a_changed_row() {
    let test = TestDatabase::create(&MIGRATIONS).await;
    write_events(test.url()).await;
    let directory = tempfile::tempdir().expect("a directory");
    let settings = settings(directory.path(), Some(test.url()));
    let database = Database::of_command(&settings, Absent::Refuse).await.expect("it answers");
    let whole = verify::check(&database).await.expect("it can be read");
    assert_eq!((whole.events, whole.problems.len()), (3, 0));

    let mut superuser = PgConnection::connect(test.url()).await.expect("the test server");
    sqlx::raw_sql(
        "ALTER TABLE events DISABLE TRIGGER events_are_never_changed;
         UPDATE events SET payload = convert_to('{\"changed\":true}', 'UTF8') WHERE position = 2",
    )
    .execute(&mut superuser)
    .await
    .expect("a superuser may");
    let changed = verify::check(&database).await.expect("it can be read");
    let found: Vec<_> = changed.problems.iter().map(|problem| (problem.position, problem.kind)).collect();
    assert_eq!(found, [(2, ProblemKind::LeafHashMismatch)]);
    let command = verify::VerifyCommand { json: true };
    assert_eq!(command.run(&settings).await.expect("it ran"), ExitCode::from(failure::FAILED));
}

/// Three events of one stream.
async fn write_events(url: &str) {
    let clock = Arc::new(SystemClock);
    let pool = whistle_store::database::pool(url, 2).expect("an address");
    let log = EventLog::start(url, pool, clock.clone(), LogSettings::default());
    let event = |number: u32| NewEvent {
        event_type: "Tested".to_owned(),
        occurred_at: clock.now(),
        payload: format!("{{\"number\":{number}}}").into_bytes(),
    };
    log.append(Append {
        command_id: new_id(),
        stream: StreamId { kind: "test", id: new_id() },
        expected_version: 0,
        actor: Actor::anonymous_resident(),
        request_digest: None,
        events: (1..=3).map(event).collect(),
    })
    .await
    .expect("they are recorded");
}
