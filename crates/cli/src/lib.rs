//! whistle-cli

pub mod demo;
