//! 回音壁.

use super::*;

pub(super) fn samples() -> Vec<CaseEvent> {
    vec![
        CaseEvent::EchoProposed(EchoProposed {
            question: "楼前路面漏水。".to_owned(),
            answer: "水管已经更换。".to_owned(),
            by: community(),
            at: at(40),
        }),
        CaseEvent::EchoPublished(EchoPublished {
            reason: plain("表述准确"), by: supervisor(), at: at(41)
        }),
        CaseEvent::EchoRefused(EchoRefused { reason: masked("***已搬走"), by: supervisor(), at: at(42) }),
        CaseEvent::EchoRetracted(EchoRetracted { reason: plain("又漏水"), by: community(), at: at(43) }),
    ]
}
