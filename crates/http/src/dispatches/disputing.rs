//! 退单与延期: what a unit asks for about its dispatch.

use whistle_app::{Contact, ExtensionRequest, OverdueForm, ReturnRequest};

crate::command::dispatch_commands! {
    /// 联系诉求人: the resident knows who looks after it.
    contact at "/api/v1/dispatches/{id}/contact" takes Body<Contact>;

    /// 退单申请: not our duty. Before accepting, once, within a working day, and never in an emergency.
    request_return at "/api/v1/dispatches/{id}/request-return" takes Body<ReturnRequest>;

    /// 延期申请: before the clock runs out.
    request_extension at "/api/v1/dispatches/{id}/request-extension" takes Body<ExtensionRequest>;

    /// 逾期说明: why it is late, what was done, what comes next.
    explain_overdue at "/api/v1/dispatches/{id}/explain-overdue" takes Body<OverdueForm>;
}
