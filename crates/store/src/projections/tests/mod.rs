//! What the projections promise.
