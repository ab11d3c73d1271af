//! Yes or no.

use serde::Deserialize;
use utoipa::ToSchema;

/// The answer to what somebody else asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Yes.
    #[serde(alias = "approved")]
    Approve,
    /// No.
    #[serde(alias = "refused", alias = "reject")]
    Refuse,
}

impl Decision {
    pub(super) const fn approve(self) -> bool {
        matches!(self, Self::Approve)
    }
}
