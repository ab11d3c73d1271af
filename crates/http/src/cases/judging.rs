//! How a case ends otherwise than by the resident's word, what does not count, and looking back.

use whistle_app::{
    Exclusion, ExclusionRulingForm, ForcedClosing, ForcedClosingRuling, LookingBack, Reopening, ScoreAppeal,
    ScoreAppealRuling, Settlement,
};

crate::command::case_commands! {
    /// 不满意件销号: the exit of a dissatisfied case. Redone, analysed, extended or transferred; there is no fifth way.
    settle at "/api/v1/cases/{id}/settle" takes Body<Settlement>;

    /// 强制结案申请.
    request_forced_closing at "/api/v1/cases/{id}/request-forced-closing" takes Body<ForcedClosing>;

    /// 强制结案审批: never by whoever asked.
    rule_forced_closing at "/api/v1/cases/{id}/rule-forced-closing" takes Body<ForcedClosingRuling>;

    /// 剔除申请: the case should not count in the scores.
    request_exclusion at "/api/v1/cases/{id}/request-exclusion" takes Body<Exclusion>;

    /// 剔除审批: never by whoever asked. The case stays in sight.
    rule_exclusion at "/api/v1/cases/{id}/rule-exclusion" takes Body<ExclusionRulingForm>;

    /// 申诉: a unit contests what the case cost it.
    appeal_score at "/api/v1/cases/{id}/appeal-score" takes Body<ScoreAppeal>;

    /// 申诉处理.
    rule_score_appeal at "/api/v1/cases/{id}/rule-score-appeal" takes Body<ScoreAppealRuling>;

    /// 回头看: is it still good, weeks later? A relapse reopens the case.
    look_back at "/api/v1/cases/{id}/look-back" takes Body<LookingBack>;

    /// 重新办理: a closed case goes on.
    reopen at "/api/v1/cases/{id}/reopen" takes Body<Reopening>;
}
