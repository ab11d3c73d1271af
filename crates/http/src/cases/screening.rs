//! 受理: putting a report right, and ending a case before departments are sent.

use whistle_app::{Amendment, Diversion, Linking, Merging, NotAccepting, Withdrawal};

crate::command::case_commands! {
    /// 补充更正: the reporter puts the report right; what it said before stays in the history.
    amend at "/api/v1/cases/{id}/amend" takes Body<Amendment>;

    /// 撤回: the reporter takes the whistle back, before departments are sent.
    withdraw at "/api/v1/cases/{id}/withdraw" takes Body<Withdrawal>;

    /// 不予受理: not a matter for this service, on one of nine grounds. The reason is told to the resident.
    not_accept at "/api/v1/cases/{id}/not-accept" takes Body<NotAccepting>;

    /// 转引: another authority must be asked. The case stays on record.
    divert at "/api/v1/cases/{id}/divert" takes Body<Diversion>;

    /// 关联: another case has to do with this one.
    link at "/api/v1/cases/{id}/link" takes Body<Linking>;

    /// 并案: the case goes on as part of another. Everybody who complained here is kept there.
    merge at "/api/v1/cases/{id}/merge" takes Body<Merging>;
}
