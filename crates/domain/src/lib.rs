//! The rules of Whistle, and nothing else: what a case is, who may move it and when, how organisation and
//! policy look, how personal data is recognised and sealed.
//!
//! Architecture invariant: this crate reads no clock, draws no random number and does no input or output.
//! Time, actor, calendar and policy come in through [`case::Facts`].

pub mod access;
pub mod actor;
pub mod calendar;
pub mod case;
pub mod clock;
pub mod geography;
pub mod imports;
pub mod lamp;
pub mod organisation;
pub mod pack;
pub mod period;
pub mod policy;
pub mod privacy;
pub mod report;
pub mod stored;
