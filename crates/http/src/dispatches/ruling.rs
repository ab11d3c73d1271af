//! Decisions on dispatches by those above them.

use whistle_app::{ExtensionRuling, Release, ReturnRulingForm, Transfer};

crate::command::dispatch_commands! {
    /// 退单审批. The second request of a case is decided finally, by the senior level.
    rule_return at "/api/v1/dispatches/{id}/rule-return" takes Body<ReturnRulingForm>;

    /// 延期审批: never by whoever asked. The resident is told.
    rule_extension at "/api/v1/dispatches/{id}/rule-extension" takes Body<ExtensionRuling>;

    /// 改派: another unit takes over. The end of the clock does not move.
    transfer at "/api/v1/dispatches/{id}/transfer" takes Body<Transfer>;

    /// A helping unit is not needed any more.
    release at "/api/v1/dispatches/{id}/release" takes Body<Release>;
}
