//! whistle-store
