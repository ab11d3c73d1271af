//! Events with what came with the calendar: warnings, marks of provisional ends, duty rooms. The files beside them show
//! what was written before, and are read as ever.

use super::*;
use crate::calendar::Provisional;

fn samples() -> Vec<(CaseEvent, &'static str)> {
    let mark = Provisional { from: at(6), limit: Limit::WorkingDays(5), year: 2027 };
    let issued = DispatchIssued {
        dispatch: id(10),
        department: "gas".to_owned(),
        role: DispatchRole::Lead,
        instruction: plain("请到场处置"),
        line_owner: "gas".to_owned(),
        territorial_owner: "community-1".to_owned(),
        clocks: DispatchClocks {
            sign_due_at: at(16),
            report_due_at: at(36),
            contact_due_at: None,
            due_at: Some(at(56)),
            warn_at: Some(at(46)),
            provisional: ProvisionalClocks { close: Some(mark), ..ProvisionalClocks::default() },
        },
        round_the_clock: true,
        at: at(6),
    };
    let approved = ExtensionApproved {
        request: id(15),
        dispatch: id(10),
        previous_due_at: at(56),
        due_at: at(59),
        warn_at: Some(at(57)),
        provisional: Some(mark),
        reason: plain("属实"),
        by: dispatcher(),
        at: at(33),
    };
    vec![
        (
            CaseEvent::DispatchIssued(issued),
            include_str!("../../../../golden/with_calendar/dispatch_issued.json"),
        ),
        (
            CaseEvent::ExtensionApproved(approved),
            include_str!("../../../../golden/with_calendar/extension_approved.json"),
        ),
    ]
}

#[test]
fn events_with_a_calendar_are_read_and_written_as_in_their_golden_files() {
    for (event, golden) in samples() {
        let read: CaseEvent = serde_json::from_str(golden).expect("a golden file can be read");
        assert_eq!(read, event);
        assert_eq!(serde_json::to_string_pretty(&event).expect("it can be written") + "\n", golden);
    }
}

#[test]
fn a_case_that_was_folded_before_there_was_a_calendar_is_read() {
    let clocks = r#"{"sign_due_at":"2026-03-02T01:00:00Z","report_due_at":"2026-03-02T02:00:00Z"}"#;
    let read: DispatchClocks = serde_json::from_str(clocks).expect("old clocks can be read");
    assert!(read.warn_at.is_none() && read.provisional.none());
    assert_eq!(serde_json::to_string(&read).expect("it can be written"), clocks);
}
