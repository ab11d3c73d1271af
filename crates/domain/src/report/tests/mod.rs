//! Figures by tables, and what must hold for any facts.

mod chance;
mod formulas;
mod scores;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::case::{Level, Verdict};
use crate::policy::WhistleKind;

/// Minutes after an arbitrary morning.
fn minute(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_780_000_000, 0).expect("an instant") + TimeDelta::minutes(minutes)
}

/// A dispatch that was issued at minute 0 and is due at minute 100, with nothing done.
fn open() -> Fact {
    Fact {
        id: Uuid::from_u128(1),
        subject: Subject::Dispatch,
        case: Uuid::from_u128(2),
        number: "999001S20260302000017".to_owned(),
        unit: Some("water".to_owned()),
        borne: false,
        area: vec!["district".to_owned(), "street-1".to_owned()],
        territorial_unit: "street-1".to_owned(),
        category: "0301".to_owned(),
        kind: WhistleKind::Appeal,
        level: Level::District,
        source: "resident".to_owned(),
        standing: Standing::Owed,
        counted_at: minute(100),
        started_at: minute(0),
        due_at: Some(minute(100)),
        closed_at: None,
        signing: Some(Mark { due_at: minute(10), done_at: None }),
        response: Some(Mark { due_at: minute(30), done_at: None }),
        signed_automatically: false,
        parked: false,
        excluded: false,
        forced: false,
        imported: false,
        issued: 1,
        returns: Returns::default(),
        feedbacks: 0,
        reworks: 0,
        resident: Resident::default(),
        relapsed: None,
        false_closure: false,
        red_cards: 0,
        appeal_upheld: false,
        repeats: None,
        local: false,
        whistle: None,
    }
}

fn closed(minutes: i64) -> Fact {
    Fact { closed_at: Some(minute(minutes)), feedbacks: 1, ..open() }
}

fn case(fact: Fact) -> Fact {
    Fact { subject: Subject::Case, unit: None, ..fact }
}

fn answered(solved: bool, satisfaction: u8) -> Fact {
    Fact { resident: Resident { due: true, verdict: Some(Verdict { solved, satisfaction }) }, ..closed(50) }
}

/// The tally of so many of each.
fn many<const N: usize>(facts: [(usize, Fact); N], at: i64) -> Tally {
    let mut tally = Tally::default();
    for (count, fact) in facts {
        (0..count).for_each(|_| tally.add(&fact, Some(minute(at))));
    }
    tally
}
