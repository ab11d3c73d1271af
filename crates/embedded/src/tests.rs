//! Against the server that is installed on this machine.

use std::path::{Path, PathBuf};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use sqlx::postgres::PgPoolOptions;
use sqlx::{Connection, PgConnection, PgPool};

use crate::account::Account;
use crate::binaries::Binaries;
use crate::cluster::Cluster;
use crate::lock::DirectoryLock;
use crate::postmaster::{Postmaster, noted_pid, settle};
use crate::watchdog::Watchdog;
use crate::{EmbeddedError, EmbeddedPostgres, Settings};

/// Longer than anything here takes, however busy the machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Reachable for root alone when root runs the tests, as a service's home often is.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn data_dir(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn settings(&self) -> Settings {
        Settings { durable: false, ..Settings::new(self.data_dir()) }
    }

    async fn cluster(&self) -> Cluster {
        std::fs::create_dir_all(self.data_dir()).unwrap();
        let account = Account::choose(None, &self.data_dir()).unwrap();
        let cluster = Cluster::new(self.settings(), Binaries::find(None, None).unwrap(), account);
        cluster.make_unless_there().await.unwrap();
        cluster
    }
}

fn pool(url: &str) -> PgPool {
    PgPoolOptions::new().acquire_timeout(PATIENCE).connect_lazy(url).unwrap()
}

