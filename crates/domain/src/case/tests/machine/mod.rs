//! Whatever is commanded, by whomever and when: what must always hold.

mod alphabet;
mod chance;
mod facts;
mod retelling;
mod search;
