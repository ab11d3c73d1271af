//! The one way from a request to a command: authorise → find the case → answer what was answered before → check →
//! seal → decide → append. Each kind of request only says how it becomes a command.

use std::future::Future;

use uuid::Uuid;
use whistle_domain::case::{Case, CaseCommand, Dispatch, DispatchAction};

use super::{CaseDesk, CommandContext, Committed};
use crate::access::Operation;
use crate::{App, AppError, Caller};

/// Something that can be asked of a case.
pub trait CaseRequest: Send + Sized {
    /// What it is; the roles that may ask for it follow.
    const OPERATION: Operation;
    /// Whether it holds only for the case as it was when the request came: for what is done elsewhere on the way.
    const PINNED: bool = false;

    /// Checks the request and turns it into a command of the domain.
    fn command(self, desk: &mut CaseDesk<'_>) -> impl Future<Output = Result<CaseCommand, AppError>> + Send;
}

/// A request that whoever holds the case's query code may make too, with or without an account.
pub trait CodeRequest: CaseRequest {}

/// Something that can be asked of one dispatch.
pub trait DispatchRequest: Send + Sized {
    /// What it is; the roles that may ask for it follow.
    const OPERATION: Operation;
    /// Whose business it is.
    const BY: DispatchParty;

    /// Checks the request and turns it into a command of the domain.
    fn command(
        self,
        dispatch: &Dispatch,
        desk: &mut CaseDesk<'_>,
    ) -> impl Future<Output = Result<CaseCommand, AppError>> + Send;
}

/// What a unit does with its own dispatch.
pub trait DispatchAnswer: Send + Sized {
    /// Checks the request and turns it into an action of the domain.
    fn action(self, desk: &mut CaseDesk<'_>)
    -> impl Future<Output = Result<DispatchAction, AppError>> + Send;
}

impl<R: DispatchAnswer> DispatchRequest for R {
    const OPERATION: Operation = Operation::Answer;
    const BY: DispatchParty = DispatchParty::OwnUnit;

    async fn command(self, dispatch: &Dispatch, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let action = self.action(desk).await?;
        Ok(CaseCommand::OnDispatch { dispatch: dispatch.id, action })
    }
}

/// Who, among those who see a case, deals with one of its dispatches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DispatchParty {
    /// The unit that was sent. For other units the dispatch does not exist.
    OwnUnit,
    /// Whoever sees the case: those who send departments, and those who watch over them.
    Overseer,
}

impl DispatchParty {
    fn includes(self, caller: &Caller, dispatch: &Dispatch) -> bool {
        match self {
            Self::OwnUnit => caller.actor.posted_in(&dispatch.department),
            Self::Overseer => true,
        }
    }
}

impl App {
    /// Carries out a request on a case that the caller sees.
    pub async fn on_case<R: CaseRequest>(
        &self,
        caller: &Caller,
        id: Uuid,
        request: R,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        R::OPERATION.authorise(caller)?;
        let (case, version) = self.visible_case(caller, id).await?;
        self.carry_out(caller, Found { id, case: &case, version }, request, context).await
    }

    /// Carries out a request on a dispatch that is the caller's business.
    pub async fn on_dispatch<R: DispatchRequest>(
        &self,
        caller: &Caller,
        dispatch_id: Uuid,
        request: R,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        R::OPERATION.authorise(caller)?;
        let id = self.case_of_dispatch(dispatch_id).await?;
        let (case, version) = self.visible_case(caller, id).await?;
        let dispatch = case.dispatch(dispatch_id).filter(|dispatch| R::BY.includes(caller, dispatch));
        let dispatch = dispatch.ok_or(AppError::NotFound)?;
        let request = OnDispatch { dispatch, request };
        self.carry_out(caller, Found { id, case: &case, version }, request, context).await
    }

    /// Carries out a request of whoever holds the case's query code: the code stands for role and visibility.
    pub async fn on_case_by_code<R: CodeRequest>(
        &self,
        caller: &Caller,
        number: &str,
        code: &str,
        request: R,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let (id, case, version) = self.case_by_code(number, code).await?;
        self.carry_out(caller, Found { id, case: &case, version }, request, context).await
    }

    async fn carry_out<R: CaseRequest>(
        &self,
        caller: &Caller,
        Found { id, case, version }: Found<'_>,
        request: R,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        if let Some(first) = self.answered_before(caller, id, context).await? {
            return Ok(first);
        }
        // The append asks again. Here it keeps a request that comes too late from doing anything on the way there:
        // merging writes to another case first.
        if context.if_match.is_some_and(|seen| seen != version) {
            return Err(AppError::Stale { current: version });
        }
        let mut desk = CaseDesk::new(self, caller, id, case);
        let command = request.command(&mut desk).await?;
        // Whatever was found wrong counts, also where the request has nothing to seal.
        desk.checked()?;
        if !R::PINNED || context.if_match.is_some() {
            return self.commit(caller, id, command, context).await;
        }
        let pinned = CommandContext { if_match: Some(version), ..context.clone() };
        self.commit(caller, id, command, &pinned).await.map_err(|error| match error {
            // The client named no version: to them, others were faster.
            AppError::Stale { .. } => AppError::Contended,
            error => error,
        })
    }
}

/// The case of a request, as it was when the request came.
#[derive(Clone, Copy)]
struct Found<'a> {
    id: Uuid,
    case: &'a Case,
    version: u32,
}

/// A request on a dispatch is one on its case.
struct OnDispatch<'a, R> {
    dispatch: &'a Dispatch,
    request: R,
}

impl<R: DispatchRequest> CaseRequest for OnDispatch<'_, R> {
    const OPERATION: Operation = R::OPERATION;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        self.request.command(self.dispatch, desk).await
    }
}
