//! whistle-cli
