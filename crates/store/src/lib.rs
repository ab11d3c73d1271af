//! Everything that Whistle keeps in PostgreSQL.

pub mod access;
pub mod accounts;
mod backlog_counts;
pub mod calendar;
pub mod database;
mod fact_bytes;
pub mod ids;
pub mod imports;
pub mod integrations;
pub mod log;
pub mod numbers;
pub mod organisation;
pub mod packs;
pub mod photos;
pub mod policy;
pub mod projections;
pub mod read;
pub mod reference;
mod tally_bytes;
pub mod vault;
