//! 核查, 回访, 结案, 评价: from the result to the resident's verdict.

use whistle_app::{Callback, Closing, Rating, Verification};

crate::command::case_commands! {
    /// 核查: is the handling good? Never by the handling unit.
    verify at "/api/v1/cases/{id}/verify" takes Body<Verification>;

    /// 回访: an attempt to ask the resident.
    callback at "/api/v1/cases/{id}/callback" takes Body<Callback>;

    /// 结案: ends the case, once the resident was asked.
    close at "/api/v1/cases/{id}/close" takes OptionalBody<Closing>;

    /// 评价: the resident rates their own case.
    rate at "/api/v1/cases/{id}/rate" takes Body<Rating>;
}
