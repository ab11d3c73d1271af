//! Where a case stands.

use serde::{Deserialize, Serialize};

/// The main line of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    /// No such case yet.
    #[default]
    Unreported,
    /// 已吹哨: waits for the neighbourhood, or, in an emergency, for the dispatcher.
    Raised,
    /// 不予支持: the neighbourhood declined, with a reason.
    Declined,
    /// 已审核: the neighbourhood stands behind it.
    Endorsed,
    /// 就地化解: handled without departments; the resident is to be asked.
    HandledLocally,
    /// 已立案: category and policy version are pinned.
    Filed,
    /// 已派单: not every department has reported for duty yet.
    Dispatched,
    /// 处置中: all have reported.
    InHandling,
    /// 待核查: all have fed back.
    Verification,
    /// 待回访: handling was found good; the resident is to be asked.
    Callback,
    /// 不满意: the resident was asked and is not content; one of four exits must be chosen.
    Dissatisfied,
    /// 已结案.
    Closed,
    /// 不予受理: not a matter for this service.
    NotAccepted,
    /// 转引: another authority was named; on record.
    Diverted,
    /// 并案: goes on as part of another case.
    Merged,
    /// 已撤回, by the reporter.
    Withdrawn,
}

impl CaseStatus {
    /// Every status a case can have on the wire.
    pub const ALL: [Self; 15] = [
        Self::Raised,
        Self::Declined,
        Self::Endorsed,
        Self::HandledLocally,
        Self::Filed,
        Self::Dispatched,
        Self::InHandling,
        Self::Verification,
        Self::Callback,
        Self::Dissatisfied,
        Self::Closed,
        Self::NotAccepted,
        Self::Diverted,
        Self::Merged,
        Self::Withdrawn,
    ];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreported => "unreported",
            Self::Raised => "raised",
            Self::Declined => "declined",
            Self::Endorsed => "endorsed",
            Self::HandledLocally => "handled_locally",
            Self::Filed => "filed",
            Self::Dispatched => "dispatched",
            Self::InHandling => "in_handling",
            Self::Verification => "verification",
            Self::Callback => "callback",
            Self::Dissatisfied => "dissatisfied",
            Self::Closed => "closed",
            Self::NotAccepted => "not_accepted",
            Self::Diverted => "diverted",
            Self::Merged => "merged",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The status with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Nothing more will happen to the handling of this case, unless a closed one is reopened.
    pub const fn terminal(self) -> bool {
        self.final_word() || matches!(self, Self::Closed)
    }

    /// Nothing at all leads out of here.
    pub const fn final_word(self) -> bool {
        matches!(self, Self::Declined | Self::NotAccepted | Self::Diverted | Self::Merged | Self::Withdrawn)
    }
}
