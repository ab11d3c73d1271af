//! 立案, 派单: from a whistle to the departments that must act.

use whistle_app::{Dispatches, Filing};

crate::command::case_commands! {
    /// 立案: pins category, kind and policy version. Dispatching does it by itself where it was not done.
    file at "/api/v1/cases/{id}/file" takes OptionalBody<Filing>;

    /// 派单: send departments. Their clocks start at once. Files the case first where that was not done.
    dispatch at "/api/v1/cases/{id}/dispatches" takes Body<Dispatches>, answers CREATED "Dispatched";
}
