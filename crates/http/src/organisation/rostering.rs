//! What the duty office changes: the roster.

use whistle_app::{CancelShift, New, NewShift, ShiftId};

super::command::organisation_commands! {
    /// 值班安排. Shifts of one unit do not overlap.
    set_duty_shift at "/api/v1/duty-shifts" takes Body<NewShift>, answers CREATED "Set";

    /// 值班取消: a shift to come does not take place, one under way ends now.
    cancel_duty_shift of ShiftId "id" "The shift" at "/api/v1/duty-shifts/{id}/cancel" takes NoBody<CancelShift>;
}
