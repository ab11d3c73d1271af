//! whistle-worker
