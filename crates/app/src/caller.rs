//! Who calls.

use uuid::Uuid;
use whistle_domain::actor::{Actor, Code, Role};
use whistle_store::accounts::Account;

/// Somebody with an account, or a resident without one.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who acts; recorded with every event.
    pub actor: Actor,
    /// The unit whose area a member of staff may see; everything below it counts.
    pub area_unit: Option<Code>,
    /// A resident account's own data subject.
    pub subject: Option<Uuid>,
}

impl Caller {
    /// A resident without an account.
    pub const fn anonymous() -> Self {
        Self { actor: Actor::anonymous_resident(), area_unit: None, subject: None }
    }

    /// The role in which the caller acts.
    pub const fn role(&self) -> Role {
        self.actor.role
    }

    /// Whether the caller has an account.
    pub const fn known(&self) -> bool {
        !self.actor.id.is_nil()
    }
}

impl From<&Account> for Caller {
    fn from(account: &Account) -> Self {
        Self { actor: account.actor(), area_unit: account.area_unit.clone(), subject: account.subject }
    }
}
