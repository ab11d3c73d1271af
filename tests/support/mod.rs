//! The whole service in this process, people with accounts, and the way of a case to any point of its life.

mod answer;
mod call;
mod house;
mod operations;
mod people;
mod privacy;
mod scenes;
mod story;

pub(crate) use answer::Answer;
pub(crate) use house::{HouseOptions, TestHouse, noon};
pub(crate) use operations::{Operation, operations};
pub(crate) use people::{PASSWORD, People, Who};
pub(crate) use scenes::{Scene, decision};
pub(crate) use story::{CaseInHand, Stage, dispatch_body, reporter, whistle};
