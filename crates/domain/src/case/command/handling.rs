//! What departments do with their dispatches, what they ask for, and what is decided.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actor::Code;
use crate::policy::Limit;
use crate::privacy::{ProtectedText, Sealed};

/// What a department does with its dispatch.
#[derive(Debug, Clone, PartialEq)]
pub enum DispatchAction {
    /// 签收.
    Sign,
    /// 报到.
    ReportForDuty {
        /// Where.
        place: ProtectedText,
        /// Who, sealed.
        person: Option<Sealed>,
        /// When they arrived; now where it is not said.
        arrived_at: Option<DateTime<Utc>>,
    },
    /// 接单.
    Accept,
    /// 处置措施.
    RecordMeasure {
        /// What was done.
        measure: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
    },
    /// 办理反馈.
    SubmitFeedback {
        /// The result.
        result: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
    },
    /// 联系诉求人.
    ContactResident {
        /// What was said.
        note: ProtectedText,
    },
    /// 退单申请.
    RequestReturn {
        /// The identity that the request will have.
        request: Uuid,
        /// The item of the duty list, or the fact of the boundary, that it rests on.
        basis: ProtectedText,
        /// Why.
        reason: ProtectedText,
        /// Whose duty it is instead.
        proposed_unit: Option<Code>,
    },
    /// 延期申请.
    RequestExtension {
        /// The identity that the request will have.
        request: Uuid,
        /// How much longer.
        length: Limit,
        /// Why.
        reason: ProtectedText,
    },
    /// 逾期说明.
    ExplainOverdue {
        /// 逾期原因.
        reason: ProtectedText,
        /// 已采取的措施.
        measures_taken: ProtectedText,
        /// 下一步计划.
        next_plan: ProtectedText,
    },
}

/// Decide what a department asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum DispatchRuling {
    /// On its return request.
    Return {
        /// Whether it may hand the dispatch back.
        approve: bool,
        /// Why; kept as a precedent.
        reason: ProtectedText,
        /// The identity that the new unit's dispatch will have.
        dispatch: Uuid,
        /// Whose duty it is found to be; the proposed unit where none is named.
        unit: Option<Code>,
    },
    /// On its extension request.
    Extension {
        /// Whether it gets more time.
        approve: bool,
        /// Why; told to the resident.
        reason: ProtectedText,
    },
}
