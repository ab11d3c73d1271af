//! What a resident can do with nothing but a number and its code.

use whistle_app::{Amendment, Rating, Withdrawal};

crate::command::code_commands! {
    /// 评价: rate a closed case with its code, without an account.
    rate at "/api/v1/public/cases/{number}/rate" takes CodedRating = Coded<Rating>, answers OK "Rated";

    /// 补充更正: put one's report right with its code, without an account.
    amend at "/api/v1/public/cases/{number}/amend" takes CodedAmendment = Coded<Amendment>, answers OK "Amended";

    /// 撤回: take one's whistle back with its code, before departments are sent.
    withdraw at "/api/v1/public/cases/{number}/withdraw" takes CodedWithdrawal = Coded<Withdrawal>, answers OK "Withdrawn";
}
