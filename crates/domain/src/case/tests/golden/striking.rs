//! Clocks that struck.

use super::*;

pub(super) fn samples() -> Vec<CaseEvent> {
    let signal = |clock| ClockSignal {
        clock,
        dispatch: Some(id(10)),
        milestone: None,
        supervision: None,
        unit: "water".to_owned(),
        due_at: at(58),
        struck_at: at(40),
        at: at(41),
    };
    let nobody_sent = ClockSignal {
        dispatch: None,
        milestone: Some(2),
        supervision: Some(id(19)),
        ..signal(DeadlineKind::Supervision)
    };
    vec![
        CaseEvent::ReminderSent(signal(DeadlineKind::Close)),
        CaseEvent::YellowCardIssued(signal(DeadlineKind::SignIn)),
        CaseEvent::RedCardIssued(nobody_sent),
    ]
}
