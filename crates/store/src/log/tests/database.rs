//! A throw-away database per test.

use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

const SERVER: &str = match option_env!("WHISTLE_TEST_POSTGRES_URL") {
    Some(url) => url,
    None => "postgres://postgres@127.0.0.1:54329",
};

/// Dropped with the value.
pub(super) struct TestDatabase {
    name: String,
    url: String,
}

impl TestDatabase {
    pub(super) async fn create(migrations: &Migrator) -> Self {
        let name = format!("whistle_test_{}", crate::ids::new_id().simple());
        run(format!("CREATE DATABASE {name}")).await;
        let url = format!("{SERVER}/{name}");
        let mut connection = PgConnection::connect(&url).await.unwrap();
        migrations.run(&mut connection).await.unwrap();
        Self { name, url }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let statement = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        let dropping = std::thread::spawn(|| {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap()
                .block_on(run(statement));
        });
        dropping.join().unwrap();
    }
}

async fn run(statement: String) {
    let mut connection = PgConnection::connect(&format!("{SERVER}/postgres")).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
}
