//! The accounts of the demo, and the file that tells how to come in.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use anyhow::Context;
use futures::{StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};
use whistle_app::Caller;
use whistle_domain::actor::{Code, Role};
use whistle_domain::organisation::Organisation;
use whistle_store::accounts::{Account, Accounts, AccountsError, NewUser};
use whistle_store::vault::Vault;

use super::private;

/// Where the accounts are told, in the data directory.
pub(super) const FILE: &str = "demo-accounts.json";
/// Residents with an account.
pub(super) const RESIDENTS: i64 = 8;
/// What the demo's tokens are called.
const TOKEN_LABEL: &str = "demo";
/// Accounts made at once: hashing a password keeps a core busy.
const AT_ONCE: usize = 4;
/// Random bytes of a password; five bits a character.
const PASSWORD_BYTES: usize = 20;
/// Letters and digits that are not mistaken for each other.
const ALPHABET: &[u8; 32] = b"Aabcdefghjkmnpqrstuvwxyz23456789";

/// An account of the demo.
struct Member {
    username: String,
    role: Role,
    unit: Option<Code>,
    area: Option<Code>,
    display_name: Option<String>,
    phone: Option<String>,
}

/// One line of the file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) role: Role,
    pub(super) username: String,
    pub(super) password: String,
    pub(super) token: String,
    pub(super) unit: Option<Code>,
}

pub(super) fn resident(number: i64) -> String {
    format!("resident{number:02}")
}

pub(super) fn resident_phone(number: i64) -> String {
    format!("19900000{:03}", 100 + number)
}

pub(super) fn community(unit: &str) -> String {
    format!("community-{unit}")
}

pub(super) fn grid_worker(unit: &str) -> String {
    format!("grid-{unit}")
}

pub(super) fn department(unit: &str) -> String {
    format!("dept-{unit}")
}

/// The name of a role that few have: the first one is called like the role itself.
pub(super) fn numbered(role: Role, number: usize) -> String {
    if number < 2 { role.code().to_owned() } else { format!("{}{number}", role.code()) }
}

/// The accounts of the demo by their user names, as callers. Makes those that are missing; issues all passwords and
/// tokens anew when the file that tells them is missing or tells of accounts that are not there.
pub(super) async fn assemble(
    accounts: &Accounts,
    vault: &Vault,
    organisation: &Organisation,
    departments: &BTreeSet<Code>,
    data_dir: &Path,
) -> anyhow::Result<HashMap<String, Caller>> {
    let members = members(organisation, departments);
    let mut known = HashMap::new();
    for member in &members {
        if let Some(account) = accounts.by_username(&member.username).await? {
            known.insert(member.username.clone(), account);
        }
    }
    let file = data_dir.join(FILE);
    if known.len() < members.len() || !file.exists() {
        let let_in = |member: Member| let_in(accounts, vault, known.get(&member.username).cloned(), member);
        let issued: Vec<Option<(Account, Entry)>> =
            futures::stream::iter(members.into_iter().map(let_in)).buffered(AT_ONCE).try_collect().await?;
        let (all, entries): (Vec<Account>, Vec<Entry>) = issued.into_iter().flatten().unzip();
        private::write(&file, &serde_json::to_vec_pretty(&entries)?)
            .context("the accounts cannot be told")?;
        known = all.into_iter().map(|account| (account.username.clone(), account)).collect();
    }
    Ok(known.into_iter().map(|(username, account)| (username, Caller::from(&account))).collect())
}

/// Makes the account, or gives it a new password and token. An account that was closed stays closed and untold.
async fn let_in(
    accounts: &Accounts,
    vault: &Vault,
    known: Option<Account>,
    member: Member,
) -> anyhow::Result<Option<(Account, Entry)>> {
    let password = password()?;
    let account = match known {
        Some(account) => {
            accounts.set_password(account.id, password.clone()).await?;
            for token in accounts.tokens_of(account.id).await? {
                if token.label == TOKEN_LABEL && token.revoked_at.is_none() {
                    accounts.revoke_token(token.id).await?;
                }
            }
            account
        }
        None => accounts.create_user(member.into_user(vault, password.clone()).await?).await?,
    };
    let token = match accounts.issue_token(account.id, TOKEN_LABEL, None).await {
        Ok(issued) => issued.token,
        Err(AccountsError::NoSuchAccount) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let (username, unit) = (account.username.clone(), account.unit.clone());
    let entry = Entry { role: account.role, username, password, token, unit };
    Ok(Some((account, entry)))
}

impl Member {
    async fn into_user(self, vault: &Vault, password: String) -> anyhow::Result<NewUser> {
        let subject = match &self.phone {
            Some(phone) => Some(vault.subject_for(Some(phone)).await?),
            None => None,
        };
        Ok(NewUser {
            username: self.username,
            password: Some(password),
            role: self.role,
            unit: self.unit,
            area_unit: self.area,
            display_name: self.display_name,
            subject,
        })
    }
}

/// Residents, and staff by the posts of the organisation: one grid worker for each community, and the departments that
/// are sent somewhere.
fn members(organisation: &Organisation, departments: &BTreeSet<Code>) -> Vec<Member> {
    let residents = (1..=RESIDENTS).map(|number| Member {
        username: resident(number),
        role: Role::Resident,
        unit: None,
        area: None,
        display_name: None,
        phone: Some(resident_phone(number)),
    });
    let mut members: Vec<Member> = residents.collect();
    let root = organisation.units().iter().find(|unit| unit.parent.is_none()).map(|unit| unit.code.clone());
    for post in &organisation.file().posts {
        let same_role = members.iter().filter(|member| member.role == post.role).count();
        let (username, area) = match post.role {
            Role::Department if departments.contains(&post.unit) => (department(&post.unit), None),
            Role::Department => continue,
            Role::Community => (community(&post.unit), Some(post.unit.clone())),
            Role::GridWorker => (grid_worker(&post.unit), Some(post.unit.clone())),
            Role::Dispatcher | Role::Hotline | Role::Admin => {
                (numbered(post.role, same_role + 1), root.clone())
            }
            role => (numbered(role, same_role + 1), None),
        };
        if members.iter().any(|member| member.username == username) {
            continue;
        }
        let display_name = organisation.person(&post.person).map(|person| person.name.clone());
        let unit = Some(post.unit.clone());
        members.push(Member { username, role: post.role, unit, area, display_name, phone: None });
    }
    members
}

/// A hundred random bits, as twenty characters.
fn password() -> anyhow::Result<String> {
    let mut bytes = [0_u8; PASSWORD_BYTES];
    getrandom::fill(&mut bytes).context("the system gives no random numbers")?;
    Ok(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
}
