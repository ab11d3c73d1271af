//! Every event as the log has kept it since its first version. A golden file is never changed: whatever is in
//! the log must stay readable for ever, and mean the same.

use chrono::{DateTime, TimeZone, Utc};
use uuid::Uuid;

use crate::actor::{Actor, Role};
use crate::case::*;
use crate::geography::{Crs, GivenPosition, Place};
use crate::policy::WhistleKind;
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

/// The sample of each variant with its file. A variant without one does not compile.
macro_rules! golden {
    ($($variant:ident, $file:literal: { $($field:ident: $value:expr,)* })*) => {
        fn samples() -> Vec<(CaseEvent, &'static str)> {
            vec![$((
                CaseEvent::$variant($variant { $($field: $value,)* }),
                include_str!(concat!("../../../golden/", $file, ".v1.json")),
            ),)*]
        }

        #[expect(dead_code, reason = "it only has to compile: every variant must have a sample")]
        fn every_variant_has_a_sample(event: &CaseEvent) {
            match event { $(CaseEvent::$variant(_) => (),)* }
        }
    };
}

golden! {
    WhistleRaised, "whistle_raised": {
        number: "999001S202603020000172".to_owned(),
        title: plain("3号楼前漏水"),
        description: masked("路面积水三天,联系***"),
        category: "0301".to_owned(),
        kind: WhistleKind::Appeal,
        source: "resident".to_owned(),
        location: location(),
        subject: id(1),
        reporter: Some(Reporter { name: Some(sealed("bmFtZQ==")), phone: Some(sealed("cGhvbmU=")) }),
        confidential: true,
        raised_by: Actor::anonymous_resident(),
        raised_at: at(0),
    }
    WhistleEndorsed, "whistle_endorsed": {
        note: plain("属实"),
        local_attempt: Some(plain("物业已关阀门")),
        by: community(),
        at: at(1),
    }
    WhistleDeclined, "whistle_declined": {
        reason: plain("属室内自有管道"),
        by: community(),
        at: at(2),
    }
    HandledLocally, "handled_locally": {
        result: plain("物业已修好"),
        evidence: vec![plain("修复后照片")],
        level: Level::Compound,
        by: community(),
        at: at(3),
    }
    EscalatedToLevel, "escalated_to_level": {
        from: Level::Building,
        to: Level::Community,
        reason: plain("楼栋无力解决"),
        at: at(4),
    }
    CaseFiled, "case_filed": {
        category: "0301".to_owned(),
        kind: WhistleKind::Emergency,
        policy_version: 1,
        at: at(5),
    }
    DispatchIssued, "dispatch_issued": {
        dispatch: id(10),
        department: "water".to_owned(),
        role: DispatchRole::Lead,
        instruction: plain("请到场处置"),
        line_owner: "water".to_owned(),
        territorial_owner: "community-1".to_owned(),
        clocks: DispatchClocks {
            sign_due_at: at(16),
            report_due_at: at(36),
            contact_due_at: Some(at(46)),
            due_at: Some(at(56)),
        },
        at: at(6),
    }
    DispatchSigned, "dispatch_signed": { dispatch: id(10), by: id(21), at: at(7), }
    DepartmentReported, "department_reported": {
        dispatch: id(10),
        place: plain("现场"),
        person: Some(sealed("cGVyc29u")),
        arrived_at: at(8),
        by: id(21),
        at: at(9),
    }
    DispatchAccepted, "dispatch_accepted": { dispatch: id(10), by: id(21), at: at(10), }
    MeasureRecorded, "measure_recorded": {
        dispatch: id(10),
        measure: plain("开挖检修"),
        by: id(21),
        at: at(11),
    }
    FeedbackSubmitted, "feedback_submitted": {
        dispatch: id(10),
        result: plain("已更换水管"),
        evidence: vec![plain("修复前照片"), plain("修复后照片")],
        by: id(21),
        at: at(12),
    }
    VerificationPassed, "verification_passed": {
        note: plain("路面干燥"),
        evidence: vec![plain("现场照片")],
        by: staff(22, Role::GridWorker, "community-1"),
        at: at(13),
    }
    VerificationFailed, "verification_failed": {
        note: plain("仍有渗水"),
        evidence: vec![plain("现场照片")],
        reworked: vec![id(10)],
        by: staff(22, Role::GridWorker, "community-1"),
        at: at(14),
    }
    CallbackUnanswered, "callback_unanswered": {
        note: plain("无人接听"),
        by: staff(23, Role::Hotline, "hotline"),
        at: at(15),
    }
    CallbackAnswered, "callback_answered": {
        verdict: Verdict { solved: false, satisfaction: 2 },
        comment: plain("雨天还漏"),
        by: staff(23, Role::Hotline, "hotline"),
        at: at(16),
    }
    ReworkOrdered, "rework_ordered": {
        dispatches: vec![id(10)],
        reason: Some(plain("复查发现又漏")),
        by: staff(23, Role::Hotline, "hotline"),
        at: at(17),
    }
    CaseClosed, "case_closed": {
        reason: plain("已修复,居民认可"),
        resolved_at_level: Level::District,
        by: staff(24, Role::Supervisor, "centre"),
        at: at(18),
    }
    CaseRated, "case_rated": {
        verdict: Verdict { solved: true, satisfaction: 5 },
        comment: plain("谢谢"),
        at: at(19),
    }
}

#[test]
fn every_event_is_read_and_written_as_in_its_golden_file() {
    for (event, golden) in samples() {
        let read: CaseEvent = serde_json::from_str(golden).expect("a golden file can be read");
        assert_eq!(read, event, "{} means something else now", event.name());
        let written = serde_json::to_string_pretty(&event).expect("an event can be written") + "\n";
        assert_eq!(written, golden, "{} is written differently now", event.name());
    }
}

#[test]
fn the_type_of_an_event_is_the_key_under_which_it_is_written() {
    for (event, golden) in samples() {
        let golden: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(golden).expect("a golden file is an object");
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
