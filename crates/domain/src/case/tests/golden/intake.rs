//! From report to filing, and the ends before it.

use super::*;

pub(super) fn samples() -> Vec<CaseEvent> {
    [of_the_first_version(), added_since()].concat()
}

fn of_the_first_version() -> Vec<CaseEvent> {
    vec![
        CaseEvent::WhistleRaised(WhistleRaised {
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
            repeats: None,
            photos: Vec::new(),
        }),
        CaseEvent::WhistleEndorsed(WhistleEndorsed {
            note: plain("属实"),
            local_attempt: Some(plain("物业已关阀门")),
            by: community(),
            at: at(1),
        }),
        CaseEvent::WhistleDeclined(WhistleDeclined {
            reason: plain("属室内自有管道"),
            by: community(),
            at: at(2),
        }),
        CaseEvent::HandledLocally(HandledLocally {
            result: plain("物业已修好"),
            evidence: vec![plain("修复后照片")],
            level: Level::Compound,
            by: community(),
            at: at(3),
        }),
        CaseEvent::EscalatedToLevel(EscalatedToLevel {
            from: Level::Building,
            to: Level::Community,
            reason: plain("楼栋无力解决"),
            at: at(4),
        }),
        CaseEvent::CaseFiled(CaseFiled {
            category: "0301".to_owned(),
            kind: WhistleKind::Emergency,
            policy_version: 1,
            at: at(5),
        }),
    ]
}

fn added_since() -> Vec<CaseEvent> {
    vec![
        CaseEvent::WhistleAmended(WhistleAmended {
            title: None,
            description: Some(masked("积水更深了,联系***")),
            photos: Vec::new(),
            by: Actor::anonymous_resident(),
            at: at(20),
        }),
        CaseEvent::WhistleWithdrawn(WhistleWithdrawn {
            reason: plain("已自行修好"),
            by: Actor::anonymous_resident(),
            at: at(21),
        }),
        CaseEvent::CaseNotAccepted(CaseNotAccepted {
            ground: NotAcceptedGround::InProcedure,
            reason: plain("已进入诉讼程序"),
            by: dispatcher(),
            at: at(22),
        }),
        CaseEvent::CaseDiverted(CaseDiverted {
            to: Authority::FireService,
            reason: plain("请拨打119"),
            by: dispatcher(),
            at: at(23),
        }),
        CaseEvent::CaseReclassified(CaseReclassified {
            category: "0901".to_owned(),
            kind: WhistleKind::Law,
            reason: plain("归类有误"),
            clocks: vec![reclocked()],
            by: dispatcher(),
            at: at(24),
        }),
        CaseEvent::CaseLinked(CaseLinked {
            other: id(2),
            reason: plain("同一管线"),
            by: dispatcher(),
            at: at(25),
        }),
        CaseEvent::CaseMerged(CaseMerged {
            into: id(2),
            into_number: "999001S202603020000253".to_owned(),
            reason: plain("同一事项"),
            by: dispatcher(),
            at: at(26),
        }),
        CaseEvent::DuplicateAbsorbed(DuplicateAbsorbed {
            from: id(3),
            from_number: "999001S202603020000172".to_owned(),
            complainants: vec![complainant()],
            by: dispatcher(),
            at: at(27),
        }),
        CaseEvent::CaseImported(CaseImported {
            record: ImportedRecord {
                scheme: "boston-311".to_owned(),
                external: "101004128563".to_owned(),
                number: "boston-311:101004128563".to_owned(),
                title: plain("Street Light Knock Downs"),
                description: Some(masked("call ***")),
                category: "boston-311:street-light-k-5f0c5f22".to_owned(),
                category_name: Some("Street Light Knock Downs".to_owned()),
                kind: WhistleKind::Appeal,
                source: "Constituent Call".to_owned(),
                location: Location { grid: String::new(), address: None, place: None, ..location() },
                subject: id(1),
                dispatch: id(10),
                department: "boston-311-pwdx-aef66a50".to_owned(),
                created_at: at(0),
                due_at: Some(at(30)),
                closed_at: Some(at(28)),
                status: Some("Closed".to_owned()),
            },
            policy_version: 1,
            by: Actor { id: Uuid::nil(), role: Role::System, unit: None },
            at: at(40),
        }),
    ]
}
