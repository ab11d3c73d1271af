//! The rules of the case, told by examples, by tables and by chance.

mod asks;
mod cast;
mod echoes;
mod facts;
mod golden;
mod grid;
mod guards_clocks;
mod guards_collecting;
mod guards_directing;
mod guards_dispatch;
mod guards_disputes;
mod guards_ending;
mod guards_importing;
mod guards_intake;
mod guards_items;
mod guards_review;
mod guards_scheduling;
mod guards_time;
mod lifecycle;
mod machine;
mod moves;
mod photographs;
mod recounting;
mod repeats;
mod retelling;
mod scene;
