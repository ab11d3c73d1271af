//! 回音壁: what the neighbourhood is told.

use whistle_app::{EchoProposal, EchoRetraction, EchoRuling};

crate::command::case_commands! {
    /// 回音壁拟稿: propose words for the wall. A name, number, door or plate in them is refused.
    propose_echo at "/api/v1/cases/{id}/echo" takes Body<EchoProposal>;

    /// 回音壁审核: publish or refuse what somebody else proposed.
    rule_echo at "/api/v1/cases/{id}/echo/rule" takes Body<EchoRuling>;

    /// 回音壁撤下: take the published words down.
    retract_echo at "/api/v1/cases/{id}/echo/retract" takes Body<EchoRetraction>;
}
