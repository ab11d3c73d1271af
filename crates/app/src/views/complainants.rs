//! Who complains together: enough to choose who speaks for them and to take each household's vote, and no names.

use async_recursion::async_recursion as boxed;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{Case, Complainant};

use crate::access::Operation;
use crate::{App, AppError, AsOf, Caller};

/// Somebody whose matter a case is, beside its reporter.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComplainantView {
    /// Identity within the case.
    pub id: Uuid,
    /// The case in which they complained, where it was another that became part of this one.
    pub from_case: Option<Uuid>,
    /// Whether their household is known; those of one have one vote.
    pub household_known: bool,
    /// Whether they speak for all.
    pub representative: bool,
    /// Whether their household has voted in this round.
    pub voted: bool,
}

impl App {
    /// The complainants of a case, in the order in which they came. A case has a thousand of them at most.
    #[boxed]
    pub async fn complainants(
        &self,
        caller: &Caller,
        id: Uuid,
        as_of: AsOf,
    ) -> Result<Vec<ComplainantView>, AppError> {
        Operation::ReadComplainants.authorise(caller)?;
        let moment = self.moment(as_of).await?;
        let (case, _) = self.visible_case_at(caller, id, moment).await?;
        Ok(case.complainants.iter().map(|complainant| view(&case, complainant)).collect())
    }
}

fn view(case: &Case, complainant: &Complainant) -> ComplainantView {
    ComplainantView {
        id: complainant.id,
        from_case: complainant.from_case,
        household_known: complainant.household.is_some(),
        representative: case.representative == Some(complainant.id),
        voted: case.has_voted(complainant),
    }
}
