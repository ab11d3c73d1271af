//! What the projections promise, on a real PostgreSQL.

mod keeping_up;
mod lamp;
mod rebuilding;
mod remembering;
pub(crate) mod rows;
mod side_moves;
pub(crate) mod stories;
