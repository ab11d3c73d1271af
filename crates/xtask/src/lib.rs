//! whistle-xtask