async fn write_row(url: &str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::raw_sql("CREATE TABLE kept AS SELECT 'kept' AS what").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// Through a pool, which goes on trying while a server comes back.
async fn read_row(url: &str) -> String {
    let pool = pool(url);
    loop {
        match sqlx::query_scalar("SELECT what FROM kept").fetch_one(&pool).await {
            Ok(what) => return what,
            // The connection that was handed out may have died with the old server.
            Err(sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut) => {}
            Err(sqlx::Error::Database(error)) if error.code().is_some_and(|code| code.starts_with("57P")) => {
            }
            Err(error) => panic!("{error}"),
        }
    }
}

async fn ends(pid: i32) {
    let gone = async {
        while Path::new("/proc").join(pid.to_string()).exists() && kill(Pid::from_raw(pid), None).is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, gone).await.expect("the process ends");
}

#[tokio::test]
async fn what_was_written_is_there_after_a_stop_and_a_start() {
    let home = Home::new();
    let server = EmbeddedPostgres::start(home.settings()).await.unwrap();
    let url = server.url().to_owned();
    write_row(&url).await;
    server.stop().await.unwrap();
    assert!(PgConnection::connect(&url).await.is_err(), "a stopped server answers");

    let server = EmbeddedPostgres::start(home.settings()).await.unwrap();
    assert_eq!(server.url(), url);
    assert_eq!(read_row(&url).await, "kept");
    server.stop().await.unwrap();
}

#[tokio::test]
async fn the_server_is_durable_has_checksums_and_does_not_listen_on_the_network() {
    let home = Home::new();
    let server = EmbeddedPostgres::start(Settings::new(home.data_dir())).await.unwrap();
    let mut connection = PgConnection::connect(server.url()).await.unwrap();
    for (name, value) in [
        ("fsync", "on"),
        ("synchronous_commit", "on"),
        ("full_page_writes", "on"),
        ("data_checksums", "on"),
        ("listen_addresses", ""),
        ("server_encoding", "UTF8"),
        ("TimeZone", "UTC"),
    ] {
        let shown: String = sqlx::query_scalar("SELECT current_setting($1)")
            .bind(name)
            .fetch_one(&mut connection)
            .await
            .unwrap();
        assert_eq!(shown, value, "{name}");
    }
    server.stop().await.unwrap();
}

#[tokio::test]
async fn a_server_that_is_killed_comes_back_with_every_committed_row() {
    let home = Home::new();
    let settings = Settings { durable: true, ..home.settings() };
    let server = EmbeddedPostgres::start(settings).await.unwrap();
    write_row(server.url()).await;
    let killed = noted_pid(&home.data_dir().join("postgres")).unwrap();
    kill(Pid::from_raw(killed), Signal::SIGKILL).unwrap();
    let read = tokio::time::timeout(PATIENCE, read_row(server.url())).await;
    assert_eq!(read.unwrap(), "kept");
    server.stop().await.unwrap();
}

#[tokio::test]
async fn a_second_service_on_the_same_data_is_refused_and_told_who_holds_it() {
    let home = Home::new();
    let server = EmbeddedPostgres::start(home.settings()).await.unwrap();
    let refusal = EmbeddedPostgres::start(home.settings()).await.unwrap_err();
    let us = std::process::id().to_string();
    assert!(matches!(&refusal, EmbeddedError::AlreadyInUse { holder, .. } if *holder == us), "{refusal}");
    assert_eq!(EmbeddedPostgres::url_of_running(&home.data_dir()).as_deref(), Some(server.url()));
    server.stop().await.unwrap();
    assert_eq!(EmbeddedPostgres::url_of_running(&home.data_dir()), None);
}

#[tokio::test]
async fn a_server_left_behind_by_a_dead_service_is_stopped_and_succeeded() {
    let home = Home::new();
    let cluster = home.cluster().await;
    let mut left_behind = Postmaster::start(&cluster).await.unwrap();
    write_row(&cluster.url().unwrap()).await;
    // Its parent is gone in earnest; here it is us, and has to be waited for.
    let reaped = tokio::spawn(async move { left_behind.child.wait().await.map(|status| status.success()) });

    let server = EmbeddedPostgres::start(home.settings()).await.unwrap();
    assert!(reaped.await.unwrap().unwrap(), "the old server ends in good order");
    assert_eq!(read_row(server.url()).await, "kept");
    server.stop().await.unwrap();
}

#[tokio::test]
async fn notes_that_name_a_process_of_somebody_else_are_no_obstacle() {
    let home = Home::new();
    let cluster = home.cluster().await;
    // The server takes processes of other users for nobody's; its own user's are what may stand in its way.
    let account = Account::choose(None, &home.data_dir()).unwrap();
    let mut stranger = tokio::process::Command::new("sleep");
    let stranger = stranger.arg("600").uid(account.uid).current_dir("/").kill_on_drop(true).spawn().unwrap();
    let pid = stranger.id().unwrap();
    let note = format!("{pid}\n{}\n1700000000\n5432\n\n\n", cluster.path.display());
    for name in ["postmaster.pid", ".s.PGSQL.5432.lock"] {
        std::fs::write(cluster.path.join(name), &note).unwrap();
        std::os::unix::fs::chown(cluster.path.join(name), Some(account.uid), Some(account.gid)).unwrap();
    }
    settle(&cluster.path).await.unwrap();
    EmbeddedPostgres::start(home.settings()).await.unwrap().stop().await.unwrap();
}

#[tokio::test]
async fn a_dead_server_that_nobody_has_waited_for_is_no_obstacle() {
    let home = Home::new();
    let cluster = home.cluster().await;
    let mut unburied = Postmaster::start(&cluster).await.unwrap();
    kill(Pid::from_raw(unburied.pid), Signal::SIGKILL).unwrap();
    EmbeddedPostgres::start(home.settings()).await.unwrap().stop().await.unwrap();
    unburied.child.wait().await.unwrap();
}

#[tokio::test]
async fn the_watchdog_ends_the_server_when_the_owner_is_gone_without_a_word() {
    let home = Home::new();
    let cluster = home.cluster().await;
    let mut postmaster = Postmaster::start(&cluster).await.unwrap();
    let watchdog = Watchdog::start(&cluster.path, postmaster.pid, None).unwrap();
    drop(watchdog);
    let status = tokio::time::timeout(PATIENCE, postmaster.child.wait()).await.expect("the server ends");
    assert!(status.unwrap().success(), "the server ends in good order");
}

#[tokio::test]
async fn a_throw_away_server_takes_its_directory_along() {
    let home = Home::new();
    let server = EmbeddedPostgres::start(Settings::throw_away(home.data_dir())).await.unwrap();
    server.stop().await.unwrap();
    assert!(!home.data_dir().exists());
}

#[tokio::test]
async fn a_dropped_handle_ends_the_server() {
    let home = Home::new();
    let server = EmbeddedPostgres::start(home.settings()).await.unwrap();
    let pid = noted_pid(&home.data_dir().join("postgres")).unwrap();
    drop(server);
    ends(pid).await;
}

#[tokio::test]
async fn a_cluster_that_was_left_half_made_is_made_anew() {
    let home = Home::new();
    let unfinished = home.data_dir().join("postgres.new-1");
    std::fs::create_dir_all(unfinished.join("base")).unwrap();
    std::fs::write(unfinished.join("PG_VERSION"), "15").unwrap();
    EmbeddedPostgres::start(home.settings()).await.unwrap().stop().await.unwrap();
    assert!(!unfinished.exists());
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_is_reached_through_a_short_link() {
    let home = Home::new();
    let settings = Settings { data_dir: home.data_dir().join("d".repeat(120)), ..home.settings() };
    let server = EmbeddedPostgres::start(settings).await.unwrap();
    write_row(server.url()).await;
    assert_eq!(read_row(server.url()).await, "kept");
    let link = server.url().split("host=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    server.stop().await.unwrap();
    std::fs::remove_file(link).unwrap();
}

#[tokio::test]
async fn without_binaries_the_refusal_says_how_to_get_them() {
    assert!(Binaries::in_places(&[PathBuf::from("/nowhere")]).is_empty());
    let message = EmbeddedError::NoBinaries.to_string();
    for platform in ["Debian", "Fedora", "Alpine", "macOS"] {
        assert!(message.contains(platform), "{message}");
    }
    let home = Home::new();
    let settings = Settings { bin_dir: Some(home.0.path().to_owned()), ..home.settings() };
    let refusal = EmbeddedPostgres::start(settings).await.unwrap_err();
    assert!(matches!(refusal, EmbeddedError::UnusableBinaries { .. }), "{refusal}");
}

#[tokio::test]
async fn data_of_another_major_version_is_left_alone() {
    let home = Home::new();
    let cluster = home.cluster().await;
    std::fs::write(cluster.path.join("PG_VERSION"), "9").unwrap();
    let refusal = EmbeddedPostgres::start(home.settings()).await.unwrap_err();
    assert!(matches!(refusal, EmbeddedError::OtherVersion { wanted: 9, .. }), "{refusal}");
}

#[tokio::test]
async fn a_failed_start_leaves_the_lock_free_and_says_what_the_server_said() {
    let home = Home::new();
    let cluster = home.cluster().await;
    std::fs::write(cluster.path.join("postgresql.auto.conf"), "no_such_setting = 1\n").unwrap();
    let refusal = EmbeddedPostgres::start(home.settings()).await.unwrap_err();
    assert!(refusal.to_string().contains("no_such_setting"), "{refusal}");
    DirectoryLock::take(&home.data_dir().canonicalize().unwrap()).unwrap();
}
