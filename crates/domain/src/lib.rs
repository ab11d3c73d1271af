//! whistle-domain
