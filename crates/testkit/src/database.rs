//! A database for one test, copied from a migrated template.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::mpsc;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use uuid::Uuid;

use crate::TestServer;

/// Serialises the making of templates on one server, across processes: migrations may create roles, which belong
/// to the whole server and would collide.
const TEMPLATE_LOCK: i64 = 0x7768_6973_746c_6501;

/// How long dropping a database may hold up the end of a test.
const DROP_WAIT_MAX: Duration = Duration::from_secs(10);

/// A database of its own for one test, with every migration applied; dropped when the value is dropped.
#[derive(Debug)]
pub struct TestDatabase {
    name: String,
    url: String,
    server_url: String,
}

impl TestDatabase {
    /// Creates a database on the test server and brings it to the schema of `migrations`.
    ///
    /// # Panics
    /// When there is no server, or a migration fails: a test cannot go on without.
    pub async fn create(migrations: &Migrator) -> Self {
        let server = TestServer::shared().await;
        Self::create_on(server.url(), migrations).await
    }

    /// An empty database, to which no migration was applied.
    pub async fn create_empty() -> Self {
        let server = TestServer::shared().await;
        let mut connection = connect(server.url()).await;
        let database = Self::copy(&mut connection, server.url(), "template1").await;
        close(connection).await;
        database
    }

    async fn create_on(server_url: &str, migrations: &Migrator) -> Self {
        let template = template_name(migrations);
        let mut connection = connect(server_url).await;
        if !exists(&mut connection, &template).await {
            make_template(&mut connection, server_url, &template, migrations).await;
        }
        let database = Self::copy(&mut connection, server_url, &template).await;
        close(connection).await;
        database
    }

    /// Copies files rather than logging every block: the templates are small, and nobody needs to replay them.
    async fn copy(connection: &mut PgConnection, server_url: &str, template: &str) -> Self {
        let name = unique_name();
        execute(connection, format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")).await;
        Self { url: with_database(server_url, &name), name, server_url: server_url.to_owned() }
    }

    /// Where the database is, as its owner (a superuser).
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The name of the database on the test server.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for TestDatabase {
    /// Best effort, and bounded: a database left behind on a throw-away server harms nobody, a hanging test does.
    fn drop(&mut self) {
        let (done, wait) = mpsc::channel();
        let server_url = std::mem::take(&mut self.server_url);
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        // A thread of its own: `drop` may run inside a runtime, where blocking on another one is refused.
        std::thread::spawn(move || {
            let dropped = drop_database(&server_url, statement);
            let _ = done.send(dropped);
        });
        match wait.recv_timeout(DROP_WAIT_MAX) {
            Ok(Ok(())) => {}
            Ok(Err(error)) => eprintln!("test database {} was not dropped: {error}", self.name),
            Err(_) => eprintln!("test database {} was not dropped in {DROP_WAIT_MAX:?}", self.name),
        }
    }
}

fn drop_database(server_url: &str, statement: String) -> Result<(), sqlx::Error> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(sqlx::Error::Io)?;
    runtime.block_on(async move {
        let mut connection = PgConnection::connect(server_url).await?;
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await?;
        connection.close().await
    })
}

/// Migrates under a passing name and renames at the end, so that a template that exists is complete.
async fn make_template(
    connection: &mut PgConnection,
    server_url: &str,
    template: &str,
    migrations: &Migrator,
) {
    execute(connection, format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})")).await;
    if !exists(connection, template).await {
        let unfinished = format!("{template}_unfinished");
        execute(connection, format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)")).await;
        execute(connection, format!("CREATE DATABASE {unfinished}")).await;
        let mut inside = connect(&with_database(server_url, &unfinished)).await;
        migrations.run(&mut inside).await.unwrap_or_else(|error| panic!("the migrations fail: {error:?}"));
        close(inside).await;
        execute(connection, format!("ALTER DATABASE {unfinished} RENAME TO {template}")).await;
    }
    execute(connection, format!("SELECT pg_advisory_unlock({TEMPLATE_LOCK})")).await;
}

