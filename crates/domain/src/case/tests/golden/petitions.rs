//! What is asked for and decided, parking, plans and supervision.

use super::*;

pub(super) fn samples() -> Vec<CaseEvent> {
    [disputes(), parking_and_plans(), supervision()].concat()
}

fn disputes() -> Vec<CaseEvent> {
    vec![
        CaseEvent::ReturnRequested(ReturnRequested {
            request: id(12),
            dispatch: id(10),
            department: "water".to_owned(),
            basis: plain("权责清单第12项"),
            reason: plain("非我单位管线"),
            proposed_unit: Some("gas".to_owned()),
            ruling_due_at: at(40),
            by: officer(),
            at: at(28),
        }),
        CaseEvent::ReturnApproved(ReturnRuling {
            request: id(12),
            dispatch: id(10),
            department: "water".to_owned(),
            approved: true,
            unit: "gas".to_owned(),
            reason: plain("按权责清单"),
            borne_by: "centre".to_owned(),
            by: dispatcher(),
            at: at(29),
        }),
        CaseEvent::ReturnRefused(ReturnRuling {
            request: id(12),
            dispatch: id(10),
            department: "water".to_owned(),
            approved: false,
            unit: "water".to_owned(),
            reason: plain("属供水管线"),
            borne_by: "water".to_owned(),
            by: dispatcher(),
            at: at(30),
        }),
        CaseEvent::LeadDetermined(ReturnRuling {
            request: id(13),
            dispatch: id(14),
            department: "roads".to_owned(),
            approved: true,
            unit: "gas".to_owned(),
            reason: plain("经审定"),
            borne_by: "centre".to_owned(),
            by: supervisor(),
            at: at(31),
        }),
        CaseEvent::ExtensionRequested(ExtensionRequested {
            request: id(15),
            dispatch: id(10),
            length: Limit::WorkingDays(3),
            reason: plain("等待材料"),
            by: officer(),
            at: at(32),
        }),
        CaseEvent::ExtensionApproved(ExtensionApproved {
            request: id(15),
            dispatch: id(10),
            previous_due_at: at(56),
            due_at: at(59),
            warn_at: None,
            provisional: None,
            reason: plain("属实"),
            by: dispatcher(),
            at: at(33),
        }),
        CaseEvent::ExtensionRefused(ExtensionRefused {
            request: id(15),
            dispatch: id(10),
            reason: plain("理由不足"),
            by: dispatcher(),
            at: at(34),
        }),
    ]
}

fn parking_and_plans() -> Vec<CaseEvent> {
    vec![
        CaseEvent::SuspensionRequested(SuspensionRequested {
            ground: SuspensionGround::Ownership,
            reason: plain("产权未明"),
            proof: vec![plain("函件")],
            review_at: at(50),
            by: officer(),
            at: at(35),
        }),
        CaseEvent::CaseSuspended(CaseSuspended {
            reason: plain("属实"),
            review_at: at(50),
            by: supervisor(),
            at: at(36),
        }),
        CaseEvent::SuspensionRefused(SuspensionRefused {
            reason: plain("可先行处置"),
            by: supervisor(),
            at: at(37),
        }),
        CaseEvent::SuspensionReviewed(SuspensionReviewed {
            finding: plain("仍未明"),
            review_at: at(55),
            by: supervisor(),
            at: at(38),
        }),
        CaseEvent::SuspensionLifted(SuspensionLifted {
            reason: plain("产权已明"),
            clocks: vec![reclocked()],
            by: supervisor(),
            at: at(39),
        }),
        CaseEvent::PlanAgreed(PlanAgreed {
            milestones: vec![Milestone { title: plain("完成招标"), due_at: at(45) }],
            note: plain("分期改造"),
            by_policy: true,
            progress_due_at: Some(at(44)),
            by: officer(),
            at: at(40),
        }),
        CaseEvent::MilestoneReached(MilestoneReached {
            milestone: 1,
            note: plain("已完成"),
            evidence: vec![plain("中标通知书")],
            by: officer(),
            at: at(41),
        }),
        CaseEvent::ProgressReported(ProgressReported {
            progress: plain("完成一半"),
            next_due_at: at(59),
            by: officer(),
            at: at(42),
        }),
    ]
}

fn supervision() -> Vec<CaseEvent> {
    vec![
        CaseEvent::SupervisionIssued(SupervisionIssued {
            supervision: id(16),
            measure: SupervisionMeasure::Written,
            department: "water".to_owned(),
            reason: plain("超期未办"),
            reply_due_at: Some(at(58)),
            copied_to: vec!["leader-1".to_owned()],
            by: supervisor(),
            at: at(43),
        }),
        CaseEvent::SupervisionAnswered(SupervisionAnswered {
            supervision: id(16),
            reply: plain("已增派人手"),
            by: officer(),
            at: at(44),
        }),
        CaseEvent::SupervisionLifted(SupervisionLifted {
            supervision: id(16),
            reason: plain("已整改"),
            by: supervisor(),
            at: at(45),
        }),
    ]
}
