//! What the contract says of every request, whatever it asks for.

mod bodies;
mod idempotency;
mod input;
mod lists;
mod pages;
mod preconditions;
mod races;
mod reports;
mod search;
mod sessions;
mod stream;
mod waiting;
