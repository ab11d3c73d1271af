//! 开通账号: for a colleague, or for another system.

use async_recursion::async_recursion as boxed;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::access::{
    AccessBook, AccessCommand, AccessEvent, AccessRefusal, AccountOpened, needs_unit, unit_fits,
};
use whistle_domain::actor::Role;
use whistle_domain::organisation::Organisation;
use whistle_domain::privacy::redact;
use whistle_store::accounts::{AccountsError, NewUser, RegisteredAccount};
use whistle_store::ids::new_id;
use whistle_store::log::Executed;

use super::{AccessCommitted, AccountItem, password_for};
use crate::access::Operation;
use crate::cases::CommandContext;
use crate::protect::Fields;
use crate::{App, AppError, Caller};

/// Characters of the name that colleagues see, at most.
const NAME_CHARS_MAX: usize = 64;

/// An account to be opened. The service makes its password.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAccount {
    /// The name to sign in with: 2 to 64 letters, digits, dots, dashes and underscores; capitals are made small. It
    /// belongs to this account for ever.
    pub username: String,
    /// What the account may do: `resident`, `grid_worker`, `community`, `hotline`, `dispatcher`, `department`,
    /// `supervisor`, `auditor` or `admin`.
    pub role: String,
    /// The unit in which it is posted. Everybody needs one but residents, who have none, and supervisors, auditors and
    /// administrators.
    pub unit: Option<String>,
    /// The unit whose area it sees, where that is another than its own.
    pub area: Option<String>,
    /// What colleagues see. Residents have none.
    pub display_name: Option<String>,
}

/// An account that was opened, with its password, told this once.
#[derive(Serialize, ToSchema)]
pub struct OpenedAccount {
    /// The account.
    #[serde(flatten)]
    pub account: AccountItem,
    /// The password. Nothing when the request was carried out before: it was told then.
    pub password: Option<String>,
}

impl App {
    /// 开通账号. What an earlier attempt with the same key wrote down and did not do is done now.
    #[boxed]
    pub async fn open_account(
        &self,
        caller: &Caller,
        request: NewAccount,
        context: &CommandContext,
    ) -> Result<AccessCommitted<OpenedAccount>, AppError> {
        Operation::KeepAccounts.authorise(caller)?;
        let username = request.username.trim().to_lowercase();
        let judged = request.checked(&self.reference().organisation);
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let given = self.access.given_before(&meta).await?;
        if let Some(executed) = &given
            && let Some(known) = self.made_by(executed, &username).await?
        {
            // Whatever became of its unit meanwhile: the first answer again.
            let account = AccountItem::of(known, self.clock.now());
            return Ok(AccessCommitted::new(OpenedAccount { account, password: None }, executed));
        }
        let user = judged?;
        let executed = if let Some(executed) = given {
            executed
        } else {
            if self.accounts.registered_as(&user.username).await?.is_some() {
                return Err(AccessRefusal::UsernameTaken.into());
            }
            let (unit, area) = (user.unit.clone(), user.area_unit.clone());
            let opened = AccountOpened { account: new_id(), role: user.role, unit, area };
            self.access.execute(AccessCommand::Open(opened), meta).await?
        };
        let password = password_for(&user.username);
        let user = NewUser { password: Some(password.clone()), ..user };
        self.accounts.create_user_as(account_of(&executed)?, user).await?;
        let account = AccountItem::of(self.account_named(&username).await?, self.clock.now());
        Ok(AccessCommitted::new(OpenedAccount { account, password: Some(password) }, &executed))
    }

    /// The account that was written down, if it was made.
    async fn made_by(
        &self,
        executed: &Executed<AccessBook>,
        username: &str,
    ) -> Result<Option<RegisteredAccount>, AppError> {
        let opened = account_of(executed)?;
        let known = self.accounts.registered_as(username).await?;
        Ok(known.filter(|known| known.account.id == opened))
    }
}

/// The account that was written down.
fn account_of(executed: &Executed<AccessBook>) -> Result<Uuid, AppError> {
    let opened = executed.events.iter().find_map(|event| match event {
        AccessEvent::AccountOpened(opened) => Some(opened.account),
        _ => None,
    });
    opened.ok_or(AppError::KeyReused)
}

impl NewAccount {
    /// The account, without a password, when everything about it can be accepted.
    fn checked(self, organisation: &Organisation) -> Result<NewUser, AppError> {
        let mut fields = Fields::default();
        let username = self.username.trim().to_lowercase();
        if redact(&username).found {
            fields.refuse("/username", "personal_data", "a user name is no telephone number");
        }
        let role = Role::from_code(&self.role);
        if role.is_none() {
            fields.refuse("/role", "unknown_role", "an account cannot have this role");
        }
        let unit = known_unit(&mut fields, organisation, "/unit", self.unit.as_deref());
        let area = known_unit(&mut fields, organisation, "/area", self.area.as_deref());
        let display_name =
            fields.optional_line("/display_name", self.display_name.as_deref(), NAME_CHARS_MAX);
        let display_name = display_name.map(crate::protect::CleanText::into_text);
        let user = NewUser {
            username,
            password: None,
            role: role.unwrap_or(Role::Resident),
            unit,
            area_unit: area,
            display_name,
            subject: None,
        };
        if role.is_some() {
            posted_well(&mut fields, organisation, &user);
        }
        // Everything else about the account was judged above, field by field.
        if matches!(user.admissible(), Err(AccountsError::UsernameInvalid)) {
            let allowed = "a user name has 2 to 64 letters, digits, dots, dashes and underscores, and is no row of signs";
            fields.refuse("/username", "bad_username", allowed);
        }
        fields.finish()?;
        user.admissible().map_err(AppError::internal)?;
        Ok(user)
    }
}

/// A unit that may be left out.
fn known_unit(
    fields: &mut Fields,
    organisation: &Organisation,
    pointer: &str,
    code: Option<&str>,
) -> Option<String> {
    let code = code.map(str::trim).filter(|code| !code.is_empty())?;
    if organisation.unit(code).is_none() {
        fields.refuse(pointer, "unknown_unit", "there is no such unit");
    }
    Some(code.to_owned())
}

/// Whether role and post agree.
fn posted_well(fields: &mut Fields, organisation: &Organisation, user: &NewUser) {
    let given = [("/unit", &user.unit), ("/area", &user.area_unit), ("/display_name", &user.display_name)];
    if user.role == Role::Resident {
        for (pointer, _) in given.iter().filter(|(_, given)| given.is_some()) {
            fields.refuse(pointer, "contradiction", "a resident's account has no unit, area or name");
        }
        return;
    }
    let kind = |code: Option<&str>| code.and_then(|code| organisation.unit(code)).map(|unit| unit.kind);
    if user.unit.is_none() && needs_unit(user.role) {
        fields.refuse("/unit", "missing", "an account of this role needs a unit");
    }
    if kind(user.unit.as_deref()).is_some_and(|kind| !unit_fits(user.role, kind)) {
        fields.refuse("/unit", "unfit_unit", "no account of this role is posted in a unit of this kind");
    }
    if kind(user.area_unit.as_deref()).is_some_and(|kind| !kind.territorial()) {
        fields.refuse("/area", "unfit_unit", "an area is that of a unit on the map");
    }
}
