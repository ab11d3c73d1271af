//! Everybody who has something to do with a case, and some who have not.

use uuid::Uuid;
use whistle_domain::actor::Role;
use whistle_store::accounts::{Accounts, NewUser};
use whistle_store::vault::Vault;

use super::TestHouse;

/// The password of everybody who has one.
pub(crate) const PASSWORD: &str = "吹哨报到-correct-horse";

/// Somebody, with a token or (a stranger) without.
#[derive(Debug, Clone)]
pub(crate) struct Who {
    /// The name in tables and messages; also the user name.
    pub(crate) name: &'static str,
    pub(crate) token: Option<String>,
}

/// The cast. The case of a story lies in grid g01 of community s1-c1.
#[derive(Debug, Clone)]
pub(crate) struct People {
    pub(crate) nobody: Who,
    /// Has a data subject of their own.
    pub(crate) resident: Who,
    pub(crate) other_resident: Who,
    pub(crate) grid_worker: Who,
    pub(crate) community: Who,
    /// Posted in another street.
    pub(crate) other_community: Who,
    pub(crate) hotline: Who,
    pub(crate) dispatcher: Who,
    /// Leads in a story.
    pub(crate) housing: Who,
    /// Another officer of the same department.
    pub(crate) housing_colleague: Who,
    /// A co-handler in a story.
    pub(crate) urban: Who,
    /// Only told in a story.
    pub(crate) street: Who,
    /// A department with nothing to do in a story.
    pub(crate) police: Who,
    pub(crate) supervisor: Who,
    pub(crate) auditor: Who,
    pub(crate) admin: Who,
}

impl People {
    pub(crate) async fn settle(accounts: &Accounts, vault: &Vault) -> Self {
        let subject = vault.subject_for(Some("19911110001")).await.expect("a person");
        let staff = async |name, role, unit: &str, area: &str| {
            let post = (Some(unit.to_owned()), Some(area.to_owned()));
            settle(accounts, name, role, post, None).await
        };
        let resident =
            async |name, subject| settle(accounts, name, Role::Resident, (None, None), subject).await;
        Self {
            nobody: Who { name: "nobody", token: None },
            resident: resident("resident", Some(subject)).await,
            other_resident: resident("other_resident", None).await,
            grid_worker: staff("grid_worker", Role::GridWorker, "s1-c1", "s1-c1").await,
            community: staff("community", Role::Community, "s1-c1", "s1-c1").await,
            other_community: staff("other_community", Role::Community, "s2-c1", "s2-c1").await,
            hotline: staff("hotline", Role::Hotline, "d-dispatch", "yunqi").await,
            dispatcher: staff("dispatcher", Role::Dispatcher, "d-dispatch", "yunqi").await,
            housing: staff("housing", Role::Department, "d-housing", "yunqi").await,
            housing_colleague: staff("housing_colleague", Role::Department, "d-housing", "yunqi").await,
            urban: staff("urban", Role::Department, "d-urban", "yunqi").await,
            street: staff("street", Role::Department, "s1", "s1").await,
            police: staff("police", Role::Department, "d-police", "yunqi").await,
            supervisor: staff("supervisor", Role::Supervisor, "d-inspection", "yunqi").await,
            auditor: staff("auditor", Role::Auditor, "d-inspection", "yunqi").await,
            admin: staff("admin", Role::Admin, "d-dispatch", "yunqi").await,
        }
    }

    /// Everybody, the stranger first.
    pub(crate) fn all(&self) -> [&Who; 16] {
        [
            &self.nobody,
            &self.resident,
            &self.other_resident,
            &self.grid_worker,
            &self.community,
            &self.other_community,
            &self.hotline,
            &self.dispatcher,
            &self.housing,
            &self.housing_colleague,
            &self.urban,
            &self.street,
            &self.police,
            &self.supervisor,
            &self.auditor,
            &self.admin,
        ]
    }
}

impl TestHouse {
    /// Somebody more, posted in `unit` and responsible for its area.
    pub(crate) async fn newcomer(&self, name: &'static str, role: Role, unit: &str) -> Who {
        let post = (Some(unit.to_owned()), Some(unit.to_owned()));
        settle(self.app.accounts(), name, role, post, None).await
    }
}

async fn settle(
    accounts: &Accounts,
    name: &'static str,
    role: Role,
    (unit, area_unit): (Option<String>, Option<String>),
    subject: Option<Uuid>,
) -> Who {
    let user = NewUser {
        username: name.to_owned(),
        // Hashing is slow by design: only one of them has a password.
        password: (name == "dispatcher").then(|| PASSWORD.to_owned()),
        role,
        unit,
        area_unit,
        display_name: None,
        subject,
    };
    let account = accounts.create_user(user).await.expect("an account");
    let token = accounts.issue_token(account.id, "tests", None).await.expect("a token");
    Who { name, token: Some(token.token) }
}
