//! The rules of the case, told by examples, by tables and by chance.

mod golden;
mod grid;
mod guards_dispatch;
mod guards_intake;
mod guards_review;
mod lifecycle;
mod machine;
mod moves;
mod scene;
