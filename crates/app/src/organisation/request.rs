//! The one way from a request to a change of the organisation: authorise → check → seal → decide → append → put in
//! force. Each kind of request only says how it becomes a command.

use std::future::Future;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::actor::Code;
use whistle_domain::organisation::history::OrganisationCommand;

use super::OrganisationCommitted;
use crate::access::Operation;
use crate::cases::CommandContext;
use crate::{App, AppError, Caller};

/// Something that can be asked about the organisation; `About` is what the path of the request names.
pub trait OrganisationRequest<About>: Send + Sized {
    /// What it is; the roles that may ask for it follow.
    const OPERATION: Operation = Operation::Organise;

    /// Checks the request and turns it into a command of the domain, with what the answer calls the thing: a code, or
    /// the identity of a post or shift.
    fn command(
        self,
        about: About,
        app: &App,
    ) -> impl Future<Output = Result<(String, OrganisationCommand), AppError>> + Send;
}

/// What is not there yet: the request itself says what it is about.
#[derive(Debug)]
pub struct New;
/// The unit that a path names.
#[derive(Debug)]
pub struct UnitCode(pub Code);
/// The grid that a path names.
#[derive(Debug)]
pub struct GridCode(pub Code);
/// The person whom a path names.
#[derive(Debug)]
pub struct PersonCode(pub Code);
/// The identity of a post, as a path has it. What is no identity names nothing.
#[derive(Debug)]
pub struct PostId(pub String);
/// The identity of a shift, as a path has it. What is no identity names nothing.
#[derive(Debug)]
pub struct ShiftId(pub String);

/// When something ends.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct Ending {
    /// Until when it holds; now where nothing is said.
    pub valid_to: Option<DateTime<Utc>>,
}

impl App {
    /// Carries out a request on the organisation.
    pub async fn on_organisation<About: Send, R: OrganisationRequest<About>>(
        &self,
        caller: &Caller,
        about: About,
        request: R,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        R::OPERATION.authorise(caller)?;
        let (id, command) = request.command(about, self).await?;
        self.organise(caller, id, command, context).await
    }
}
