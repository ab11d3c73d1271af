//! Every event as the log has kept it since its first version. A golden file is never changed: whatever is in
//! the log must stay readable for ever, and mean the same.

mod collective;
mod echo;
mod handling;
mod intake;
mod petitions;
mod review;
mod striking;
mod with_calendar;
mod with_photos;
mod with_repeats;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, TimeZone, Utc};
use uuid::Uuid;

use crate::actor::{Actor, Role};
use crate::case::*;
use crate::geography::{Crs, GivenPosition, Place};
use crate::policy::{Limit, WhistleKind};
use crate::privacy::{ProtectedText, Sealed};

fn at(minute: u32) -> DateTime<Utc> {
    let instant = Utc.with_ymd_and_hms(2026, 3, 2, 1, minute, 30).single().expect("an instant");
    instant + chrono::Duration::microseconds(123_456)
}

fn id(last: u8) -> Uuid {
    Uuid::from_u128(0x0195_5d4a_0000_7000_8000_0000_0000_0000 + u128::from(last))
}

fn sealed(ciphertext: &str) -> Sealed {
    Sealed { subject: id(1), alg: "xchacha20poly1305".to_owned(), ciphertext: ciphertext.to_owned() }
}

fn plain(words: &str) -> ProtectedText {
    ProtectedText::plain(words)
}

fn masked(words: &str) -> ProtectedText {
    ProtectedText { shown: words.to_owned(), original: Some(sealed("bWFza2Vk")) }
}

fn staff(last: u8, role: Role, unit: &str) -> Actor {
    Actor { id: id(last), role, unit: Some(unit.to_owned()) }
}

fn community() -> Actor {
    staff(20, Role::Community, "community-1")
}

fn location() -> Location {
    let original = Some(GivenPosition { lon: 116.397_428, lat: 39.909_23, crs: Crs::Gcj02 });
    Location {
        grid: "999001001001".to_owned(),
        territorial_unit: "community-1".to_owned(),
        area: vec!["district".to_owned(), "street-1".to_owned(), "community-1".to_owned()],
        address: Some(masked("幸福里3号楼***")),
        place: Some(Place { lon: 116.391_184, lat: 39.907_826, original }),
    }
}

fn grid_worker() -> Actor {
    staff(22, Role::GridWorker, "community-1")
}

fn officer() -> Actor {
    staff(21, Role::Department, "water")
}

fn dispatcher() -> Actor {
    staff(25, Role::Dispatcher, "centre")
}

fn supervisor() -> Actor {
    staff(24, Role::Supervisor, "centre")
}

fn reclocked() -> Reclocked {
    let (contact_due_at, due_at) = (Some(at(46)), Some(at(58)));
    let clocks = DispatchClocks {
        sign_due_at: at(16),
        report_due_at: at(36),
        contact_due_at,
        due_at,
        warn_at: None,
        provisional: ProvisionalClocks::default(),
    };
    Reclocked { dispatch: id(10), clocks }
}

fn complainant() -> Complainant {
    Complainant {
        id: id(18),
        subject: id(4),
        reporter: Some(Reporter { name: Some(sealed("bmFtZQ==")), phone: None }),
        household: Some("b3f1c2".to_owned()),
        from_case: Some(id(3)),
    }
}

/// One of each sort.
fn samples() -> Vec<CaseEvent> {
    let themes = [
        intake::samples(),
        handling::samples(),
        petitions::samples(),
        review::samples(),
        collective::samples(),
        striking::samples(),
        echo::samples(),
    ];
    themes.into_iter().flatten().collect()
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/golden"))
}

/// `WhistleRaised` is kept in `whistle_raised.v1.json`.
fn file_name(event: &str) -> String {
    let mut name = String::new();
    for letter in event.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name + ".v1.json"
}

fn golden(event: &CaseEvent) -> String {
    let file = folder().join(file_name(event.name()));
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn every_event_has_one_sample_and_one_golden_file() {
    let names: Vec<_> = samples().iter().map(CaseEvent::name).collect();
    let sampled: BTreeSet<_> = names.iter().copied().collect();
    assert_eq!(sampled, CaseEvent::NAMES.iter().copied().collect());
    assert_eq!(names.len(), sampled.len(), "an event has two samples");
    let kept = fs::read_dir(folder())
        .expect("the golden files")
        .map(|entry| entry.expect("a golden file"))
        // Those of other streams lie in folders of their own.
        .filter(|entry| entry.file_type().expect("its kind").is_file())
        .map(|entry| entry.file_name().into_string().expect("a plain name"));
    assert_eq!(kept.collect::<BTreeSet<_>>(), sampled.into_iter().map(file_name).collect());
}

#[test]
fn every_event_is_read_and_written_as_in_its_golden_file() {
    for event in samples() {
        let golden = golden(&event);
        let read: CaseEvent = serde_json::from_str(&golden).expect("a golden file can be read");
        assert_eq!(read, event, "{} means something else now", event.name());
        let written = serde_json::to_string_pretty(&event).expect("an event can be written") + "\n";
        assert_eq!(written, golden, "{} is written differently now", event.name());
    }
}

#[test]
fn the_type_of_an_event_is_the_key_under_which_it_is_written() {
    for event in samples() {
        let golden = golden(&event);
        let golden: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&golden).expect("a golden file is an object");
        assert_eq!(golden.keys().collect::<Vec<_>>(), [event.name()]);
    }
}

/// An actor as it is written.
const BY: &str = r#"{"id":"00000000-0000-0000-0000-000000000000","role":"system"}"#;

#[test]
fn what_may_be_missing_may_be_missing() {
    let leanest = [
        r#"{"WhistleEndorsed":{"note":{"shown":""},"by":BY,"at":"2026-03-02T01:00:00Z"}}"#,
        r#"{"HandledLocally":{"result":{"shown":""},"level":"street","by":BY,"at":"2026-03-02T01:00:00Z"}}"#,
        r#"{"ReworkOrdered":{"dispatches":[],"by":BY,"at":"2026-03-02T01:00:00Z"}}"#,
        r#"{"VerificationPassed":{"note":{"shown":""},"by":BY,"at":"2026-03-02T01:00:00Z"}}"#,
    ];
    for text in leanest {
        let text = text.replace("BY", BY);
        let event: CaseEvent = serde_json::from_str(&text).expect("optional fields may be missing");
        assert_eq!(serde_json::to_string(&event).expect("an event can be written"), text);
    }
}

#[test]
fn a_field_that_a_later_version_added_does_not_stop_this_one() {
    let text = r#"{"ReworkOrdered":{"dispatches":[],"by":BY,"later":"more","at":"2026-03-02T01:00:00Z"}}"#;
    assert!(serde_json::from_str::<CaseEvent>(&text.replace("BY", BY)).is_ok());
}

/// What was added to the events of the first version is absent in what that version wrote.
#[test]
fn an_event_of_the_first_version_is_read_and_means_what_it_meant() {
    let signed = r#"{"DispatchSigned":{"dispatch":"00000000-0000-0000-0000-000000000000","by":"00000000-0000-0000-0000-000000000000","at":"2026-03-02T01:00:00Z"}}"#;
    let event: CaseEvent = serde_json::from_str(signed).expect("an old event can be read");
    let CaseEvent::DispatchSigned(read) = &event else { panic!("it is another event") };
    assert!(!read.automatic);
    assert_eq!(serde_json::to_string(&event).expect("an event can be written"), signed);
}
