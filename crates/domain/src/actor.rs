//! Who acts: an account with a role, posted in a unit.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an account may do. The names on the wire are those of the public contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 居民: raises whistles and rates results; sees only their own cases.
    Resident,
    /// 网格员: raises on behalf of residents, verifies results in the field.
    GridWorker,
    /// 社区: endorses, handles locally, verifies, calls back.
    Community,
    /// 热线: takes calls and calls residents back.
    Hotline,
    /// 派遣员: files cases and dispatches them.
    Dispatcher,
    /// 部门: answers the dispatches of its own unit.
    Department,
    /// 督查: sees everything, may close.
    Supervisor,
    /// 审计: reads everything, changes nothing.
    Auditor,
    /// 管理员: looks after accounts, organisation and policy.
    Admin,
    /// The service itself, for what no person does.
    System,
}

impl Role {
    /// Every role that an account can have, in the order in which they meet a case.
    pub const ACCOUNTS: [Self; 9] = [
        Self::Resident,
        Self::GridWorker,
        Self::Community,
        Self::Hotline,
        Self::Dispatcher,
        Self::Department,
        Self::Supervisor,
        Self::Auditor,
        Self::Admin,
    ];

    /// The name on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::GridWorker => "grid_worker",
            Self::Community => "community",
            Self::Hotline => "hotline",
            Self::Dispatcher => "dispatcher",
            Self::Department => "department",
            Self::Supervisor => "supervisor",
            Self::Auditor => "auditor",
            Self::Admin => "admin",
            Self::System => "system",
        }
    }

    /// The role with this name on the wire, if there is one that an account can have.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ACCOUNTS.into_iter().find(|role| role.code() == code)
    }

    /// Everybody but residents (and the service itself).
    pub const fn staff(self) -> bool {
        !matches!(self, Self::Resident | Self::System)
    }
}

/// A code of a unit, a grid or a category: short, printable, stable for ever.
pub type Code = String;

/// Whoever gives a command. Recorded with every event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account, or nil for somebody without one.
    pub id: Uuid,
    /// The role in which the account acted.
    pub role: Role,
    /// The unit in which the account is posted; residents have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Code>,
}

impl Actor {
    /// A resident without an account.
    pub const fn anonymous_resident() -> Self {
        Self { id: Uuid::nil(), role: Role::Resident, unit: None }
    }

    /// Whether this actor is posted in exactly this unit.
    pub fn posted_in(&self, unit: &str) -> bool {
        self.unit.as_deref() == Some(unit)
    }
}
