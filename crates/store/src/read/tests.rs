//! What the lists promise.
