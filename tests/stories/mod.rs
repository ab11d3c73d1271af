//! Stories: six matters of a neighbourhood from the whistle to the end, as everybody in them lives them.

mod burst_pipe;
mod charging_shed_wish;
mod ending;
mod fraud_of_143_households;
mod hazard_struck_off;
mod return_ping_pong;
mod stage;
mod unlicensed_structure;
