//! Throw-away PostgreSQL databases for tests.
//!
//! A test asks for a database with the schema in place and gets one of its own:
//!
//! ```no_run
//! # async fn example(migrations: &sqlx::migrate::Migrator) {
//! let database = whistle_testkit::TestDatabase::create(migrations).await;
//! // … connect to database.url() …
//! # }
//! ```
//!
//! The database is a copy of a template that was migrated once, and it is dropped with the value. Tests can run
//! in any number of threads and processes.
//!
//! The crate knows nothing of Whistle's layers, so that every one of them can use it.

mod database;
mod server;

pub use database::{TestDatabase, with_database};
pub use server::{TestServer, URL_VARIABLE};
