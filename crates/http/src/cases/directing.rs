//! 改派与联合行动: changing who is sent, and bringing them together.

use whistle_app::{FurtherDispatches, JointMeeting, JointResult, Orphanage, Reclassification, SignIn};

crate::command::case_commands! {
    /// 重新归类: category or kind were wrong. The policy version stays; running clocks are counted anew from where they started.
    reclassify at "/api/v1/cases/{id}/reclassify" takes Body<Reclassification>;

    /// 无头事项: no unit is found whose duty it is. The unit for orphan matters leads until one is.
    orphan at "/api/v1/cases/{id}/orphan" takes Body<Orphanage>;

    /// Send further units that help or are told.
    co_handlers at "/api/v1/cases/{id}/co-handlers" takes Body<FurtherDispatches>, answers CREATED "Dispatched";

    /// 联合行动: units that were sent meet on site.
    joint_actions at "/api/v1/cases/{id}/joint-actions" takes Body<JointMeeting>, answers CREATED "Scheduled";

    /// 签到: a unit is at the joint action.
    sign_in at "/api/v1/cases/{id}/sign-in" takes Body<SignIn>;

    /// The joint action is over; who did not sign in is noted as absent.
    hold_joint_action at "/api/v1/cases/{id}/hold-joint-action" takes Body<JointResult>;
}
