//! 审核: what the neighbourhood makes of a whistle.

use whistle_app::{Endorsement, Escalation, LocalHandling, Refusal};

crate::command::case_commands! {
    /// 审核通过: the neighbourhood stands behind the whistle.
    endorse at "/api/v1/cases/{id}/endorse" takes OptionalBody<Endorsement>;

    /// 不予支持: the neighbourhood does not stand behind the whistle. The reason is told to the resident.
    decline at "/api/v1/cases/{id}/decline" takes Body<Refusal>;

    /// 就地化解: solved without departments.
    handle_locally at "/api/v1/cases/{id}/handle-locally" takes OptionalBody<LocalHandling>;

    /// 逐级上报: passed up to a higher level.
    escalate at "/api/v1/cases/{id}/escalate" takes Body<Escalation>;
}
