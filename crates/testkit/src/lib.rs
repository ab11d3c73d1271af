//! whistle-testkit
