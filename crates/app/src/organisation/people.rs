//! People, their posts, and the leaders among them.

use chrono::{DateTime, Utc};
use whistle_domain::actor::{Code, Role};
use whistle_domain::organisation::history::{OrganisationCommand, Period};
use whistle_domain::organisation::{Leader, Post};
use whistle_store::ids::new_id;
use whistle_store::organisation::PersonTold;

use super::{OrganisationCommitted, identity};
use crate::access::Operation;
use crate::cases::CommandContext;
use crate::protect::Fields;
use crate::{App, AppError, Caller};

/// Characters of somebody's name, at most.
const NAME_CHARS_MAX: usize = 50;

/// Somebody's name and number.
#[derive(Clone)]
pub struct PersonInput {
    /// Their name.
    pub name: String,
    /// Where they are reached on duty.
    pub phone: Option<String>,
}

/// A post for somebody.
#[derive(Debug, Clone)]
pub struct PostInput {
    /// Who.
    pub person: Code,
    /// Where.
    pub unit: Code,
    /// What they may do in the service.
    pub role: String,
    /// What the post is called.
    pub title: String,
    /// The grid that they look after.
    pub grid: Option<Code>,
    /// 主责任人.
    pub responsible: bool,
    /// From when to when.
    pub period: Period,
}

/// A leader for a unit.
#[derive(Debug, Clone)]
pub struct LeaderInput {
    /// Who.
    pub person: Code,
    /// Which unit.
    pub unit: Code,
    /// From when to when.
    pub period: Period,
}

impl App {
    /// 人员登记.
    pub async fn register_person(
        &self,
        caller: &Caller,
        code: Code,
        input: PersonInput,
        period: Period,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let mut fields = Fields::default();
        let code = fields.code("/code", &code);
        let told = told(&mut fields, &input);
        fields.finish()?;
        let details = self.organisation.seal_person(None, &told).await?;
        let command = OrganisationCommand::RegisterPerson(code.clone(), details, period);
        self.organise(caller, code, command, context).await
    }

    /// 人员变更: name and number as they are from then on.
    pub async fn change_person(
        &self,
        caller: &Caller,
        code: Code,
        input: PersonInput,
        valid_from: Option<DateTime<Utc>>,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let mut fields = Fields::default();
        let told = told(&mut fields, &input);
        fields.finish()?;
        let (history, _) = self.organisation_now().await?;
        let known = history.person(&code).and_then(|timeline| timeline.latest());
        let subject = known.ok_or(AppError::NotFound)?.subject;
        let details = self.organisation.seal_person(Some(subject), &told).await?;
        let command = OrganisationCommand::ChangePerson(code.clone(), details, valid_from);
        self.organise(caller, code, command, context).await
    }

    /// 人员离任.
    pub async fn person_leaves(
        &self,
        caller: &Caller,
        code: Code,
        valid_to: Option<DateTime<Utc>>,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let command = OrganisationCommand::PersonLeaves(code.clone(), valid_to);
        self.organise(caller, code, command, context).await
    }

    /// 任职.
    pub async fn give_post(
        &self,
        caller: &Caller,
        input: PostInput,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let mut fields = Fields::default();
        let title = fields.public_name("/title", &input.title);
        let role = Role::from_code(&input.role).filter(|role| role.staff());
        if role.is_none() {
            fields.refuse("/role", "unknown_role", "the role is not one of staff");
        }
        fields.finish()?;
        let post = Post {
            person: input.person,
            unit: input.unit,
            role: role.ok_or(AppError::NotFound)?,
            title,
            grid: input.grid,
            responsible: input.responsible,
        };
        let id = new_id();
        let command = OrganisationCommand::GivePost(id, post, input.period);
        self.organise(caller, id.to_string(), command, context).await
    }

    /// 免职.
    pub async fn end_post(
        &self,
        caller: &Caller,
        id: &str,
        valid_to: Option<DateTime<Utc>>,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let command = OrganisationCommand::EndPost(identity(id)?, valid_to);
        self.organise(caller, id.to_owned(), command, context).await
    }

    /// 联点.
    pub async fn link_leader(
        &self,
        caller: &Caller,
        input: LeaderInput,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let id = input.person.clone();
        let leader = Leader { person: input.person, unit: input.unit };
        self.organise(caller, id, OrganisationCommand::LinkLeader(leader, input.period), context).await
    }

    /// 不再联点.
    pub async fn unlink_leader(
        &self,
        caller: &Caller,
        input: LeaderInput,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let id = input.person.clone();
        let leader = Leader { person: input.person, unit: input.unit };
        self.organise(caller, id, OrganisationCommand::UnlinkLeader(leader, input.period.to), context).await
    }
}

fn told(fields: &mut Fields, input: &PersonInput) -> PersonTold {
    let name = fields.line("/name", &input.name, NAME_CHARS_MAX);
    let phone = fields.phone("/phone", input.phone.as_deref());
    PersonTold { name: name.into_text(), phone }
}
