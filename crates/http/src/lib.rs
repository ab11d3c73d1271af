//! whistle-http
