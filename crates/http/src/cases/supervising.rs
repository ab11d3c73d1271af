//! 督办: those above make things move.

use whistle_app::{SupervisionEnd, SupervisionOrder, SupervisionReply};

crate::command::case_commands! {
    /// 督办: reminder, yellow card, red card, written or elevated supervision.
    supervise at "/api/v1/cases/{id}/supervise" takes Body<SupervisionOrder>;

    /// 督办回复, by the unit.
    answer_supervision at "/api/v1/cases/{id}/answer-supervision" takes Body<SupervisionReply>;

    /// 解除督办.
    lift_supervision at "/api/v1/cases/{id}/lift-supervision" takes Body<SupervisionEnd>;
}
