//! Dispatches, what departments do with them, and joint actions.

use super::*;

pub(super) fn samples() -> Vec<CaseEvent> {
    [of_the_first_version(), added_since()].concat()
}

fn of_the_first_version() -> Vec<CaseEvent> {
    vec![
        CaseEvent::DispatchIssued(DispatchIssued {
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
                warn_at: None,
                provisional: ProvisionalClocks::default(),
            },
            round_the_clock: false,
            at: at(6),
        }),
        CaseEvent::DispatchSigned(DispatchSigned {
            dispatch: id(10),
            by: id(21),
            automatic: false,
            at: at(7),
        }),
        CaseEvent::DepartmentReported(DepartmentReported {
            dispatch: id(10),
            place: plain("现场"),
            person: Some(sealed("cGVyc29u")),
            arrived_at: at(8),
            by: id(21),
            at: at(9),
        }),
        CaseEvent::DispatchAccepted(DispatchAccepted { dispatch: id(10), by: id(21), at: at(10) }),
        CaseEvent::MeasureRecorded(MeasureRecorded {
            dispatch: id(10),
            measure: plain("开挖检修"),
            evidence: Vec::new(),
            by: id(21),
            at: at(11),
        }),
        CaseEvent::FeedbackSubmitted(FeedbackSubmitted {
            dispatch: id(10),
            result: plain("已更换水管"),
            evidence: vec![plain("修复前照片"), plain("修复后照片")],
            by: id(21),
            at: at(12),
        }),
    ]
}

fn added_since() -> Vec<CaseEvent> {
    vec![
        CaseEvent::OrphanDeclared(OrphanDeclared {
            owner: "orphans".to_owned(),
            first_recipient: Some("water".to_owned()),
            reason: plain("权属不清"),
            by: dispatcher(),
            at: at(20),
        }),
        CaseEvent::DispatchRecalled(DispatchRecalled {
            dispatch: id(10),
            cause: RecallCause::Returned,
            reason: plain("按权责清单"),
            borne_by: Some("centre".to_owned()),
            by: dispatcher(),
            at: at(21),
        }),
        CaseEvent::DutyEscalated(DutyEscalated {
            dispatch: id(10),
            step: 2,
            unit: "district".to_owned(),
            person: Some("leader-1".to_owned()),
            why: "leader".to_owned(),
            next_at: Some(at(32)),
            at: at(22),
        }),
        CaseEvent::DeadlineRecomputed(DeadlineRecomputed {
            dispatch: id(10),
            clock: ClockKind::Close,
            old: at(56),
            new: at(59),
            warn_at: Some(at(57)),
            provisional: None,
            reason: RecountReason::CalendarPublished,
            year: 2027,
            at: at(40),
        }),
        CaseEvent::ResidentContacted(ResidentContacted {
            dispatch: id(10),
            note: plain("已告知进度"),
            by: officer(),
            at: at(23),
        }),
        CaseEvent::OverdueExplained(OverdueExplained {
            dispatch: id(10),
            reason: plain("管件缺货"),
            measures_taken: plain("已临时止水"),
            next_plan: plain("三日内更换"),
            by: officer(),
            at: at(24),
        }),
        CaseEvent::JointActionScheduled(JointActionScheduled {
            action: id(11),
            meets_at: at(40),
            place: plain("三号楼前"),
            purpose: plain("联合开挖"),
            units: vec!["water".to_owned(), "roads".to_owned()],
            by: dispatcher(),
            at: at(25),
        }),
        CaseEvent::JointActionSignedIn(JointActionSignedIn {
            action: id(11),
            unit: "water".to_owned(),
            person: Some(sealed("cGVyc29u")),
            by: officer(),
            at: at(41),
        }),
        CaseEvent::JointActionHeld(JointActionHeld {
            action: id(11),
            result: plain("已开挖"),
            absent: vec!["roads".to_owned()],
            by: dispatcher(),
            at: at(50),
        }),
    ]
}
