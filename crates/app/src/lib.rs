//! whistle-app
