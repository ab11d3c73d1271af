//! Many people, many items.

use super::*;

pub(super) fn samples() -> Vec<CaseEvent> {
    vec![
        CaseEvent::ComplainantJoined(ComplainantJoined {
            complainant: complainant(),
            by: community(),
            at: at(20),
        }),
        CaseEvent::RepresentativeChosen(RepresentativeChosen {
            complainant: id(18),
            by: community(),
            at: at(21),
        }),
        CaseEvent::HouseholdVoted(HouseholdVoted {
            complainant: id(18),
            verdict: Verdict { solved: true, satisfaction: 4 },
            comment: plain("已修好"),
            by: community(),
            at: at(22),
        }),
        CaseEvent::ItemsListed(ItemsListed {
            items: vec![ListedItem {
                id: id(19),
                title: plain("二单元电梯"),
                hazard: Some(HazardLevel::Major),
            }],
            by: community(),
            at: at(23),
        }),
        CaseEvent::RectificationOrdered(RectificationOrdered {
            item: id(19),
            unit: "water".to_owned(),
            requirement: plain("更换钢丝绳"),
            due_at: at(50),
            by: dispatcher(),
            at: at(24),
        }),
        CaseEvent::RectificationClaimed(RectificationClaimed {
            item: id(19),
            result: plain("已更换"),
            evidence: vec![plain("照片")],
            by: officer(),
            at: at(25),
        }),
        CaseEvent::ItemReinspected(ItemReinspected {
            item: id(19),
            passed: true,
            note: plain("运行正常"),
            evidence: vec![plain("照片")],
            by: grid_worker(),
            at: at(26),
        }),
        CaseEvent::ItemStruckOff(ItemStruckOff { item: id(19), by: grid_worker(), at: at(26) }),
        CaseEvent::ItemRestored(ItemRestored {
            item: id(19),
            reason: plain("又坏了"),
            by: dispatcher(),
            at: at(27),
        }),
    ]
}
