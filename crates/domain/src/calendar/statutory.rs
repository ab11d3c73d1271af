//! The thirteen statutory days off of a year of which nothing else is known.
//!
//! 《全国年节及纪念日放假办法》, revised in November 2024: New Year 1, Spring Festival 4 (from its eve), Tomb-sweeping 1,
//! Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3. Which other days are taken off and made up for is ordered
//! year by year, and is not guessed here.

use chrono::{Datelike, NaiveDate};

/// First of the years in [`MOVING`].
const FIRST_YEAR: i32 = 2027;

/// Month and day of 春节 (its first day), 清明节, 端午节 and 中秋节, from 2027 on, as the lunar calendar of tyme4rs 1.5.0
/// has them. Beyond the table only the days with a date of their own are known.
const MOVING: [[(u32, u32); 4]; 14] = [
    [(2, 6), (4, 5), (6, 9), (9, 15)],
    [(1, 26), (4, 4), (5, 28), (10, 3)],
    [(2, 13), (4, 4), (6, 16), (9, 22)],
    [(2, 3), (4, 5), (6, 5), (9, 12)],
    [(1, 23), (4, 5), (6, 24), (10, 1)],
    [(2, 11), (4, 4), (6, 12), (9, 19)],
    [(1, 31), (4, 4), (6, 1), (9, 8)],
    [(2, 19), (4, 5), (6, 20), (9, 27)],
    [(2, 8), (4, 5), (6, 10), (9, 16)],
    [(1, 28), (4, 4), (5, 30), (10, 4)],
    [(2, 15), (4, 4), (6, 18), (9, 24)],
    [(2, 4), (4, 5), (6, 7), (9, 13)],
    [(1, 24), (4, 5), (5, 27), (10, 2)],
    [(2, 12), (4, 4), (6, 14), (9, 20)],
];

/// The festival for which the law gives this day off, if it does.
pub(super) fn festival(date: NaiveDate) -> Option<&'static str> {
    match (date.month(), date.day()) {
        (1, 1) => return Some("元旦"),
        (5, 1 | 2) => return Some("劳动节"),
        (10, 1..=3) => return Some("国庆节"),
        _ => {}
    }
    let row = MOVING.get(usize::try_from(date.year() - FIRST_YEAR).ok()?)?;
    let [spring, others @ ..] = row.map(|(month, day)| {
        NaiveDate::from_ymd_opt(date.year(), month, day).expect("the table holds days of a year")
    });
    if (-1..=2).contains(&(date - spring).num_days()) {
        return Some("春节");
    }
    let names = ["清明节", "端午节", "中秋节"];
    others.iter().position(|other| *other == date).map(|at| names[at])
}
