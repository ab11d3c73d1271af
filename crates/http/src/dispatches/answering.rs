//! 报到: what departments do with their dispatches.

use whistle_app::{Acceptance, Feedback, Measure, ReportForDuty, Signature};

crate::command::dispatch_commands! {
    /// 签收: the department signs for the dispatch.
    sign at "/api/v1/dispatches/{id}/sign" takes NoBody<Signature>;

    /// 报到: the department reports for duty.
    report at "/api/v1/dispatches/{id}/report" takes OptionalBody<ReportForDuty>;

    /// 接单: the department takes the matter as its own.
    accept at "/api/v1/dispatches/{id}/accept" takes NoBody<Acceptance>;

    /// 处置措施: the department records what it does.
    measures at "/api/v1/dispatches/{id}/measures" takes Body<Measure>;

    /// 办理反馈: the department says that it is done.
    feedback at "/api/v1/dispatches/{id}/feedback" takes OptionalBody<Feedback>;
}
