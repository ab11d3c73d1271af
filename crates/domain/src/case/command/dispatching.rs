//! Who is sent, who takes over, and who comes together.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actor::Code;
use crate::case::DispatchRole;
use crate::policy::WhistleKind;
use crate::privacy::{ProtectedText, Sealed};

/// Send departments.
#[derive(Debug, Clone, PartialEq)]
pub struct IssueDispatches {
    /// Who must act; exactly one leads, nobody twice.
    pub targets: Vec<DispatchTarget>,
    /// What is asked of them.
    pub instruction: ProtectedText,
    /// The unit responsible by trade, from the routing.
    pub line_owner: Code,
    /// The unit responsible by territory, from the routing.
    pub territorial_owner: Code,
}

/// One department to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchTarget {
    /// The identity that its dispatch will have.
    pub dispatch: Uuid,
    /// The unit.
    pub department: Code,
    /// Its part.
    pub role: DispatchRole,
}

/// Change who is sent, or bring them together.
#[derive(Debug, Clone, PartialEq)]
pub enum Directing {
    /// 重新归类.
    Reclassify {
        /// Category from now on.
        category: Code,
        /// Kind from now on; the present one where it is not given.
        kind: Option<WhistleKind>,
        /// Why.
        reason: ProtectedText,
    },
    /// 无头事项: the owner leads until a unit is found whose duty it is.
    DeclareOrphan {
        /// The dispatch that the owner gets.
        dispatch: Uuid,
        /// The unit that owns orphan matters.
        owner: Code,
        /// The unit responsible by territory.
        territorial_owner: Code,
        /// Why.
        reason: ProtectedText,
    },
    /// Send further departments that help or are told.
    AddDispatches(IssueDispatches),
    /// 改派: another unit takes over.
    Transfer {
        /// Which dispatch.
        dispatch: Uuid,
        /// Who takes over.
        to: Takeover,
        /// Why.
        reason: ProtectedText,
    },
    /// A helping unit is not needed any more.
    Release {
        /// Which dispatch.
        dispatch: Uuid,
        /// Why.
        reason: ProtectedText,
    },
    /// 联合行动.
    ScheduleJointAction {
        /// The identity that it will have.
        action: Uuid,
        /// When they meet.
        meets_at: DateTime<Utc>,
        /// Where they meet.
        place: ProtectedText,
        /// What for.
        purpose: ProtectedText,
        /// Who must come; everybody who was sent, where nobody is named.
        units: Vec<Code>,
    },
    /// 签到.
    SignInJointAction {
        /// Which.
        action: Uuid,
        /// For which unit.
        unit: Code,
        /// Who came, sealed.
        person: Option<Sealed>,
    },
    /// The joint action is over.
    HoldJointAction {
        /// Which.
        action: Uuid,
        /// What came of it.
        result: ProtectedText,
    },
}

/// The unit that takes a dispatch over, and the identity of the dispatch that it gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takeover {
    /// The identity that its dispatch will have.
    pub dispatch: Uuid,
    /// The unit.
    pub department: Code,
}
