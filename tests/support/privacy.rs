//! Looking for personal data where none may be: in everything answered, and in every table.

use sqlx::AssertSqlSafe;

use super::TestHouse;

impl TestHouse {
    /// Nothing that anybody was answered, and no row of any table, holds any of `secrets` in clear.
    pub(crate) async fn nobody_learned(&self, secrets: &[&str]) {
        for answer in self.heard.lock().expect("nobody panics with it").iter() {
            for secret in secrets {
                assert!(!answer.contains(secret), "{secret} was told: {answer}");
            }
        }
        for table in self.tables().await {
            for row in self.rows_as_text(&table).await {
                for secret in secrets {
                    // Columns of bytes show as hexadecimal.
                    let hidden_in_bytes = row.contains(&hex::encode(secret));
                    assert!(!row.contains(secret) && !hidden_in_bytes, "{table} holds {secret}: {row}");
                }
            }
        }
    }

    async fn tables(&self) -> Vec<String> {
        let tables: Vec<String> = sqlx::query_scalar(
            "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables
             WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')",
        )
        .fetch_all(&self.owner)
        .await
        .expect("the tables");
        assert!(tables.iter().any(|table| table == "public.events"), "{tables:?}");
        tables
    }

    async fn rows_as_text(&self, table: &str) -> Vec<String> {
        let rows = sqlx::query_scalar(AssertSqlSafe(format!("SELECT t::text FROM {table} AS t")));
        rows.fetch_all(&self.owner).await.expect("the rows")
    }
}
