//! Other systems that are told what happens: what administrators do with them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::Code;

/// Systems that are told at the same time, at most.
pub const INTEGRATIONS_MAX: usize = 20;

/// A system is told from now on. It is written down before anything is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationOpened {
    /// Names it for ever.
    pub integration: Uuid,
    /// The machine that is told, with the port where it is not the usual one. The whole address may hold a secret, and is
    /// not in the log.
    pub host: String,
    /// The unit whose cases it is told of; none: everybody's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Code>,
    /// The types of events it is told of; none: every type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub event_types: Vec<String>,
    /// It is told what stands after this position of the log.
    pub after: i64,
}

/// Why a system is not told for the time being.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseCause {
    /// An administrator asked for it.
    Asked,
    /// It has taken nothing for so long that the service gave up.
    Failing,
}

impl PauseCause {
    /// A stable name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Failing => "failing",
        }
    }

    /// The cause of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Asked, Self::Failing].into_iter().find(|cause| cause.code() == code)
    }
}

/// A system is not told any more, until somebody resumes it. What happens meanwhile waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationPaused {
    /// Which.
    pub integration: Uuid,
    /// Why.
    pub cause: PauseCause,
}

/// A system is told again, beginning with what waited. It is written down before anything is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationResumed {
    /// Which.
    pub integration: Uuid,
}

/// A system is told once more what stands after a position. It is written down before anything is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationReplayed {
    /// Which.
    pub integration: Uuid,
    /// It goes on after this position of the log.
    pub after: i64,
}

/// Deliveries are signed with another secret. It is written down before the new one signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationSecretReplaced {
    /// Which.
    pub integration: Uuid,
}

/// A system is told no more, for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationClosed {
    /// Which.
    pub integration: Uuid,
}
