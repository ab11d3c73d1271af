//! The one binary, `whistle`: what its commands do.
//!
//! A command works on a [`database::Database`], which is either a server that somebody else runs or an embedded one.
//! `serve` builds a [`house::House`] on it (everything between the database and HTTP) and puts a
//! [`door::Door`] before it.

pub mod bench;
mod calendar;
mod command;
pub mod database;
pub mod demo;
pub mod door;
mod failure;
pub mod house;
mod import;
mod logging;
mod migrate;
mod place;
mod progress;
mod rebuild;
mod reference;
mod serve;
pub mod settings;
mod street;
mod user;
mod verify;

#[cfg(test)]
mod tests;

pub use command::{command_line, run};
pub use failure::{Usage, told};
