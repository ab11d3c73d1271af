//! People, their posts, and the leaders among them.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::actor::Role;
use whistle_domain::organisation::history::{OrganisationCommand, Period};
use whistle_domain::organisation::{Leader, Post};
use whistle_store::ids::new_id;
use whistle_store::organisation::PersonTold;

use super::identity;
use super::request::{Ending, New, OrganisationRequest, PersonCode, PostId};
use crate::protect::Fields;
use crate::{App, AppError};

/// Characters of somebody's name, at most.
const NAME_CHARS_MAX: usize = 50;

/// Somebody new. Name and number are sealed before they go anywhere.
#[derive(Deserialize, ToSchema)]
pub struct NewPerson {
    /// 1 to 40 letters, digits, `_` or `-`; given once and for ever, and no name.
    pub code: String,
    /// Their name.
    pub name: String,
    /// Where they are reached on duty.
    pub phone: Option<String>,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, for who is here for a time.
    pub valid_to: Option<DateTime<Utc>>,
}

impl OrganisationRequest<New> for NewPerson {
    async fn command(self, _: New, app: &App) -> Result<(String, OrganisationCommand), AppError> {
        let mut fields = Fields::default();
        let code = fields.code("/code", &self.code);
        let told = told(&mut fields, &self.name, self.phone.as_deref());
        fields.finish()?;
        let details = app.organisation.seal_person(None, &told).await?;
        let period = Period { from: self.valid_from, to: self.valid_to };
        Ok((code.clone(), OrganisationCommand::RegisterPerson(code, details, period)))
    }
}

/// Name and number as they are from then on.
#[derive(Deserialize, ToSchema)]
pub struct OtherPerson {
    /// Their name.
    pub name: String,
    /// Where they are reached on duty; nothing means nowhere.
    pub phone: Option<String>,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
}

impl OrganisationRequest<PersonCode> for OtherPerson {
    async fn command(
        self,
        PersonCode(code): PersonCode,
        app: &App,
    ) -> Result<(String, OrganisationCommand), AppError> {
        let mut fields = Fields::default();
        let told = told(&mut fields, &self.name, self.phone.as_deref());
        fields.finish()?;
        let (history, _) = app.organisation_now().await?;
        let known = history.person(&code).and_then(|timeline| timeline.latest());
        let subject = known.ok_or(AppError::NotFound)?.subject;
        let details = app.organisation.seal_person(Some(subject), &told).await?;
        Ok((code.clone(), OrganisationCommand::ChangePerson(code, details, self.valid_from)))
    }
}

impl OrganisationRequest<PersonCode> for Ending {
    async fn command(
        self,
        PersonCode(code): PersonCode,
        _: &App,
    ) -> Result<(String, OrganisationCommand), AppError> {
        Ok((code.clone(), OrganisationCommand::PersonLeaves(code, self.valid_to)))
    }
}

/// A post for somebody; one person may hold several.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPost {
    /// Who.
    pub person: String,
    /// Where.
    pub unit: String,
    /// What they may do in the service: `grid_worker`, `community`, `dispatcher`, `department`, ….
    pub role: String,
    /// What the post is called: 网格长, 楼栋长, 经办人.
    pub title: String,
    /// The grid that they look after.
    pub grid: Option<String>,
    /// 主责任人: answers for the grid. Every leaf grid should have exactly one.
    #[serde(default)]
    pub responsible: bool,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, where that is known beforehand.
    pub valid_to: Option<DateTime<Utc>>,
}

impl OrganisationRequest<New> for NewPost {
    async fn command(self, _: New, _: &App) -> Result<(String, OrganisationCommand), AppError> {
        let mut fields = Fields::default();
        let title = fields.public_name("/title", &self.title);
        let role = Role::from_code(&self.role).filter(|role| role.staff());
        if role.is_none() {
            fields.refuse("/role", "unknown_role", "the role is not one of staff");
        }
        fields.finish()?;
        let role = role.ok_or(AppError::NotFound)?;
        let Self { person, unit, grid, responsible, .. } = self;
        let post = Post { person, unit, role, title, grid, responsible };
        let period = Period { from: self.valid_from, to: self.valid_to };
        let id = new_id();
        Ok((id.to_string(), OrganisationCommand::GivePost(id, post, period)))
    }
}

impl OrganisationRequest<PostId> for Ending {
    async fn command(self, PostId(id): PostId, _: &App) -> Result<(String, OrganisationCommand), AppError> {
        let command = OrganisationCommand::EndPost(identity(&id)?, self.valid_to);
        Ok((id, command))
    }
}

/// 包案领导、联点领导: who looks after which unit.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LeaderLink {
    /// Who.
    pub person: String,
    /// Which unit.
    pub unit: String,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, where that is known beforehand.
    pub valid_to: Option<DateTime<Utc>>,
}

impl OrganisationRequest<New> for LeaderLink {
    async fn command(self, _: New, _: &App) -> Result<(String, OrganisationCommand), AppError> {
        let period = Period { from: self.valid_from, to: self.valid_to };
        let leader = Leader { person: self.person, unit: self.unit };
        Ok((leader.person.clone(), OrganisationCommand::LinkLeader(leader, period)))
    }
}

/// Who looks after which unit no longer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LeaderUnlink {
    /// Who.
    pub person: String,
    /// Which unit.
    pub unit: String,
    /// Until when; now where nothing is said.
    pub valid_to: Option<DateTime<Utc>>,
}

impl OrganisationRequest<New> for LeaderUnlink {
    async fn command(self, _: New, _: &App) -> Result<(String, OrganisationCommand), AppError> {
        let leader = Leader { person: self.person, unit: self.unit };
        Ok((leader.person.clone(), OrganisationCommand::UnlinkLeader(leader, self.valid_to)))
    }
}

fn told(fields: &mut Fields, name: &str, phone: Option<&str>) -> PersonTold {
    let name = fields.line("/name", name, NAME_CHARS_MAX);
    let phone = fields.phone("/phone", phone);
    PersonTold { name: name.into_text(), phone }
}