/// One template per content of the migrations: who changes one gets a new template, not a stale one.
fn template_name(migrations: &Migrator) -> String {
    let mut hasher = DefaultHasher::new();
    for migration in migrations.iter() {
        migration.version.hash(&mut hasher);
        migration.checksum.hash(&mut hasher);
    }
    format!("whistle_template_{:016x}", hasher.finish())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a random name for a database is not an identifier of Whistle's"
)]
fn unique_name() -> String {
    format!("whistle_test_{}", Uuid::new_v4().simple())
}

async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url)
        .await
        .unwrap_or_else(|error| panic!("the test server cannot be reached: {error}"))
}

async fn close(connection: PgConnection) {
    connection.close().await.unwrap_or_else(|error| panic!("the connection cannot be closed: {error}"));
}

async fn exists(connection: &mut PgConnection, name: &str) -> bool {
    sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)")
        .bind(name)
        .fetch_one(connection)
        .await
        .unwrap_or_else(|error| panic!("pg_database cannot be read: {error}"))
}

/// Runs a statement made of names that this module composed.
async fn execute(connection: &mut PgConnection, statement: String) {
    let shown = statement.clone();
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(connection)
        .await
        .unwrap_or_else(|error| panic!("{shown}: {error}"));
}

/// `url` with its database replaced by `name`; its user, host and options are kept.
pub fn with_database(url: &str, name: &str) -> String {
    let (address, options) = match url.split_once('?') {
        Some((address, options)) => (address, format!("?{options}")),
        None => (url, String::new()),
    };
    let authority_at = address.find("://").map_or(0, |at| at + 3);
    let authority_end = address[authority_at..].find('/').map_or(address.len(), |at| authority_at + at);
    format!("{}/{name}{options}", &address[..authority_end])
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use sqlx::SqlStr;
    use sqlx::migrate::{Migration, MigrationType};

    use super::*;

    fn migrations(sql: &'static str) -> Migrator {
        let migration = Migration::new(
            1,
            Cow::Borrowed("a table"),
            MigrationType::Simple,
            SqlStr::from_static(sql),
            false,
        );
        Migrator { migrations: Cow::Owned(vec![migration]), ..Migrator::DEFAULT }
    }

    #[test]
    fn only_the_database_of_an_address_is_replaced() {
        assert_eq!(with_database("postgres://u:p@h:5/old?role=x", "new"), "postgres://u:p@h:5/new?role=x");
        assert_eq!(with_database("postgres://u@h", "new"), "postgres://u@h/new");
        assert_eq!(with_database("postgres://u@h/?host=/a/b", "new"), "postgres://u@h/new?host=/a/b");
    }

    #[tokio::test]
    async fn two_tests_get_the_schema_but_never_the_rows_of_each_other() {
        let migrations = migrations("CREATE TABLE seen (what text)");
        let (one, other) = tokio::join!(TestDatabase::create(&migrations), TestDatabase::create(&migrations));
        let mut connection = connect(one.url()).await;
        execute(&mut connection, "INSERT INTO seen VALUES ('a')".to_owned()).await;
        let mut elsewhere = connect(other.url()).await;
        let rows: i64 =
            sqlx::query_scalar("SELECT count(*) FROM seen").fetch_one(&mut elsewhere).await.unwrap();
        assert_eq!(rows, 0);
    }

    #[tokio::test]
    async fn a_changed_migration_gives_a_new_template() {
        let database = TestDatabase::create(&migrations("CREATE TABLE changed (what text)")).await;
        let mut connection = connect(database.url()).await;
        execute(&mut connection, "INSERT INTO changed VALUES ('a')".to_owned()).await;
    }

    #[tokio::test]
    async fn a_database_is_gone_with_its_value_even_while_somebody_is_connected() {
        let database = TestDatabase::create_empty().await;
        let (name, server_url) = (database.name().to_owned(), database.server_url.clone());
        let _still_connected = connect(database.url()).await;
        drop(database);
        assert!(!exists(&mut connect(&server_url).await, &name).await);
    }
}
