//! 台账与判例: the lists on which a case is not forgotten, and what was ruled before.

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::case::Register;
use whistle_store::projections::Models;
use whistle_store::read::{self, Page, Precedent, PrecedentFilter, RegisterItem};

use crate::access::Operation;
use crate::lists::scope;
use crate::{App, AppError, AsOf, Caller, PageRequest};

/// Where a case should go, and why.
#[derive(Debug, Clone)]
pub struct Advice {
    /// The unit whose duty it is by the policy; the fallback where nobody carries the duty.
    pub line_owner: Code,
    /// Units that carry a duty which may lead instead.
    pub line_alternatives: Vec<Code>,
    /// The unit responsible by territory.
    pub territorial_owner: Code,
    /// Units that usually help.
    pub co_handlers: Vec<Code>,
    /// Duties that nobody carries: signs of an orphan matter.
    pub unresolved: Vec<Code>,
    /// What was ruled in cases of the same category, those of the same territory first.
    pub precedents: Vec<Precedent>,
}

impl App {
    /// The cases on a register that the caller may see, what is due first at the top.
    #[boxed]
    pub async fn register(
        &self,
        caller: &Caller,
        register: Register,
        page: &PageRequest,
        as_of: AsOf,
    ) -> Result<Page<RegisterItem>, AppError> {
        let scope = scope(Operation::ReadReports, caller)?;
        let (cursor, limit) = (page.cursor.as_deref(), page.limit);
        let Some(position) = self.moment(as_of).await?.position else {
            return Ok(read::list_register(&self.pool, register, &scope, cursor, limit).await?);
        };
        let mut looking = self.look_back(position, Models::REGISTERS).await?;
        let found = read::list_register(looking.past().connection(), register, &scope, cursor, limit).await?;
        looking.close().await;
        Ok(found)
    }

    /// What was ruled on returns in the whole district, the newest first.
    #[boxed]
    pub async fn precedents(
        &self,
        caller: &Caller,
        filter: &PrecedentFilter,
        page: &PageRequest,
    ) -> Result<Page<Precedent>, AppError> {
        Operation::ReadPrecedents.authorise(caller)?;
        Ok(read::list_precedents(&self.pool, filter, page.cursor.as_deref(), page.limit).await?)
    }

    /// Where this case should go by policy and organisation, and what was ruled before.
    #[boxed]
    pub async fn advice(&self, caller: &Caller, id: Uuid) -> Result<Advice, AppError> {
        Operation::Decide.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        let report = case.report.as_ref().ok_or(AppError::NotFound)?;
        let reference = self.reference();
        let policy = match &case.filing {
            Some(filing) => reference.policies.version(filing.policy_version),
            None => Some(reference.policies.current()),
        };
        let policy = policy.unwrap_or_else(|| reference.policies.current());
        let category = case.category().unwrap_or_default();
        let territorial_unit = &report.location.territorial_unit;
        let precedents = read::precedents(&self.pool, category, territorial_unit).await?;
        // A grid or a category that is gone since has no routing any more: the fallback unit decides.
        let routing = policy.route(category, &report.location.grid, &reference.organisation).ok();
        Ok(match routing {
            Some(routing) => Advice {
                line_owner: routing.line_owner,
                line_alternatives: routing.line_alternatives,
                territorial_owner: routing.territorial_owner,
                co_handlers: routing.co_handlers,
                unresolved: routing.unresolved,
                precedents,
            },
            None => Advice {
                line_owner: reference.organisation.fallback_unit().code.clone(),
                line_alternatives: Vec::new(),
                territorial_owner: territorial_unit.clone(),
                co_handlers: Vec::new(),
                unresolved: Vec::new(),
                precedents,
            },
        })
    }
}
