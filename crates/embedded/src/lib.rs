//! whistle-embedded
