//! What a resident can do with nothing but a number and its code.

use whistle_app::Rating;

crate::command::code_commands! {
    /// 评价: rate a closed case with its code, without an account.
    rate at "/api/v1/public/cases/{number}/rate" takes CodedRating = Coded<Rating>, answers OK "Rated";
}
