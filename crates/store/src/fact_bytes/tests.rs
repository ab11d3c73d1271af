use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use whistle_domain::case::{Level, Verdict};
use whistle_domain::policy::WhistleKind;
use whistle_domain::report::{Mark, Resident, Returns, Standing, Subject, Whistle};

use super::*;

fn minute(number: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(number)
}

/// A fact with something in every field.
fn fact() -> Fact {
    Fact {
        id: Uuid::from_u128(1),
        subject: Subject::Dispatch,
        case: Uuid::from_u128(2),
        number: "CP-CG-2026-000001-1".to_owned(),
        unit: Some("u-1".to_owned()),
        borne: true,
        area: vec!["d".to_owned(), "s".to_owned()],
        territorial_unit: "s".to_owned(),
        category: "0101".to_owned(),
        kind: WhistleKind::Law,
        level: Level::Street,
        source: "hotline".to_owned(),
        standing: Standing::HandedOn,
        counted_at: minute(1),
        started_at: minute(2),
        due_at: Some(minute(3)),
        closed_at: Some(minute(-4)),
        signing: Some(Mark { due_at: minute(5), done_at: None }),
        response: Some(Mark { due_at: minute(6), done_at: Some(minute(7)) }),
        signed_automatically: true,
        parked: false,
        excluded: true,
        forced: false,
        imported: true,
        issued: 300,
        returns: Returns { asked: 2, approved: 1 },
        feedbacks: 3,
        reworks: 4,
        resident: Resident { due: true, verdict: Some(Verdict { solved: false, satisfaction: 5 }) },
        relapsed: Some(false),
        false_closure: true,
        red_cards: 6,
        appeal_upheld: false,
        repeats: None,
        local: true,
        whistle: Some(Whistle { rejected: true, local_attempt: false }),
    }
}

#[test]
fn the_bytes_of_a_fact_are_those_that_the_read_models_keep() {
    // Whoever changes these has rows that cannot be read any more: a migration must empty the read models.
    let kept = concat!(
        "10000000000000000000000000000000010110000000000000000000000000000000021343502d43472d323032362d303030",
        "3030312d310103752d3101020164017301730430313031010307686f746c696e6501809c9c3980b8b8720180d4d4ab0101ff",
        "eff0e40101808c8d9e02000180a8a9d7020180c4c590030100010001ac02020103040101000501000106000001010100",
    );
    assert_eq!(hex::encode(written(&fact())), kept);
    assert_eq!(
        postcard::from_bytes::<Fact>(&hex::decode(kept).expect("hexadecimal")).expect("a fact"),
        fact()
    );
}

#[test]
fn damaged_bytes_are_refused() {
    let bytes = written(&fact());
    for length in 0..bytes.len() {
        assert!(postcard::from_bytes::<Fact>(&bytes[..length]).is_err(), "{length} bytes");
    }
}
